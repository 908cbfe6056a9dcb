package de.koblenz.kiosk.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.bench.ScriptedCitizen;
import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.SimulatedReader;
import de.koblenz.kiosk.health.WireMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The terminal of [WipeTest], in a process of its own: eight citizens come and go, then the heap is dumped and the
/// process ends at once, so that its data folder stays as a running terminal's. What citizens type is made letter by
/// letter from a seed, so that no word of it is ever in this process unless the terminal puts it together.
final class WipedSession {
    static final int LETTERS = 10;
    static final int DIGITS = 4;
    static final int PIN = 6;

    /// What each citizen types that is personal.
    enum Datum {
        GIVEN_NAME,
        FAMILY_NAME,
        STREET,
        LICENCE_PLATE,
        SEARCH,
        PIN,
        NEW_PIN,
        PUK
    }

    /// How each citizen leaves.
    enum Citizen {
        TAKES_PAPER,
        TAKES_QR,
        SEARCHES,
        ENDS,
        WALKS_AWAY,
        READS_CARD,
        CHANGES_PIN,
        UNBLOCKS_PIN,
        LEAKS_PIN
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The leak that the test must find, or it would find nothing at all.
    private static @Nullable String leak;

    /// As a buffer that was not erased; nobody types it.
    private static byte @Nullable [] pinLeak;

    private final long seed;
    private final List<WireMessage> carried;
    private final ScriptedCitizen citizen;
    private final LocalDate today;
    private final Cards cards;

    private WipedSession(
            long seed,
            List<WireMessage> carried,
            ScriptedCitizen citizen,
            LocalDate today,
            Cards cards) {
        this.seed = seed;
        this.carried = carried;
        this.citizen = citizen;
        this.today = today;
        this.cards = cards;
    }

    /// The reader, and where the cards are.
    private record Cards(SimulatedReader reader, int port, List<byte[]> trustAnchors) {
        void lay(Citizen who) throws IOException {
            reader.lay(new DistantCard(port, who.name(), trustAnchors));
        }
    }

    /// The letter or digit at a place of what a citizen types.
    static String letter(long seed, Citizen citizen, Datum datum, int place) {
        long at = (citizen.ordinal() * 100L + datum.ordinal()) * 100L + place;
        SplittableRandom random = new SplittableRandom(seed + at);
        boolean digit =
                datum.compareTo(Datum.PIN) >= 0 || (datum == Datum.LICENCE_PLATE && place >= 2);
        char made = (char) (digit ? '1' + random.nextInt(9) : 'a' + random.nextInt(26));
        return Character.toString(made);
    }

