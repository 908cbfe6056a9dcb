package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.KeepingPrinter;
import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// The papers of a terminal: orders, a tray into which they are printed, the real print journal and the real store of kept
/// papers. It may die and be opened again. Not thread-safe.
public final class PaperRoom implements AutoCloseable {
    static final Duration DAY = Duration.ofHours(8);

    private final Path folder;
    private final FarEnds world;
    final VirtualTime time = new VirtualTime();
    final MemoryStore store = new MemoryStore();
    private Database database;
    SqlitePrintJournal prints;
    SqliteKeptPapers papers;
    PaperTray tray;
    DurableOrderDesk orders;
    private PaperDesk desk;

    public PaperRoom(Path folder) throws IOException {
        this.folder = folder;
        this.world = new FarEnds(time, new Random(1), Duration.ofMinutes(20), true);
        open();
    }

    private void open() throws IOException {
        database = Database.open(folder.resolve("terminal.db"));
        prints = new SqlitePrintJournal(database, time);
        papers = new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), time);
        tray = new PaperTray(prints);
        KeepingPrinter printer = new KeepingPrinter(tray, papers, () -> time.instant().plus(DAY));
        orders =
                new DurableOrderDesk(
                        new OrderPorts(
                                store,
                                store,
                                prints,
                                world.booking,
                                world.gateway,
                                ProviderFees.NONE,
                                world.channel,
                                printer),
                        SampleOrders.words(),
                        OrderLimits.USUAL,
                        time,
                        time,
                        CrashPoint.NONE);
        desk = new PaperDesk(orders, new PrintDesk(printer, prints, papers, time));
    }

    /// The process dies where it is, and the terminal starts again.
    void dieAndStartAgain() throws IOException {
        time.close();
        database.close();
        open();
        orders.recover();
        time.settle();
    }

    public PaperDesk desk() {
        return desk;
    }

    public InstantSource clock() {
        return time;
    }

    /// A permit without a fee, whose citizen wants the copy on paper, up to its papers.
    ///
    /// @return its order
    public OrderId permit() throws OrderRefused {
        OrderId id = SampleOrders.id(3);
        orders.place(SampleOrders.free(SampleOrders.permit(id)));
        time.pass(Duration.ofSeconds(5));
        return id;
    }

    /// What becomes of the next jobs.
    public void fate(PrintOutcome outcome) {
        tray.fate = _ -> outcome;
    }

    /// Jobs stand still while they are printed.
    public void hold() {
        tray.gate = new CompletableFuture<>();
    }

    /// They go on.
    public void goOn() {
        CompletableFuture<Void> held = tray.gate;
        tray.gate = CompletableFuture.completedFuture(null);
        held.complete(null);
        time.settle();
    }

    /// What was begun is brought to its end.
    public void settle() {
        time.settle();
    }

    /// Jobs whose paper came out, in their order.
    public List<String> printed() {
        return tray.papers.stream().map(PrintJob::id).toList();
    }

    /// Jobs that were printed again, with the reason.
    public List<String> reprints() {
        return List.copyOf(tray.reprints);
    }

    /// Jobs of which a document lies sealed.
    List<String> sealed() throws IOException {
        return papers.kept().stream().map(KeptPapers.Kept::jobId).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
