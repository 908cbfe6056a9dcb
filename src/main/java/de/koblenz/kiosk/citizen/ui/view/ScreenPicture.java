package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;

/// Takes pictures of pages in full size without a window. FX thread only, except [#write(WritableImage, Path)], [#png] and [#onScreen].
public final class ScreenPicture {
    private final ScreenView view;
    private final Pane portrait = new Pane();
    private final Pane landscape = new Pane();
    private final Scene portraitScene = new Scene(portrait, 1080, 1920);
    private final Scene landscapeScene = new Scene(landscape, 1920, 1080);

    /// @param view is put into a scene of its own
    public ScreenPicture(ScreenView view) {
        this.view = view;
    }

    /// Renders a page and takes its picture.
    public WritableImage take(Screen screen) {
        layOut(screen);
        int width = screen.look().geometry().width();
        int height = screen.look().geometry().height();
        Scene scene = screen.look().geometry().portrait() ? portraitScene : landscapeScene;
        return scene.snapshot(new WritableImage(width, height));
    }

    /// Renders a page and lays it out without painting, so that its nodes can be examined.
    public ScreenView layOut(Screen screen) {
        Pane holder = screen.look().geometry().portrait() ? portrait : landscape;
        if (!holder.equals(view.getParent())) {
            portrait.getChildren().clear();
            landscape.getChildren().clear();
            holder.getChildren().add(view);
        }
        view.render(screen);
        view.resize(screen.look().geometry().width(), screen.look().geometry().height());
        view.styleVisible();
        view.layout();
        return view;
    }

    /// Does work on the JavaFX thread, which must be running, and waits for it; from any other thread.
    ///
    /// @throws IOException if the work fails
    public static <T> T onScreen(Supplier<T> work) throws IOException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | LinkageError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw new IOException("no page can be drawn", e.getCause());
        }
    }

    /// Takes a picture of a page in half its size, as it is drawn now, wherever it is shown.
    public static WritableImage half(ScreenView view) {
        SnapshotParameters parameters = new SnapshotParameters();
        // A picture is taken with the node's own place and scale in its parent, which are of no
        // interest here.
        parameters.setTransform(new Scale(0.5, 0.5).createConcatenation(inverse(view)));
        parameters.setViewport(
                new Rectangle2D(
                        0, 0, Math.ceil(view.getWidth() / 2), Math.ceil(view.getHeight() / 2)));
        return view.snapshot(parameters, null);
    }

    private static Transform inverse(ScreenView view) {
        try {
            return view.getLocalToParentTransform().createInverse();
        } catch (NonInvertibleTransformException e) {
            throw new IllegalStateException("a screen without width or height", e);
        }
    }

    /// Writes a picture as PNG; its folder is made.
    public static void write(WritableImage picture, Path png) throws IOException {
        Path folder = png.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(png))) {
            write(picture, out);
        }
    }

    /// A picture as PNG, pixels alone. Any thread.
    public static byte[] png(WritableImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        write(picture, png);
        return png.toByteArray();
    }

    private static void write(WritableImage picture, OutputStream out) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        // As the picture holds them; pages are opaque, so nothing is to be divided by its alpha.
        picture.getPixelReader()
                .getPixels(
                        0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        PngEncoder.write(out, width, height, pixels);
    }

    /// Renders a page and writes its picture.
    public void write(Screen screen, Path png) throws IOException {
        write(take(screen), png);
    }
}
