package de.koblenz.kiosk.health.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.FullDisk;
import de.koblenz.kiosk.store.SqliteCommandJournal;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandDeskTest {
    private static final String HERE = "amt/terminal-1";
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final UUID OUTBOX = UUID.fromString("0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11");

    @TempDir Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final List<Command> carriedOut = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private CommandTarget.Outcome outcome = new CommandTarget.Outcome.Done();
    private volatile Optional<CommandTarget.Outcome> ended =
            Optional.of(new CommandTarget.Outcome.Done());
    private CompletableFuture<Optional<CommandTarget.Outcome.Failed>> preparation =
            CommandTarget.READY;
    private KeyPair keys;
    private CommandSigner signer;
    private Database database;
    private SqliteEventOutbox outbox;
    private CommandDesk desk;

    @BeforeEach
    void open() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        signer = new CommandSigner(keys.getPrivate());
        start();
    }

    private void start() throws IOException {
        database = Database.openReports(folder.resolve("reports.db"));
        outbox = new SqliteEventOutbox(database, OUTBOX);
        desk =
                new CommandDesk(
                        new CommandCheck(List.of(keys.getPublic()), HERE),
                        new SqliteCommandJournal(database, outbox),
                        outbox,
                        new CommandTarget() {
                            @Override
                            public boolean idle() {
                                return idle.get();
                            }

                            @Override
                            public CompletableFuture<Optional<Outcome.Failed>> prepare(
                                    UUID id, Command command) {
                                return command instanceof Command.Configuration
                                        ? preparation
                                        : CommandTarget.READY;
                            }

                            @Override
                            public Outcome carryOut(UUID id, Command command) {
                                carriedOut.add(command);
                                return outcome;
                            }

                            @Override
                            public Optional<Outcome> ended(UUID id, Command command) {
                                return ended;
                            }
                        },
                        now::get,
                        () -> told.add("told"));
        desk.start();
    }

    @AfterEach
    void close() {
        desk.close();
        database.close();
    }

    @Test
    void aCommandIsCarriedOutAndAnswered() throws Exception {
        desk.take(signer.sign(command(1, 1, new Command.Rebirth())));
        assertEquals(List.of("command.done  1"), answers(1));
        assertEquals(List.of(new Command.Rebirth()), carriedOut);
    }

    @Test
    void aCommandThatFailsIsAnsweredByItsCode() throws Exception {
        outcome = new CommandTarget.Outcome.Failed("PRN-PAPER-OUT");
        desk.take(signer.sign(command(1, 1, new Command.TestPrint())));
        assertEquals(List.of("command.failed PRN-PAPER-OUT 1"), answers(1));
    }

    @Test
    void theSameCommandSentAgainIsNotCarriedOutAgain() throws Exception {
        String jws = signer.sign(command(1, 1, new Command.Rebirth()));
        desk.take(jws);
        desk.take(jws);
        desk.take(jws);
        desk.take(signer.sign(command(2, 2, new Command.InService())));
        assertEquals(List.of("command.done  1", "command.done  2"), answers(2));
        assertEquals(2, carriedOut.size());
    }

    @Test
    void aCommandWhoseAnswerTheMonitorHasIsAReplay() throws Exception {
        String jws = signer.sign(command(1, 1, new Command.Rebirth()));
        desk.take(jws);
        answers(1);
        outbox.acknowledge(1);
        desk.take(jws);
        assertEquals(List.of("command.rejected CMD-REPLAYED 1"), answers(1));
        assertEquals(1, carriedOut.size());
    }

    @Test
    void anOlderNumberIsAReplayAlsoAfterARestart() throws Exception {
        desk.take(signer.sign(command(1, 5, new Command.Rebirth())));
        answers(1);
        close();
        start();
        desk.take(signer.sign(command(2, 5, new Command.Rebirth())));
        desk.take(signer.sign(command(3, 4, new Command.Rebirth())));
        assertEquals(
                List.of(
                        "command.done  1",
                        "command.rejected CMD-REPLAYED 2",
                        "command.rejected CMD-REPLAYED 3"),
                answers(3));
        assertEquals(1, carriedOut.size());
    }

    @Test
    void whatIsExpiredForeignAlteredOrUnknownIsRefusedAndToldOf() throws Exception {
        SignedCommand good = command(1, 1, new Command.Restart());
        desk.take(
                signer.sign(
                        new SignedCommand(
                                id(2),
                                HERE,
                                2,
                                NOW.minusSeconds(60),
                                NOW.minusSeconds(1),
                                true,
                                new Command.Restart())));
        desk.take(
                signer.sign(
                        new SignedCommand(
                                id(3),
                                HERE,
                                3,
                                NOW.plusSeconds(600),
                                NOW.plusSeconds(900),
                                true,
                                new Command.Restart())));
        desk.take(
                signer.sign(
                        new SignedCommand(
                                id(4),
                                "amt/terminal-2",
                                4,
                                NOW,
                                NOW.plusSeconds(60),
                                true,
                                new Command.Restart())));
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        desk.take(new CommandSigner(stranger.getPrivate()).sign(good));
        String[] parts = signer.sign(good).split("\\.");
        String forced =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("\"seq\":1", "\"seq\":1,\"forced\":true");
        desk.take(
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(forced.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + parts[2]);
        desk.take(
                signer.seal(
                        CommandSigner.HEADER,
                        CommandSigner.claims(good).replace("restart", "openTheSafe")));
        desk.take(signer.seal("{\"alg\":\"none\"}", CommandSigner.claims(good)));
        desk.take(
                signer.seal("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"]}", CommandSigner.claims(good)));
        desk.take("not a command");
        assertEquals(
                List.of(
                        "command.rejected CMD-EXPIRED 2",
                        "command.rejected CMD-EXPIRED 3",
                        "command.rejected CMD-AUDIENCE 4",
                        "command.rejected CMD-SIGNATURE ",
                        "command.rejected CMD-SIGNATURE ",
                        "command.rejected CMD-KIND 1",
                        "command.rejected CMD-FORM ",
                        "command.rejected CMD-FORM ",
                        "command.rejected CMD-FORM "),
                answers(9));
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void anyChangedByteMakesACommandWorthless() throws Exception {
        CommandCheck check = new CommandCheck(List.of(keys.getPublic()), HERE);
        String jws = signer.sign(command(1, 1, new Command.Restart()));
        check.read(jws, NOW);
        int signature = jws.lastIndexOf('.');
        for (int place = 0; place < jws.length() - 1; place++) {
            char other = jws.charAt(place) == 'A' ? 'B' : 'A';
            String altered = jws.substring(0, place) + other + jws.substring(place + 1);
            // The last letter of each part has bits that mean nothing.
            if (place != signature - 1 && place != jws.indexOf('.') - 1) {
                assertThrows(CommandRefused.class, () -> check.read(altered, NOW), altered);
            }
        }
    }

    @Test
    void whatDisturbsWaitsUntilNobodyIsThere() throws Exception {
        idle.set(false);
        desk.take(signer.sign(command(1, 1, new Command.OutOfService(Map.of("de", "Umbau")))));
        desk.take(signer.sign(command(2, 2, new Command.Rebirth())));
        assertEquals(List.of("command.waiting  1", "command.done  2"), answers(2));
        assertEquals(List.of(new Command.Rebirth()), carriedOut);
        idle.set(true);
        desk.idle();
        assertEquals("command.done  1", answers(3).getLast());
        assertEquals(new Command.OutOfService(Map.of("de", "Umbau")), carriedOut.getLast());
    }

    @Test
    void whatWaitsTooLongIsNotDoneAnyMore() throws Exception {
        idle.set(false);
        desk.take(signer.sign(command(1, 1, new Command.TestPrint())));
        answers(1);
        now.set(NOW.plus(Duration.ofHours(2)));
        idle.set(true);
        desk.idle();
        assertEquals("command.failed CMD-EXPIRED 1", answers(2).getLast());
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void whatIsForcedIsDoneAtOnce() throws Exception {
        idle.set(false);
        desk.take(
                signer.sign(
                        new SignedCommand(
                                id(1),
                                HERE,
                                1,
                                NOW,
                                NOW.plusSeconds(60),
                                true,
                                new Command.OutOfService(Map.of()))));
        assertEquals(List.of("command.done  1"), answers(1));
    }

    private static final Command.Configuration CONFIGURATION =
            new Command.Configuration(
                    URI.create("https://kgrz.example/fleet.zip"), "0a".repeat(32), 4711);
    private static final List<Command> NEW_KINDS =
            List.of(
                    new Command.Screenshot(),
                    new Command.Logs(500),
                    CONFIGURATION,
                    new Command.SoftwareUpdate(
                            "0.2.0",
                            URI.create("https://kgrz.example/0.2.0.tar"),
                            "0b".repeat(32)));

    @Test
    void everyKindIsReadAsItWasSigned() throws Exception {
        CommandCheck check = new CommandCheck(List.of(keys.getPublic()), HERE);
        for (Command command : NEW_KINDS) {
            assertEquals(
                    command(1, 1, command), check.read(signer.sign(command(1, 1, command)), NOW));
        }
    }

    @Test
    void noKindIsTakenReplayedExpiredForeignOrAltered() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        for (Command command : NEW_KINDS) {
            SignedCommand good = command(1, 1, command);
            CommandCheck check = new CommandCheck(List.of(keys.getPublic()), HERE);
            assertEquals("CMD-EXPIRED", refusal(check, signer.sign(good), NOW.plusSeconds(3601)));
            assertEquals(
                    "CMD-SIGNATURE",
                    refusal(check, new CommandSigner(stranger.getPrivate()).sign(good), NOW));
            assertEquals(
                    "CMD-AUDIENCE",
                    refusal(
                            new CommandCheck(List.of(keys.getPublic()), "amt/terminal-2"),
                            signer.sign(good),
                            NOW));
            String altered = CommandSigner.claims(good).replace("\"seq\":1", "\"seq\":2");
            String[] parts = signer.sign(good).split("\\.");
            String other =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(altered.getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "CMD-SIGNATURE", refusal(check, parts[0] + "." + other + "." + parts[2], NOW));
        }
        long number = 0;
        for (Command command : NEW_KINDS) {
            number++;
            String jws = signer.sign(command(number, number, command));
            desk.take(jws);
            answers(1);
            outbox.acknowledge(number * 2 - 1);
            desk.take(jws);
            assertEquals(List.of("command.rejected CMD-REPLAYED " + number), answers(1), jws);
            outbox.acknowledge(number * 2);
        }
    }

    private static String refusal(CommandCheck check, String jws, Instant at) {
        return assertThrows(CommandRefused.class, () -> check.read(jws, at)).code();
    }

    @Test
    void anArchiveIsFetchedEncryptedOrFromThisMachineAndHasABound() {
        for (String address :
                List.of(
                        "http://kgrz.example/a.zip",
                        "file:///etc/passwd",
                        "https://user:word@kgrz.example/a.zip",
                        "a.zip")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Command.Configuration(URI.create(address), "0a".repeat(32), 1));
        }
        URI good = URI.create("https://kgrz.example/a.zip");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Command.Configuration(good, "0A".repeat(32), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Command.Configuration(good, "0a".repeat(32), (16L << 20) + 1));
        assertThrows(IllegalArgumentException.class, () -> new Command.Logs(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Command.SoftwareUpdate("1; reboot", good, "0a".repeat(32)));
    }

    @Test
    void aPictureIsNeverForced() throws Exception {
        idle.set(false);
        desk.take(signer.sign(forced(1, new Command.Screenshot())));
        desk.take(signer.sign(command(2, 2, new Command.Logs(10))));
        // The log is no business of a citizen's.
        assertEquals(List.of("command.waiting  1", "command.done  2"), answers(2));
        assertEquals(List.of(new Command.Logs(10)), carriedOut);
        outcome = new CommandTarget.Outcome.Sent(4711);
        idle.set(true);
        desk.idle();
        assertEquals("command.done  1", answers(3).getLast());
        assertEquals(Map.of(EventNumber.BYTES, 4711L), outbox.after(0, 10).getLast().numbers());
    }

    @Test
    void aPictureWaitsForWhoeverStepsUpInThatVeryMoment() throws Exception {
        outcome = new CommandTarget.Outcome.Postponed();
        desk.take(signer.sign(command(1, 1, new Command.Screenshot())));
        assertEquals(List.of("command.waiting  1"), answers(1));
        idle.set(false);
        outcome = new CommandTarget.Outcome.Done();
        desk.take(signer.sign(command(2, 2, new Command.Rebirth())));
        assertEquals(List.of("command.waiting  1", "command.done  2"), answers(2));
        outcome = new CommandTarget.Outcome.Postponed();
        idle.set(true);
        desk.idle();
        awaitCarriedOut(3);
        outcome = new CommandTarget.Outcome.Sent(4711);
        desk.idle();
        assertEquals(
                List.of("command.waiting  1", "command.done  2", "command.done  1"), answers(3));
    }

    @Test
    void aPictureThatNeverGetsItsMomentExpires() throws Exception {
        outcome = new CommandTarget.Outcome.Postponed();
        desk.take(signer.sign(command(1, 1, new Command.Screenshot())));
        answers(1);
        now.set(NOW.plus(Duration.ofHours(2)));
        desk.idle();
        assertEquals("command.failed CMD-EXPIRED 1", answers(2).getLast());
    }

    @Test
    void whatIsPostponedStillWaitsAfterARestart() throws Exception {
        outcome = new CommandTarget.Outcome.Postponed();
        desk.take(signer.sign(command(1, 1, new Command.Screenshot())));
        answers(1);
        close();
        outcome = new CommandTarget.Outcome.Done();
        start();
        assertEquals("command.done  1", answers(2).getLast());
    }

    @Test
    void whatIsPreparedKeepsNobodyWaitingAndIsDoneWhenItIsReady() throws Exception {
        preparation = new CompletableFuture<>();
        desk.take(signer.sign(command(1, 1, CONFIGURATION)));
        desk.take(signer.sign(command(2, 2, new Command.TestPrint())));
        assertEquals(List.of("command.done  2"), answers(1));
        preparation.complete(Optional.empty());
        assertEquals(List.of("command.done  2", "command.done  1"), answers(2));
    }

    @Test
    void whatCannotBePreparedIsAnsweredAndNotDone() throws Exception {
        preparation =
                CompletableFuture.completedFuture(
                        Optional.of(new CommandTarget.Outcome.Failed("CMD-FETCH")));
        desk.take(signer.sign(command(1, 1, CONFIGURATION)));
        assertEquals(List.of("command.failed CMD-FETCH 1"), answers(1));
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void whatIsNotDecidedAfterARestartIsAnsweredWhenItIsAndHoldsOthersBack() throws Exception {
        ended = Optional.empty();
        outcome = new CommandTarget.Outcome.Ending();
        desk.take(signer.sign(command(1, 1, CONFIGURATION)));
        awaitCarriedOut(1);
        close();
        outcome = new CommandTarget.Outcome.Done();
        start();
        desk.take(signer.sign(command(2, 2, new Command.Restart())));
        desk.take(signer.sign(command(3, 3, new Command.Rebirth())));
        assertEquals(List.of("command.done  3"), answers(1));
        ended = Optional.of(new CommandTarget.Outcome.TakenBack("STORE-OPEN"));
        desk.idle();
        assertEquals(
                List.of(
                        "command.done  3",
                        "configuration.rolledBack STORE-OPEN 1",
                        "command.failed STORE-OPEN 1",
                        "command.done  2"),
                answers(4));
    }

    @Test
    void whatShouldEndTheProgramAndDoesNotIsAnsweredByItself() throws Exception {
        ended = Optional.empty();
        outcome = new CommandTarget.Outcome.Ending();
        desk.take(signer.sign(command(1, 1, NEW_KINDS.getLast())));
        awaitCarriedOut(1);
        desk.take(signer.sign(command(2, 2, new Command.TestPrint())));
        ended = Optional.of(new CommandTarget.Outcome.Failed("CMD-UPDATE"));
        outcome = new CommandTarget.Outcome.Done();
        desk.idle();
        assertEquals(List.of("command.failed CMD-UPDATE 1", "command.done  2"), answers(2));
    }

    @Test
    void aFullDiskTakesNoCommandAndForgetsNoneThatIsBegun() throws Exception {
        // Where it begins late it would take the command for one that the program before it began.
        desk.close();
        SqliteCommandJournal journal = new SqliteCommandJournal(database, outbox);
        SignedCommand first = command(1, 1, new Command.Rebirth());
        assertEquals(CommandJournal.Verdict.NEW, journal.accept(first, signer.sign(first)));
        journal.begin(first.id());
        FullDisk.fill(database);
        assertThrows(
                IOException.class,
                () -> {
                    for (int i = 2; i < 10_000; i++) {
                        SignedCommand next = command(i, i, new Command.Rebirth());
                        journal.accept(next, signer.sign(next));
                    }
                });
        int accepted = journal.open().size();
        SignedCommand refused = command(accepted + 1, accepted + 1, new Command.Rebirth());
        EventDraft answer =
                EventDraft.happened(
                        NOW, EventKind.COMMAND_DONE, "", Optional.of(first.id()), Map.of());
        try {
            journal.finish(first.id(), CommandJournal.State.DONE, List.of(answer));
        } catch (IOException _) {
            // What the words of the command took may have been just enough.
        }
        boolean stillBegun = journal.open().getFirst().state() == CommandJournal.State.BEGUN;
        assertEquals(stillBegun ? 0 : 1, outbox.depth(), "the end and the answer, or neither");
        FullDisk.empty(database);
        // The data centre sends it again, and it is as if it were for the first time.
        assertEquals(CommandJournal.Verdict.NEW, journal.accept(refused, signer.sign(refused)));
        if (stillBegun) {
            journal.finish(first.id(), CommandJournal.State.DONE, List.of(answer));
        }
        assertEquals(1, outbox.depth());
    }

    @Test
    void aClockThatJumpsMakesACommandLateAndNeverDoneTwice() throws Exception {
        String jws = signer.sign(command(1, 1, new Command.Rebirth()));
        desk.take(jws);
        answers(1);
        outbox.acknowledge(1);
        for (long seconds : new long[] {-400_000_000, 400_000_000, 0}) {
            now.set(NOW.plusSeconds(seconds));
            desk.take(jws);
            answers(1);
            assertTrue(events().getLast().startsWith("command.rejected CMD-"), events().toString());
            outbox.acknowledge(outbox.after(0, 10).getLast().seq());
        }
        assertEquals(1, carriedOut.size());
    }

    @Test
    void aRestartIsAnsweredByTheProgramThatComesAfterIt() throws Exception {
        outcome = new CommandTarget.Outcome.Ending();
        desk.take(signer.sign(command(1, 1, new Command.Restart())));
        desk.take(signer.sign(command(2, 2, new Command.Rebirth())));
        awaitCarriedOut(2);
        close();
        outcome = new CommandTarget.Outcome.Done();
        start();
        // The restart has happened; of the other nobody can know.
        assertEquals(List.of("command.done  1", "command.failed CMD-INTERRUPTED 2"), answers(2));
        assertEquals(2, carriedOut.size());
    }

    @Test
    void aTerminalThatAnOperatorClosedStaysClosedOverARestart() throws Exception {
        desk.take(signer.sign(command(1, 1, new Command.OutOfService(Map.of("de", "Umbau")))));
        answers(1);
        close();
        carriedOut.clear();
        now.set(NOW.plus(Duration.ofDays(3)));
        start();
        awaitCarriedOut(1);
        assertEquals(List.of(new Command.OutOfService(Map.of("de", "Umbau"))), carriedOut);
        // No second answer.
        assertEquals(1, outbox.depth());
    }

    @Test
    void rubbishDoesNotFillTheOutbox() throws Exception {
        for (int i = 0; i < 200; i++) {
            desk.take("rubbish");
        }
        desk.take(signer.sign(command(1, 1, new Command.Rebirth())));
        List<String> answers = answers(61);
        assertEquals("command.done  1", answers.getLast());
    }

    @Test
    void withoutAKeyNobodyCommands() {
        CommandCheck nobody = new CommandCheck(List.of(), HERE);
        String jws = signer.sign(command(1, 1, new Command.Restart()));
        CommandRefused refusal = assertThrows(CommandRefused.class, () -> nobody.read(jws, NOW));
        assertEquals("CMD-SIGNATURE", refusal.code());
    }

    @Test
    void aNoticeIsShort() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Command.OutOfService(Map.of("de", "x".repeat(301))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Command.OutOfService(Map.of("<b>", "Umbau")));
    }

    private void awaitCarriedOut(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (carriedOut.size() < count && System.nanoTime() < end) {
            Thread.yield();
        }
        assertEquals(count, carriedOut.size());
    }

    /// Events of the outbox, waited for.
    private List<String> answers(int count) throws Exception {
        while (outbox.depth() < count) {
            assertTrue(told.poll(10, TimeUnit.SECONDS) != null, () -> "only " + events());
        }
        return events();
    }

    private List<String> events() {
        List<String> lines = new ArrayList<>();
        try {
            for (KioskEvent event : outbox.after(0, 1_000)) {
                lines.add(
                        event.kind().key()
                                + " "
                                + event.code()
                                + " "
                                + event.command()
                                        .map(id -> "" + id.getLeastSignificantBits())
                                        .orElse(""));
                assertTrue(event.kind() != EventKind.STARTED);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        return lines;
    }

    private static SignedCommand command(long id, long seq, Command command) {
        return new SignedCommand(
                id(id), HERE, seq, NOW, NOW.plus(Duration.ofHours(1)), false, command);
    }

    private static SignedCommand forced(long number, Command command) {
        return new SignedCommand(id(number), HERE, number, NOW, NOW.plusSeconds(60), true, command);
    }

    private static UUID id(long number) {
        return new UUID(0x4000L, number);
    }
}
