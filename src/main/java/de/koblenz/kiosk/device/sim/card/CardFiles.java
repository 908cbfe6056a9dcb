package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// One folder of a card: the root (MF) or the application of the online function. Not thread-safe; belongs to its card.
final class CardFiles {
    static final int ROOT = 0x3F00;
    static final int CARD_ACCESS = 0x011C;
    static final int CARD_SECURITY = 0x011D;
    static final int DIRECTORY = 0x2F00;
    static final int INFORMATION = 0x2F01;

    /// The online function (BSI TR-03110-4 §2).
    static final byte[] EID = HexFormat.of().parseHex("E80704007F00070302");

    /// The signature function, which every card of the series lists beside the online function.
    private static final byte[] ESIGN = HexFormat.of().parseHex("A000000167455349474E");

    /// EF.ATR/INFO (ISO 7816-4 §8.2.1.1): card service data F8, capabilities
    /// F7 41 E0: chaining, extended length.
    static final byte[] INFORMATION_CONTENT = HexFormat.of().parseHex("4301F84703F741E0");

    private final Map<Integer, byte[]> files = new TreeMap<>();

    /// EF.DIR: one template per application on the card (ISO 7816-4 §8.2.1.1).
    static byte[] directory(boolean onlineFunction) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (onlineFunction) {
            out.writeBytes(Tlv.of(0x61, Tlv.of(0x4F, EID)).bytes());
        }
        out.writeBytes(Tlv.of(0x61, Tlv.of(0x4F, ESIGN)).bytes());
        return out.toByteArray();
    }

    void put(int identifier, byte[] content) {
        files.put(identifier, content);
    }

    /// @throws CardError with `6A82` where it is absent
    byte[] content(int identifier) throws CardError {
        byte[] content = files.get(identifier);
        if (content == null) {
            throw new CardError(CardError.NO_FILE);
        }
        return content;
    }
}
