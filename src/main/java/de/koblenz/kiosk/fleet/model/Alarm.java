package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Optional;

/// One alarm from its raising to its clearing (X.733; life cycle as in RFC 8632 §3.5).
///
/// @param id unique over all monitors, ascending
/// @param key what is wrong where
/// @param state where it stands
/// @param raisedAt when it was raised
/// @param changedAt when anything about it last changed
/// @param acknowledgement who knows of it; stays while it is shelved
/// @param assignee account of whoever takes it up, or empty
/// @param shelvedUntil while it is shelved
/// @param call how somebody is called to it
public record Alarm(
        long id,
        AlarmKey key,
        AlarmState state,
        Instant raisedAt,
        Instant changedAt,
        Optional<Acknowledgement> acknowledgement,
        String assignee,
        Optional<Instant> shelvedUntil,
        Call call) {

    /// Who said that they know of it, and what they make of it.
    public record Acknowledgement(String account, String reason, Instant at) {}

    /// How somebody is called.
    ///
    /// @param quiet nobody is called now: maintenance, shelved, or a greater alarm says it all
    /// @param audibleSince when it was last not quiet any more; escalation counts from here
    /// @param level 0, and one more with each escalation
    /// @param remindAt when to remind next
    public record Call(boolean quiet, Instant audibleSince, int level, Instant remindAt) {}

    public Severity severity() {
        return key.kind().severity();
    }

    /// Whether it is not over.
    public boolean open() {
        return state != AlarmState.CLEARED;
    }

    Alarm with(AlarmState next, Instant at) {
        return new Alarm(
                id, key, next, raisedAt, at, acknowledgement, assignee, shelvedUntil, call);
    }

    Alarm with(Call next) {
        return new Alarm(
                id, key, state, raisedAt, changedAt, acknowledgement, assignee, shelvedUntil, next);
    }

    Alarm acknowledged(Acknowledgement by) {
        return new Alarm(
                id,
                key,
                state == AlarmState.SHELVED ? state : AlarmState.ACKED,
                raisedAt,
                by.at(),
                Optional.of(by),
                assignee,
                shelvedUntil,
                call);
    }

    Alarm assigned(String account, Instant at) {
        return new Alarm(
                id, key, state, raisedAt, at, acknowledgement, account, shelvedUntil, call);
    }

    Alarm shelved(Instant until, Instant at) {
        return new Alarm(
                id,
                key,
                AlarmState.SHELVED,
                raisedAt,
                at,
                acknowledgement,
                assignee,
                Optional.of(until),
                call);
    }

    Alarm unshelved(Instant at) {
        return new Alarm(
                id,
                key,
                acknowledgement.isPresent() ? AlarmState.ACKED : AlarmState.RAISED,
                raisedAt,
                at,
                acknowledgement,
                assignee,
                Optional.empty(),
                call);
    }
}
