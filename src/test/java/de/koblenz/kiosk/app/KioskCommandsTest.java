package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.fleet.collector.ReplyText;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import de.koblenz.kiosk.health.command.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskCommandsTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");

    private final List<SessionEvent> shown = new ArrayList<>();
    private static final UUID ID = UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211");
    private final List<Reply> sent = new ArrayList<>();
    private Shot picture = Shot.NO_SCREEN;
    private boolean taken = true;
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicInteger births = new AtomicInteger();

    private KioskCommands commands(Optional<Backstage> backstage, boolean startedAgain) {
        return new KioskCommands(
                shown::add,
                () -> true,
                CompletableFuture.completedFuture(backstage),
                startedAgain ? Optional.of(restarts::incrementAndGet) : Optional.empty(),
                births::incrementAndGet,
                new ReplyDesk(
                        () -> picture,
                        lines -> List.of("eins", "zwei").subList(2 - lines, 2),
                        reply -> {
                            sent.add(reply);
                            return CompletableFuture.completedFuture(taken);
                        }),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aPictureAndALogAreSentAndTheirLengthIsTold() throws Exception {
        byte[] png = png();
        picture = Shot.of(png);
        KioskCommands commands = commands(Optional.empty(), false);
        assertEquals(new Outcome.Sent(png.length), commands.carryOut(ID, new Command.Screenshot()));
        assertArrayEquals(png, sent.getFirst().content());
        assertInstanceOf(Outcome.Sent.class, commands.carryOut(ID, new Command.Logs(1)));
        CommandReply log =
                new CommandReply(
                        ID.toString(),
                        new TerminalId("amt", "eins"),
                        NOW,
                        sent.getLast().content());
        assertEquals(List.of("zwei"), ReplyText.lines(log));
        taken = false;
        assertEquals(
                new Outcome.Failed("CMD-REPLY"), commands.carryOut(ID, new Command.Screenshot()));
    }

    @Test
    void ofSomebodysPageThereIsNoPictureUntilTheyGo() throws Exception {
        picture = Shot.SOMEBODYS;
        KioskCommands commands = commands(Optional.empty(), false);
        assertEquals(new Outcome.Postponed(), commands.carryOut(ID, new Command.Screenshot()));
        assertEquals(List.of(), sent);
        picture = Shot.of(png());
        assertInstanceOf(Outcome.Sent.class, commands.carryOut(ID, new Command.Screenshot()));
    }

    @Test
    void withoutAScreenThereIsNoPicture() {
        assertEquals(
                new Outcome.Failed("CMD-PICTURE"),
                commands(Optional.empty(), false).carryOut(ID, new Command.Screenshot()));
        assertEquals(List.of(), sent);
    }

    private static byte[] png() throws Exception {
        return FxToolkit.call(() -> ScreenPicture.png(new WritableImage(4, 4)));
    }

    @Test
    void anOperatorsWordsReachTheScreen() {
        Map<String, String> notice = Map.of("de", "Umbau bis Freitag");
        assertEquals(
                new Outcome.Done(),
                commands(Optional.empty(), false).carryOut(ID, new Command.OutOfService(notice)));
        assertEquals(List.of(new SessionEvent.ServiceModeChanged(false, "", notice)), shown);
    }

    @Test
    void aTerminalWithoutAStoreCannotBeTalkedIntoServing() {
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(ID, new Command.InService()));
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(ID, new Command.TestPrint()));
        assertEquals(List.of(), shown);
    }

    @Test
    void aTerminalThatNothingStartsAgainIsNotEnded() {
        assertEquals(
                new Outcome.Failed("CMD-UNAVAILABLE"),
                commands(Optional.empty(), false).carryOut(ID, new Command.Restart()));
        assertEquals(
                new Outcome.Ending(),
                commands(Optional.empty(), true).carryOut(ID, new Command.Restart()));
        assertEquals(1, restarts.get());
    }

    @Test
    void aTerminalThatNothingStartsAgainTakesNoConfiguration() {
        Command.Configuration configuration =
                new Command.Configuration(
                        URI.create("https://kgrz.example/fleet.zip"), "0a".repeat(32), 1);
        assertEquals(
                Optional.of(new Outcome.Failed("CMD-UNAVAILABLE")),
                commands(Optional.empty(), false).prepare(ID, configuration).join());
        assertEquals(
                Optional.of(new Outcome.Failed("CMD-INTERRUPTED")),
                commands(Optional.empty(), false).ended(ID, configuration));
    }

    @Test
    void everythingIsToldAnew() {
        assertEquals(
                new Outcome.Done(),
                commands(Optional.empty(), false).carryOut(ID, new Command.Rebirth()));
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
            assertEquals(new Outcome.Done(), commands.carryOut(ID, new Command.InService()));
            assertEquals(List.of(new SessionEvent.ServiceModeChanged(true, "")), shown);
            // At the port that the bench's nobody has there is no printer.
            assertEquals(
                    new Outcome.Failed("PRN-PORT"), commands.carryOut(ID, new Command.TestPrint()));
        }
    }
}
