package de.koblenz.kiosk.device.printer;

/// State of a printer in the words of XFS4IoT (Printer.Status).
///
/// @param paper supply
/// @param coverOpen whether the cover is open
/// @param cutterError whether the cutter is blocked
/// @param overheated whether the head cools down (recovers by itself)
/// @param unrecoverable whether only a technician can help
/// @param reachable whether the printer answers at all
/// @param presenter where the newest paper is
public record PrinterStatus(
        Paper paper,
        boolean coverOpen,
        boolean cutterError,
        boolean overheated,
        boolean unrecoverable,
        boolean reachable,
        Presenter presenter) {
    /// XFS4IoT paper supply.
    public enum Paper {
        UNKNOWN,
        FULL,
        LOW,
        OUT,
        JAMMED
    }

    /// XFS4IoT media: where the newest paper is at a printer that hands it out.
    public enum Presenter {
        /// The printer has no presenter, or does not tell.
        UNKNOWN,
        /// Nothing lies in it.
        EMPTY,
        /// The paper is on its way out.
        ENTERING,
        /// The paper waits to be taken.
        PRESENT,
        TAKEN,
        /// Nobody took it: the printer has it back.
        RETRACTED,
        JAMMED
    }

    /// Before the first answer of the printer.
    public static final PrinterStatus UNREACHABLE =
            new PrinterStatus(Paper.UNKNOWN, false, false, false, false, false);

    /// A printer without a presenter.
    public PrinterStatus(
            Paper paper,
            boolean coverOpen,
            boolean cutterError,
            boolean overheated,
            boolean unrecoverable,
            boolean reachable) {
        this(
                paper,
                coverOpen,
                cutterError,
                overheated,
                unrecoverable,
                reachable,
                Presenter.UNKNOWN);
    }

    /// The same with another word on the presenter.
    PrinterStatus with(Presenter other) {
        return new PrinterStatus(
                paper, coverOpen, cutterError, overheated, unrecoverable, reachable, other);
    }

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
