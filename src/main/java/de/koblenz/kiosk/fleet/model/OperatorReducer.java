package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What operators do, if their role is enough; each try is written down.
final class OperatorReducer {
    private final AlarmReducer alarms;
    private final TerminalReducer terminals;

    OperatorReducer(AlarmReducer alarms, TerminalReducer terminals) {
        this.alarms = alarms;
        this.terminals = terminals;
    }

    void operated(Draft draft, FleetEvent.Operated event) {
        boolean allowed = event.by().role().allows(event.action());
        draft.effect(new FleetEffect.Audit(event.at(), event.by(), event.action(), allowed));
        if (allowed) {
            carryOut(draft, event);
        }
    }

    private void carryOut(Draft draft, FleetEvent.Operated event) {
        Instant at = event.at();
        switch (event.action()) {
            case OperatorAction.Acknowledge(long id, String reason) ->
                    change(
                            draft,
                            id,
                            alarm ->
                                    alarm.acknowledged(
                                            new Alarm.Acknowledgement(
                                                    event.by().account(), reason, at)));
            case OperatorAction.Assign(long id, String account) ->
                    change(draft, id, alarm -> alarm.assigned(account, at));
            case OperatorAction.Shelve(long id, Instant until, _) -> {
                if (until.isAfter(at)) {
                    change(draft, id, alarm -> alarm.shelved(until, at));
                }
            }
            case OperatorAction.Unshelve(long id) ->
                    change(
                            draft,
                            id,
                            alarm ->
                                    alarm.state() == AlarmState.SHELVED
                                            ? alarm.unshelved(at)
                                            : alarm);
            case OperatorAction.Clear(long id, _) -> clear(draft, id, at);
            case OperatorAction.OpenWindow(MaintenanceWindow window) -> keep(draft, window);
            case OperatorAction.CloseWindow(String id) ->
                    Optional.ofNullable(draft.windows.get(id))
                            .ifPresent(window -> keep(draft, closed(window, at)));
            case OperatorAction.Enrol(TerminalId id) -> {
                if (!draft.terminals.containsKey(id)) {
                    terminals.enrolled(draft, id, at);
                }
            }
            case OperatorAction.Retire(TerminalId id, _) -> {
                TerminalCondition terminal = draft.terminals.get(id);
                if (terminal != null) {
                    terminals.retired(draft, terminal, at);
                }
            }
        }
    }

    private static void change(Draft draft, long id, UnaryOperator<Alarm> change) {
        draft.alarm(id)
                .ifPresent(alarm -> {
                    Alarm changed = change.apply(alarm);
                    draft.alarms = draft.alarms.with(changed.key(), changed);
                    draft.effect(new FleetEffect.KeepAlarm(changed));
                });
    }

    private void clear(Draft draft, long id, Instant at) {
        draft.alarm(id)
                .filter(alarm -> !alarm.key().kind().passes())
                .ifPresent(alarm -> {
                    TerminalId where = new TerminalId(alarm.key().office(), alarm.key().terminal());
                    TerminalCondition terminal = draft.terminals.get(where);
                    if (terminal == null) {
                        alarms.ends(draft, alarm.key(), at);
                    } else {
                        terminals.cleared(draft, terminal, alarm.key().kind(), at);
                    }
                });
    }

    private static void keep(Draft draft, MaintenanceWindow window) {
        draft.windows.put(window.id(), window);
        draft.effect(new FleetEffect.KeepWindow(window));
    }

    /// A window that ends now; one that has not begun ends with its first moment.
    private static MaintenanceWindow closed(MaintenanceWindow window, Instant at) {
        Instant earliest = window.from().plusMillis(1);
        Instant end = at.isAfter(earliest) ? at : earliest;
        return new MaintenanceWindow(
                window.id(),
                window.office(),
                window.terminal(),
                window.from(),
                end.isBefore(window.to()) ? end : window.to(),
                window.reason());
    }
}
