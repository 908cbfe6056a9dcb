package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.scanner.SimulatedPaper;
import de.koblenz.kiosk.device.sim.scanner.SimulatedScanner;
import de.koblenz.kiosk.sandbox.PaymentMethod;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The device bench: everything around the terminal that a newcomer or designer can do to it, and the paper
/// as it comes out. FX thread only.
public final class BenchPanel extends VBox {
    /// Nearly the end of the roll: the sensor of the simulated printer sees it.
    private static final int LOW_MM = 1_500;

    private static final int ROLL_MM = 80_000;

    /// Width of the paper on the bench.
    private static final int PAPER_WIDTH = 360;

    private final FarEnds ends;
    private final VBox papers = new VBox(16);

    /// @param ends what the terminal talks to
    /// @param present takes whether somebody stands in front of the terminal
    public BenchPanel(FarEnds ends, Consumer<Boolean> present) {
        super(12);
        this.ends = ends;
        setPadding(new Insets(20));
        setPrefWidth(540);
        getStyleClass().add("bench");
        getChildren()
                .addAll(
                        heading("Device bench"),
                        heading("Printer"),
                        row(
                                button("Paper full", () -> ends.printer().loadPaper(ROLL_MM)),
                                button("Paper low", () -> ends.printer().loadPaper(LOW_MM)),
                                button("Paper out", () -> ends.printer().loadPaper(0)),
                                toggle("Cover open", ends.printer()::openCover),
                                toggle("Cutter jam", ends.printer()::stickCutter),
                                toggle("Unplugged", this::unplug)),
                        heading("Document scanner"),
                        scannerRow(),
                        heading("eID card: lay on"),
                        cardRow(),
                        new Label(
                                String.join(
                                        " · ",
                                        "PIN " + Personas.USUAL.pin(),
                                        "CAN " + Personas.USUAL.can(),
                                        "PUK " + Personas.USUAL.puk())),
                        heading("Payment"),
                        row(
                                button(
                                        "Pay by PayPal",
                                        () -> ends.switchboard().payLast(PaymentMethod.PAYPAL)),
                                button(
                                        "Pay by card",
                                        () -> ends.switchboard().payLast(PaymentMethod.CREDITCARD)),
                                button("Decline", ends.switchboard()::declineLast)),
                        heading("Surroundings"),
                        row(
                                toggle("Network off", ends.switchboard()::offline),
                                toggle("Citizen away", away -> present.accept(!away))),
                        heading("Staff pages (under Help)"),
                        new Label("Staff code: " + FarEnds.STAFF_CODE),
                        heading("Paper"),
                        paperView());
        ends.printer().observePaper(paper -> Platform.runLater(() -> show(paper)));
    }

    private FlowPane scannerRow() {
        SimulatedScanner scanner = ends.scanner();
        return row(
                button("Letter on the plate", () -> scanner.lay(SimulatedPaper.letter(1))),
                button("Plate empty", () -> scanner.lay(SimulatedPaper.NOTHING)),
                button(
                        "Three sheets in the feeder",
                        () ->
                                scanner.load(
                                        List.of(
                                                SimulatedPaper.letter(1),
                                                SimulatedPaper.letter(2),
                                                SimulatedPaper.letter(3)))),
                button("Feeder empty", scanner::unload),
                toggle(
                        "Jam at the second sheet",
                        jam -> {
                            if (jam) {
                                scanner.jamAfter(1);
                            } else {
                                scanner.clearJam();
                            }
                        }),
                toggle("Feeder open", scanner::cover),
                toggle("Prints", scanner::busy),
                toggle("Out of order", scanner::broken),
                toggle(
                        "Scanner unplugged",
                        out -> {
                            if (out) {
                                scanner.unplug();
                            } else {
                                scanner.plug();
                            }
                        }));
    }

    /// One button lays the card of each persona on the reader: every state that a card can be in.
    private FlowPane cardRow() {
        FlowPane row = row(button("Take card away", ends.cardTable()::take));
        for (Persona persona : Personas.all()) {
            row.getChildren().add(button(persona.label(), () -> ends.cardTable().lay(persona)));
        }
        return row;
    }

    private ScrollPane paperView() {
        ScrollPane pane = new ScrollPane(papers);
        pane.setFitToWidth(true);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("bench-heading");
        return label;
    }

    private static FlowPane row(javafx.scene.Node... controls) {
        return new FlowPane(8, 8, controls);
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        // The far ends write databases: not on the thread of the screen.
        button.setOnAction(_ -> Thread.ofVirtual().start(action));
        return button;
    }

    private static ToggleButton toggle(String text, Consumer<Boolean> action) {
        ToggleButton button = new ToggleButton(text);
        button.setOnAction(_ -> {
            boolean on = button.isSelected();
            Thread.ofVirtual().start(() -> action.accept(on));
        });
        return button;
    }

    private void unplug(boolean unplugged) {
        if (unplugged) {
            ends.socket().unplug();
            return;
        }
        try {
            ends.socket().plug();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void show(PrintedPaper paper) {
        var image = paper.image();
        WritableImage picture = new WritableImage(image.getWidth(), image.getHeight());
        PixelWriter pixels = picture.getPixelWriter();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels.setArgb(x, y, image.getRGB(x, y) | 0xFF000000);
            }
        }
        ImageView shown = new ImageView(picture);
        shown.setPreserveRatio(true);
        shown.setFitWidth(PAPER_WIDTH);
        papers.getChildren().addFirst(shown);
    }
}
