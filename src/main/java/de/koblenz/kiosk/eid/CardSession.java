package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.KeypadPace;
import de.koblenz.kiosk.eid.protocol.Pace;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.eid.protocol.SecurityInfos;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One card on the reader, found to be an eID card. Not thread-safe.
final class CardSession implements AutoCloseable {
    static final Octets APPLICATION = Octets.ofHex("e80704007f00070302");

    private static final Octets LISTED = Octets.join(Octets.ofHex("4f09"), APPLICATION);
    private static final int READ_DIRECTORY = 0x00B09E00;
    private static final int READ_ON = 0x00B00000;
    private static final int CARD_ACCESS = 0x1C;
    private static final int LARGEST_DIRECTORY = 0x1000;

    private final CardDialogue dialogue;
    private final SecureRandom random;
    private final SecurityInfos infos;
    private final PinState pinState;
    private boolean canAccepted;

    private CardSession(
            CardDialogue dialogue, SecureRandom random, SecurityInfos infos, PinState pinState) {
        this.dialogue = dialogue;
        this.random = random;
        this.infos = infos;
        this.pinState = pinState;
    }

    /// Takes the channel over, and closes it when this fails.
    ///
    /// @param givenUp whether the citizen has given it up meanwhile
    static CardSession open(CardChannel channel, SecureRandom random, BooleanSupplier givenUp)
            throws EidException {
        CardDialogue dialogue = new CardDialogue(channel, givenUp);
        boolean opened = false;
        try {
            requireApplication(dialogue);
            ResponseApdu access = dialogue.readFile(CARD_ACCESS).orFail(EidFailure.CARD_WRONG);
            SecurityInfos infos = SecurityInfos.parse(access.data());
            CardSession session =
                    new CardSession(dialogue, random, infos, Pace.pinState(dialogue, infos));
            opened = true;
            return session;
        } catch (TlvException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        } finally {
            if (!opened) {
                dialogue.close();
            }
        }
    }

    /// Looks into EF.DIR for the eID application (TR-03110-4 §2.2.1).
    private static void requireApplication(CardDialogue dialogue) throws EidException {
        Octets directory = Octets.EMPTY;
        int head = READ_DIRECTORY;
        do {
            ResponseApdu answer = dialogue.send(CommandApdu.of(head, dialogue.largestAnswer()));
            if (answer.data().isEmpty()) {
                break;
            }
            directory = Octets.join(directory, answer.data());
            if (directory.hex().contains(LISTED.hex())) {
                return;
            }
            head = READ_ON | directory.length();
        } while (directory.length() < LARGEST_DIRECTORY);
        throw new EidException(EidFailure.CARD_WRONG);
    }

    CardDialogue dialogue() {
        return dialogue;
    }

    SecurityInfos infos() {
        return infos;
    }

    /// As it was when the card was laid on.
    PinState pinState() {
        return pinState;
    }

    boolean canAccepted() {
        return canAccepted;
    }

    /// Tries a password; remembers that the CAN opened a channel.
    Pace.Outcome open(Pace.Password password, Optional<Chat> chat, Secret secret)
            throws EidException {
        Pace.Outcome outcome =
                Pace.open(dialogue, infos, password, chat, secret, canAccepted, random);
        canAccepted =
                password == Pace.Password.CAN
                        && outcome instanceof Pace.Outcome.Opened
                        && chat.isEmpty();
        return outcome;
    }

    /// Lets the reader ask for a password; remembers that the CAN opened a channel.
    KeypadPace.Outcome openAtKeypad(Pace.Password password, Optional<Chat> chat, Octets description)
            throws EidException {
        // A channel of the CAN that we hold ourselves the reader cannot go on with.
        boolean afterCan = canAccepted && dialogue.isGuarded();
        KeypadPace.Outcome outcome =
                KeypadPace.open(dialogue, infos, password, chat, description, afterCan);
        canAccepted =
                switch (outcome) {
                    case KeypadPace.Outcome.Decided(Pace.Outcome.Opened _) ->
                            password == Pace.Password.CAN && chat.isEmpty();
                    case KeypadPace.Outcome.Decided(Pace.Outcome.PasswordWrong _) -> false;
                    case KeypadPace.Outcome.NotEntered _ -> afterCan;
                };
        return outcome;
    }

    @Override
    public void close() {
        dialogue.close();
    }
}
