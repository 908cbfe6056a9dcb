package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.Device;
import java.util.concurrent.CompletableFuture;

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
    CompletableFuture<PrintOutcome> print(PrintJob job);

    /// Prints a job again whose outcome was unknown, headed "Duplikat".
    ///
    /// @param reason why, in the words of staff; goes to the journal, never personal data
    CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason);

    /// Paper that a document needs at this printer, in millimetres, with the way from head to knife.
    ///
    /// @throws UnprintableTextException if a character can be set in no way
    int millimetres(PrintDocument document) throws UnprintableTextException;

    /// How much paper there is, as far as anybody knows.
    PaperSupply supply();

    /// Whether a job of `millimetres` of paper can be expected to succeed now.
    boolean ready(int millimetres);
}
