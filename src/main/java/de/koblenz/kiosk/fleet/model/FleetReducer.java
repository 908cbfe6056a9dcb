package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fleet as a pure function: state and event in, next state and effects out. No clock, no thread, no randomness; time comes with the events.
///
/// Nothing here throws for any event in any state.
public final class FleetReducer {
    /// How often all terminals are judged for what comes with time alone, such as the end of a certificate.
    private static final Duration JUDGEMENT = Duration.ofMinutes(1);

    private final AlarmPolicy policy;
    private final AlarmReducer alarms;
    private final TerminalReducer terminals;
    private final OperatorReducer operators;

    public FleetReducer(AlarmPolicy policy) {
        this.policy = policy;
        this.alarms = new AlarmReducer(policy);
        this.terminals = new TerminalReducer(policy, alarms);
        this.operators = new OperatorReducer(alarms, terminals);
    }

    /// What happens next.
    public FleetTransition next(FleetState state, FleetEvent event) {
        return next(state, List.of(event));
    }

    /// What happens after several events, one after another; cheaper than one by one.
    public FleetTransition next(FleetState state, List<FleetEvent> events) {
        Draft draft = new Draft(state);
        Optional<Instant> operated = Optional.empty();
        for (FleetEvent event : events) {
            switch (event) {
                case FleetEvent.Remembered(Instant at, FleetMemory memory) ->
                        draft.begin(draft.state().remembering(memory, at));
                case FleetEvent.OfTerminal told -> terminals.told(draft, told);
                case FleetEvent.BrokerLost(Instant at) -> brokerLost(draft, at);
                case FleetEvent.BrokerFound(Instant at) -> brokerFound(draft, at);
                case FleetEvent.Operated wish -> {
                    operators.operated(draft, wish);
                    operated = Optional.of(wish.at());
                }
                case FleetEvent.Ticked(Instant at) -> tick(draft, at);
            }
        }
        // What operators said takes effect at once, not with the next tick.
        operated.ifPresent(at -> alarms.tick(draft, at));
        return draft.done();
    }

    private void brokerLost(Draft draft, Instant at) {
        draft.hearing = Optional.empty();
        alarms.begins(draft, AlarmKey.BROKER, at);
    }

    private void brokerFound(Draft draft, Instant at) {
        if (draft.hearing.isEmpty()) {
            draft.hearing = Optional.of(at);
            // Messages were missed meanwhile: none of the counts fits any more.
            List<TerminalCondition> all = draft.terminals.values().toList();
            for (TerminalCondition terminal : all) {
                draft.terminals = draft.terminals.with(terminal.id(), terminal.with(Sequence.NONE));
                if (terminal.connection() == Connection.LOST) {
                    // What was said of it may have been lost with the line, and nothing new will
                    // be.
                    draft.effect(new FleetEffect.Mirror(terminal.id()));
                }
            }
        }
        alarms.ends(draft, AlarmKey.BROKER, at);
    }

    private void tick(Draft draft, Instant at) {
        boolean judge =
                draft.judgedAt.equals(Instant.MIN)
                        || !at.isBefore(draft.judgedAt.plus(JUDGEMENT))
                        || at.isBefore(draft.judgedAt);
        if (judge) {
            draft.judgedAt = at;
        }
        List<TerminalCondition> touched = new ArrayList<>();
        Optional<Instant> hearing = draft.hearing;
        draft.terminals.forEach((_, terminal) -> {
            boolean gone = hearing.isPresent() && silent(terminal, hearing.get(), at);
            if (judge || gone) {
                touched.add(terminal);
            }
        });
        for (TerminalCondition terminal : touched) {
            boolean lost = hearing.isPresent() && silent(terminal, hearing.get(), at);
            terminals.aged(draft, terminal, lost, at);
        }
        if (judge) {
            List<String> offices = new ArrayList<>();
            draft.offices.forEach((office, _) -> offices.add(office));
            offices.forEach(office -> alarms.judgeSite(draft, office, at));
        }
        alarms.tick(draft, at);
    }

    private boolean silent(TerminalCondition terminal, Instant hearing, Instant now) {
        if (terminal.connection() == Connection.LOST) {
            return false;
        }
        Instant heard = terminal.lastSeen().isAfter(hearing) ? terminal.lastSeen() : hearing;
        return Duration.between(heard, now).compareTo(policy.silence()) > 0;
    }
}
