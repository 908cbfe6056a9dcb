package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.time.Period;

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

    /// So long after today; before it where the period is negative.
    record FromToday(Period distance) implements DateBound {
        @Override
        public LocalDate on(LocalDate today) {
            return today.plus(distance);
        }
    }
}
