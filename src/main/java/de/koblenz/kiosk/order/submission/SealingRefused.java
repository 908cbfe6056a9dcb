package de.koblenz.kiosk.order.submission;

/// An application could not be sealed; nothing of it was kept.
public final class SealingRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message what went wrong, without personal data
    public SealingRefused(String message) {
        super(message);
    }

    /// @param message what went wrong, without personal data
    public SealingRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
