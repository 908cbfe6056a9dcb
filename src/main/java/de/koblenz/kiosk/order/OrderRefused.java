package de.koblenz.kiosk.order;

/// An order could not be taken; nothing was charged, reserved, sent or printed.
public final class OrderRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code stable failure code such as `ORD-DISK-FULL`
    /// @param cause what went wrong; its text holds no personal data
    public OrderRefused(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    /// As [#OrderRefused(String, Throwable)] where nothing has failed.
    public OrderRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
