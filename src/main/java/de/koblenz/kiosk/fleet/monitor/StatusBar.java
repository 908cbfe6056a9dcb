package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.OfficeSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The fleet in a line, whether this monitor hears it, and who sits here. FX thread only.
final class StatusBar extends HBox {
    private final Workplace place;
    private final Label title = Parts.label("", "page-title");
    private final Figure total;
    private final Figure serving;
    private final Figure open;
    private final Figure lost;
    private final Figure closed;
    private final Label line = Parts.label("", "line");
    private final Label operator = Parts.label("", "operator");

    StatusBar(Workplace place) {
        super(34);
        this.place = place;
        getStyleClass().add("status-bar");
        total = new Figure(place.of("monitor.figure.total"), "");
        serving = new Figure(place.of("monitor.figure.serving"), "");
        open = new Figure(place.of("monitor.figure.open"), "now");
        lost = new Figure(place.of("monitor.figure.lost"), "now");
        closed = new Figure(place.of("monitor.figure.closed"), "");
        VBox right = Parts.column(2, line, operator);
        right.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        getChildren().addAll(title, Parts.filler(), total, serving, open, lost, closed, right);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    /// A number and what it counts; in colour only where it is not 0 and somebody is needed.
    private static final class Figure extends VBox {
        private final Label number = Parts.label("", "figure");
        private final String colour;

        Figure(String name, String colour) {
            this.colour = colour;
            getChildren().addAll(number, Parts.label(name, "figure-name"));
            setMinWidth(USE_PREF_SIZE);
        }

        void show(String text, boolean some) {
            number.setText(text);
            Parts.mark(number, "text-now", some && !colour.isEmpty());
        }
    }

    /// Whether the fleet may be seen.
    void signedIn(boolean yes) {
        for (Figure figure : new Figure[] {total, serving, open, lost, closed}) {
            figure.setVisible(yes);
        }
    }

    void title(String text) {
        title.setText(text);
    }

    void show(OfficeSummary fleet) {
        show(total, fleet.total());
        show(serving, fleet.serving());
        show(open, fleet.now() + fleet.soon());
        show(lost, fleet.lost());
        show(closed, fleet.closed());
    }

    private void show(Figure figure, int number) {
        figure.show(place.words.metrics().number(number, 0), number > 0);
    }

    /// Whether the fleet is heard, and what this monitor does about it.
    void line(Optional<Instant> hearing, boolean collecting) {
        line.setText(
                hearing.isEmpty()
                        ? place.of("monitor.line.deaf")
                        : place.of(collecting ? "monitor.line.collects" : "monitor.line.looksOn"));
        Parts.mark(line, "text-now", hearing.isEmpty());
    }

    void operator() {
        operator.setText(
                place.operator()
                        .map(who ->
                                place.words.of(
                                        "monitor.operator",
                                        Map.of(
                                                "account", who.account(),
                                                "role", place.words.role(who.role()))))
                        .orElse(""));
    }
}
