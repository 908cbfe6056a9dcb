package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Attention;
import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.MetricWords.Fact;
import de.koblenz.kiosk.fleet.board.TerminalRow;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.DeviceCondition;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One terminal in depth: what is wrong, its devices in plain words, its numbers over time, what it says now, what was asked of it. FX thread
/// only.
final class TerminalPage extends Page {
    private static final double SIDE = 470;

    private final Label standing = Parts.label("", "standing");
    private final Label mode = Parts.label("", "muted");
    private final VBox faults = Parts.column(8);
    private final VBox devices = Parts.column(10);

    /// Characters of a value that stands beside its name; a longer one has lines of its own below.
    private static final int LONGEST_BESIDE = 32;

    private final GridPane facts = new GridPane(12, 4);
    private final HistoryPane history;
    private final TerminalLog log;
    private final CommandBar commands;
    private final Button back;
    private final Map<String, DeviceCard> cards = new TreeMap<>();
    private Optional<TerminalId> shown = Optional.empty();
    private Optional<TerminalCondition> drawn = Optional.empty();

    TerminalPage(Workplace place, java.util.concurrent.Executor screen) {
        super(place);
        commands = new CommandBar(place, () -> shown.stream().toList());
        history = new HistoryPane(place, this::forecast);
        log = new TerminalLog(place, screen);
        back =
                Parts.button(
                        place.of("monitor.page.overview"),
                        "Esc",
                        () -> place.go(Workplace.Target.OVERVIEW));
        facts.getStyleClass().add("card");
        Node head = Parts.row(16, back, standing, mode, Parts.filler(), commands);
        VBox left = Parts.column(14, faults, devices, facts);
        left.getStyleClass().add("side-content");
        ScrollPane side = new ScrollPane(left);
        side.setFitToWidth(true);
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        side.getStyleClass().add("side");
        side.setAccessibleText(place.of("monitor.terminal.devices"));
        log.setPrefWidth(SIDE);
        log.setMinWidth(SIDE);
        HBox columns = new HBox(16, side, Parts.grow(history), log);
        getChildren().addAll(head, Parts.grow(columns));
    }

    @Override
    String title() {
        return shown.map(id -> place.words.office(id.office()) + " · " + id.terminal()).orElse("");
    }

    /// Which terminal is shown from now on.
    void choose(TerminalId id) {
        shown = Optional.of(id);
        drawn = Optional.empty();
        cards.clear();
        devices.getChildren().clear();
    }

    @Override
    void opened() {
        shown.ifPresent(id -> {
            log.open(id);
            history.open(id, List.copyOf(cards.keySet()));
        });
    }

    @Override
    void closed() {
        log.close();
    }

    @Override
    void show(FleetBoard.Update update) {
        Optional<TerminalCondition> now = shown.flatMap(place.board.state()::terminal);
        boolean same = now.isPresent() && now.equals(drawn) && !update.alarms();
        if (same) {
            return;
        }
        drawn = now;
        if (now.isEmpty()) {
            standing.setText(place.of("monitor.terminal.gone"));
            return;
        }
        TerminalCondition terminal = now.get();
        place.board.row(terminal.id()).ifPresent(this::head);
        faults(terminal);
        devices(terminal);
        facts(terminal);
    }

    private void head(TerminalRow row) {
        standing.setText(place.words.standing(row.standing()));
        mode.setText(
                row.standing() == de.koblenz.kiosk.fleet.board.Standing.WELL
                        ? place.words.mode(row.mode())
                        : place.words.of(
                                "monitor.terminal.since",
                                "moment",
                                place.words.moment(row.since(), place.now())));
        standing.setGraphic(Icon.of(row.standing()).node(20));
        standing.getStyleClass().setAll("label", "standing", styleOf(row.attention()));
    }

    private static String styleOf(Attention attention) {
        return switch (attention) {
            case NONE, HANDLED -> "calm";
            case SOON -> "soon";
            case NOW -> "now";
            case URGENT -> "urgent";
        };
    }

