package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// A citizen who goes through the real screens by a script: reads what is shown, touches, types, and keeps a
/// picture of every page. [#shown] by any thread, all else by the script's thread.
public final class ScriptedCitizen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TOUCH_TO_TOUCH = Duration.ofMillis(600);

    private final ScreenView view;
    private final ScreenPicture camera;
    private final Finger finger;
    private final Path album;
    private final AtomicLong nanos;
    private final Object news = new Object();
    private @Nullable Screen newest;
    private int pictures;
    private long seen;

    /// @param view the real view, in no window
    /// @param camera takes pictures of that view
    /// @param nanos clock of the view's debounce, which this citizen moves on
    /// @param album folder for the pictures
    public ScriptedCitizen(ScreenView view, ScreenPicture camera, AtomicLong nanos, Path album) {
        this.nanos = nanos;
        this.view = view;
        this.camera = camera;
        this.finger = new Finger(view);
        this.album = album;
    }

    /// Takes each page that the terminal shows.
    public void shown(Screen screen) {
        Platform.runLater(() -> camera.layOut(screen));
        synchronized (news) {
            newest = screen;
            seen++;
            news.notifyAll();
        }
    }

    /// Waits until such a page is shown.
    ///
    /// @param what for the message, in words
    /// @throws StoryEnded if it does not come
    public Screen sees(String what, Predicate<Screen> wanted) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (news) {
            while (newest == null || !wanted.test(newest)) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new StoryEnded(
                            what
                                    + " did not come; the screen shows "
                                    + (newest == null ? "nothing" : described(newest)));
                }
                news.wait(left);
            }
            return newest;
        }
    }

    private static String described(Screen screen) {
        return screen.key()
                + screen.alert().map(alert -> ": " + alert.text() + " " + alert.code()).orElse("");
    }

    /// Waits for a page by the beginning of its key.
    public Screen sees(String key) throws InterruptedException {
        return sees(key, screen -> screen.key().startsWith(key));
    }

    /// Touches a control of the page that is shown.
    ///
    /// @throws StoryEnded if it is not there
    public void touches(String id) throws InterruptedException {
        moves();
        if (!onScreen(() -> finger.touch(id))) {
            throw new StoryEnded("there is no '" + id + "' on " + sees("a page", _ -> true).key());
        }
    }

    /// Takes a picture of the page, then touches "Weiter".
    public void goesOn() throws InterruptedException, IOException {
        keepsPicture();
        touches("next");
    }

    /// Types letter by letter, each when the one before has come back to the screen.
    public void types(String text) throws InterruptedException {
        for (int point : text.codePoints().toArray()) {
            String letter = Character.toString(point);
            long before = seen();
            moves();
            onScreen(() -> {
                finger.type(letter);
                return true;
            });
            sees("the letter", _ -> seen > before);
        }
    }

    private long seen() {
        synchronized (news) {
            return seen;
        }
    }

    /// The finger needs longer from key to key than the debounce takes for a trembling one.
    private void moves() throws InterruptedException {
        // Only when the page is drawn: a touch right after a change of page is meant for the former
        // one.
        onScreen(() -> true);
        nanos.addAndGet(TOUCH_TO_TOUCH.toNanos());
    }

    /// Keeps a picture of the page as it is.
    public void keepsPicture() throws InterruptedException, IOException {
        Screen screen = sees("a page", _ -> true);
        WritableImage picture = onScreen(() -> camera.take(screen));
        pictures++;
        String name = String.format(Locale.ROOT, "%02d-%s.png", pictures, fileName(screen.key()));
        ScreenPicture.write(picture, album.resolve(name));
    }

    private static String fileName(String key) {
        return key.replaceAll("[^A-Za-z0-9-]+", "-").toLowerCase(Locale.ROOT);
    }

    /// How many pictures were kept.
    public int pictures() {
        return pictures;
    }

    private <T> T onScreen(java.util.function.Supplier<T> work) throws InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// The view that the citizen looks at.
    public ScreenView view() {
        return view;
    }
}
