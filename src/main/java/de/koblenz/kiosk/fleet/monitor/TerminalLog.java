package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a terminal says now, what happened at it, and what was asked of it. FX thread only.
final class TerminalLog extends VBox {
    private static final int MOST = 200;

    /// Commands to which terminals may send more than their outcome.
    private static final Set<String> REPLYING =
            Set.of("screenshot", "logs", "configuration", "softwareUpdate");

    private static final java.time.Duration BACK = java.time.Duration.ofDays(14);

    /// Between two looks for answers.
    private static final javafx.util.Duration LOOK = javafx.util.Duration.seconds(2);

    private final Workplace place;
    private final MessageFeed feed;
    private final ListView<String> past = new ListView<>();
    private final ListView<Sent> commands = new ListView<>();

    private final Timeline again = new Timeline(new KeyFrame(LOOK, _ -> lookAgain()));
    private Optional<TerminalId> followed = Optional.empty();

    /// A command with its outcome.
    private record Sent(CommandStore.Command command, String line) {
        @Override
        public String toString() {
            return line;
        }
    }

    TerminalLog(Workplace place, Executor screen) {
        super(10);
        this.place = place;
        feed = new MessageFeed(place.words, screen);
        past.setAccessibleText(place.of("monitor.terminal.past"));
        past.setPlaceholder(Parts.label(place.of("monitor.terminal.nothing"), "muted"));
        commands.setAccessibleText(place.of("monitor.terminal.commands"));
        commands.setPlaceholder(Parts.label(place.of("monitor.terminal.nothing"), "muted"));
        past.setCellFactory(_ -> new Line<>());
        commands.setCellFactory(_ -> new Line<>());
        past.getStyleClass().add("feed");
        commands.getStyleClass().add("feed");
        commands.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
                look();
            }
        });
        commands.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                look();
            }
        });
        again.setCycleCount(Animation.INDEFINITE);
        StackPane stack = new StackPane(feed, past, commands);
        HBox choices = Parts.row(0);
        choices.getStyleClass().add("choices");
        ToggleGroup group = new ToggleGroup();
        choices.getChildren()
                .addAll(
                        choice("messages", group, feed),
                        choice("past", group, past),
                        choice("commands", group, commands));
        group.getToggles().getFirst().setSelected(true);
        front(feed);
        getChildren().addAll(choices, Parts.grow(stack));
    }

    private ToggleButton choice(String key, ToggleGroup group, Node list) {
        return Parts.choice(place.of("monitor.terminal." + key), group, () -> front(list));
    }

    private void front(Node list) {
        for (Node each : List.of(feed, past, commands)) {
            each.setVisible(each.equals(list));
        }
        lookAgain();
    }

    /// Follows a terminal from now on.
    void open(TerminalId id) {
        feed.clear();
        past.getItems().clear();
        commands.getItems().clear();
        place.ports.wire().follow(id, feed::hear);
        followed = Optional.of(id);
        ask(id);
        again.playFromStart();
    }

    private void ask(TerminalId id) {
        Instant now = place.now();
        place.desk.ask(() -> read(id, now), found -> show(id, past, found, line -> line));
        place.desk.ask(
                () ->
                        place.ports.commands().commands(id, MOST).stream()
                                .map(command -> new Sent(command, line(command)))
                                .toList(),
                found -> show(id, commands, found, sent -> sent.command.jti()));
    }

    /// What is chosen stays chosen.
    ///
    /// @param key by which a line is known again
    private <T> void show(TerminalId id, ListView<T> list, List<T> found, Function<T, String> key) {
        if (!followed.equals(Optional.of(id)) || found.equals(list.getItems())) {
            return;
        }
        T chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(found);
        if (chosen != null) {
            found.stream()
                    .filter(line -> key.apply(line).equals(key.apply(chosen)))
                    .findFirst()
                    .ifPresent(line -> list.getSelectionModel().select(line));
        }
    }

    /// A line that is too long goes on below.
    private static final class Line<T> extends ListCell<T> {
        Line() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.toString());
        }
    }

    /// Looks whether a command was answered or something happened; what nobody sees is not asked for.
    private void lookAgain() {
        if (!feed.isVisible()) {
            followed.ifPresent(this::ask);
        }
    }

    /// Shows what the terminal sent for the chosen command.
    private void look() {
        Sent chosen = commands.getSelectionModel().getSelectedItem();
        if (chosen == null || chosen.command.answer().isEmpty()) {
            return;
        }
        place.desk.ask(
                () -> place.ports.replies().reply(chosen.command.jti()),
                reply ->
                        reply.ifPresentOrElse(
                                shown ->
                                        place.sheets.show(
                                                chosen.line, List.of(ReplyPane.of(place, shown))),
                                () -> place.sheets.tell(place.of("monitor.reply.none"))));
    }

    void close() {
        again.stop();
        followed = Optional.empty();
        place.ports.wire().unfollow();
    }

    private record Told(Instant at, String line) {}

    private List<String> read(TerminalId id, Instant now)
            throws de.koblenz.kiosk.fleet.model.StoreUnavailable {
        List<Told> told = new ArrayList<>();
        for (Change change : place.ports.events().changes(id, now.minus(BACK), now)) {
            told.add(new Told(change.at(), change(change)));
        }
        for (HistoryEvent event : place.ports.events().events(id, MOST)) {
            String device =
                    event.device().isEmpty() ? "" : " · " + place.words.device(event.device());
            String code = event.code().isEmpty() ? "" : " · " + event.code();
            told.add(new Told(event.receivedAt(), place.words.event(event.kind()) + device + code));
        }
        return told.stream()
                .sorted(Comparator.comparing(Told::at).reversed())
                .limit(MOST)
                .map(each -> place.words.moment(each.at, now) + "  " + each.line)
                .toList();
    }

    private String change(Change change) {
        ChangeWords words = new ChangeWords(place.words);
        return words.of(change);
    }

    private String line(CommandStore.Command command) {
        String outcome =
                command.answer()
                        .map(answer -> place.words.outcome(answer.outcome()) + code(answer))
                        .orElseGet(() ->
                                command.expiresAt().isBefore(place.now())
                                        ? place.of("monitor.outcome.expired")
                                        : place.of("monitor.outcome.open"));
        return place.words.moment(command.issuedAt(), place.now())
                + "  "
                + place.words.command(command.kind())
                + " · "
                + command.account()
                + " · "
                + outcome
                + (REPLYING.contains(command.kind()) && command.answer().isPresent()
                        ? " · " + place.of("monitor.reply.look")
                        : "");
    }

    private static String code(Batch.CommandAnswer answer) {
        return answer.code().isEmpty() ? "" : " (" + answer.code() + ")";
    }
}
