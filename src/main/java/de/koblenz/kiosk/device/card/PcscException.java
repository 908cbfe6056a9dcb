package de.koblenz.kiosk.device.card;

import javax.smartcardio.CardException;

/// A fault of PC/SC by its name.
public final class PcscException extends CardException {
    private static final long serialVersionUID = 1L;

    private final PcscFault fault;

    /// @param fault what PC/SC answered
    public PcscException(PcscFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    PcscException(long code) {
        super(PcscFault.of(code).name() + " 0x" + Long.toHexString(code));
        this.fault = PcscFault.of(code);
    }

    public PcscFault fault() {
        return fault;
    }
}
