package de.koblenz.kiosk.health.command;

import de.koblenz.kiosk.health.command.CommandJournal.State;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.EventOutbox;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Takes commands, has each carried out once at most and answers by an event. What would disturb a citizen waits until nobody is
/// there. Has a thread of its own; thread-safe.
public final class CommandDesk implements AutoCloseable {
    /// A command that was begun when the program ended, and no restart.
    public static final String INTERRUPTED = "CMD-INTERRUPTED";

    private static final System.Logger LOG = System.getLogger(CommandDesk.class.getName());

    /// Refusals that are told of in an hour; the rest is dropped: whoever can send rubbish must not fill the outbox.
    private static final int MOST_REFUSALS = 60;

    /// Between two looks at what waits.
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final List<String> MODES = List.of("outOfService", "inService");

    /// Something for the desk's thread to do; empty wakes it.
    private final BlockingQueue<Optional<String>> work = new LinkedBlockingQueue<>(256);

    private final CommandCheck check;
    private final CommandJournal journal;
    private final EventOutbox outbox;
    private final CommandTarget target;
    private final InstantSource clock;
    private final Runnable told;
    private final Thread thread;
    // Used by the desk's thread alone.
    private final Map<UUID, CompletableFuture<Optional<CommandTarget.Outcome.Failed>>> preparing =
            new HashMap<>();

    /// Begun by the program before this one, or by this one and it is to end with them.
    private final Set<UUID> undecided = new HashSet<>();

    /// Waiting again, and told of.
    private final Set<UUID> postponed = new HashSet<>();

    /// Whether something waits for the terminal to be idle.
    private boolean waiting;

    private Instant refusalsSince = Instant.EPOCH;
    private int refusals;

    /// @param told called after each event that was kept
    public CommandDesk(
            CommandCheck check,
            CommandJournal journal,
            EventOutbox outbox,
            CommandTarget target,
            InstantSource clock,
            Runnable told) {
        this.check = check;
        this.journal = journal;
        this.outbox = outbox;
        this.target = target;
        this.clock = clock;
        this.told = told;
        this.thread = Thread.ofPlatform().name("commands").daemon().unstarted(this::run);
    }

    /// Finishes what the last program began, restores the mode that an operator set, and begins to take commands.
    public void start() {
        thread.start();
    }

    /// Takes a request as it came; never blocks. Beyond a few hundred at a time the rest is dropped, as on the wire.
    public void take(String request) {
        boolean _ = work.offer(Optional.of(request));
    }

    /// Says that nobody is at the terminal any more, or that something else a command waits for may be so.
    public void idle() {
        boolean _ = work.offer(Optional.empty());
    }

    private void run() {
        try {
            guarded("after the start", this::resume);
            while (true) {
                Optional<String> next = next();
                guarded(
                        "of a request",
                        () -> {
                            if (next.isPresent()) {
                                receive(next.get());
                            }
                            answerEnded();
                            carryOut();
                        });
            }
        } catch (InterruptedException _) {
            // The end.
        }
    }

