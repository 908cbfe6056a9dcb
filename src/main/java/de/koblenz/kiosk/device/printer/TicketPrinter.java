package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.Device;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// A receipt and ticket printer.
public interface TicketPrinter extends Device {
    /// The newest status in XFS4IoT words.
    PrinterStatus status();

    /// Prints the job once. Jobs are printed one after another in the order of the calls.
    ///
    /// The job is written to the [PrintJournal] before its first byte. A job whose id the journal
    /// already knows as sent is not sent again: the future gets the outcome that the journal holds
    /// ([PrintOutcome.Unknown] if the terminal died in between).
    ///
    /// @return completes on the printer's thread, never exceptionally
    default CompletableFuture<PrintOutcome> print(PrintJob job) {
        return print(job, () -> true);
    }

    /// Prints the job once, as long as it is wanted when its turn has come: a paper of somebody who has left must not
    /// come out for whoever stands there next.
    ///
    /// @param wanted asked on the printer's thread right before the first byte; otherwise the job is not printed
    ///     (`PRN-SESSION-OVER`)
    CompletableFuture<PrintOutcome> print(PrintJob job, BooleanSupplier wanted);

    /// Prints a job again whose outcome was unknown, headed "Duplikat".
    ///
    /// @param reason why, in the words of staff; goes to the journal, never personal data
    CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason);

    /// Keeps a document for staff, where the printer has a place for that: from now on until it is printed, or forgotten.
    default void keep(PrintJob job) {}

    /// Erases a document that is kept: nobody may have it any more.
    default void forget(String jobId) {}

    /// Whether a job waits here or is being printed, where the printer knows.
    default boolean prints(String jobId) {
        return false;
    }

    /// Paper that a document needs at this printer, in millimetres, with the way from head to knife.
    ///
    /// @throws UnprintableTextException if a character can be set in no way
    int millimetres(PrintDocument document) throws UnprintableTextException;

    /// How much paper there is, as far as anybody knows.
    PaperSupply supply();

    /// Whether a job of `millimetres` of paper can be expected to succeed now.
    boolean ready(int millimetres);
}
