package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskCommandsTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");

    private final List<SessionEvent> shown = new ArrayList<>();
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicInteger births = new AtomicInteger();

    private KioskCommands commands(Optional<Backstage> backstage, boolean startedAgain) {
        return new KioskCommands(
                shown::add,
                () -> true,
                CompletableFuture.completedFuture(backstage),
                startedAgain ? Optional.of(restarts::incrementAndGet) : Optional.empty(),
                births::incrementAndGet);
    }

    @Test
    void anOperatorsWordsReachTheScreen() {
        Map<String, String> notice = Map.of("de", "Umbau bis Freitag");
        assertEquals(
                new Outcome.Done(),
                commands(Optional.empty(), false).carryOut(new Command.OutOfService(notice)));
        assertEquals(List.of(new SessionEvent.ServiceModeChanged(false, "", notice)), shown);
    }

    @Test
    void aTerminalWithoutAStoreCannotBeTalkedIntoServing() {
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(new Command.InService()));
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(new Command.TestPrint()));
        assertEquals(List.of(), shown);
    }

    @Test
    void aTerminalThatNothingStartsAgainIsNotEnded() {
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(new Command.Restart()));
        assertEquals(
                new Outcome.Ending(),
                commands(Optional.empty(), true).carryOut(new Command.Restart()));
        assertEquals(1, restarts.get());
    }

    @Test
    void everythingIsToldAnew() {
        assertEquals(
                new Outcome.Done(),
                commands(Optional.empty(), false).carryOut(new Command.Rebirth()));
        assertEquals(1, births.get());
    }

    @Test
    void aTerminalWhoseStoreIsOpenServesAgainAndSaysWhyItCannotPrint(@TempDir Path folder)
            throws Exception {
        Problems problems = new Problems();
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        problems);
        try (Backstage backstage =
                Backstage.open(
                        installation,
                        Endpoints.nobody(installation.settings()),
                        folder,
                        installation.german(),
                        new Clocks(() -> NOW, () -> NOW),
                        KioskGraph.ZONE)) {
            KioskCommands commands = commands(Optional.of(backstage), false);
            assertEquals(new Outcome.Done(), commands.carryOut(new Command.InService()));
            assertEquals(List.of(new SessionEvent.ServiceModeChanged(true, "")), shown);
            // At the port that the bench's nobody has there is no printer.
            assertEquals(
                    new Outcome.Failed("PRN-PORT"), commands.carryOut(new Command.TestPrint()));
        }
    }
}
