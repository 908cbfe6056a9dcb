package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.device.card.KeypadReason;
import de.koblenz.kiosk.device.card.PaceOutcome;
import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PACE that the reader runs, with a password typed on its own keypad (BSI TR-03119 §D.1). Stateless.
public final class KeypadPace {
    /// How it ended where no protocol was violated.
    public sealed interface Outcome {
        /// The card has decided.
        record Decided(Pace.Outcome outcome) implements Outcome {}

        /// The card was not asked.
        record NotEntered(KeypadReason reason) implements Outcome {}
    }

    private KeypadPace() {}

    /// Opens the channel, which the reader keeps.
    ///
    /// @param chat rights asked for, where terminal authentication follows
    /// @param description of the certificate, for the reader's display
    /// @param afterCan whether the reader's channel of the CAN stands: the last try of the PIN is made only then
    public static Outcome open(
            CardDialogue dialogue,
            SecurityInfos infos,
            Pace.Password password,
            Optional<Chat> chat,
            Octets description,
            boolean afterCan)
            throws EidException {
        if (password == Pace.Password.PIN) {
            // The reader asks the citizen at once; whether there is a try to be made is known
            // without it.
            Pace.requireTries(Pace.pinState(dialogue, infos), afterCan);
        }
        Octets template = chat.map(c -> c.encoded().encoded()).orElse(Octets.EMPTY);
        return switch (dialogue.establishPace(password.reference(), template, description)) {
            case PaceOutcome.Established established ->
                    new Outcome.Decided(opened(established, chat.isPresent()));
            case PaceOutcome.NotEntered(KeypadReason reason) -> new Outcome.NotEntered(reason);
            case PaceOutcome.Refused(PaceOutcome.Command command, int status) ->
                    new Outcome.Decided(refused(command, status, password));
            case PaceOutcome.NoOwnPin _ -> throw new EidException(EidFailure.PIN_TRANSPORT);
            case PaceOutcome.CardGone _ -> throw new EidException(EidFailure.CARD_REMOVED);
            case PaceOutcome.Fault _ -> throw new EidException(EidFailure.KEYPAD);
        };
    }

    private static Pace.Outcome.Opened opened(
            PaceOutcome.Established established, boolean forAuthentication) throws EidException {
        List<String> trustPoints =
                Stream.of(established.trustPoint(), established.formerTrustPoint())
                        .flatMap(Optional::stream)
                        .toList();
        Octets identity = Octets.ofHex(established.cardIdentity());
        if (forAuthentication && (identity.isEmpty() || trustPoints.isEmpty())) {
            throw new EidException(EidFailure.KEYPAD);
        }
        return new Pace.Outcome.Opened(identity, trustPoints);
    }

    private static Pace.Outcome refused(
            PaceOutcome.Command command, int status, Pace.Password password) throws EidException {
        return switch (command) {
            case CARD_ACCESS -> throw new EidException(EidFailure.CARD_STATUS);
            case SET_TEMPLATE -> throw new EidException(Pace.ofTemplate(status));
            case AUTHENTICATE -> Pace.refused(new ResponseApdu(Octets.EMPTY, status), password);
        };
    }
}
