package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.citizen.ui.view.Branding;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.KioskStage;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The terminal's window in service. Any thread.
final class KioskWindow {
    private final Runnable painted;

    /// @param painted is called on the JavaFX thread after the first page was painted
    KioskWindow(Runnable painted) {
        this.painted = painted;
    }

    /// Shows the terminal.
    void open(KioskGraph graph) {
        Platform.runLater(() -> graph.start(drawn(show(graph.view(System::nanoTime)))));
    }

    /// Shows that the terminal is out of service; there is nothing to touch.
    void outOfService(Problem first) {
        Screen screen =
                SessionPresenter.outOfService(builtIn(), KioskGeometry.PORTRAIT, first.code());
        Platform.runLater(() -> {
            ScreenView view =
                    new ScreenView(
                            Branding.KOBLENZ,
                            _ -> new KeyboardWords("", "", "", "", "", "", "", ""),
                            _ -> {},
                            System::nanoTime);
            drawn(show(view)).accept(screen);
        });
    }

    private static ScreenView show(ScreenView view) {
        new KioskStage(new Stage(), view).open();
        return view;
    }

    private Consumer<Screen> drawn(ScreenView view) {
        boolean[] told = {false};
        return screen ->
                Platform.runLater(() -> {
                    view.render(screen);
                    if (!told[0]) {
                        told[0] = true;
                        // Two pulses: laid out with the next one, painted with the one after.
                        Platform.runLater(() -> Platform.runLater(painted));
                    }
                });
    }

    /// Words for a terminal that cannot read its own.
    private static Texts builtIn() {
        try (InputStream in =
                Objects.requireNonNull(
                        KioskWindow.class.getResourceAsStream("out-of-service.de.yaml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> texts = new HashMap<>();
            ConfigReader.parse(yaml, "out-of-service.de.yaml", new Problems())
                    .entries()
                    .forEach((key, value) -> texts.put(key, value.text()));
            return new Texts(Locale.GERMANY, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