    /// What waits is looked at now and then, also when nothing happens: it may have expired meanwhile.
    private Optional<String> next() throws InterruptedException {
        if (!waiting) {
            return work.take();
        }
        Optional<String> found = work.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return found == null ? Optional.empty() : found;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void guarded(String when, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "commands: no journal {0} ({1})", when, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "commands: a fault " + when, e);
        }
    }

    private void resume() throws IOException {
        for (CommandJournal.Open open : journal.open()) {
            if (open.state() == State.BEGUN) {
                undecided.add(open.id());
            }
        }
        answerEnded();
        Optional<String> mode = journal.lastDone(MODES);
        if (mode.isPresent() && read(mode.get(), Command.OutOfService.class)) {
            try {
                SignedCommand command = check.readAgain(mode.get());
                target.carryOut(command.id(), command.command());
            } catch (CommandRefused _) {
                // Its signer may not command any more.
            }
        }
        carryOut();
    }

    /// Answers what was begun and is decided now.
    private void answerEnded() throws IOException {
        if (undecided.isEmpty()) {
            return;
        }
        for (CommandJournal.Open open : journal.open()) {
            if (undecided.contains(open.id())) {
                Optional<CommandTarget.Outcome> outcome = ended(open);
                if (outcome.isPresent()) {
                    undecided.remove(open.id());
                    answer(open.id(), outcome.get());
                }
            }
        }
    }

    private Optional<CommandTarget.Outcome> ended(CommandJournal.Open open) {
        try {
            Command command = check.readAgain(open.jws()).command();
            if (command.endsProgram()) {
                return target.ended(open.id(), command);
            }
        } catch (CommandRefused _) {
            // Its signer may not command any more.
        }
        return Optional.of(new CommandTarget.Outcome.Failed(INTERRUPTED));
    }

    private boolean read(String jws, Class<? extends Command> kind) {
        try {
            return kind.isInstance(check.readAgain(jws).command());
        } catch (CommandRefused _) {
            return false;
        }
    }

    private void receive(String request) throws IOException {
        try {
            SignedCommand command = check.read(request, clock.instant());
            switch (journal.accept(command, request)) {
                case NEW -> {
                    if (command.command().disturbs() && !forced(command) && !target.idle()) {
                        keep(
                                EventKind.COMMAND_WAITING,
                                "",
                                Optional.of(command.id()),
                                Map.of(EventNumber.COMMAND_SEQ, command.seq()));
                    }
                }
                case KNOWN -> {
                    // Its answer is on its way, or will be.
                }
                case REPLAYED ->
                        throw new CommandRefused(
                                CommandRefused.REPLAYED, Optional.of(command.id()));
            }
        } catch (CommandRefused e) {
            refuse(e);
        }
    }

    private void refuse(CommandRefused refusal) throws IOException {
        Instant now = clock.instant();
        // Also where the clock went back.
        if (Duration.between(refusalsSince, now).abs().compareTo(Duration.ofHours(1)) > 0) {
            refusalsSince = now;
            refusals = 0;
        }
        refusals++;
        if (refusals <= MOST_REFUSALS) {
            keep(EventKind.COMMAND_REJECTED, refusal.code(), refusal.id(), Map.of());
        }
    }

    private void carryOut() throws IOException {
        List<CommandJournal.Open> all = journal.open();
        // What was begun is not decided yet: nothing else may end the program meanwhile.
        boolean held = !undecided.isEmpty();
        waiting = false;
        for (CommandJournal.Open open : all) {
            if (open.state() != State.WAITING) {
                continue;
            }
            // Asked before the clock is: what waited for this moment must not have expired in it.
            boolean idle = target.idle();
            try {
                SignedCommand command = check.read(open.jws(), clock.instant());
                if (!prepared(command)) {
                    continue;
                }
                boolean waits = command.command().disturbs() && !forced(command) && (held || !idle);
                held |= waits;
                waiting |= waits;
                if (!waits) {
                    carryOut(command);
                }
            } catch (CommandRefused e) {
                finish(open.id(), e.code());
            }
        }
    }

    private static boolean forced(SignedCommand command) {
        return command.forced() && command.command().canBeForced();
    }

    /// Whether everything is ready for a command; those behind it need not wait for that.
    private boolean prepared(SignedCommand command) throws IOException {
        CompletableFuture<Optional<CommandTarget.Outcome.Failed>> preparation =
                preparing.get(command.id());
        if (preparation == null) {
            preparation = target.prepare(command.id(), command.command());
            preparing.put(command.id(), preparation);
            if (!preparation.isDone()) {
                var _ = preparation.whenComplete((_, _) -> idle());
            }
        }
        if (!preparation.isDone()) {
            return false;
        }
        Optional<CommandTarget.Outcome.Failed> failure =
                preparation.isCompletedExceptionally()
                        ? Optional.of(new CommandTarget.Outcome.Failed(INTERRUPTED))
                        : preparation.join();
        if (failure.isPresent()) {
            finish(command.id(), failure.get().code());
        }
        return failure.isEmpty();
    }

    private void carryOut(SignedCommand command) throws IOException {
        journal.begin(command.id());
        // Of a restart this program never learns.
        if (command.command().endsProgram() && !(command.command() instanceof Command.Restart)) {
            undecided.add(command.id());
        }
        CommandTarget.Outcome outcome = target.carryOut(command.id(), command.command());
        if (!(outcome instanceof CommandTarget.Outcome.Ending)) {
            undecided.remove(command.id());
        }
        answer(command.id(), outcome);
    }

    private void answer(UUID id, CommandTarget.Outcome outcome) throws IOException {
        switch (outcome) {
            case CommandTarget.Outcome.Done() -> finish(id, "");
            case CommandTarget.Outcome.Sent(long bytes) ->
                    finish(
                            id,
                            State.DONE,
                            List.of(
                                    draft(
                                            EventKind.COMMAND_DONE,
                                            "",
                                            id,
                                            Map.of(EventNumber.BYTES, bytes))));
            case CommandTarget.Outcome.Failed(String code) -> finish(id, code);
            case CommandTarget.Outcome.TakenBack(String code) ->
                    finish(
                            id,
                            State.FAILED,
                            List.of(
                                    draft(EventKind.CONFIGURATION_ROLLED_BACK, code, id, Map.of()),
                                    draft(EventKind.COMMAND_FAILED, code, id, Map.of())));
            case CommandTarget.Outcome.Ending() -> {
                // Answered by the program that comes after this one, or by this one if it does not
                // end.
            }
            case CommandTarget.Outcome.Postponed() -> {
                journal.postpone(id);
                waiting = true;
                if (postponed.add(id)) {
                    keep(EventKind.COMMAND_WAITING, "", Optional.of(id), Map.of());
                }
            }
        }
    }

    /// @param code empty where it was done
    private void finish(UUID id, String code) throws IOException {
        boolean done = code.isEmpty();
        EventKind kind = done ? EventKind.COMMAND_DONE : EventKind.COMMAND_FAILED;
        finish(id, done ? State.DONE : State.FAILED, List.of(draft(kind, code, id, Map.of())));
    }

    private void finish(UUID id, State state, List<EventDraft> events) throws IOException {
        postponed.remove(id);
        preparing.remove(id);
        journal.finish(id, state, events);
        told.run();
    }

    private void keep(
            EventKind kind, String code, Optional<UUID> id, Map<EventNumber, Long> numbers)
            throws IOException {
        outbox.append(draft(kind, code, id, numbers));
        told.run();
    }

    private EventDraft draft(EventKind kind, String code, UUID id, Map<EventNumber, Long> numbers) {
        return draft(kind, code, Optional.of(id), numbers);
    }

    private EventDraft draft(
            EventKind kind, String code, Optional<UUID> id, Map<EventNumber, Long> numbers) {
        return EventDraft.happened(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), kind, code, id, numbers);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
