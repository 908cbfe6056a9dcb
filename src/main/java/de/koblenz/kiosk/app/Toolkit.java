package de.koblenz.kiosk.app;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts JavaFX.
final class Toolkit {
    /// Held so that its level stays: on a class path, as in a checkout, JavaFX warns of lying there.
    private static final Logger NOISE = Logger.getLogger("javafx");

    private final CountDownLatch started = new CountDownLatch(1);

    private Toolkit() {}

    /// Whether this machine can show a window.
    static boolean display() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /// Starts JavaFX without a display, a window or GTK, and returns when it runs.
    static void headless() throws InterruptedException {
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
                    Platform.startup(() -> {
                        toolkit.started.countDown();
                        first.run();
                    });
                });
        return toolkit;
    }

    /// Returns when JavaFX runs.
    void await() throws InterruptedException {
        started.await();
    }
}
