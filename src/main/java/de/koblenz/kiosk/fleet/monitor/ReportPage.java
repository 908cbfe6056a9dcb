package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.AvailabilityColumns;
import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.model.Availability;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// How long the terminals of each office could be used in a month; as CSV and PDF too. FX thread only.
final class ReportPage extends Page {
    private final TextTable<List<String>> table;
    private final Label month = Parts.label("", "heading");
    private final Label running = Parts.label("", "muted");
    private final Button before;
    private final Button after;
    private YearMonth shown;
    private Optional<AvailabilityReport> report = Optional.empty();

    ReportPage(Workplace place) {
        super(place);
        shown = current();
        table = new TextTable<>(place.of("monitor.page.report"), place.of("monitor.report.none"));
        for (int i = 0; i < AvailabilityColumns.ALL.size(); i++) {
            column(AvailabilityColumns.ALL.get(i), i);
        }
        before = Parts.button(place.of("monitor.report.before"), "←", () -> go(-1));
        after = Parts.button(place.of("monitor.report.after"), "→", () -> go(1));
        month.setMinWidth(170);
        month.setAlignment(javafx.geometry.Pos.CENTER);
        getChildren()
                .addAll(
                        Parts.row(
                                12,
                                before,
                                month,
                                after,
                                running,
                                Parts.filler(),
                                Parts.button("CSV", "C", () -> write(Reports.Form.CSV)),
                                Parts.button("PDF", "P", () -> write(Reports.Form.PDF), "accent")),
                        Parts.paragraph(place.of("monitor.report.meaning"), "muted"),
                        Parts.grow(table));
    }

    private void column(String key, int index) {
        TableColumn<List<String>, String> column =
                table.column(
                        place.of("monitor.report." + key),
                        index == 0 ? 360 : 150,
                        row -> row.get(index));
        column.setMinWidth(110);
        if (index > 0) {
            column.getStyleClass().add("number");
        }
    }

    private YearMonth current() {
        return YearMonth.from(place.now().atZone(place.words.zone()));
    }

    private void go(int months) {
        YearMonth next = shown.plusMonths(months);
        if (!next.isAfter(current())) {
            shown = next;
            opened();
        }
    }

    @Override
    String title() {
        return place.of("monitor.page.report");
    }

    @Override
    void show(FleetBoard.Update update) {}

    @Override
    void opened() {
        YearMonth wanted = shown;
        month.setText(place.words.month(wanted));
        after.setDisable(!wanted.isBefore(current()));
        Instant now = place.now();
        place.desk.ask(
                () -> AvailabilityReport.of(place.ports.events(), wanted, place.words, now),
                found -> {
                    if (wanted.equals(shown)) {
                        draw(found);
                    }
                });
    }

    private void draw(AvailabilityReport found) {
        report = Optional.of(found);
        running.setText(
                found.over()
                        ? ""
                        : place.words.of(
                                "monitor.report.running",
                                "moment",
                                place.words.moment(found.until(), Instant.EPOCH)));
        List<List<String>> rows = new ArrayList<>();
        if (!found.lines().isEmpty()) {
            rows.add(row(place.of("monitor.report.total"), found.total()));
        }
        found.lines().forEach(line -> rows.add(row(line.name(), line.availability())));
        table.getItems().setAll(rows);
    }

    private List<String> row(String name, Availability availability) {
        List<String> row = new ArrayList<>();
        row.add(name);
        row.addAll(AvailabilityColumns.values(place.words, availability));
        return row;
    }

    private void write(Reports.Form form) {
        report.ifPresent(found ->
                place.desk.ask(
                        () -> place.ports.reports().write(found, form),
                        file ->
                                place.sheets.tell(
                                        place.words.of("monitor.report.written", "file", file))));
    }

    @Override
    Node first() {
        return table;
    }

    @Override
    boolean key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            go(code == KeyCode.LEFT ? -1 : 1);
            return true;
        }
        if (code == KeyCode.F5) {
            opened();
            return true;
        }
        if (code == KeyCode.C || code == KeyCode.P) {
            write(code == KeyCode.C ? Reports.Form.CSV : Reports.Form.PDF);
            return true;
        }
        return false;
    }
}
