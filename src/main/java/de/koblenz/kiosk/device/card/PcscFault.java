package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.card.CardLostException.Cause;

/// What PC/SC answers where something is wrong (PC/SC part 5, `pcsclite.h`): the codes that mean something to a
/// terminal. Documented for the help desk in `docs/codes-card.md`.
public enum PcscFault {
    INVALID_HANDLE(0x80100003L, Cause.SERVICE_GONE),
    INSUFFICIENT_BUFFER(0x80100008L, Cause.TRANSMISSION),
    UNKNOWN_READER(0x80100009L, Cause.READER_GONE),
    TIMEOUT(0x8010000AL, Cause.TRANSMISSION),
    SHARING_VIOLATION(0x8010000BL, Cause.TRANSMISSION),
    NO_SMARTCARD(0x8010000CL, Cause.CARD_REMOVED),
    PROTOCOL_MISMATCH(0x8010000FL, Cause.TRANSMISSION),
    COMMUNICATION(0x80100013L, Cause.TRANSMISSION),
    NOT_TRANSACTED(0x80100016L, Cause.TRANSMISSION),
    READER_UNAVAILABLE(0x80100017L, Cause.READER_GONE),
    NO_SERVICE(0x8010001DL, Cause.SERVICE_GONE),
    SERVICE_STOPPED(0x8010001EL, Cause.SERVICE_GONE),
    NO_READERS(0x8010002EL, Cause.READER_GONE),
    UNRESPONSIVE_CARD(0x80100066L, Cause.CARD_REMOVED),
    UNPOWERED_CARD(0x80100067L, Cause.CARD_REMOVED),
    RESET_CARD(0x80100068L, Cause.CARD_REMOVED),
    REMOVED_CARD(0x80100069L, Cause.CARD_REMOVED),
    /// This user may not use PC/SC: a rule of polkit is missing.
    SECURITY_VIOLATION(0x8010006AL, Cause.SERVICE_GONE),
    /// Any other code.
    OTHER(-1, Cause.TRANSMISSION);

    private final long code;
    private final Cause cause;

    PcscFault(long code, Cause cause) {
        this.code = code;
        this.cause = cause;
    }

    static PcscFault of(long code) {
        for (PcscFault fault : values()) {
            if (fault.code == code) {
                return fault;
            }
        }
        return OTHER;
    }

    /// What has gone away when a card's channel meets this.
    Cause lost() {
        return cause;
    }
}
