package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.citizen.ui.view.KioskStage;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The terminal's window in service. It is there before the terminal knows anything, with a page that asks for
/// patience, so that fonts, styles and window are ready when the first page is. Any thread, unless said otherwise.
final class KioskWindow {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Failure code of a bug.
    static final String FAULT = "APP-FAULT";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Texts texts = builtIn();
    private final CompletableFuture<KioskGraph> graph = new CompletableFuture<>();
    private final CompletableFuture<ScreenView> opened = new CompletableFuture<>();

    /// Opens the window; JavaFX thread only.
    void open() {
        ScreenView view =
                new ScreenView(
                        tag -> graph.join().keyboard(tag),
                        this::post,
                        pad(),
                        id ->
                                graph.isDone()
                                        ? graph.join().pictures().page(id)
                                        : PagePictures.NONE.page(id),
                        System::nanoTime);
        view.render(SessionPresenter.starting(texts, geometry()));
        new KioskStage(new Stage(), view).open();
        opened.complete(view);
    }

    /// Shows the terminal.
    void serve(KioskGraph terminal) {
        graph.complete(terminal);
        CompletableFuture<Void> painted = new CompletableFuture<>();
        onScreen(view -> {
            terminal.dress(view);
            view.setPaintListener(_ -> painted.complete(null));
        });
        terminal.startFront(screen -> onScreen(view -> draw(view, screen)));
        // Two cores: what lies behind the screen waits until the first page is on it, but not for a
        // screen that hangs.
        var _ =
                painted.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .thenRun(() -> onScreen(view -> view.setPaintListener(null)))
                        .thenRun(terminal::startBack);
    }

    /// Shows that the terminal is out of service; there is nothing to touch.
    ///
    /// @param code failure code for the help desk
    void outOfService(String code) {
        onScreen(view -> view.render(SessionPresenter.outOfService(texts, geometry(), code)));
    }

    /// Draws a page, or that the terminal cannot: never leaves the former citizen's page there.
    private void draw(ScreenView view, de.koblenz.kiosk.citizen.ui.Screen screen) {
        try {
            view.render(screen);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "page not drawn: {0}", Faults.place(e));
            view.render(SessionPresenter.outOfService(texts, geometry(), FAULT));
        }
    }

    private PinPad pad() {
        return new PinPad() {
            @Override
            public void press(int digit) {
                terminal().press(digit);
            }

            @Override
            public void erase() {
                terminal().erase();
            }

            private PinPad terminal() {
                return graph.isDone() ? graph.join().pad() : PinPad.NONE;
            }
        };
    }

    private void post(SessionEvent event) {
        var _ = graph.thenAccept(terminal -> terminal.post(event));
    }

    private void onScreen(Consumer<ScreenView> work) {
        var _ = opened.thenAccept(view -> Platform.runLater(() -> work.accept(view)));
    }

    /// As the screen stands, while no configuration says how the pages lie.
    private static KioskGeometry geometry() {
        Rectangle2D bounds = Screen.getPrimary().getBounds();
        return bounds.getHeight() > bounds.getWidth()
                ? KioskGeometry.PORTRAIT
                : KioskGeometry.LANDSCAPE;
    }

    /// Words for a terminal that cannot read its own.
    static Texts builtIn() {
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
