package de.koblenz.kiosk.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/// A clock and a scheduler that run as fast as the test does, all on the test's thread.
final class VirtualTime implements InstantSource, OrderScheduler {
    private record Waiting(Instant at, long number, Runnable work) {}

    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.comparing(Waiting::at).thenComparingLong(Waiting::number));
    // Stand-ins read it from their own threads.
    private volatile Instant now = Instant.parse("2026-06-01T06:00:00Z");
    private long numbers;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void run(Runnable work) {
        ready.add(work);
    }

    @Override
    public void runAfter(Duration delay, Runnable work) {
        waiting.add(new Waiting(now.plus(delay), numbers++, work));
    }

    /// Runs what is ready, without letting time pass.
    void settle() {
        while (!ready.isEmpty()) {
            ready.remove().run();
        }
    }

    /// A call takes so long; whatever falls due meanwhile waits for its end.
    void spend(Duration time) {
        now = now.plus(time);
    }

    /// Lets time pass, and runs what falls due on the way.
    void pass(Duration time) {
        Instant until = now.plus(time);
        settle();
        while (!waiting.isEmpty() && !waiting.element().at().isAfter(until)) {
            reach(waiting.element().at());
            waiting.remove().work().run();
            settle();
        }
        reach(until);
    }

    private void reach(Instant then) {
        if (then.isAfter(now)) {
            now = then;
        }
    }

    /// Lets time pass to the next due work; false if none waits.
    boolean passToNext() {
        settle();
        if (waiting.isEmpty()) {
            return false;
        }
        Instant next = waiting.element().at();
        pass(Duration.between(now, next.isAfter(now) ? next : now));
        return true;
    }

    /// The process dies: nothing of it runs any more. Time goes on.
    @Override
    public void close() {
        ready.clear();
        waiting.clear();
    }
}
