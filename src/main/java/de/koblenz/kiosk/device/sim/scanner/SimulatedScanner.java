package de.koblenz.kiosk.device.sim.scanner;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A scanner behind `ipp-usb`, as far as anybody at the other end of HTTP can see: plate, feeder, paper, jams, a cover, and a
/// plug that can be pulled. Listens on 127.0.0.1 alone.
///
/// All methods may be called from any thread.
public final class SimulatedScanner implements AutoCloseable {
    private static final String ROOT = "/eSCL/";
    private static final int REMEMBERED = 10;
    private static final int LONGEST_TICKET = 64 << 10;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static {
        // Without it each answer waits 40 ms for a delayed acknowledgement (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ScannerBuild build;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InetSocketAddress address;
    private final Deque<SimulatedPaper> feeder = new ArrayDeque<>();
    private final Deque<ScanTask> tasks = new ArrayDeque<>();
    private @Nullable HttpServer server;
    private @Nullable SocketChannel reservation;
    private SimulatedPaper onPlate = SimulatedPaper.NOTHING;
    private int sheetsUntilJam = Integer.MAX_VALUE;
    private boolean jammed;
    private boolean coverOpen;
    private boolean busy;
    private boolean broken;
    private int cutAfter = Integer.MAX_VALUE;
    private Duration pace = Duration.ZERO;
    private int pagesSent;
    private int endStatus = 404;
    private int lateAfter = Integer.MAX_VALUE;
    private int begun;

    /// Plugs it in, with no paper anywhere.
    public SimulatedScanner(ScannerBuild build) throws IOException {
        this.build = build;
        HttpServer first = bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
        this.address = first.getAddress();
        first.start();
        this.server = first;
    }

    private HttpServer bind(InetSocketAddress where) throws IOException {
        HttpServer made = HttpServer.create(where, 0);
        made.createContext("/", this::serve);
        made.setExecutor(threads);
        return made;
    }

    /// Where it is; the same after it was unplugged.
    public URI base() {
        return URI.create("http://127.0.0.1:" + address.getPort() + ROOT);
    }

    /// Lays a paper on the plate, or takes it away with [SimulatedPaper#NOTHING].
    public synchronized void lay(SimulatedPaper paper) {
        onPlate = paper;
    }

    /// Puts papers into the feeder, behind those that lie there.
    public synchronized void load(List<SimulatedPaper> papers) {
        feeder.addAll(papers);
        notifyAll();
    }

    /// Takes all papers out of the feeder.
    public synchronized void unload() {
        feeder.clear();
    }

    /// Papers that wait in the feeder.
    public synchronized int loaded() {
        return feeder.size();
    }

    /// Lets a sheet get stuck once so many have passed.
    public synchronized void jamAfter(int sheets) {
        sheetsUntilJam = sheets;
    }

    /// Somebody pulls the stuck sheet out and lays the others in again himself.
    public synchronized void clearJam() {
        jammed = false;
        sheetsUntilJam = Integer.MAX_VALUE;
    }

    public synchronized boolean jammed() {
        return jammed;
    }

    /// Opens or closes the feeder's cover; what it draws in stops.
    public synchronized void cover(boolean open) {
        coverOpen = open;
        notifyAll();
    }

    public synchronized boolean coverOpen() {
        return coverOpen;
    }

    /// Lets it print, or warm up, or not.
    public synchronized void busy(boolean now) {
        busy = now;
    }

    /// Breaks it, or repairs it.
    public synchronized void broken(boolean now) {
        broken = now;
        notifyAll();
    }

    /// How long each page takes.
    public synchronized void pace(Duration perPage) {
        pace = perPage;
    }

    /// Breaks the connection off in the middle of the next page.
    public synchronized void cutNextPageAfter(int bytes) {
        cutAfter = bytes;
    }

    /// Lets it speak of a conflict (409) where others say that there is no more page (404), as some do.
    public synchronized void conflictAtEnd(boolean now) {
        endStatus = now ? 409 : 404;
    }

    /// Says once that there is no page (404) when so many have been fetched, while the next sheet is on its way.
    public synchronized void lateAfter(int pages) {
        lateAfter = pages;
    }

    /// Somebody presses the red button on it.
    public synchronized void pressStop() {
        underWay(ScanTask.State.CANCELED);
    }

    /// Pages that went out whole.
    public synchronized int pagesSent() {
        return pagesSent;
    }

    /// Jobs that nobody has finished, fetched to the end or given up.
    public synchronized int jobsUnderWay() {
        return (int) tasks.stream().filter(ScanTask::underWay).count();
    }

    /// How many jobs ended because a client wanted so, of the last ten.
    public synchronized int jobsGivenUp() {
        return (int) tasks.stream().filter(task -> task.state == ScanTask.State.CANCELED).count();
    }

    public synchronized boolean plugged() {
        return server != null;
    }

    /// Pulls the plug: connections break off, and nobody listens any more. Jobs are forgotten.
    public synchronized void unplug() {
        HttpServer running = server;
        if (running == null) {
            return;
        }
        running.stop(0);
        server = null;
        underWay(ScanTask.State.ABORTED);
        try {
            // A port with connections that are just ending is bound again only with this option.
            reservation =
                    SocketChannel.open()
                            .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                            .bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + address.getPort() + " was lost", e);
        }
    }

