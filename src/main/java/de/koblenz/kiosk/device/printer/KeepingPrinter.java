package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A printer that keeps, sealed, every document that it could not print, or of which nobody knows; and erases it once
/// it is printed. Thread-safe.
public final class KeepingPrinter implements TicketPrinter {
    /// Of these nobody may have the paper later: it is not what the order knows, its owner has left and with him what
    /// is his alone, or it can be printed at no time.
    private static final Set<String> NEVER_KEPT =
            Set.of(
                    PrinterCode.HASH_MISMATCH,
                    PrinterCode.SESSION_OVER,
                    PrinterCode.REASON_MISSING,
                    PrinterCode.CHARACTER,
                    PrinterCode.DOCUMENT);

    private final TicketPrinter printer;
    private final KeptPapers papers;
    private final Supplier<Instant> closing;

    /// @param printer the real one; belongs to this one from now on
    /// @param closing the next closing time, when all that is kept is erased
    public KeepingPrinter(TicketPrinter printer, KeptPapers papers, Supplier<Instant> closing) {
        this.printer = printer;
        this.papers = papers;
        this.closing = closing;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, BooleanSupplier wanted) {
        return printer.print(job, wanted).thenApply(outcome -> keep(job, outcome));
    }

    @Override
    public CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason) {
        return printer.reprint(job, reason).thenApply(outcome -> keep(job, outcome));
    }

    @Override
    public void keep(PrintJob job) {
        keep(job, new PrintOutcome.NotPrinted(PrinterCode.NOT_READY));
    }

    /// Whether it can be kept changes nothing of what became of the paper.
    private PrintOutcome keep(PrintJob job, PrintOutcome outcome) {
        try {
            switch (outcome) {
                case PrintOutcome.Completed _ -> papers.erase(job.id());
                case PrintOutcome.NotPrinted(String code) -> {
                    if (!NEVER_KEPT.contains(code)) {
                        papers.keep(job, closing.get());
                    }
                }
                case PrintOutcome.Unknown _ -> papers.keep(job, closing.get());
            }
        } catch (IOException e) {
            Log.fault("a paper cannot be kept for staff", e);
        }
        return outcome;
    }

    @Override
    public DeviceId id() {
        return printer.id();
    }

    @Override
    public DeviceHealth health() {
        return printer.health();
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        printer.observe(listener);
    }

    @Override
    public PrinterStatus status() {
        return printer.status();
    }

    @Override
    public int millimetres(PrintDocument document) throws UnprintableTextException {
        return printer.millimetres(document);
    }

    @Override
    public PaperSupply supply() {
        return printer.supply();
    }

    @Override
    public boolean ready(int millimetres) {
        return printer.ready(millimetres);
    }

    @Override
    public void close() {
        printer.close();
    }
}