    /// @param arguments configuration, profiles, data folder, folder for what comes out, seed, port of the cards, file with the
    /// certificate of their issuer, then [FarEnds.Addresses] in the order of its parts
    public static void main(String[] arguments) throws Exception {
        try {
            List<String> at = List.of(arguments);
            run(
                    Installation.read(Path.of(at.get(0)), Path.of(at.get(1)), new Problems()),
                    Path.of(at.get(2)),
                    Path.of(at.get(3)),
                    Long.parseLong(at.get(4)),
                    Integer.parseInt(at.get(5)),
                    Files.readAllBytes(Path.of(at.get(6))),
                    addresses(at.subList(7, at.size())));
            Runtime.getRuntime().halt(0);
        } catch (Exception | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    static List<String> arguments(FarEnds.Addresses at) {
        return List.of(
                at.payments().toString(),
                at.originatorId(),
                at.endPointId(),
                at.paymentUser(),
                at.paymentPassword(),
                at.booking().toString(),
                at.bookingToken(),
                at.submissions().toString(),
                at.tokens().toString(),
                at.clientId(),
                at.clientSecret(),
                at.printer().toString(),
                at.scanner().toString(),
                at.broker().toString());
    }

    private static FarEnds.Addresses addresses(List<String> at) {
        return new FarEnds.Addresses(
                URI.create(at.get(0)),
                at.get(1),
                at.get(2),
                at.get(3),
                at.get(4),
                URI.create(at.get(5)),
                at.get(6),
                URI.create(at.get(7)),
                URI.create(at.get(8)),
                at.get(9),
                at.get(10),
                Path.of(at.get(11)),
                URI.create(at.get(12)),
                URI.create(at.get(13)));
    }

    private static void run(
            Installation installation,
            Path data,
            Path out,
            long seed,
            int port,
            byte[] issuer,
            FarEnds.Addresses ends)
            throws IOException, InterruptedException {
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        Toolkit.headless();
        BenchAuthority authority = new BenchAuthority(Instant::now);
        SimulatedCardService service = new SimulatedCardService();
        Cards cards =
                new Cards(
                        service.plug("REINER SCT cyberJack RFID komfort 00 00"),
                        port,
                        authority.trustAnchors());
        KioskGraph terminal =
                new KioskGraph(
                        installation,
                        Endpoints.of(ends, profile, service, authority.road(issuer)),
                        data,
                        // Nobody sets the time of day: what ends a session is time that passes.
                        new Clocks(Instant::now, () -> Instant.now().plus(ahead.get())));
        List<WireMessage> carried = new CopyOnWriteArrayList<>();
        terminal.health().watch(carried::add);
        CompletableFuture<ScriptedCitizen> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            AtomicLong nanos = new AtomicLong();
            ScreenView view = terminal.view(nanos::get);
            ScreenPicture camera = new ScreenPicture(view);
            // In a window, smaller than the page, so that pulses come and the page is painted.
            Stage stage = new Stage();
            stage.setScene(view.getScene());
            stage.setWidth(640);
            stage.setHeight(480);
            stage.show();
            made.complete(new ScriptedCitizen(view, camera, nanos, out));
        });
        ScriptedCitizen citizen = made.join();
        terminal.start(citizen::shown);
        var _ = terminal.backstage().orElseThrow();
        LocalDate today = LocalDate.ofInstant(Instant.now(), KioskGraph.ZONE);
        new WipedSession(seed, carried, citizen, today, cards).comeAndGo(ahead, out);
    }

    private void comeAndGo(AtomicReference<Duration> ahead, Path out)
            throws IOException, InterruptedException {
        goesAllTheWay(Citizen.TAKES_PAPER, "copy.PAPER");
        goesAllTheWay(Citizen.TAKES_QR, "copy.QR");
        searches();
        answersUntil("postcode", Citizen.ENDS, "");
        citizen.touches("end");
        citizen.sees("end");
        citizen.touches("next");
        citizen.sees("start");
        readsCard();
        changesPin();
        unblocksPin();
        answersUntil("family-name", Citizen.WALKS_AWAY, "");
        types(Citizen.WALKS_AWAY, Datum.FAMILY_NAME);
        // A letter that arrived after the clock was put forward would count as a touch.
        citizen.sees(
                "the whole name",
                s ->
                        s.body() instanceof Screen.TextEntry(var entry)
                                && entry.value().length() == LETTERS);
        ahead.set(Duration.ofMinutes(3));
        citizen.sees("timeout");
        ahead.set(Duration.ofMinutes(6));
        citizen.sees("start");
        pinLeak = new byte[10];
        for (int place = 0; place < PIN; place++) {
            pinLeak[place] = (byte) letter(seed, Citizen.LEAKS_PIN, Datum.PIN, place).charAt(0);
        }
        untilReported(
                "\"Session/Completed Total\":4",
                "\"Session/Ended Total\":3",
                "\"Session/Timed Out Total\":1");
        quiet();
        Files.write(
                out.resolve("messages.jsonl"),
                carried.stream().map(WireMessage::toJsonLine).toList());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(out.resolve("heap.hprof").toString(), true);
        if (leak == null || pinLeak == null) {
            throw new StoryEnded("nothing was leaked");
        }
    }

