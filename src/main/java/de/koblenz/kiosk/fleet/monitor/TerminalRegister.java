package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Which terminals there are: one comes, also before it was ever heard, or goes for good. FX thread only.
final class TerminalRegister {
    private final Workplace place;

    TerminalRegister(Workplace place) {
        this.place = place;
    }

    /// Asks for a terminal that is to be there.
    void enrol() {
        TextField office = field("office");
        TextField terminal = field("terminal");
        place.sheets.ask(
                place.words.action("Enrol"),
                place.words.action("Enrol"),
                () -> {
                    String in = office.getText().strip();
                    String name = terminal.getText().strip();
                    if (!TerminalId.isName(in) || !TerminalId.isName(name)) {
                        place.sheets.tell(place.of("monitor.register.wrong"));
                        return false;
                    }
                    place.act(new OperatorAction.Enrol(new TerminalId(in, name)));
                    return true;
                },
                List.of(
                        Parts.paragraph(place.of("monitor.register.enrolMeaning"), "muted"),
                        labelled(office),
                        labelled(terminal)));
    }

    /// Asks why a terminal is no more.
    void retire(TerminalId id) {
        TextField reason = field("reason");
        place.sheets.ask(
                place.words.action("Retire"),
                place.words.action("Retire"),
                () -> {
                    if (reason.getText().isBlank()) {
                        place.sheets.tell(place.of("monitor.reason.missing"));
                        return false;
                    }
                    place.act(new OperatorAction.Retire(id, reason.getText().strip()));
                    return true;
                },
                List.of(
                        Parts.paragraph(place.words.office(id.office()) + " · " + id.terminal()),
                        Parts.paragraph(place.of("monitor.register.retireMeaning"), "muted"),
                        labelled(reason)));
    }

    private TextField field(String key) {
        TextField field = new TextField();
        field.setPrefColumnCount(36);
        field.setAccessibleText(place.of("monitor.register." + key));
        return field;
    }

    private static Node labelled(TextField field) {
        return Parts.column(4, Parts.label(field.getAccessibleText(), "field-label"), field);
    }
}
