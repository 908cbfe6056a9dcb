package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.config.MonitorSettings.Look;
import de.koblenz.kiosk.config.MonitorSettings.OperatorSettings;
import de.koblenz.kiosk.config.MonitorSettings.ShardSettings;
import de.koblenz.kiosk.config.MonitorSettings.Theme;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.fleet.collector.Broker;
import de.koblenz.kiosk.fleet.collector.Terminal;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.monitor.MonitorView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole monitor in a window: a real broker, a real database, a terminal's real bytes, and an operator who types.
class MonitorLiveTest {
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private MonitorGraph graph;

    // Set on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    private Terminal terminal;

    @BeforeEach
    void start() throws Exception {
        Broker broker = new Broker(folder);
        open.add(broker);
        Problems problems = new Problems();
        MonitorSettings settings =
                new MonitorSettings(
                        broker.settings(),
                        "KGRZ",
                        "jdbc:sqlite:" + folder.resolve("fleet.db"),
                        new ShardSettings(0, List.of()),
                        Duration.ofSeconds(3),
                        new OperatorSettings(
                                ReferencedFile.of(folder.resolve("operators.yaml")),
                                Duration.ofHours(1),
                                false),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("amt", "Bürgeramt Mitte"),
                        new Look(Theme.LIGHT, "de"));
        graph =
                new MonitorGraph(
                        new MonitorInstallation(
                                settings,
                                MonitorInstallation.texts(ShippedKiosk.FOLDER, "de", problems)),
                        Optional.of(
                                KeyPairGenerator.getInstance("Ed25519")
                                        .generateKeyPair()
                                        .getPrivate()),
                        folder,
                        Clock.systemUTC());
        open.add(graph);
        assertTrue(problems.none(), problems.sorted()::toString);
        scene =
                FxToolkit.call(() -> {
                    MonitorView view = graph.view();
                    Scene made = view.scene(1600, 900);
                    graph.feed(view, made);
                    view.signIn(new Operator("erika", Role.OPERATE));
                    Stage stage = new Stage();
                    stage.setScene(made);
                    stage.show();
                    open.add(() -> FxToolkit.run(stage::close));
                    return made;
                });
        // The collector says that it is there only when it hears: what is said before is lost.
        until(() -> graph.hearing());
        terminal = new Terminal(broker.settings(), ONE);
        open.add(terminal);
        terminal.born();
        until(() -> shown("1 von 1"));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /// Waits for a pulse of the screen after which it is so.
    private void until(BooleanSupplier so) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Runnable look =
                () -> {
                    if (so.getAsBoolean()) {
                        done.complete(true);
                    } else {
                        Platform.requestNextPulse();
                    }
                };
        FxToolkit.run(() -> {
            scene.addPostLayoutPulseListener(look);
            Platform.requestNextPulse();
        });
        done.get(30, TimeUnit.SECONDS);
        FxToolkit.run(() -> scene.removePostLayoutPulseListener(look));
    }

    private boolean shown(String text) {
        return texts(scene.getRoot(), new ArrayList<>()).contains(text);
    }

    private static List<String> texts(Node node, List<String> texts) {
        if (node.isVisible()) {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                texts.add(labeled.getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> texts(child, texts));
            }
        }
        return texts;
    }

    private void press(KeyCode code, boolean control) throws Exception {
        FxToolkit.run(() -> {
            Node owner = scene.getFocusOwner();
            String text =
                    code.isLetterKey() && !control
                            ? code.getName().toLowerCase(java.util.Locale.ROOT)
                            : "";
            Event.fireEvent(
                    owner,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", text, code, false, control, false, false));
        });
    }

    private void type(String words) throws Exception {
        FxToolkit.run(() -> {
            for (char c : words.toCharArray()) {
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                String.valueOf(c),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
        });
    }

    @Test
    void whatATerminalSaysIsSeenAndAnAcknowledgementIsKept() throws Exception {
        terminal.paper("out");
        until(() -> shown("Papier ist leer (Belegdrucker)"));
        press(KeyCode.F3, false);
        until(() -> shown("Schwer"));
        press(KeyCode.HOME, false);
        press(KeyCode.Q, false);
        until(() -> shown("Grund (für Kolleginnen und Kollegen)"));
        type("Rolle ist unterwegs");
        press(KeyCode.ENTER, true);
        until(() ->
                graph.state()
                        .alarms()
                        .values()
                        .anyMatch(alarm ->
                                alarm.state() == AlarmState.ACKED
                                        && alarm.acknowledgement()
                                                .orElseThrow()
                                                .account()
                                                .equals("erika")));
        press(KeyCode.F6, false);
        until(() -> shown("Rolle ist unterwegs"));
    }

    @Test
    void aCommandOfAnOperatorReachesTheTerminal() throws Exception {
        press(KeyCode.HOME, false);
        press(KeyCode.R, true);
        until(() -> shown("Neu starten"));
        press(KeyCode.ENTER, true);
        terminal.await("command ey");
        press(KeyCode.ENTER, false);
        until(() -> shown("Ereignisse"));
        terminal.mode("OUT_OF_SERVICE");
        until(() ->
                graph.state().terminal(ONE).orElseThrow().mode().name().equals("OUT_OF_SERVICE"));
        until(() ->
                texts(scene.getRoot(), new ArrayList<>()).stream()
                        .anyMatch(t -> t.contains("NDATA")));
    }

    @Test
    void picturesOfARunningMonitorNeedNoDisplay() throws Exception {
        List<Path> pictures =
                new MonitorPictures(graph, new Operator("erika", Role.OPERATE))
                        .draw(folder.resolve("pictures"));
        assertEquals(7, pictures.size());
        for (Path picture : pictures) {
            assertTrue(Files.size(picture) > 10_000, picture.toString());
        }
    }
}
