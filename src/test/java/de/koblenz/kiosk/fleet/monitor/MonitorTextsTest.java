package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.fleet.board.Attention;
import de.koblenz.kiosk.fleet.board.Standing;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Severity;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.sparkplug.Audience;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The monitor's words: complete in both languages, for everything that a terminal may say, and none of them dead.
class MonitorTextsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("kiosk.project", ".")).resolve("src/main/java");
    private static final Pattern SHOWN_KEY = Pattern.compile("⟪([^⟫]+)⟫");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9._-]+)\"");

    @TempDir private Path folder;

    @Test
    void englishHasWhatGermanHas() {
        Problems problems = new Problems();
        TextFiles german = TextFiles.loadPart(ShippedKiosk.FOLDER, "monitor", "de", problems);
        TextFiles english = TextFiles.loadPart(ShippedKiosk.FOLDER, "monitor", "en", problems);
        assertEquals(List.of(), TextFiles.compare(german, english));
        assertTrue(problems.none(), problems.sorted()::toString);
    }

    /// What is put together of a beginning and a word of a list.
    private static Set<String> vocabulary() {
        Set<String> keys = new HashSet<>();
        add(keys, "standing", Standing.values());
        add(keys, "attention", Attention.values());
        add(keys, "mode", TerminalMode.values());
        add(keys, "health", Health.values());
        add(keys, "connection", Connection.values());
        add(keys, "severity", Severity.values());
        add(keys, "state", AlarmState.values());
        add(keys, "role", Role.values());
        add(keys, "paper", PaperStatus.values());
        add(keys, "alarm", AlarmKind.values());
        add(keys, "advice", AlarmKind.values());
        for (DeviceStatus status : DeviceStatus.values()) {
            keys.add("monitor.device." + status.word());
        }
        for (EventKind kind : EventKind.values()) {
            if (AlarmKind.of(kind.key()).isEmpty()) {
                keys.add("monitor.event." + kind.key());
            }
        }
        for (KioskMetric metric : KioskMetric.values()) {
            if (metric.audience() == Audience.VIEW && !inTheHead(metric)) {
                keys.add("monitor.metric." + metric.key().replaceAll("[^A-Za-z0-9.]+", "-"));
            }
        }
        for (Class<?> action : OperatorAction.class.getPermittedSubclasses()) {
            keys.add("monitor.action." + action.getSimpleName());
        }
        for (CommandChoice choice : CommandChoice.ALL) {
            keys.add("monitor.command." + choice.kind());
            keys.add("monitor.command." + choice.kind() + ".meaning");
            choice.asked()
                    .forEach(name -> keys.add("monitor.command." + choice.kind() + "." + name));
        }
        for (AlarmKind kind :
                List.of(AlarmKind.CERTIFICATE_INVALID, AlarmKind.CERTIFICATE_EXPIRING)) {
            keys.add("monitor.advice." + kind.name() + ".card-reader");
        }
        for (String outcome : List.of("done", "waiting", "failed", "rejected")) {
            keys.add("monitor.outcome." + outcome);
        }
        return keys;
    }

    /// Mode, health, code, versions, state and paper have names of their own.
    private static boolean inTheHead(KioskMetric metric) {
        return switch (metric) {
            case MODE, HEALTH, CODE, SOFTWARE_VERSION, CONFIGURATION_HASH, STATE, PAPER -> true;
            default -> false;
        };
    }

    private static void add(Set<String> keys, String group, Enum<?>[] words) {
        Arrays.stream(words).forEach(word -> keys.add("monitor." + group + "." + word.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everythingThatATerminalMaySayHasAWord(String language) {
        Set<String> missing = new TreeSet<>(vocabulary());
        missing.removeAll(Desktop.texts(language).keys());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPageHasAllItsWordsAndNoTextIsDead() throws Exception {
        SampleFleet fleet = new SampleFleet(200, 40, 4711);
        fleet.morning();
        Set<String> seen = new HashSet<>();
        try (FleetDatabase database =
                FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"))) {
            SampleData.write(database, fleet, fleet.terminal(0));
            FxToolkit.run(() -> {
                Desktop desktop = new Desktop(database, keyed(), false);
                MonitorPicture picture = new MonitorPicture(desktop.view);
                desktop.take(fleet);
                collect(desktop.view, seen);
                desktop.view.signIn(Desktop.ADMINISTRATOR);
                for (String page : MonitorPicture.pages()) {
                    picture.open(page);
                    picture.shoot();
                    collect(desktop.view, seen);
                }
            });
        }
        Set<String> missing = new TreeSet<>();
        Set<String> shown = new HashSet<>();
        for (String text : seen) {
            if (text.contains("⟦") || text.matches("(?s).*⟫\\{[a-zA-Z]+}.*")) {
                missing.add(text);
            }
            Matcher matcher = SHOWN_KEY.matcher(text);
            while (matcher.find()) {
                shown.add(matcher.group(1));
            }
        }
        assertEquals(Set.of(), missing);
        Set<String> dead = new TreeSet<>(Desktop.texts("de").keys());
        dead.removeAll(shown);
        Set<String> literals = literals();
        dead.removeAll(literals);
        dead.removeAll(vocabulary());
        // Words of XFS4IoT, by the list of metrics.
        dead.removeIf(
                key -> key.startsWith("monitor.word.") || key.startsWith("monitor.device.name."));
        dead.removeIf(
                key -> literals.contains(key.replaceFirst("^monitor\\.[A-Za-z]+\\.(csv\\.)?", "")));
        dead.removeIf(key ->
                Stream.of(
                                "deed",
                                "key",
                                "group",
                                "alarmGroup",
                                "audit.days",
                                "chart.days",
                                "plan.wrong")
                        .anyMatch(group -> key.startsWith("monitor." + group)));
        assertEquals(Set.of(), dead);
    }

    /// A language in which each text is its key.
    private static Texts keyed() {
        Texts german = Desktop.texts("de");
        Map<String, String> keys = new HashMap<>();
        german.keys()
                .forEach(key ->
                        keys.put(
                                key,
                                "⟪"
                                        + key
                                        + "⟫"
                                        + german.placeholders(key).stream()
                                                .map(name -> "{" + name + "}")
                                                .collect(Collectors.joining())));
        return new Texts(Locale.GERMANY, keys);
    }

    private static void collect(Node root, Set<String> seen) {
        for (Node node : Walk.shown(root)) {
            see(seen, node.getAccessibleText());
            if (node instanceof Labeled labeled) {
                see(seen, labeled.getText());
            }
            if (node instanceof TextInputControl input) {
                see(seen, input.getPromptText());
            }
            if (node instanceof TableView<?> table) {
                table.getColumns().forEach(column -> see(seen, column.getText()));
            }
        }
    }

    private static void see(Set<String> seen, String text) {
        if (text != null) {
            seen.add(text);
        }
    }

    private static Set<String> literals() {
        Set<String> literals = new HashSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f ->
                                    f.toString().contains("fleet") || f.toString().contains("app"))
                            .toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return literals;
    }
}