    /// Plugs it in again.
    public synchronized void plug() {
        SocketChannel kept = reservation;
        if (kept == null) {
            return;
        }
        try {
            kept.close();
            reservation = null;
            HttpServer again = bind(address);
            again.start();
            server = again;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + address.getPort() + " was lost", e);
        }
    }

    private void underWay(ScanTask.State end) {
        for (ScanTask task : tasks) {
            if (task.underWay()) {
                task.state = end;
            }
        }
        notifyAll();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String wanted = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
            byte[] sent = exchange.getRequestBody().readNBytes(LONGEST_TICKET);
            switch (exchange.getRequestMethod() + " " + wanted) {
                case "GET ScannerCapabilities" -> xml(exchange, build.capabilities());
                case "GET ScannerStatus" -> xml(exchange, status());
                case "POST ScanJobs" -> begin(exchange, sent);
                default -> job(exchange, path);
            }
        } catch (InterruptedException _) {
            // The plug was pulled: the connection ends without an answer.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String status() {
        boolean working = tasks.stream().anyMatch(ScanTask::underWay);
        String state = broken ? "Stopped" : busy || working ? "Processing" : "Idle";
        StringBuilder xml =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
                        xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
                        <pwg:Version>2.63</pwg:Version>
                        """);
        xml.append("<pwg:State>").append(state).append("</pwg:State>\n");
        if (build.feeder()) {
            xml.append("<scan:AdfState>").append(adf(working)).append("</scan:AdfState>\n");
        }
        xml.append("<scan:Jobs>");
        tasks.forEach(task -> xml.append(task.xml()));
        return xml.append("</scan:Jobs></scan:ScannerStatus>\n").toString();
    }

    private String adf(boolean working) {
        if (jammed) {
            return "ScannerAdfJam";
        }
        if (coverOpen) {
            return "ScannerAdfHatchOpen";
        }
        if (working) {
            return "ScannerAdfProcessing";
        }
        return feeder.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded";
    }

    private void begin(HttpExchange exchange, byte[] sent) throws IOException {
        var ticket = ScanTicket.read(sent);
        if (ticket.isEmpty()) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        int status;
        String path = ROOT + "ScanJobs/" + UUID.nameUUIDFromBytes(number());
        synchronized (this) {
            boolean stuck =
                    ticket.get().source().equals("Feeder")
                            && (jammed || coverOpen || feeder.isEmpty());
            if (busy || broken || tasks.stream().anyMatch(ScanTask::underWay)) {
                status = 503;
            } else if (stuck || !build.can(ticket.get())) {
                status = 409;
            } else {
                status = 201;
                tasks.addFirst(new ScanTask(path, ticket.get()));
                if (tasks.size() > REMEMBERED) {
                    tasks.removeLast();
                }
            }
        }
        if (status == 201) {
            exchange.getResponseHeaders().set("Location", base().resolve(path).toString());
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private synchronized byte[] number() {
        begun++;
        return Integer.toString(begun).getBytes(StandardCharsets.US_ASCII);
    }

    private void job(HttpExchange exchange, String path) throws IOException, InterruptedException {
        String document = "/NextDocument";
        boolean next = exchange.getRequestMethod().equals("GET") && path.endsWith(document);
        String job = next ? path.substring(0, path.length() - document.length()) : path;
        ScanTask task = task(job);
        if (task == null) {
            exchange.sendResponseHeaders(404, -1);
        } else if (next) {
            next(exchange, task);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            giveUp(task);
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(405, -1);
        }
    }

    private synchronized @Nullable ScanTask task(String path) {
        return tasks.stream().filter(task -> task.path.equals(path)).findFirst().orElse(null);
    }

    private synchronized void giveUp(ScanTask task) {
        if (task.underWay()) {
            // A plate's only page has been fetched: then this is its usual end.
            task.state =
                    !task.fed() && task.images > 0
                            ? ScanTask.State.COMPLETED
                            : ScanTask.State.CANCELED;
        }
        notifyAll();
    }

    private void next(HttpExchange exchange, ScanTask task)
            throws IOException, InterruptedException {
        if (late(task)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        SimulatedPaper paper = draw(task);
        if (paper == null) {
            exchange.sendResponseHeaders(end(), -1);
            return;
        }
        ScanTicket ticket = task.ticket;
        byte[] jpeg =
                paper.scanned(
                        ticket.width() * ticket.dpi() / 300,
                        ticket.height() * ticket.dpi() / 300,
                        ticket.dpi(),
                        ticket.colourMode().equals("RGB24"));
        int cut = takeCut();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", ticket.format());
        headers.set("Content-Location", task.path + "/NextDocument");
        exchange.sendResponseHeaders(200, jpeg.length);
        OutputStream out = exchange.getResponseBody();
        out.write(jpeg, 0, Math.min(cut, jpeg.length));
        out.flush();
        if (cut >= jpeg.length) {
            sent(task);
        }
    }

    private synchronized int end() {
        return endStatus;
    }

    private synchronized boolean late(ScanTask task) {
        if (task.images != lateAfter) {
            return false;
        }
        lateAfter = Integer.MAX_VALUE;
        return true;
    }

    private synchronized int takeCut() {
        int cut = cutAfter;
        cutAfter = Integer.MAX_VALUE;
        return cut;
    }

    private synchronized void sent(ScanTask task) {
        task.images++;
        pagesSent++;
    }

    /// Moves the light along, or a sheet past it.
    ///
    /// @return null when there is nothing more
    private synchronized @Nullable SimulatedPaper draw(ScanTask task) throws InterruptedException {
        long end = System.nanoTime() + pace.toNanos();
        for (long left = pace.toNanos();
                left > 0 && task.underWay() && !broken && !(task.fed() && coverOpen);
                left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
        if (task.underWay() && (broken || (task.fed() && (coverOpen || sheetsUntilJam == 0)))) {
            jammed |= task.fed() && sheetsUntilJam == 0;
            task.state = ScanTask.State.ABORTED;
        }
        if (!task.underWay()) {
            return null;
        }
        if (!task.fed()) {
            if (task.images > 0) {
                task.state = ScanTask.State.COMPLETED;
                return null;
            }
            return onPlate;
        }
        SimulatedPaper sheet = feeder.poll();
        if (sheet == null) {
            task.state = ScanTask.State.COMPLETED;
            return null;
        }
        sheetsUntilJam--;
        return sheet;
    }

    private static void xml(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
        SocketChannel kept = reservation;
        if (kept != null) {
            try {
                kept.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reservation = null;
        }
    }
}
