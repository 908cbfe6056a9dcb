package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

/// Takes pictures of the screen for operators, of nobody's page alone: which page it is, is asked in the same moment of the JavaFX thread
/// in which the picture is taken. Any thread but that one.
///
/// @param view what citizens see
record Camera(ScreenView view) {
    private static final System.Logger LOG = System.getLogger("kiosk.app");
    private static final long PATIENCE_SECONDS = 10;

    /// The page as PNG in half its size, unless it is somebody's.
    Shot picture() {
        CompletableFuture<Optional<WritableImage>> taken = new CompletableFuture<>();
        try {
            Platform.runLater(() -> take(taken));
            Optional<WritableImage> picture = taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return picture.isPresent() ? Shot.of(ScreenPicture.png(picture.get())) : Shot.SOMEBODYS;
        } catch (ExecutionException | TimeoutException | IOException | IllegalStateException e) {
            LOG.log(Level.WARNING, "no picture of the screen: {0}", Faults.place(e));
            return Shot.NO_SCREEN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Shot.NO_SCREEN;
        }
    }

    private void take(CompletableFuture<Optional<WritableImage>> taken) {
        try {
            Screen page = view.shown().orElseThrow();
            taken.complete(
                    page.isNobodys() ? Optional.of(ScreenPicture.half(view)) : Optional.empty());
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
    }
}
