package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmState;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;

/// What there is to say about an alarm, in a line.
final class AlarmLine {
    private AlarmLine() {}

    /// An alarm that is not open any more, as it is shown until it goes from the list.
    static Alarm cleared(Alarm alarm, Instant at) {
        return new Alarm(
                alarm.id(),
                alarm.key(),
                AlarmState.CLEARED,
                alarm.raisedAt(),
                at,
                alarm.acknowledgement(),
                alarm.assignee(),
                alarm.shelvedUntil(),
                alarm.call());
    }

    static String told(Workplace place, Alarm alarm) {
        StringJoiner all = new StringJoiner(" · ");
        all.add(
                place.words.of(
                        "monitor.alarm.since",
                        "moment",
                        place.words.moment(alarm.raisedAt(), place.now())));
        alarm.acknowledgement()
                .ifPresent(by ->
                        all.add(
                                place.words.of(
                                        "monitor.alarm.known",
                                        Map.of("account", by.account(), "reason", by.reason()))));
        if (!alarm.assignee().isEmpty()) {
            all.add(place.words.of("monitor.alarm.assigned", "account", alarm.assignee()));
        }
        if (alarm.state() == AlarmState.SHELVED) {
            alarm.shelvedUntil()
                    .ifPresent(until ->
                            all.add(
                                    place.words.of(
                                            "monitor.alarm.shelved",
                                            "moment",
                                            place.words.moment(until, place.now()))));
        } else if (alarm.call().quiet()) {
            all.add(place.of("monitor.alarm.quiet"));
        } else if (alarm.call().level() > 0) {
            all.add(place.words.of("monitor.alarm.level", "level", alarm.call().level()));
        }
        return all.toString();
    }
}
