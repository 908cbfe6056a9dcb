package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// When an alarm is raised and how somebody is called to it.
///
/// @param silence a terminal that has said nothing for so long is lost, whatever its broker says
/// @param siteShare part of an office that has to be lost for the site alarm, above 0 and at most 1
/// @param siteLeast an office of fewer terminals has no site alarm
/// @param returnTime what terminals get to come back after the monitor's broker or their office was lost
/// @param certificateNotice how long before its end a certificate is told of
/// @param diskUsed part of a disk above which it is low
/// @param outboxDepth waiting messages above which it is a backlog
/// @param clockOffset of a terminal's clock
/// @param rebirthPause the shortest time between two requests for a birth to the same terminal
/// @param reminders between two reminders; none where there is none
/// @param escalations how long after the call the first and each further level is called; for major and critical alarms
public record AlarmPolicy(
        Duration silence,
        double siteShare,
        int siteLeast,
        Duration returnTime,
        Duration certificateNotice,
        double diskUsed,
        double outboxDepth,
        Duration clockOffset,
        Duration rebirthPause,
        Map<Severity, Duration> reminders,
        List<Duration> escalations) {
    /// As the data centre works.
    public static final AlarmPolicy USUAL =
            new AlarmPolicy(
                    Duration.ofMinutes(3),
                    0.8,
                    2,
                    Duration.ofMinutes(2),
                    Duration.ofDays(30),
                    0.9,
                    1_000,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Map.of(
                            Severity.MINOR, Duration.ofHours(4),
                            Severity.MAJOR, Duration.ofMinutes(30),
                            Severity.CRITICAL, Duration.ofMinutes(10)),
                    List.of(Duration.ofMinutes(20), Duration.ofMinutes(60)));

    public AlarmPolicy {
        reminders = Map.copyOf(reminders);
        escalations = List.copyOf(escalations);
        if (siteShare <= 0 || siteShare > 1) {
            throw new IllegalArgumentException("not a policy");
        }
    }

    /// Between two reminders; zero for none.
    Duration reminder(Severity severity) {
        return reminders.getOrDefault(severity, Duration.ZERO);
    }

    /// The level that is called so long after the first call.
    int level(Severity severity, Duration since) {
        if (severity.compareTo(Severity.MAJOR) < 0) {
            return 0;
        }
        return (int) escalations.stream().filter(after -> since.compareTo(after) >= 0).count();
    }

    /// Whether an office is lost as a whole.
    boolean siteLost(OfficeTally office) {
        return office.total() >= siteLeast && office.lost() >= siteShare * office.total();
    }
}
