package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.Notice;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CallDeskTest {
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Path SHIPPED =
            Path.of(System.getProperty("kiosk.project", "."), "packaging", "monitor");

    @TempDir private Path folder;
    private final Calls calls = new Calls();

    /// What waits to be called; over both databases `FleetStoreContract` proves it.
    private static final class Calls implements AlarmStore {
        private final List<Call> waiting = new ArrayList<>();

        synchronized void add(Call call) {
            waiting.add(call);
        }

        @Override
        public synchronized List<Call> calls(int most) {
            return waiting.stream().limit(most).toList();
        }

        @Override
        public synchronized void called(Call call) {
            waiting.remove(call);
            notifyAll();
        }

        synchronized void awaitNone() throws InterruptedException {
            while (!waiting.isEmpty()) {
                wait();
            }
        }

        @Override
        public List<Alarm> open() {
            return List.of();
        }

        @Override
        public List<Alarm> history(Instant from, Instant to, int most) {
            return List.of();
        }

        @Override
        public void request(int shard, String id, Instant at, Operator by, OperatorAction action) {}
    }

    private static AlarmStore.Call call(AlarmKind kind, int id, Notice notice, int level) {
        return new AlarmStore.Call(
                new Alarm(
                        id,
                        new AlarmKey(kind, "amt", "terminal-" + id, "receipt-printer"),
                        AlarmState.RAISED,
                        AT,
                        AT,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        new Alarm.Call(false, AT, level, AT)),
                notice,
                AT);
    }

    private static AlarmStore.Call call(int id) {
        return call(AlarmKind.JAMMED, id, Notice.RAISED, 0);
    }

    private Path program(String... lines) throws IOException {
        Path file = folder.resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private CallDesk desk(AlarmNotifier notifier) {
        return new CallDesk(calls, notifier, () -> true, Severity.MAJOR, PAUSE);
    }

    @Test
    void eachCallIsMadeOnceAndInOrder() throws Exception {
        Path made = folder.resolve("made");
        AlarmNotifier program =
                new ProgramNotifier(program("cat >> " + made), Duration.ofSeconds(20));
        for (int i = 1; i <= 450; i++) {
            calls.add(call(i));
        }
        calls.add(call(AlarmKind.PAPER_LOW, 999, Notice.RAISED, 0));
        try (CallDesk _ = desk(program)) {
            calls.awaitNone();
        }
        List<String> lines = Files.readAllLines(made);
        // A warning is below what anybody is called to.
        assertEquals(450, lines.size());
        for (int i = 1; i <= 450; i++) {
            assertTrue(lines.get(i - 1).contains("\"alarm\":" + i + ","), lines.get(i - 1));
        }
        assertEquals(
                "{\"notice\":\"RAISED\",\"at\":\"2026-06-01T08:00:00Z\",\"alarm\":1,"
                        + "\"kind\":\"device.receipt-printer.jammed\",\"severity\":\"MAJOR\","
                        + "\"office\":\"amt\",\"terminal\":\"terminal-1\","
                        + "\"device\":\"receipt-printer\",\"state\":\"RAISED\","
                        + "\"raisedAt\":\"2026-06-01T08:00:00Z\",\"level\":0,\"assignee\":\"\"}",
                lines.getFirst());
    }

    @Test
    void aCallThatFailsIsMadeAgain() throws Exception {
        Path tries = folder.resolve("tries");
        AlarmNotifier program =
                new ProgramNotifier(
                        program(
                                "cat > /dev/null",
                                "echo x >> " + tries,
                                "test $(wc -l < " + tries + ") -ge 3"),
                        Duration.ofSeconds(20));
        calls.add(call(1));
        try (CallDesk _ = desk(program)) {
            calls.awaitNone();
        }
        assertEquals(3, Files.readAllLines(tries).size());
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren() throws Exception {
        Path child = folder.resolve("child");
        AlarmNotifier program =
                new ProgramNotifier(
                        program("sleep 600 & echo $! > " + child, "wait"), Duration.ofSeconds(1));
        assertThrows(IOException.class, () -> program.call(List.of(call(1))));
        long pid = Long.parseLong(Files.readString(child).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid);
        if (left.isPresent()) {
            left.get().onExit().get(20, TimeUnit.SECONDS);
        }
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void aProgramThatIsNotThereIsNoCall() {
        AlarmNotifier program =
                new ProgramNotifier(folder.resolve("missing"), Duration.ofSeconds(1));
        assertThrows(IOException.class, () -> program.call(List.of(call(1))));
    }

    @Test
    void whoLooksOnCallsNobody() throws Exception {
        BlockingQueue<Integer> asked = new LinkedBlockingQueue<>();
        List<AlarmStore.Call> made = new ArrayList<>();
        calls.add(call(1));
        try (CallDesk _ =
                new CallDesk(
                        calls,
                        made::addAll,
                        () -> {
                            asked.add(1);
                            return false;
                        },
                        Severity.MAJOR,
                        PAUSE)) {
            for (int i = 0; i < 3; i++) {
                assertTrue(asked.poll(20, TimeUnit.SECONDS) != null);
            }
        }
        assertEquals(List.of(), made);
        assertEquals(1, calls.calls(10).size());
    }

    /// The script that ships, real msmtp, and SMTP (RFC 5321) on a real line.
    @Test
    void theShippedScriptSendsOneMailForAllCalls() throws Exception {
        Path msmtp = Peers.require("msmtp");
        BlockingQueue<String> mails = new LinkedBlockingQueue<>();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> receive(server, mails));
            Path sendmail = folder.resolve("sendmail");
            Files.writeString(
                    sendmail,
                    "#!/bin/sh\nexec %s --host=127.0.0.1 --port=%d --read-envelope-from --read-recipients\n"
                            .formatted(msmtp, server.getLocalPort()));
            assertTrue(sendmail.toFile().setExecutable(true));
            Path settings = folder.resolve("calls");
            Files.writeString(
                    settings,
                    "FROM=terminal@kgrz.example\nTO_0=dienst@kgrz.example\nTO_1=leitung@kgrz.example\nSENDMAIL="
                            + sendmail
                            + "\n");
            AlarmNotifier program =
                    new ProgramNotifier(
                            program(
                                    "CALLS="
                                            + settings
                                            + " exec "
                                            + SHIPPED.resolve("call-by-mail")),
                            Duration.ofSeconds(20));
            program.call(
                    List.of(
                            call(1),
                            call(AlarmKind.PAPER_OUT, 2, Notice.ESCALATED, 1),
                            call(AlarmKind.NODE_LOST, 3, Notice.CLEARED, 0)));
            String mail = mails.poll(20, TimeUnit.SECONDS);
            assertTrue(mail != null);
            assertTrue(
                    mail.contains("RCPT dienst@kgrz.example\nRCPT leitung@kgrz.example\n"), mail);
            assertTrue(
                    mail.contains(
                            "Subject: [Bürgerterminal] SCHWER: Papierstau, amt/terminal-1 receipt-printer und 2 weitere"),
                    mail);
            assertTrue(mail.contains("Neue Störung\n  SCHWER: Papierstau, amt/terminal-1"), mail);
            assertTrue(mail.contains("Eskalation: noch immer von niemandem übernommen\n"), mail);
            assertTrue(
                    mail.contains("Behoben\n  SCHWER: Terminal nicht erreichbar, amt/terminal-3"),
                    mail);
        }
    }

    /// One mail, as a server takes it.
    private static void receive(ServerSocket server, BlockingQueue<String> mails) {
        StringBuilder mail = new StringBuilder();
        try (Socket line = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(line.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String word = said.substring(0, Math.min(4, said.length()));
                String answer = "250 yes\r\n";
                if (word.equals("RCPT")) {
                    mail.append("RCPT ").append(said.replaceFirst(".*<(.*)>.*", "$1")).append('\n');
                } else if (word.equals("DATA")) {
                    out.print("354 go on\r\n");
                    out.flush();
                    for (String text = in.readLine();
                            text != null && !text.equals(".");
                            text = in.readLine()) {
                        mail.append(text).append('\n');
                    }
                    mails.add(mail.toString());
                } else if (word.equals("QUIT")) {
                    answer = "221 bye\r\n";
                }
                out.print(answer);
                out.flush();
            }
        } catch (IOException _) {
            // The test waits in vain and says so.
        }
    }

    /// The script that ships, real curl, real HTTP.
    @Test
    void theShippedScriptPostsEachCall() throws Exception {
        Peers.require("curl");
        List<String> posted = new ArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    posted.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    // The second is refused.
                    exchange.sendResponseHeaders(posted.size() == 2 ? 503 : 204, -1);
                    exchange.close();
                });
        server.start();
        try {
            Path settings = folder.resolve("calls");
            Files.writeString(
                    settings, "URL=http://127.0.0.1:" + server.getAddress().getPort() + "/hook\n");
            AlarmNotifier program =
                    new ProgramNotifier(
                            program(
                                    "CALLS="
                                            + settings
                                            + " exec "
                                            + SHIPPED.resolve("call-by-webhook")),
                            Duration.ofSeconds(20));
            program.call(List.of(call(1)));
            assertThrows(IOException.class, () -> program.call(List.of(call(2))));
            program.call(List.of(call(2), call(3)));
            assertEquals(4, posted.size());
            assertTrue(posted.getLast().contains("\"alarm\":3"));
        } finally {
            server.stop(0);
        }
    }
}
