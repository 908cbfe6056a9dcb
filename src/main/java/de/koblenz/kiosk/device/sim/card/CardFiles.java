package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The files of a card: the root (MF) and the application of the online function. Contents only; who may read them is
/// for [CardSession]. Not thread-safe; belongs to its card.
final class CardFiles {
    static final int ROOT = 0x3F00;
    static final int CARD_ACCESS = 0x011C;
    static final int CARD_SECURITY = 0x011D;

    /// Data group n is file `0100` + n.
    static final int GROUPS = 0x0100;

    private static final int DIRECTORY = 0x2F00;
    private static final int INFORMATION = 0x2F01;

    /// The online function (BSI TR-03110-4 §2.1).
    private static final byte[] EID = HexFormat.of().parseHex("E80704007F00070302");

    /// The signature function, which every card of the series lists beside the online function.
    private static final byte[] ESIGN = HexFormat.of().parseHex("A000000167455349474E");

    /// EF.ATR/INFO (ISO 7816-4 §8.2.1.1): card service data F8, capabilities F741E0: chaining, extended length.
    private static final byte[] INFORMATION_CONTENT = HexFormat.of().parseHex("4301F84703F741E0");

    /// Short identifiers of the root's files.
    private static final Map<Integer, Integer> SHORT =
            Map.of(
                    0x01, INFORMATION,
                    0x1C, CARD_ACCESS,
                    0x1D, CARD_SECURITY,
                    0x1E, DIRECTORY);

    private final Map<Integer, byte[]> root = new TreeMap<>();
    private final Map<Integer, byte[]> application = new TreeMap<>();
    private final boolean onlineFunction;

    /// @param onlineFunction whether there is one: other cards than identity cards lack it
    /// @param groups data groups by number
    CardFiles(byte[] access, byte[] security, boolean onlineFunction, Map<Integer, byte[]> groups) {
        this.onlineFunction = onlineFunction;
        root.put(CARD_ACCESS, access);
        root.put(CARD_SECURITY, security);
        root.put(DIRECTORY, directory(onlineFunction));
        root.put(INFORMATION, INFORMATION_CONTENT);
        groups.forEach((number, content) -> application.put(GROUPS + number, content));
    }

    /// EF.DIR: one template per application on the card (ISO 7816-4 §8.2.1.1).
    private static byte[] directory(boolean onlineFunction) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (onlineFunction) {
            out.writeBytes(Tlv.of(0x61, Tlv.of(0x4F, EID)).bytes());
        }
        out.writeBytes(Tlv.of(0x61, Tlv.of(0x4F, ESIGN)).bytes());
        return out.toByteArray();
    }

    /// Whether an application of that name can be selected.
    boolean knows(byte[] name) {
        return onlineFunction && Arrays.equals(name, EID);
    }

    /// Full identifier of a short one, 1 to 30.
    static int identifier(boolean inApplication, int shortOne) {
        return inApplication ? GROUPS + shortOne : SHORT.getOrDefault(shortOne, 0);
    }

    /// @throws CardError with `6A82` where it is absent
    byte[] content(boolean inApplication, int identifier) throws CardError {
        byte[] content = (inApplication ? application : root).get(identifier);
        if (content == null) {
            throw new CardError(CardError.NO_FILE);
        }
        return content;
    }
}
