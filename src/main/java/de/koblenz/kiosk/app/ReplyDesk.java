package de.koblenz.kiosk.app;

import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import de.koblenz.kiosk.health.command.Reply;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Gets what a command asks for and sends it to the data centre. Blocks until it is there. Thread-safe.
///
/// @param camera takes a picture of the page on the screen
/// @param log the newest lines of the log
/// @param send says later whether somebody was there to take it
record ReplyDesk(Supplier<Shot> camera, Log log, Function<Reply, CompletableFuture<Boolean>> send) {
    /// There is no screen, or it does not answer.
    static final String NO_PICTURE = "CMD-PICTURE";

    /// The data centre did not take it.
    static final String NOT_TAKEN = "CMD-REPLY";

    private static final long PATIENCE_SECONDS = 30;

    /// Reads the log.
    interface Log {
        List<String> last(int lines) throws IOException;
    }

    Outcome picture(UUID command) {
        Shot shot = camera.get();
        if (shot.equals(Shot.SOMEBODYS)) {
            // Who came at this very moment goes again.
            return new Outcome.Postponed();
        }
        return shot.png()
                .map(png -> send(Reply.picture(command, png)))
                .orElseGet(() -> new Outcome.Failed(NO_PICTURE));
    }

    Outcome log(UUID command, int lines) {
        try {
            return send(Reply.lines(command, log.last(lines)));
        } catch (IOException _) {
            return new Outcome.Failed(KioskCommands.UNAVAILABLE);
        }
    }

    /// Sends lines that explain a failure.
    void explain(UUID command, List<String> lines) {
        var _ = send.apply(Reply.lines(command, lines));
    }

    private Outcome send(Reply reply) {
        try {
            return send.apply(reply).get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? new Outcome.Sent(reply.length())
                    : new Outcome.Failed(NOT_TAKEN);
        } catch (ExecutionException | TimeoutException _) {
            return new Outcome.Failed(NOT_TAKEN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(NOT_TAKEN);
        }
    }
}
