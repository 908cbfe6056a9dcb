package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.OfficeSummary;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Asks where, when and why work is done. FX thread only.
final class MaintenancePlan {
    private static final Duration USUAL = Duration.ofHours(2);
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);

    private final Workplace place;
    private final TextField office = field(32);
    private final TextField terminal = field(32);
    private final TextField from = field(18);
    private final TextField to = field(18);
    private final TextField reason = field(44);

    MaintenancePlan(Workplace place) {
        this.place = place;
    }

    private static TextField field(int columns) {
        TextField field = new TextField();
        field.setPrefColumnCount(columns);
        return field;
    }

    /// Asks with these already filled in.
    MaintenancePlan at(TerminalId id) {
        office.setText(place.words.office(id.office()));
        terminal.setText(id.terminal());
        return this;
    }

    void ask() {
        Instant now = place.now();
        from.setText(FORM.format(now.atZone(place.words.zone())));
        to.setText(FORM.format(now.plus(USUAL).atZone(place.words.zone())));
        place.sheets.ask(
                place.of("monitor.maintenance.plan"),
                place.of("monitor.maintenance.plan"),
                this::take,
                List.of(
                        labelled("office", office),
                        labelled("terminal", terminal),
                        Parts.row(16, labelled("from", from), labelled("to", to)),
                        labelled("why", reason)));
    }

    private Node labelled(String key, TextField field) {
        String text = place.of("monitor.plan." + key);
        field.setAccessibleText(text);
        return Parts.column(4, Parts.label(text, "field-label"), field);
    }

    private boolean take() {
        Optional<String> where = Optional.of(office.getText().strip()).filter(t -> !t.isEmpty());
        Optional<String> id = where.flatMap(this::officeOf);
        Optional<String> one = Optional.of(terminal.getText().strip()).filter(t -> !t.isEmpty());
        if (where.isPresent() && id.isEmpty()) {
            return refuse("office", office);
        }
        if (one.isPresent() && (id.isEmpty() || unknown(id.get(), one.get()))) {
            return refuse("terminal", terminal);
        }
        Optional<Instant> begin = time(from);
        Optional<Instant> end = time(to);
        if (begin.isEmpty()) {
            return refuse("time", from);
        }
        if (end.isEmpty() || !begin.get().isBefore(end.get())) {
            return refuse("time", to);
        }
        if (reason.getText().isBlank()) {
            return refuse("reason", reason);
        }
        place.act(
                new OperatorAction.OpenWindow(
                        new MaintenanceWindow(
                                place.id().toString(),
                                id,
                                one,
                                begin.get(),
                                end.get(),
                                reason.getText().strip())));
        return true;
    }

    private boolean refuse(String key, TextField field) {
        place.sheets.tell(place.of("monitor.plan.wrong." + key));
        field.requestFocus();
        field.selectAll();
        return false;
    }

    /// By id or by name, or by the beginning of the name if only one office begins so.
    private Optional<String> officeOf(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<OfficeSummary> offices = place.board.offices();
        Optional<String> exact =
                offices.stream()
                        .filter(each ->
                                each.id().equals(lower)
                                        || each.name().toLowerCase(Locale.ROOT).equals(lower))
                        .map(OfficeSummary::id)
                        .findAny();
        if (exact.isPresent()) {
            return exact;
        }
        List<String> alike =
                offices.stream()
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(lower))
                        .map(OfficeSummary::id)
                        .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private boolean unknown(String officeId, String terminalId) {
        return !TerminalId.isName(terminalId)
                || place.board.row(new TerminalId(officeId, terminalId)).isEmpty();
    }

    private Optional<Instant> time(TextField field) {
        try {
            return Optional.of(
                    LocalDateTime.parse(field.getText().strip(), FORM)
                            .atZone(place.words.zone())
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
