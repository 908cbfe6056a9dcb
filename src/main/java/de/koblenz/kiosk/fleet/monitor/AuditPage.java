package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Who did what, newest first; nothing of it can be changed. FX thread only.
final class AuditPage extends Page {
    private static final int MOST = 5_000;

    private final TextTable<AuditEntry> table;
    private final TextField search;
    private final Label count = Parts.label("", "muted");
    private final List<ToggleButton> ranges = new ArrayList<>();
    private Duration range = Duration.ofDays(7);
    private List<AuditEntry> entries = List.of();
    private Map<Long, AlarmKey> alarms = Map.of();

    AuditPage(Workplace place) {
        super(place);
        table = new TextTable<>(place.of("monitor.page.audit"), place.of("monitor.audit.none"));
        column("at", 150, entry -> place.words.moment(entry.at(), place.now()));
        column("account", 180, AuditEntry::account);
        column("role", 120, entry -> place.words.role(entry.role()));
        column("action", 220, entry -> place.words.command(place.words.action(entry.action())));
        column("subject", 320, this::subject);
        column(
                "allowed",
                150,
                entry ->
                        place.of(entry.allowed() ? "monitor.audit.done" : "monitor.audit.refused"));
        column("detail", 420, this::detail);
        search = search(place.of("monitor.audit.search"), 340, this::list);
        ToggleGroup group = new ToggleGroup();
        HBox choices = Parts.row(0);
        choices.getStyleClass().add("choices");
        for (int days : new int[] {1, 7, 30, 365}) {
            ToggleButton button =
                    Parts.choice(
                            place.of("monitor.audit.days" + days),
                            group,
                            () -> {
                                range = Duration.ofDays(days);
                                opened();
                            });
            ranges.add(button);
            choices.getChildren().add(button);
        }
        ranges.get(1).setSelected(true);
        getChildren().addAll(Parts.row(16, search, choices, count), Parts.grow(table));
    }

    private void column(String key, double width, Function<AuditEntry, String> text) {
        table.column(place.of("monitor.audit." + key), width, text);
    }

    /// What it was about, in words; what is not known any more as it was kept.
    private String subject(AuditEntry entry) {
        String subject = entry.subject();
        int slash = subject.indexOf('/');
        if (slash >= 0) {
            return place.words.office(subject.substring(0, slash))
                    + " · "
                    + subject.substring(slash + 1);
        }
        if (subject.matches("alarm [0-9]{1,18}")) {
            AlarmKey key = alarms.get(Long.parseLong(subject.substring(6)));
            return key == null ? subject : place.words.problem(key) + ": " + place.words.place(key);
        }
        return subject.matches("[0-9a-f-]{36}") ? place.of("monitor.page.maintenance") : subject;
    }

    /// Reasons as they were written, with times as they are read here and offices by their names.
    private String detail(AuditEntry entry) {
        StringJoiner all = new StringJoiner(" ");
        for (String word : entry.detail().split(" ", -1)) {
            all.add(
                    word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
                            ? place.words.moment(Instant.parse(word), place.now())
                            : word.equals("*") ? "–" : place.words.office(word));
        }
        return all.toString();
    }

    @Override
    String title() {
        return place.of("monitor.page.audit");
    }

    @Override
    void show(FleetBoard.Update update) {}

    @Override
    void opened() {
        Instant now = place.now();
        place.desk.ask(
                () -> read(now),
                found -> {
                    entries = found.entries;
                    alarms = found.alarms;
                    list();
                });
    }

    private record Found(List<AuditEntry> entries, Map<Long, AlarmKey> alarms) {}

    private Found read(Instant now) throws StoreUnavailable {
        Instant from = now.minus(range);
        Instant to = now.plusSeconds(1);
        Map<Long, AlarmKey> known = new HashMap<>();
        place.ports.alarms().open().forEach(alarm -> known.put(alarm.id(), alarm.key()));
        place.ports
                .alarms()
                .history(from, to, MOST)
                .forEach(alarm -> known.put(alarm.id(), alarm.key()));
        return new Found(place.ports.audit().entries(from, to, MOST), known);
    }

    private void list() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        List<AuditEntry> wanted =
                entries.stream()
                        .filter(entry -> typed.isEmpty() || text(entry).contains(typed))
                        .toList();
        table.getItems().setAll(wanted);
        count.setText(
                place.words.of(
                        "monitor.audit.count",
                        "number",
                        place.words.metrics().number(wanted.size(), 0)));
    }

    private String text(AuditEntry entry) {
        return String.join(
                        " ",
                        entry.account(),
                        place.words.action(entry.action()),
                        subject(entry),
                        entry.subject(),
                        entry.detail())
                .toLowerCase(Locale.ROOT);
    }

    @Override
    Node first() {
        return table;
    }

    @Override
    boolean key(KeyEvent event) {
        if (seeks(event)) {
            search.requestFocus();
            return true;
        }
        if (event.getCode() == KeyCode.F5) {
            opened();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            return true;
        }
        return false;
    }
}
