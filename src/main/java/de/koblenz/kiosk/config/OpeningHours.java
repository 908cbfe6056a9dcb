package de.koblenz.kiosk.config;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When the terminal serves citizens, per weekday, in the time of Germany.
///
/// @param days every weekday with its spans, in order and without overlap; no span where it is closed
public record OpeningHours(Map<DayOfWeek, List<Span>> days) {
    /// The zone of all times of the terminal.
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private static final Pattern SPAN =
            Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    /// A part of a day in minutes since midnight; `until` itself is no longer open and is at most 1440 (24:00).
    public record Span(int fromMinute, int untilMinute) {
        boolean contains(LocalTime time) {
            int minute = time.toSecondOfDay() / 60;
            return fromMinute <= minute && minute < untilMinute;
        }
    }

    public OpeningHours {
        Map<DayOfWeek, List<Span>> copy = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            copy.put(day, List.copyOf(days.getOrDefault(day, List.of())));
        }
        days = Collections.unmodifiableMap(copy);
    }

    /// Whether the terminal is open at `instant`.
    public boolean open(Instant instant) {
        ZonedDateTime local = instant.atZone(ZONE);
        return days.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                .anyMatch(span -> span.contains(local.toLocalTime()));
    }

    /// When the terminal closes next: at the end of the day's last hours, of today while that is to come, else of the
    /// next day that has hours. A terminal that is never open closes at midnight.
    ///
    /// @return later than `now`
    public Instant closing(Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        for (int ahead = 0; ahead <= DayOfWeek.values().length; ahead++) {
            LocalDate day = today.plusDays(ahead);
            List<Span> spans = days.getOrDefault(day.getDayOfWeek(), List.of());
            if (!spans.isEmpty()) {
                Instant end = at(day, spans.getLast().untilMinute());
                if (end.isAfter(now)) {
                    return end;
                }
            }
        }
        return at(today, MINUTES_OF_A_DAY);
    }

    /// By the clock on the wall, also on the days that have an hour more or less.
    private static Instant at(LocalDate day, int minute) {
        return minute == MINUTES_OF_A_DAY
                ? day.plusDays(1).atStartOfDay(ZONE).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
    }

    static OpeningHours read(ConfigNode node) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, readDay(node.at(day.name().toLowerCase(Locale.ROOT))));
        }
        node.noOthers();
        return new OpeningHours(days);
    }

    private static List<Span> readDay(ConfigNode node) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        for (ConfigNode item : node.items()) {
            Matcher matcher = SPAN.matcher(item.text());
            if (!matcher.matches()) {
                item.report("'" + item.text() + "' is not hours such as 08:00-12:30", "CFG-HOURS");
                continue;
            }
            int from = minutes(matcher.group(1), matcher.group(2));
            int until = minutes(matcher.group(3), matcher.group(4));
            if (from < end || until <= from || until > MINUTES_OF_A_DAY) {
                item.report(
                        "'" + item.text() + "' ends before it begins or overlaps the hours before",
                        "CFG-HOURS");
                continue;
            }
            spans.add(new Span(from, until));
            end = until;
        }
        return spans;
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }
}
