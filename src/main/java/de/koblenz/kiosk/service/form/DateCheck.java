package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates: `3|6|1990`, `3.6.1990`, `03.06.1990` and ISO `1990-06-03`.
final class DateCheck {
    private static final Pattern GERMAN =
            Pattern.compile("([0-9]{1,2})[|.] ?([0-9]{1,2})[|.] ?([0-9]{1,4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    private DateCheck() {}

    /// Whether no part of a value in parts is typed.
    static boolean empty(String text) {
        return text.chars().allMatch(c -> c == '|' || c == ' ');
    }

    static CheckResult check(FieldType.DateValue wanted, String text, LocalDate today) {
        Matcher german = GERMAN.matcher(text);
        Matcher iso = ISO.matcher(text);
        LocalDate date;
        try {
            if (german.matches()) {
                if (german.group(3).length() != 4) {
                    return Rejected.of(CheckCode.YEAR);
                }
                date = day(german.group(3), german.group(2), german.group(1));
            } else if (iso.matches()) {
                date = day(iso.group(1), iso.group(2), iso.group(3));
            } else {
                return Rejected.of(CheckCode.DATE);
            }
        } catch (DateTimeException e) {
            return Rejected.of(CheckCode.DATE);
        }
        return within(wanted, date, today);
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static CheckResult within(FieldType.DateValue wanted, LocalDate date, LocalDate today) {
        Optional<LocalDate> earliest = wanted.earliest().map(bound -> bound.on(today));
        Optional<LocalDate> latest = wanted.latest().map(bound -> bound.on(today));
        if (earliest.filter(date::isBefore).isPresent()) {
            return new Rejected(CheckCode.TOO_EARLY, Map.of("earliest", earliest.get().toString()));
        }
        if (latest.filter(date::isAfter).isPresent()) {
            return new Rejected(CheckCode.TOO_LATE, Map.of("latest", latest.get().toString()));
        }
        return new Accepted(date.toString());
    }
}
