package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.KeepingPrinter;
import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import de.koblenz.kiosk.store.SqliteOrderStore;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.crypto.SecretKey;

/// The papers of a terminal: the real stores of orders and of kept papers, the real print journal, and a tray into which is
/// printed. It may die and be opened again. Not thread-safe.
public final class PaperRoom implements AutoCloseable {
    static final Duration DAY = Duration.ofHours(8);

    private final Path folder;
    private final FarEnds world;
    final VirtualTime time = new VirtualTime();
    private final MemoryStore money = new MemoryStore();
    SqliteOrderStore store;
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
        SecretKey key = KeyFile.open(folder.resolve("key"));
        store = new SqliteOrderStore(database, 1 << 16, key);
        papers = new SqliteKeptPapers(database, key, time);
        tray = new PaperTray(prints);
        KeepingPrinter printer = new KeepingPrinter(tray, papers, () -> time.instant().plus(DAY));
        orders =
                new DurableOrderDesk(
                        new OrderPorts(
                                store,
                                money,
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
        place(SampleOrders.free(SampleOrders.permit(id)));
        return id;
    }

    /// The same, with a document that the citizen hands in later.
    public OrderId permit(OrderRequest.LaterDocument later) throws OrderRefused {
        OrderRequest permit = SampleOrders.free(SampleOrders.permit(SampleOrders.id(3)));
        place(
                new OrderRequest(
                        permit.id(),
                        permit.serviceId(),
                        permit.title(),
                        permit.cents(),
                        permit.positions(),
                        permit.reservation(),
                        permit.application(),
                        permit.copy(),
                        List.of(later),
                        permit.receipt()));
        return permit.id();
    }

    /// What walks through its stores.
    ///
    /// @param <R> what walks
    @FunctionalInterface
    public interface Walk<R> {
        R over(KeptPapers papers, PrintJournal prints, DurableOrderDesk orders);
    }

    /// Makes what walks through its stores.
    public <R> R round(Walk<R> walk) {
        return walk.over(papers, prints, orders);
    }

    /// Lets time go by.
    public void pass(Duration duration) {
        time.pass(duration);
    }

    /// An order, up to its papers.
    void place(OrderRequest request) throws OrderRefused {
        orders.place(request);
        time.pass(Duration.ofSeconds(5));
    }

    /// What lies on the disk, as bytes that stand for themselves.
    String disk() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("terminal.db", "terminal.db-wal")) {
            if (Files.exists(folder.resolve(name))) {
                all.append(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /// How many receipts have something that lies sealed, looked at from beside.
    public long sealedReceipts() throws SQLException {
        try (Connection sql =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("terminal.db"));
                Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM order_receipt")) {
            return row.getLong(1);
        }
    }

    /// The file with the key is lost.
    void loseKey() throws IOException {
        Files.delete(folder.resolve("key"));
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
