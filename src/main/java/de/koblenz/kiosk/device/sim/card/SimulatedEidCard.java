package de.koblenz.kiosk.device.sim.card;

import de.koblenz.kiosk.device.sim.SimulatedCard;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// An identity card with the online function: root with EF.CardAccess, EF.DIR and EF.ATR/INFO.
///
/// Thread-safe: one command at a time.
public final class SimulatedEidCard implements SimulatedCard {
    /// Answer to reset of a contactless card (PC/SC part 3 §3.1.3.2.3.1): historical bytes as in EF.ATR/INFO.
    private static final byte[] ATR = HexFormat.of().parseHex("3B8A80018031F873F741E082900075");

    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;

    private final CardFiles root = new CardFiles();
    private boolean powered;
    private byte @Nullable [] chosen;

    /// A card as it was issued.
    ///
    /// @param persona whose it is
    /// @param cryptography which algorithms it offers
    public SimulatedEidCard(Persona persona, CardCryptography cryptography) {
        root.put(CardFiles.CARD_ACCESS, new SecurityInfos(cryptography).access());
        root.put(CardFiles.DIRECTORY, CardFiles.directory(true));
        root.put(CardFiles.INFORMATION, CardFiles.INFORMATION_CONTENT);
    }

    @Override
    public synchronized byte[] powerOn() {
        powered = true;
        chosen = null;
        return ATR.clone();
    }

    @Override
    public synchronized void powerOff() {
        powered = false;
    }

    @Override
    public synchronized byte[] transmit(byte[] command) {
        if (!powered) {
            throw new IllegalStateException("a card without power does not answer");
        }
        try {
            CardCommand parsed = CardCommand.of(command);
            byte[] data = answer(parsed);
            byte[] response = Arrays.copyOf(data, data.length + 2);
            response[data.length] = (byte) 0x90;
            return response;
        } catch (CardError e) {
            return new byte[] {(byte) (e.status() >> 8), (byte) e.status()};
        }
    }

    private byte[] answer(CardCommand command) throws CardError {
        if (command.cla() != 0) {
            throw new CardError(CardError.NO_CLASS);
        }
        return switch (command.ins()) {
            case SELECT -> select(command);
            case READ_BINARY -> read(command);
            default -> throw new CardError(CardError.NO_INSTRUCTION);
        };
    }

    private byte[] select(CardCommand command) throws CardError {
        if (command.parameters() == 0x000C
                && (command.data().length == 0 || number(command) == CardFiles.ROOT)) {
            chosen = null;
            return new byte[0];
        }
        if (command.parameters() != 0x020C) {
            throw new CardError(CardError.NO_FILE);
        }
        chosen = root.content(number(command));
        return new byte[0];
    }

    private static int number(CardCommand command) throws CardError {
        byte[] data = command.data();
        if (data.length != 2) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return (data[0] & 0xFF) << 8 | data[1] & 0xFF;
    }

    private byte[] read(CardCommand command) throws CardError {
        byte[] content = chosen;
        if (content == null) {
            throw new CardError(CardError.NO_FILE_CHOSEN);
        }
        if (command.parameters() > content.length) {
            throw new CardError(CardError.WRONG_OFFSET);
        }
        int end = Math.min(content.length, command.parameters() + command.expected());
        return Arrays.copyOfRange(content, command.parameters(), end);
    }
}
