package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private final Problems problems = new Problems();
    private OpeningHours hours = new OpeningHours(java.util.Map.of());

    @BeforeEach
    void readHours() {
        hours =
                OpeningHours.read(
                        ConfigReader.parse(
                                """
                                monday: ["07:00-12:30", "14:00-16:00"]
                                tuesday: ["00:00-24:00"]
                                wednesday: []
                                thursday: []
                                friday: []
                                saturday: []
                                sunday: ["02:00-03:00"]
                                """,
                                "hours",
                                problems));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T05:00:00Z, true", // Monday 7:00 in summer time
        "2026-06-01T04:59:59Z, false",
        "2026-06-01T10:29:59Z, true",
        "2026-06-01T10:30:00Z, false", // the end is no longer open
        "2026-06-01T12:00:00Z, true",
        "2026-06-01T22:00:00Z, true", // Tuesday 0:00
        "2026-06-02T21:59:59Z, true", // Tuesday 23:59:59
        "2026-06-02T22:00:00Z, false", // Wednesday
        "2026-01-05T05:59:59Z, false", // Monday in winter time
        "2026-01-05T06:00:00Z, true",
        "2026-03-29T00:59:59Z, false", // Sunday of the change: 2:00 to 3:00 does not exist
        "2026-03-29T01:00:00Z, false"
    })
    void opensAndClosesByGermanTime(Instant instant, boolean open) {
        assertEquals(open, hours.open(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T05:00:00Z, 2026-06-01T14:00:00Z", // Monday morning: after the break, at 16:00
        "2026-06-01T11:00:00Z, 2026-06-01T14:00:00Z", // in the break
        "2026-06-01T14:00:00Z, 2026-06-02T22:00:00Z", // closed: Tuesday 24:00
        "2026-06-02T22:00:00Z, 2026-06-07T01:00:00Z", // Wednesday: Sunday 3:00
        "2026-06-07T01:00:00Z, 2026-06-08T14:00:00Z", // Sunday closed: next Monday
        "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z", // Sunday of the change: 3:00 is an hour
        // earlier
        "2026-01-05T06:00:00Z, 2026-01-05T15:00:00Z" // Monday in winter time
    })
    void closesWithTheLastHoursOfTheDay(Instant now, Instant closing) {
        assertEquals(closing, hours.closing(now));
    }

    @Test
    void aTerminalThatIsNeverOpenClosesAtMidnight() {
        assertEquals(
                Instant.parse("2026-06-01T22:00:00Z"),
                new OpeningHours(java.util.Map.of())
                        .closing(Instant.parse("2026-06-01T05:00:00Z")));
    }

    @Test
    void noWeekdayIsForgotten() {
        OpeningHours.read(ConfigReader.parse("monday: []", "hours", problems));
        assertEquals(6, problems.sorted().size());
    }
}
