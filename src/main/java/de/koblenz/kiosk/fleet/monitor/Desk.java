package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Asks the database on a thread that may wait, and gives the answer to the screen. Thread-safe.
final class Desk {
    /// Code of a fault of ours.
    private static final String FAULT = "APP-FAULT";

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    private final Executor waiting;
    private final Executor screen;
    private final Consumer<String> failed;

    /// @param waiting a platform thread, as SQLite's native calls pin virtual ones
    /// @param screen JavaFX
    /// @param failed told on the screen's thread that the database did not answer, with a code
    Desk(Executor waiting, Executor screen, Consumer<String> failed) {
        this.waiting = waiting;
        this.screen = screen;
        this.failed = failed;
    }

    /// What is asked.
    interface Question<T> {
        T ask() throws StoreUnavailable, IOException;
    }

    <T> void ask(Question<T> question, Consumer<T> answer) {
        waiting.execute(() -> {
            try {
                T found = question.ask();
                screen.execute(() -> answer.accept(found));
            } catch (StoreUnavailable | IOException e) {
                String code = String.valueOf(e.getMessage());
                screen.execute(() -> failed.accept(code));
            } catch (RuntimeException e) {
                // The thread would keep it to itself, and the page would wait for ever.
                LOG.log(Level.ERROR, "monitor: a question has a fault", e);
                screen.execute(() -> failed.accept(FAULT));
            }
        });
    }
}
