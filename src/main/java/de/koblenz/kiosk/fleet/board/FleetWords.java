package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Severity;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// Every word that operators read about the fleet: what terminals say on the wire, put into plain language. What this version has no word
/// for is shown as it came. Immutable and thread-safe.
public final class FleetWords {
    private final Texts texts;
    private final ZoneId zone;
    private final Map<String, String> offices;
    private final DateTimeFormatter time;
    private final DateTimeFormatter exact;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final MetricWords metrics;

    /// @param zone whose clock is shown
    /// @param offices names of offices by id; an office without one goes by its id
    public FleetWords(Texts texts, ZoneId zone, Map<String, String> offices) {
        this.texts = texts;
        this.zone = zone;
        this.offices = Map.copyOf(offices);
        this.time = DateTimeFormatter.ofPattern("HH:mm", texts.locale());
        this.exact = DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale());
        boolean german = texts.locale().getLanguage().equals("de");
        this.day =
                DateTimeFormatter.ofPattern(german ? "d.M. HH:mm" : "d MMM HH:mm", texts.locale());
        this.date =
                DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "dd/MM/yyyy", texts.locale());
        this.month = DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale());
        this.metrics = new MetricWords(this);
    }

    /// The texts of the monitor.
    public Texts texts() {
        return texts;
    }

    /// Whose clock is shown.
    public ZoneId zone() {
        return zone;
    }

    /// A text of its own key.
    public String of(String key) {
        return texts.of(key);
    }

    /// A text with one placeholder.
    public String of(String key, String name, Object value) {
        return texts.of(key, name, value.toString());
    }

    /// A text with several placeholders.
    public String of(String key, Map<String, String> values) {
        return texts.of(key, values);
    }

    /// The text of a key, or `otherwise` where there is none.
    String or(String key, String otherwise) {
        return texts.has(key) ? texts.of(key) : otherwise;
    }

    /// Numbers of terminals and their units.
    public MetricWords metrics() {
        return metrics;
    }

    /// Name of an office.
    public String office(String id) {
        return offices.getOrDefault(id, id);
    }

    public String standing(Standing standing) {
        return texts.of("monitor.standing." + standing.name());
    }

    public String attention(Attention attention) {
        return texts.of("monitor.attention." + attention.name());
    }

    public String mode(TerminalMode mode) {
        return texts.of("monitor.mode." + mode.name());
    }

    public String health(Health health) {
        return texts.of("monitor.health." + health.name());
    }

    public String connection(Connection connection) {
        return texts.of("monitor.connection." + connection.name());
    }

    public String status(DeviceStatus status) {
        return texts.of("monitor.device." + status.word());
    }

    public String paper(PaperStatus paper) {
        return texts.of("monitor.paper." + paper.name());
    }

    public String severity(Severity severity) {
        return texts.of("monitor.severity." + severity.name());
    }

    public String state(AlarmState state) {
        return texts.of("monitor.state." + state.name());
    }

    public String role(Role role) {
        return texts.of("monitor.role." + role.name());
    }

    /// What is wrong, in few words, with the device where there is one: "Papier ist leer (Belegdrucker)".
    public String problem(AlarmKey key) {
        String what = texts.of("monitor.alarm." + key.kind().name());
        return key.device().isEmpty() ? what : what + " (" + device(key.device()) + ")";
    }

    /// What to do about it, which may be another thing with some devices.
    public String advice(AlarmKey key) {
        String usual = "monitor.advice." + key.kind().name();
        return or(usual + "." + key.device(), texts.of(usual));
    }

    /// Where something is: an office, a terminal of it, or the monitor itself.
    public String place(AlarmKey key) {
        if (key.office().isEmpty()) {
            return texts.of("monitor.place.self");
        }
        return key.terminal().isEmpty()
                ? office(key.office())
                : office(key.office()) + " · " + key.terminal();
    }

    /// Name of a device, `receipt-printer`.
    public String device(String name) {
        return or("monitor.device.name." + name, name);
    }

    /// Why a terminal is out of service, by its failure code.
    public String code(String code) {
        return texts.of("monitor.code", "code", code);
    }

    /// Word of an event or an alarm on the wire, `supply.paper.out`.
    public String event(String kind) {
        Optional<AlarmKind> alarm = AlarmKind.of(kind);
        return alarm.map(known -> texts.of("monitor.alarm." + known.name()))
                .orElseGet(() -> or("monitor.event." + kind, kind));
    }

    /// What somebody did, `Acknowledge`, or a command's word on the wire.
    public String action(String word) {
        return or("monitor.action." + word, word);
    }

    /// A command, by its word on the wire.
    public String command(String kind) {
        return or("monitor.command." + kind, kind);
    }

    /// How a command ended.
    public String outcome(String word) {
        return or("monitor.outcome." + word, word);
    }

    /// "08:15".
    public String time(Instant at) {
        return time.format(at.atZone(zone));
    }

    /// "08:15:42".
    public String exact(Instant at) {
        return exact.format(at.atZone(zone));
    }

    /// "08:15" today, "6.6. 08:15" otherwise.
    public String moment(Instant at, Instant now) {
        ZonedDateTime there = at.atZone(zone);
        return there.toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? time.format(there)
                : day.format(there);
    }

    /// "06.06.2026".
    public String date(LocalDate value) {
        return date.format(value);
    }

    /// "Juni 2026".
    public String month(YearMonth value) {
        return month.format(value);
    }

    /// How long something has been so: "< 1 min", "12 min", "3 h 05 min", "2 T 4 h".
    public String lasting(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        if (minutes < 1) {
            return texts.of("monitor.time.now");
        }
        if (minutes < 60) {
            return texts.of("monitor.time.minutes", "minutes", Long.toString(minutes));
        }
        if (minutes < 24 * 60) {
            return texts.of(
                    "monitor.time.hours",
                    Map.of(
                            "hours",
                            Long.toString(minutes / 60),
                            "minutes",
                            (minutes % 60 < 10 ? "0" : "") + minutes % 60));
        }
        return texts.of(
                "monitor.time.days",
                Map.of(
                        "days", Long.toString(minutes / (24 * 60)),
                        "hours", Long.toString(minutes / 60 % 24)));
    }
}
