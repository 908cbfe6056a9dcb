package de.koblenz.kiosk.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts JavaFX.
final class Toolkit {
    /// Held so that its level stays: on a class path, as in a checkout, JavaFX warns of lying there.
    private static final Logger NOISE = Logger.getLogger("javafx");

    /// Why there is no window; nothing if there is one.
    private final CompletableFuture<Optional<String>> started = new CompletableFuture<>();

    private Toolkit() {}

    /// There is no window to be had: no such display, no GTK.
    static final class Unavailable extends IOException {
        /// `EX_UNAVAILABLE` of sysexits.h.
        static final int EXIT_CODE = 69;

        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }

    /// Whether this machine can show a window.
    static boolean display() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /// Starts JavaFX without a display, a window or GTK, and returns when it runs.
    static void headless() throws Unavailable, InterruptedException {
        startingHeadless().await();
    }

    /// Starts JavaFX without a display on a thread of its own.
    static Toolkit startingHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        return starting();
    }

    /// Starts JavaFX on a thread of its own.
    static Toolkit starting() {
        return starting(() -> {});
    }

    /// Starts JavaFX on a thread of its own.
    ///
    /// @param first what its thread does first
    static Toolkit starting(Runnable first) {
        Toolkit toolkit = new Toolkit();
        Thread.ofPlatform()
                .name("toolkit")
                .daemon()
                .start(() -> {
                    NOISE.setLevel(Level.SEVERE);
                    Platform.setImplicitExit(false);
                    try {
                        Platform.startup(() -> {
                            toolkit.started.complete(Optional.empty());
                            first.run();
                        });
                    } catch (RuntimeException | LinkageError e) {
                        toolkit.started.complete(Optional.of(String.valueOf(e.getMessage())));
                    }
                });
        return toolkit;
    }

    /// Returns when JavaFX runs.
    ///
    /// @throws Unavailable if it cannot
    void await() throws Unavailable, InterruptedException {
        Optional<String> missing;
        try {
            missing = started.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (missing.isPresent()) {
            throw new Unavailable("no window can be opened: " + missing.get());
        }
    }
}
