package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.Effect;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Effects on their way to whoever carries them out, who may come later than the first of them: they wait, and are handed
/// on in their order. One that cannot be handed on takes none of the others along. One thread accepts; any may serve.
public final class EffectQueue implements Consumer<Effect> {
    private static final System.Logger LOG = System.getLogger("kiosk.effects");

    private final CompletableFuture<Consumer<Effect>> runner = new CompletableFuture<>();

    /// What was accepted so far has been handed on; the accepting thread only.
    private CompletableFuture<Consumer<Effect>> handedOn = runner;

    @Override
    public void accept(Effect effect) {
        handedOn =
                handedOn.thenApply(ready -> {
                    handOn(ready, effect);
                    return ready;
                });
    }

    private static void handOn(Consumer<Effect> ready, Effect effect) {
        try {
            ready.accept(effect);
        } catch (RejectedExecutionException _) {
            // The terminal ends.
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "{0} not handed on: {1}",
                    effect.getClass().getSimpleName(),
                    Faults.place(e));
        }
    }

    /// Hands on what waits, and from now on everything at once.
    ///
    /// @param ready must not block
    public void serve(Consumer<Effect> ready) {
        runner.complete(ready);
    }
}
