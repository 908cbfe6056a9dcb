package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The limit of a date: a fixed day, or one that moves with today.
public sealed interface DateBound {
    LocalDate on(LocalDate today);

    /// A fixed day.
    record Day(LocalDate day) implements DateBound {
        @Override
        public LocalDate on(LocalDate today) {
            return day;
        }
    }

    /// So long after today.
    ///
    /// @param count negative for days before today; -9999 to 9999
    /// @param unit days, weeks, months or years
    record FromToday(int count, ChronoUnit unit) implements DateBound {
        public FromToday {
            if (Math.abs(count) > 9999
                    || !unit.isDateBased()
                    || unit.compareTo(ChronoUnit.YEARS) > 0) {
                throw new IllegalArgumentException(count + " " + unit);
            }
        }

        @Override
        public LocalDate on(LocalDate today) {
            return today.plus(count, unit);
        }
    }
}
