package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.session.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/// Effects that wait for what lies behind the screen.
class EffectQueueTest {
    private final EffectQueue queue = new EffectQueue();
    private final List<Effect> done = new ArrayList<>();

    private static Effect search(int number) {
        return new Effect.SearchCatalog("a" + number);
    }

    @Test
    void whatCameBeforeAnybodyWasThereIsDoneFirst() {
        queue.accept(search(1));
        queue.accept(search(2));
        assertEquals(List.of(), done);
        queue.serve(done::add);
        queue.accept(search(3));
        assertEquals(List.of(search(1), search(2), search(3)), done);
    }

    @Test
    void aFaultInOneEffectTakesNoneOfTheOthersAlong() {
        queue.accept(search(1));
        queue.accept(search(2));
        queue.serve(effect -> {
            done.add(effect);
            throw new IllegalStateException("Mustermann");
        });
        queue.accept(search(3));
        assertEquals(List.of(search(1), search(2), search(3)), done);
    }

    @Test
    void atATerminalThatEndsNothingIsDone() {
        queue.serve(_ -> {
            throw new RejectedExecutionException("closed");
        });
        queue.accept(search(1));
        assertEquals(List.of(), done);
    }
}