    private void faults(TerminalCondition terminal) {
        List<Node> nodes = new ArrayList<>();
        List<AlarmKey> keys = new ArrayList<>(terminal.faults());
        keys.sort(
                java.util.Comparator.comparing((AlarmKey key) -> key.kind().severity())
                        .reversed()
                        .thenComparing(AlarmKey::word));
        for (AlarmKey key : keys) {
            Alarm alarm = place.board.state().alarms().get(key);
            boolean known = alarm != null && alarm.acknowledgement().isPresent();
            VBox card =
                    Parts.column(
                            4,
                            Parts.row(
                                    10,
                                    Icon.of(key.kind().severity()).node(20),
                                    Parts.label(place.words.problem(key), "card-title")),
                            Parts.paragraph(place.words.advice(key)));
            if (alarm != null) {
                card.getChildren().add(Parts.paragraph(AlarmLine.told(place, alarm), "muted"));
            }
            card.getStyleClass()
                    .addAll(
                            "card",
                            known
                                    ? "calm"
                                    : switch (key.kind().severity()) {
                                        case WARNING, MINOR -> "soon";
                                        case MAJOR -> "now";
                                        case CRITICAL -> "urgent";
                                    });
            nodes.add(card);
        }
        faults.getChildren().setAll(nodes);
        faults.setManaged(!nodes.isEmpty());
    }

    private void devices(TerminalCondition terminal) {
        Map<String, DeviceCondition> now = new TreeMap<>(terminal.devices());
        if (!now.keySet().equals(cards.keySet())) {
            cards.keySet().retainAll(now.keySet());
            now.keySet()
                    .forEach(device ->
                            cards.computeIfAbsent(device, key -> new DeviceCard(place.words, key)));
            devices.getChildren().setAll(cards.values());
        }
        now.forEach((device, condition) -> {
            DeviceCard card = cards.get(device);
            if (card != null) {
                card.show(condition);
            }
        });
    }

    private void facts(TerminalCondition terminal) {
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(place.of("monitor.terminal.mode"), place.words.mode(terminal.mode())));
        all.add(
                new Fact(
                        place.of("monitor.terminal.health"),
                        place.words.health(terminal.health())));
        if (!terminal.code().isEmpty()) {
            all.add(new Fact(place.of("monitor.terminal.code"), terminal.code()));
        }
        all.add(
                new Fact(
                        place.words.connection(terminal.connection()),
                        place.words.of(
                                "monitor.terminal.since",
                                "moment",
                                place.words.moment(terminal.connectedSince(), place.now()))));
        all.add(
                new Fact(
                        place.of("monitor.terminal.seen"),
                        place.words.moment(terminal.lastSeen(), place.now())));
        all.add(new Fact(place.of("monitor.terminal.software"), terminal.version().software()));
        all.add(
                new Fact(
                        place.of("monitor.terminal.configuration"),
                        terminal.version().configuration()));
        all.addAll(place.words.metrics().wordFacts(terminal.words()));
        Map<String, Double> further = new TreeMap<>(terminal.metrics());
        HistoryPane.NUMBERS.forEach(further::remove);
        all.addAll(place.words.metrics().facts(further));
        facts.getChildren().clear();
        int row = 0;
        for (Fact fact : all) {
            facts.add(Parts.label(fact.name(), "muted"), 0, row);
            if (fact.value().length() <= LONGEST_BESIDE) {
                facts.add(Parts.label(fact.value()), 1, row++);
            } else {
                facts.add(Parts.paragraph(fact.value()), 0, row + 1, 2, 1);
                row += 2;
            }
        }
    }

    private void forecast(String device, String text) {
        DeviceCard card = cards.get(device);
        if (card != null) {
            card.forecast(text);
        }
    }

    @Override
    Node first() {
        return back;
    }

    @Override
    boolean key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            place.go(Workplace.Target.OVERVIEW);
            return true;
        }
        if (event.getCode() == KeyCode.F5) {
            opened();
            return true;
        }
        if (event.getCode() == KeyCode.M && event.isShortcutDown()) {
            shown.ifPresent(id -> new MaintenancePlan(place).at(id).ask());
            return true;
        }
        if (event.getCode() == KeyCode.DELETE && event.isShortcutDown()) {
            shown.ifPresent(id -> new TerminalRegister(place).retire(id));
            return true;
        }
        return history.key(event) || commands.key(event);
    }
}
