package de.koblenz.kiosk.fleet.model;

/// Paper of a printer in the words of XFS4IoT (Printer.Status, `paper`).
public enum PaperStatus {
    /// No printer, or it cannot say.
    UNKNOWN,
    FULL,
    LOW,
    OUT,
    JAMMED;

    /// A word of the wire, `full`; unknown where this version does not know it.
    public static PaperStatus of(String word) {
        return switch (word) {
            case "full" -> FULL;
            case "low" -> LOW;
            case "out" -> OUT;
            case "jammed" -> JAMMED;
            default -> UNKNOWN;
        };
    }
}
