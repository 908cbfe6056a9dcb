package de.koblenz.kiosk.eid.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A date of which day, or day and month, may be unknown (TR-03110-4 §2.3: blanks).
///
/// @param year 1 to 9999
/// @param month 1 to 12, or 0 where unknown
/// @param day 1 to 31, or 0 where unknown
public record PartialDate(int year, int month, int day) {
    /// @param digits `YYYYMMDD` with blanks for what is not known
    /// @return nothing where not even the year is known or it is no date
    public static Optional<PartialDate> parse(String digits) {
        if (digits.length() != 8
                || !digits.chars().allMatch(c -> c == ' ' || (c >= '0' && c <= '9'))) {
            return Optional.empty();
        }
        int year = number(digits.substring(0, 4));
        int month = number(digits.substring(4, 6));
        int day = month == 0 ? 0 : number(digits.substring(6, 8));
        try {
            if (year <= 0 || month < 0 || day < 0) {
                return Optional.empty();
            }
            if (month > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
                return Optional.empty();
            }
            return Optional.of(new PartialDate(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        if (digits.isBlank()) {
            return 0;
        }
        return digits.indexOf(' ') >= 0 ? -1 : Integer.parseInt(digits);
    }

    /// The day, where it is known.
    public Optional<LocalDate> exact() {
        return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    /// Tells nothing: a date of birth is personal.
    @Override
    public String toString() {
        return "PartialDate";
    }
}
