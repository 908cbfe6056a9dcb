package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;

/// What the card lets one do with the PIN now (TR-03110-2 §2.4.1, TR-03110-3 §B.11.1).
public enum PinState {
    THREE_TRIES(3),
    TWO_TRIES(2),
    /// One try is left, and only after the CAN.
    SUSPENDED(1),
    /// Only the PUK helps.
    BLOCKED(0),
    /// The online function is off.
    DEACTIVATED(0);

    private final int triesLeft;

    PinState(int triesLeft) {
        this.triesLeft = triesLeft;
    }

    public int triesLeft() {
        return triesLeft;
    }

    /// @throws EidException when that status word is no state of a PIN
    static PinState of(int status) throws EidException {
        return switch (status) {
            case ResponseApdu.DONE, 0x63C3 -> THREE_TRIES;
            case 0x63C2 -> TWO_TRIES;
            case 0x63C1 -> SUSPENDED;
            case 0x63C0 -> BLOCKED;
            case ResponseApdu.DEACTIVATED -> DEACTIVATED;
            case ResponseApdu.DATA_WRONG -> throw new EidException(EidFailure.RIGHTS_REFUSED);
            default -> throw new EidException(EidFailure.CARD_STATUS);
        };
    }
}
