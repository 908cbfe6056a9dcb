package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Walks one order through its saga, one outcome at a time: write down, then do. Thread-safe; its own steps run one
/// after another on threads of the scheduler.
final class OrderRunner {
    private static final Logger LOG = System.getLogger(OrderRunner.class.getName());

    /// After a bug the order is tried again this slowly.
    private static final Duration FAULT_RETRY = Duration.ofMinutes(1);

    private static final Duration STORE_RETRY = Duration.ofSeconds(5);

    /// What the runner needs from its desk.
    interface Surroundings {
        OrderSaga saga();

        OrderEffects effects();

        OrderStore store();

        OrderScheduler scheduler();

        InstantSource clock();

        CrashPoint crash();

        /// An order is about to be written down.
        void saving(Order before, Order next);

        void progressed(Order order);

        /// Starts a print job; its outcome is posted to the runner.
        void print(OrderRunner runner, Order order, int slip);

        /// The order has ended.
        void forget(Order order);
    }

    private sealed interface Mail {
        /// @param at when it happened: what is handled late, because the disk was full, is no newer for that
        record Happened(Outcome outcome, Instant at) implements Mail {}

        /// A delay is over; dropped if something else was decided meanwhile.
        record Woken(Effect effect, long epoch) implements Mail {}
    }

    private final Surroundings desk;
    private final Object lock = new Object();
    private final Deque<Mail> mailbox = new ArrayDeque<>();
    private boolean running;

    // Touched by the running thread only.
    private Order order;
    private long epoch;
    private int failures;
    private int forgotten;
    private Instant since;

    OrderRunner(Surroundings desk, Order order) {
        this.desk = desk;
        this.order = order;
        this.since = desk.clock().instant();
    }

    void post(Outcome outcome) {
        put(new Mail.Happened(outcome, desk.clock().instant()));
    }

    private void put(Mail mail) {
        synchronized (lock) {
            mailbox.add(mail);
            if (running) {
                return;
            }
            running = true;
        }
        desk.scheduler().run(this::drain);
    }

    private void drain() {
        for (Mail mail = take(); mail != null; mail = take()) {
            try {
                handle(mail);
            } catch (RuntimeException e) {
                faulty(e);
            }
        }
    }

    /// A bug: what else comes is still heard, and the order is tried again from what is on disk. The text of the
    /// exception may quote somebody, so only its kind and place are logged.
    private void faulty(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.log(
                Level.ERROR,
                "order {0} stopped by {1} at {2}",
                order.id(),
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0].toString());
        Effect effect = OrderSaga.effect(order);
        if (!(effect instanceof Effect.Rest)) {
            epoch++;
            long now = epoch;
            desk.scheduler().runAfter(FAULT_RETRY, () -> put(new Mail.Woken(effect, now)));
        }
    }

    private @org.jspecify.annotations.Nullable Mail take() {
        synchronized (lock) {
            Mail mail = mailbox.poll();
            if (mail == null) {
                running = false;
            }
            return mail;
        }
    }

    private void handle(Mail mail) {
        switch (mail) {
            case Mail.Happened(Outcome outcome, Instant at) -> advance(outcome, at);
            case Mail.Woken(Effect effect, long since) -> {
                if (since == epoch) {
                    perform(effect);
                }
            }
        }
    }

    private void advance(Outcome outcome, Instant at) {
        Step step = desk.saga().next(order, outcome, at);
        if (!step.order().equals(order) && !save(step.order())) {
            Mail again = new Mail.Happened(outcome, at);
            desk.scheduler().runAfter(STORE_RETRY, () -> put(again));
            return;
        }
        switch (step.effect()) {
            case Effect.Keep _ -> {}
            case Effect.Rest _ -> {}
            default -> start(step);
        }
        if (order.state() == OrderState.ENDED) {
            desk.forget(order);
        }
    }

    private void start(Step step) {
        epoch++;
        if (step.delay().isZero()) {
            perform(step.effect());
        } else {
            long now = epoch;
            desk.scheduler().runAfter(step.delay(), () -> put(new Mail.Woken(step.effect(), now)));
        }
    }

    private void perform(Effect effect) {
        String name = effect.getClass().getSimpleName();
        desk.crash().reached(name + " before");
        if (effect instanceof Effect.Print(int slip)) {
            desk.print(this, order, slip);
            desk.crash().reached(name + " after");
            return;
        }
        Instant asked = desk.clock().instant();
        if (order.state() == OrderState.SUBMITTING
                && asked.isAfter(since.plus(Delivery.LONGEST_WAIT))) {
            advance(new Outcome.Overdue(), asked);
            return;
        }
        Outcome outcome = desk.effects().perform(order, effect);
        desk.crash().reached(name + " after");
        if (outcome instanceof Outcome.Unreachable(String code, int _)) {
            failures++;
            outcome = new Outcome.Unreachable(code, failures);
        } else {
            failures = 0;
        }
        if (outcome instanceof Outcome.AnnouncementGone) {
            forgotten++;
            outcome = new Outcome.AnnouncementGone(forgotten);
        }
        // A slow "not yet" is as old as its question: it must not outlive the platform's time
        // limit.
        advance(
                outcome,
                outcome instanceof Outcome.PaymentPending ? asked : desk.clock().instant());
    }

    /// Writes the next state down; where that fails, nothing may be done.
    private boolean save(Order next) {
        String name = "save " + next.state();
        desk.crash().reached(name + " before");
        desk.saving(order, next);
        try {
            desk.store().save(next);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "order {0} cannot be written down: {1}",
                    order.id(),
                    e instanceof StoreFull ? OrderCodes.DISK_FULL : OrderCodes.STORE);
            return false;
        }
        desk.crash().reached(name + " after");
        if (next.state() != order.state()) {
            since = desk.clock().instant();
        }
        order = next;
        desk.progressed(next);
        return true;
    }

    /// What a print job's end means for the order.
    static Outcome printed(int slip, PrintOutcome outcome) {
        return switch (outcome) {
            case PrintOutcome.Completed _ -> new Outcome.Printed(slip, Paper.State.PRINTED, "");
            case PrintOutcome.NotPrinted(String code) ->
                    new Outcome.Printed(slip, Paper.State.KEPT, code);
            case PrintOutcome.Unknown(String code) ->
                    new Outcome.Printed(slip, Paper.State.UNKNOWN, code);
        };
    }
}
