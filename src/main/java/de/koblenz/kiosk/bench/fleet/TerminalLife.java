package de.koblenz.kiosk.bench.fleet;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.HostFigures;
import de.koblenz.kiosk.health.SessionCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// The life of one terminal in its office: citizens come and take paper, things break, staff mend them. The same seed makes the same
/// life. No clock, no thread: time passes as it is told to. Thread-safe.
final class TerminalLife {
    private static final DeviceId PRINTER = new DeviceId("receipt-printer");
    private static final DeviceId READER = new DeviceId("card-reader");
    private static final DeviceId PAYMENT = new DeviceId("payment-terminal");

    private static final double ROLL_MM = 80_000;
    private static final double LOW_MM = 8_000;
    private static final double PAPER_MM = 320;
    private static final double CITIZENS_PER_HOUR = 6;
    private static final double MINUTES_PER_DAY = 24 * 60;

    private final RandomGenerator random;
    private final String software;
    private final String configuration;
    private final Map<Trouble, Double> minutesLeft = new EnumMap<>(Trouble.class);
    private double paperMm;
    private double minutesToRefill;
    private double minutes;
    private double disk;
    private boolean closed;
    private SessionCounters sessions = SessionCounters.NONE;

    /// @param software version
    /// @param configuration hash of it, 16 hexadecimal digits
    TerminalLife(RandomGenerator random, String software, String configuration) {
        this.random = random;
        this.software = software;
        this.configuration = configuration;
        this.paperMm = random.nextDouble(LOW_MM / 2, ROLL_MM);
        this.minutesToRefill = refill();
        this.minutes = random.nextDouble(0, MINUTES_PER_DAY);
        this.disk = random.nextDouble(0.2, random.nextInt(60) == 0 ? 0.95 : 0.7);
    }

    private double refill() {
        return random.nextDouble(20, 600);
    }

    /// Time passes.
    synchronized void live(Duration time) {
        double passed = time.toMillis() / 60_000.0;
        minutes += passed;
        minutesLeft.replaceAll((_, left) -> left - passed);
        minutesLeft.values().removeIf(left -> left <= 0);
        for (Trouble trouble : Trouble.values()) {
            if (random.nextDouble() < trouble.perDay() * passed / MINUTES_PER_DAY) {
                minutesLeft.putIfAbsent(
                        trouble, random.nextDouble(trouble.shortest(), trouble.longest()));
            }
        }
        citizens(passed);
        staff(passed);
    }

    private void citizens(double passed) {
        double expected = CITIZENS_PER_HOUR * passed / 60;
        int come = (int) expected + (random.nextDouble() < expected % 1 ? 1 : 0);
        for (int i = 0; i < come && serves(); i++) {
            int outcome = random.nextInt(10);
            sessions =
                    new SessionCounters(
                            sessions.completed() + (outcome < 7 ? 1 : 0),
                            sessions.ended() + (outcome == 7 ? 1 : 0),
                            sessions.timedOut() + (outcome == 8 ? 1 : 0),
                            sessions.failed() + (outcome == 9 ? 1 : 0));
            if (outcome < 7) {
                paperMm = Math.max(0, paperMm - PAPER_MM);
            }
        }
    }

    private void staff(double passed) {
        if (paperMm < LOW_MM) {
            minutesToRefill -= passed;
            if (minutesToRefill <= 0) {
                paperMm = ROLL_MM;
                minutesToRefill = refill();
            }
        }
    }

    private boolean has(Trouble trouble) {
        return minutesLeft.containsKey(trouble);
    }

    private boolean serves() {
        return !closed && !has(Trouble.CRASH) && !has(Trouble.CLOSED) && !has(Trouble.STAFF_PAGES);
    }

    /// Whether nobody is at it.
    synchronized boolean idle() {
        return !has(Trouble.STAFF_PAGES);
    }

    /// An operator closes it until it is opened again, or opens it, whoever closed it.
    synchronized void closed(boolean now) {
        closed = now;
        if (!now) {
            minutesLeft.remove(Trouble.CLOSED);
        }
    }

    /// Prints a page.
    ///
    /// @return why not, as a failure code
    synchronized Optional<String> print() {
        if (has(Trouble.PRINTER_GONE)) {
            return Optional.of("PRN-PORT");
        }
        if (has(Trouble.JAM)) {
            return Optional.of("PRN-JAM");
        }
        if (paperMm < PAPER_MM) {
            return Optional.of("PRN-PAPER-OUT");
        }
        paperMm -= PAPER_MM;
        return Optional.empty();
    }

    /// Whether the machine runs.
    synchronized boolean runs() {
        return !has(Trouble.CRASH);
    }

    /// Whether its line to the broker is there.
    synchronized boolean reachable() {
        return !has(Trouble.LINE_CUT);
    }

    /// What it would report at that moment.
    synchronized HealthReport report(Instant at) {
        HealthReport.Mode mode =
                closed || has(Trouble.CLOSED)
                        ? HealthReport.Mode.MAINTENANCE
                        : has(Trouble.STAFF_PAGES)
                                ? HealthReport.Mode.SUPERVISOR
                                : HealthReport.Mode.IN_SERVICE;
        return new HealthReport(
                at,
                mode,
                "",
                List.of(
                        new DeviceHealth(READER, reader(), Map.of()),
                        new DeviceHealth(
                                PAYMENT, DeviceState.NO_DEVICE, Map.of(HealthReport.FITTED, "no")),
                        new DeviceHealth(PRINTER, printer(), paper())),
                software,
                configuration,
                sessions);
    }

    private DeviceState reader() {
        return has(Trouble.READER_BROKEN) ? DeviceState.HARDWARE_ERROR : DeviceState.ONLINE;
    }

    private DeviceState printer() {
        if (has(Trouble.PRINTER_GONE)) {
            return DeviceState.NO_DEVICE;
        }
        return has(Trouble.JAM) || paperMm < PAPER_MM ? DeviceState.USER_ERROR : DeviceState.ONLINE;
    }

    private Map<String, String> paper() {
        Map<String, String> details = new HashMap<>();
        if (has(Trouble.PRINTER_GONE)) {
            return details;
        }
        String word = paperMm < PAPER_MM ? "out" : paperMm < LOW_MM ? "low" : "full";
        details.put("paper", has(Trouble.JAM) ? "jammed" : word);
        details.put(DeviceHealth.PAPER_LEFT_MM, Long.toString(Math.round(paperMm)));
        details.put(DeviceHealth.PRINTS_LEFT, Long.toString((long) (paperMm / PAPER_MM)));
        return details;
    }

    /// Whether somebody fiddles with it at this moment.
    synchronized boolean fiddledWith() {
        return has(Trouble.FRAUD);
    }

    /// What its machine would tell.
    synchronized HostFigures.Reading host() {
        double busy = 0.5 + 0.5 * Math.sin(minutes / 47);
        return new HostFigures.Reading(
                OptionalDouble.of(0.04 + 0.1 * busy),
                OptionalDouble.of(0.35 + 0.05 * busy),
                OptionalDouble.of(disk),
                OptionalDouble.of(41 + 9 * busy),
                OptionalLong.of(Math.round(minutes * 60)),
                OptionalLong.of(Math.round(minutes * 60)),
                OptionalLong.of(Math.round((120 + 60 * busy) * 1_048_576)));
    }
}
