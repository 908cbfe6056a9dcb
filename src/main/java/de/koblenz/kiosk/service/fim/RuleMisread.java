package de.koblenz.kiosk.service.fim;

/// A rule is not understood, or not as a whole.
final class RuleMisread extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param reason for the report
    RuleMisread(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
