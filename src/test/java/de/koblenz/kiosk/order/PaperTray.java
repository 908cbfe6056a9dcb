package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.printer.PaperSupply;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.PrinterStatus;
import de.koblenz.kiosk.device.printer.TicketPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// A printer that keeps the journal as the real one does and collects what came out.
class PaperTray implements TicketPrinter {
    private final PrintJournal journal;

    /// Everything that came out, the oldest first; a reprint is headed by its reason.
    final List<PrintJob> papers = new ArrayList<>();

    /// Length of each paper, and what is left of the roll.
    int length = 200;

    int left = Integer.MAX_VALUE;

    final List<String> reprints = new ArrayList<>();

    /// What happens to a job; [PrintOutcome.Unknown] comes out half, [PrintOutcome.NotPrinted] does not.
    Function<PrintJob, PrintOutcome> fate = _ -> new PrintOutcome.Completed();

    /// Called between the journal's SENDING and the paper.
    Runnable whilePrinting = () -> {};

    /// A job comes out when this is done.
    CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    PaperTray(PrintJournal journal) {
        this.journal = journal;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, BooleanSupplier wanted) {
        Optional<PrintJournal.Entry> known =
                journal.find(job.id()).filter(entry -> entry != PrintJournal.Entry.NOT_PRINTED);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(
                    known.get() == PrintJournal.Entry.COMPLETED
                            ? new PrintOutcome.Completed()
                            : new PrintOutcome.Unknown("PRN-PORT-LOST"));
        }
        return wanted.getAsBoolean()
                ? send(job, "")
                : CompletableFuture.completedFuture(
                        new PrintOutcome.NotPrinted("PRN-SESSION-OVER"));
    }

    @Override
    public CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason) {
        reprints.add(job.id() + " " + reason);
        return send(job, reason);
    }

    private CompletableFuture<PrintOutcome> send(PrintJob job, String reason) {
        journal.sending(job.id(), reason);
        whilePrinting.run();
        return gate.thenApply(_ -> end(job));
    }

    private PrintOutcome end(PrintJob job) {
        PrintOutcome outcome = fate.apply(job);
        if (!(outcome instanceof PrintOutcome.NotPrinted)) {
            papers.add(job);
        }
        switch (outcome) {
            case PrintOutcome.Completed _ ->
                    journal.ended(job.id(), PrintJournal.Entry.COMPLETED, "");
            case PrintOutcome.NotPrinted(String code) ->
                    journal.ended(job.id(), PrintJournal.Entry.NOT_PRINTED, code);
            case PrintOutcome.Unknown(String code) ->
                    journal.ended(job.id(), PrintJournal.Entry.UNKNOWN, code);
        }
        return outcome;
    }

    long printed(String jobId) {
        return papers.stream().filter(job -> job.id().equals(jobId)).count();
    }

    @Override
    public PrinterStatus status() {
        return new PrinterStatus(PrinterStatus.Paper.FULL, false, false, false, false, true);
    }

    @Override
    public int millimetres(PrintDocument document) {
        return length;
    }

    @Override
    public PaperSupply supply() {
        return PaperSupply.UNKNOWN;
    }

    @Override
    public boolean ready(int millimetres) {
        return millimetres <= left;
    }

    @Override
    public DeviceId id() {
        return new DeviceId("receipt-printer");
    }

    @Override
    public DeviceHealth health() {
        return new DeviceHealth(id(), DeviceState.ONLINE, Map.of());
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        listener.accept(health());
    }

    @Override
    public void close() {}
}