    private void goesAllTheWay(Citizen who, String copy) throws InterruptedException {
        answersUntil("check", who, copy);
        citizen.touches("next");
        citizen.sees("order.done");
        citizen.touches("next");
        citizen.sees("start");
    }

    private void readsCard() throws IOException, InterruptedException {
        citizen.sees("start");
        citizen.touches("tile.AUTO_PARKEN");
        citizen.sees("situation");
        citizen.touches("service.bewohnerparkausweis");
        citizen.sees(
                "the button to start", s -> s.key().startsWith("service.") && s.next().isPresent());
        citizen.touches("next");
        chooses(citizen.sees("identity"), "identity.CARD");
        citizen.touches("next");
        citizen.sees("card.consent");
        citizen.touches("next");
        citizen.sees("card.lay");
        cards.lay(Citizen.READS_CARD);
        citizen.sees("card.entry.PIN");
        digits(Citizen.READS_CARD, Datum.PIN, PIN);
        citizen.touches("next");
        citizen.sees("card.read");
        citizen.touches("look.FULL");
        citizen.sees("everything", s -> shows(s, "look.USUAL"));
        citizen.touches("next");
        citizen.sees("question.");
        cards.reader().take();
        citizen.touches("end");
        citizen.sees("end");
        citizen.touches("next");
        citizen.sees("start");
    }

    private static boolean shows(Screen screen, String row) {
        return screen.body() instanceof Screen.Message message
                && message.rows().stream().anyMatch(control -> control.id().equals(row));
    }

    private void manages(String goal, Citizen who) throws IOException, InterruptedException {
        citizen.sees("start");
        citizen.touches("tile.AUSWEIS_PASS");
        citizen.sees("situation");
        citizen.touches("service.pin");
        citizen.sees("pin-service");
        citizen.touches("pin." + goal);
        citizen.sees("card.lay");
        cards.lay(who);
    }

    private void changesPin() throws IOException, InterruptedException {
        manages("CHANGE", Citizen.CHANGES_PIN);
        citizen.sees("card.entry.PIN");
        digits(Citizen.CHANGES_PIN, Datum.PIN, PIN);
        citizen.touches("next");
        for (String page : List.of("card.entry.NEW_PIN", "card.entry.NEW_PIN.again")) {
            citizen.sees(page, s -> s.key().equals(page));
            digits(Citizen.CHANGES_PIN, Datum.NEW_PIN, PIN);
            citizen.touches("next");
        }
        leavesWithCard("card.done.set");
    }

    private void unblocksPin() throws IOException, InterruptedException {
        manages("UNBLOCK", Citizen.UNBLOCKS_PIN);
        citizen.sees("card.entry.PUK");
        digits(Citizen.UNBLOCKS_PIN, Datum.PUK, LETTERS);
        citizen.touches("next");
        leavesWithCard("card.done.unblocked");
    }

    private void leavesWithCard(String page) throws InterruptedException {
        citizen.sees(page);
        cards.reader().take();
        citizen.touches("next");
        citizen.sees("start");
    }

    private void digits(Citizen who, Datum datum, int count) throws InterruptedException {
        for (int place = 0; place < count; place++) {
            citizen.types(letter(seed, who, datum, place));
        }
    }

    private void searches() throws InterruptedException {
        citizen.sees("start");
        citizen.touches("search");
        citizen.sees("search");
        types(Citizen.SEARCHES, Datum.SEARCH);
        citizen.touches("end");
        citizen.sees("start");
    }

