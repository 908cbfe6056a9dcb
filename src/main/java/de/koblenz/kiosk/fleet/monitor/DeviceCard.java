package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.board.MetricWords.Fact;
import de.koblenz.kiosk.fleet.model.DeviceCondition;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A device of a terminal: what it is, how it is, what it says. FX thread only.
final class DeviceCard extends VBox {
    private final FleetWords words;
    private final String name;
    private final GridPane facts = new GridPane(12, 4);
    private final javafx.scene.control.Label status = Parts.label("");
    private final javafx.scene.control.Label forecast = Parts.label("", "forecast");

    DeviceCard(FleetWords words, String name) {
        super(8);
        this.words = words;
        this.name = name;
        getStyleClass().add("card");
        forecast.setWrapText(true);
        ColumnConstraints left = new ColumnConstraints();
        ColumnConstraints right = new ColumnConstraints();
        left.setMinWidth(180);
        right.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(left, right);
        getChildren()
                .addAll(
                        Parts.row(
                                10,
                                icon(name).node(20),
                                Parts.label(words.device(name), "card-title"),
                                Parts.filler(),
                                status),
                        facts);
    }

    private static Icon icon(String name) {
        return switch (name) {
            case "receipt-printer" -> Icon.PRINTER;
            case "card-reader", "payment-terminal" -> Icon.READER;
            default -> Icon.DEVICE;
        };
    }

    void show(DeviceCondition device) {
        String paper =
                device.paper() == PaperStatus.UNKNOWN ? "" : " · " + words.paper(device.paper());
        status.setText(words.status(device.status()) + paper);
        boolean well =
                device.status() == DeviceStatus.ONLINE
                        || device.status() == DeviceStatus.DEVICE_BUSY
                        || device.status() == DeviceStatus.STARTING;
        boolean empty = device.paper() == PaperStatus.OUT || device.paper() == PaperStatus.JAMMED;
        status.getStyleClass()
                .setAll(
                        "label",
                        !well || empty
                                ? "text-now"
                                : device.paper() == PaperStatus.LOW ? "text-soon" : "muted");
        facts.getChildren().clear();
        int row = 0;
        for (Fact fact : words.metrics().facts(device)) {
            facts.add(Parts.label(fact.name(), "muted"), 0, row);
            facts.add(Parts.label(fact.value()), 1, row);
            row++;
        }
        forecast.setVisible(!empty);
        forecast.setManaged(!empty);
        setAccessibleText(words.device(name) + ": " + status.getText());
    }

    /// Says when the paper will be empty.
    void forecast(String text) {
        forecast.setText(text);
        if (!getChildren().contains(forecast)) {
            getChildren().add(forecast);
        }
    }
}
