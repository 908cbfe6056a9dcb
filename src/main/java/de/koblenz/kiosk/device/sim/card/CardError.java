package de.koblenz.kiosk.device.sim.card;

/// A command that ends with other status bytes than `9000` (ISO 7816-4 §5.6; BSI TR-03110-3 B.11).
final class CardError extends Exception {
    private static final long serialVersionUID = 1L;

    static final int DEACTIVATED_WARNING = 0x6283;
    static final int FAILED = 0x6300;
    static final int WRONG_LENGTH = 0x6700;
    static final int CHAIN_BROKEN = 0x6883;
    static final int SECURE_MESSAGING_MISSING = 0x6987;
    static final int SECURE_MESSAGING_WRONG = 0x6988;
    static final int NOT_AUTHORISED = 0x6982;
    static final int BLOCKED = 0x6983;
    static final int UNUSABLE = 0x6984;
    static final int CONDITIONS = 0x6985;
    static final int NO_FILE_CHOSEN = 0x6986;
    static final int WRONG_DATA = 0x6A80;
    static final int NO_FILE = 0x6A82;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int NO_REFERENCE = 0x6A88;
    static final int WRONG_OFFSET = 0x6B00;
    static final int NO_INSTRUCTION = 0x6D00;
    static final int NO_CLASS = 0x6E00;

    /// Fewer bytes than were asked for: the file ends here.
    static final int END_OF_FILE = 0x6282;

    private final int status;
    private final byte[] data;

    CardError(int status) {
        this(status, new byte[0]);
    }

    CardError(int status, byte[] data) {
        super(Integer.toHexString(status), null, false, false);
        this.status = status;
        this.data = data;
    }

    /// What the card answers nevertheless.
    byte[] data() {
        return data;
    }

    int status() {
        return status;
    }
}