    /// Starts the service and answers up to the page whose key ends like that.
    private void answersUntil(String end, Citizen who, String copy) throws InterruptedException {
        citizen.sees("start");
        citizen.touches("tile.AUTO_PARKEN");
        citizen.sees("situation");
        citizen.touches("service.bewohnerparkausweis");
        citizen.sees(
                "the button to start", s -> s.key().startsWith("service.") && s.next().isPresent());
        citizen.touches("next");
        String before = "service.bewohnerparkausweis";
        while (true) {
            String last = before;
            Screen page = citizen.sees("the page after " + last, s -> !s.key().equals(last));
            before = page.key();
            if (page.key().endsWith(end)) {
                return;
            }
            answers(page, who, copy);
            citizen.touches("next");
        }
    }

    private void answers(Screen page, Citizen who, String copy) throws InterruptedException {
        switch (page.key().substring(page.key().lastIndexOf('.') + 1)) {
            case "given-names" -> types(who, Datum.GIVEN_NAME);
            case "family-name" -> {
                types(who, Datum.FAMILY_NAME);
                if (who == Citizen.ENDS
                        && citizen.sees(page.key()).body() instanceof Screen.TextEntry(var entry)) {
                    leak = entry.value();
                }
            }
            case "birth-date" -> parts(List.of("03", "06", "1990"));
            case "street" -> {
                types(who, Datum.STREET);
                part(1);
                citizen.types("7");
            }
            case "postcode" -> citizen.types("56068");
            case "licence-plate" -> {
                citizen.types("KO-");
                types(who, Datum.LICENCE_PLATE);
            }
            case "length" -> citizen.types("4800");
            case "width" -> citizen.types("1900");
            case "start" -> {
                LocalDate day = today.plusDays(7);
                parts(
                        List.of(
                                "%02d".formatted(day.getDayOfMonth()),
                                "%02d".formatted(day.getMonthValue()),
                                Integer.toString(day.getYear())));
            }
            case "identity" -> chooses(page, "identity.HAND");
            case "copy" -> chooses(page, copy);
            default -> {
                if (page.body() instanceof Screen.Choices choices) {
                    chooses(page, choices.choices().getFirst().control().id());
                } else {
                    throw new StoryEnded("nobody knows what to do on " + page.key());
                }
            }
        }
    }

    private void chooses(Screen page, String option) throws InterruptedException {
        citizen.touches(option);
        citizen.sees(
                "the choice on " + page.key(),
                s ->
                        s.body() instanceof Screen.Choices now
                                && now.choices().stream().anyMatch(Screen.Choice::selected));
    }

    private void types(Citizen who, Datum datum) throws InterruptedException {
        boolean plate = datum == Datum.LICENCE_PLATE;
        for (int place = 0; place < (plate ? 2 + DIGITS : LETTERS); place++) {
            if (plate && place == 2) {
                citizen.types(" ");
            }
            citizen.types(letter(seed, who, datum, place));
        }
    }

    private void parts(List<String> texts) throws InterruptedException {
        for (int i = 0; i < texts.size(); i++) {
            part(i);
            citizen.types(texts.get(i));
        }
    }

    private void part(int part) throws InterruptedException {
        Screen now = citizen.sees("a page", _ -> true);
        if (now.body() instanceof Screen.PartsEntry parts && parts.focused() != part) {
            citizen.touches("part." + part);
            citizen.sees(
                    "part " + part,
                    s -> s.body() instanceof Screen.PartsEntry p && p.focused() == part);
        }
    }

    /// Waits until the ends of all sessions are reported: then what follows an end is carried out.
    private void untilReported(String... counters) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Stream.of(counters)
                .allMatch(counter ->
                        carried.stream()
                                .anyMatch(message -> message.payload().contains(counter)))) {
            if (System.nanoTime() > until) {
                throw new StoryEnded("the ends of the sessions were not reported");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /// Waits until the screen has been painted twice since.
    private static void quiet() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Void> painted = new CompletableFuture<>();
            Platform.runLater(() -> {
                new javafx.animation.AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        painted.complete(null);
                    }
                }.start();
                Platform.requestNextPulse();
            });
            painted.join();
        }
    }
}
