package de.koblenz.kiosk.eid.apdu;

import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;

/// A card's answer (ISO 7816-4 §5.1).
///
/// @param data without the status word
/// @param status status word, such as `0x9000`
public record ResponseApdu(Octets data, int status) {
    /// The command was done.
    public static final int DONE = 0x9000;

    /// The end of the file came before the number of octets asked for.
    public static final int END_OF_FILE = 0x6282;

    /// The object selected is switched off.
    public static final int DEACTIVATED = 0x6283;

    /// A check failed.
    public static final int CHECK_FAILED = 0x6300;

    public static final int NOT_AUTHORISED = 0x6982;
    public static final int METHOD_BLOCKED = 0x6983;
    public static final int DATA_REFUSED = 0x6984;
    public static final int CONDITIONS_MISSING = 0x6985;
    public static final int DATA_WRONG = 0x6A80;
    public static final int FILE_ABSENT = 0x6A82;
    public static final int REFERENCE_UNKNOWN = 0x6A88;
    public static final int OFFSET_BEHIND_END = 0x6B00;

    /// @throws EidException when it is shorter than a status word or longer than any answer
    static ResponseApdu parse(byte[] apdu) throws EidException {
        if (apdu.length < 2 || apdu.length > CommandApdu.EXTENDED + 2) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        int end = apdu.length - 2;
        return new ResponseApdu(
                Octets.of(apdu, 0, end), (apdu[end] & 0xFF) << 8 | (apdu[end + 1] & 0xFF));
    }

    public boolean isDone() {
        return status == DONE;
    }

    /// Tries left when the status is `63Cx`, else -1.
    public int triesLeft() {
        return (status & 0xFFF0) == 0x63C0 ? status & 0xF : -1;
    }

    /// This answer if the command was done.
    ///
    /// @throws EidException with `otherwise` for any other status
    public ResponseApdu orFail(EidFailure otherwise) throws EidException {
        if (!isDone()) {
            throw new EidException(otherwise);
        }
        return this;
    }
}
