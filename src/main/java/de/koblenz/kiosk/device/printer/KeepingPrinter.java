package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A printer that keeps, sealed, every document that it could not print, or of which nobody knows, and those that it is told
/// to keep beforehand; and erases each once it is printed. Thread-safe.
public final class KeepingPrinter implements TicketPrinter {
    /// Of these nobody may have the paper later: it is not what the order knows, its owner has left and with him what
    /// is his alone, or it can be printed at no time.
    private static final Set<String> NEVER_KEPT =
            Set.of(
                    PrinterCode.HASH_MISMATCH,
                    PrinterCode.SESSION_OVER,
                    PrinterCode.CHARACTER,
                    PrinterCode.DOCUMENT);

    private final TicketPrinter printer;
    private final KeptPapers papers;
    private final Supplier<Instant> closing;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /// @param printer the real one; belongs to this one from now on
    /// @param closing the next closing time, when all that is kept is erased
    public KeepingPrinter(TicketPrinter printer, KeptPapers papers, Supplier<Instant> closing) {
        this.printer = printer;
        this.papers = papers;
        this.closing = closing;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, BooleanSupplier wanted) {
        return follow(job, () -> printer.print(job, wanted));
    }

    @Override
    public CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason) {
        return follow(job, () -> printer.reprint(job, reason));
    }

    private CompletableFuture<PrintOutcome> follow(
            PrintJob job, Supplier<CompletableFuture<PrintOutcome>> print) {
        underWay.add(job.id());
        return print.get()
                .thenApply(outcome -> {
                    settle(job, outcome);
                    return outcome;
                })
                .whenComplete((_, _) -> underWay.remove(job.id()));
    }

    @Override
    public boolean prints(String jobId) {
        return underWay.contains(jobId);
    }

    @Override
    public void keep(PrintJob job) {
        store(() -> papers.keep(job, closing.get()));
    }

    @Override
    public void forget(String jobId) {
        store(() -> papers.erase(jobId));
    }

    private void settle(PrintJob job, PrintOutcome outcome) {
        switch (outcome) {
            case PrintOutcome.Completed _ -> forget(job.id());
            case PrintOutcome.NotPrinted(String code) when NEVER_KEPT.contains(code) ->
                    forget(job.id());
            // What is kept stays kept, as if nobody had asked.
            case PrintOutcome.NotPrinted(String code)
                    when code.equals(PrinterCode.REASON_MISSING) -> {}
            case PrintOutcome.NotPrinted _, PrintOutcome.Unknown _ -> keep(job);
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    /// Whether it can be kept changes nothing of what becomes of the paper.
    private static void store(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            Log.fault("a paper cannot be kept for staff, or erased", e);
        }
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
