package de.koblenz.kiosk.device.printer;

/// State of a printer in the words of XFS4IoT (Printer.Status).
///
/// @param paper supply
/// @param coverOpen whether the cover is open
/// @param cutterError whether the cutter is blocked
/// @param overheated whether the head cools down (recovers by itself)
/// @param unrecoverable whether only a technician can help
/// @param reachable whether the printer answers at all
public record PrinterStatus(
        Paper paper,
        boolean coverOpen,
        boolean cutterError,
        boolean overheated,
        boolean unrecoverable,
        boolean reachable) {
    /// XFS4IoT paper supply.
    public enum Paper {
        UNKNOWN,
        FULL,
        LOW,
        OUT,
        JAMMED
    }

    /// Before the first answer of the printer.
    public static final PrinterStatus UNREACHABLE =
            new PrinterStatus(Paper.UNKNOWN, false, false, false, false, false);

    /// Whether a job could start now.
    public boolean canPrint() {
        return reachable
                && !coverOpen
                && !cutterError
                && !overheated
                && !unrecoverable
                && (paper == Paper.FULL || paper == Paper.LOW);
    }
}
