package de.koblenz.kiosk.citizen.ui.view;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// JavaFX for tests, started once per run.
public final class FxToolkit {
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

    /// Held so that its level stays: on a class path, as in tests, JavaFX warns of lying there.
    private static final Logger NOISE = Logger.getLogger("javafx");

    static {
        NOISE.setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> STARTED.complete(null));
        } catch (IllegalStateException alreadyRunning) {
            STARTED.complete(null);
        }
        Platform.setImplicitExit(false);
    }

    private FxToolkit() {}

    /// Runs on the FX thread and waits; what is thrown there is thrown here.
    public static <T> T call(Callable<T> task) throws Exception {
        STARTED.get(30, TimeUnit.SECONDS);
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.get(300, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("the FX thread does not answer", e);
        }
    }

    /// Runs on the FX thread and waits.
    public static void run(Task task) throws Exception {
        call(() -> {
            task.run();
            return true;
        });
    }

    /// Something that may fail.
    public interface Task {
        void run() throws Exception;
    }
}
