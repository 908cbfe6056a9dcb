package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final TerminalId ONE = Fleet.id("amt", 1);

    /// 1 June 0:00 in Koblenz.
    private static final Instant FROM = Instant.parse("2026-05-31T22:00:00Z");

    private static final Instant END = Instant.parse("2026-06-30T22:00:00Z");

    private static Change change(Instant at, String subject, String value) {
        return new Change(ONE, at, subject, value);
    }

    private static List<Change> inServiceSince(Instant at) {
        return List.of(
                change(at, Change.CONNECTION, "ONLINE"),
                change(at, Change.MODE, "IN_SERVICE"),
                change(at, Change.HEALTH, "OK"));
    }

    private static Availability june(List<Change> changes, MaintenanceWindow... windows) {
        return Objects.requireNonNull(
                Availability.byOffice(changes, List.of(windows), JUNE, ZONE, END).get("amt"));
    }

    private static List<Change> plus(List<Change> changes, Change... more) {
        return java.util.stream.Stream.concat(changes.stream(), List.of(more).stream()).toList();
    }

    @Test
    void aMonthWithoutAFaultIsWhole() {
        Availability june = june(inServiceSince(FROM.minusSeconds(3600)));
        assertEquals(Duration.ofDays(30), june.up());
        assertEquals(1.0, june.share());
    }

    @Test
    void threeDaysLostAreATenth() {
        Availability june =
                june(
                        plus(
                                inServiceSince(FROM),
                                change(FROM.plus(Duration.ofDays(10)), Change.CONNECTION, "LOST"),
                                change(
                                        FROM.plus(Duration.ofDays(13)),
                                        Change.CONNECTION,
                                        "ONLINE")));
        assertEquals(Duration.ofDays(3), june.down());
        assertEquals(0.9, june.share(), 1e-9);
    }

    @Test
    void maintenanceDoesNotCountAlsoWhenEnteredAfterwards() {
        Availability june =
                june(
                        plus(
                                inServiceSince(FROM),
                                change(
                                        FROM.plus(Duration.ofDays(10)),
                                        Change.MODE,
                                        "OUT_OF_SERVICE")),
                        new MaintenanceWindow(
                                "w",
                                Optional.of("amt"),
                                Optional.empty(),
                                FROM.plus(Duration.ofDays(10)),
                                END.plusSeconds(1),
                                "Umbau"));
        assertEquals(Duration.ofDays(20), june.planned());
        assertEquals(1.0, june.share());
    }

    @Test
    void failedIsDownAndDegradedIsUp() {
        Availability june =
                june(
                        plus(
                                inServiceSince(FROM),
                                change(FROM.plus(Duration.ofDays(1)), Change.HEALTH, "DEGRADED"),
                                change(FROM.plus(Duration.ofDays(29)), Change.HEALTH, "FAILED")));
        assertEquals(Duration.ofDays(29), june.up());
        assertEquals(Duration.ofDays(1), june.down());
    }

    @Test
    void whatWasNotKnownYetIsNeither() {
        Availability june = june(inServiceSince(FROM.plus(Duration.ofDays(6))));
        assertEquals(Duration.ofDays(6), june.unknown());
        assertEquals(1.0, june.share());
    }

    @Test
    void theCurrentMonthCountsUntilNow() {
        Map<String, Availability> offices =
                Availability.byOffice(
                        inServiceSince(FROM), List.of(), JUNE, ZONE, FROM.plus(Duration.ofDays(2)));
        assertEquals(Duration.ofDays(2), Objects.requireNonNull(offices.get("amt")).up());
    }

    @Test
    void whatIsRetiredIsNeitherUpNorDownFromThenOn() {
        List<Change> lost =
                plus(
                        inServiceSince(FROM),
                        change(FROM.plus(Duration.ofDays(10)), Change.CONNECTION, "LOST"),
                        change(FROM.plus(Duration.ofDays(12)), Change.CONNECTION, Change.RETIRED));
        Availability june = june(lost);
        assertEquals(Duration.ofDays(10), june.up());
        assertEquals(Duration.ofDays(2), june.down());
        assertEquals(Duration.ZERO, june.unknown());
        assertEquals(
                Map.of(),
                Availability.byOffice(
                        lost, List.of(), JUNE.plusMonths(1), ZONE, END.plus(Duration.ofDays(31))));
        // Whoever comes back counts again.
        assertEquals(
                Duration.ofDays(5),
                june(plus(
                                lost,
                                change(
                                        FROM.plus(Duration.ofDays(25)),
                                        Change.CONNECTION,
                                        "ONLINE")))
                        .up()
                        .minus(Duration.ofDays(10)));
    }
}
