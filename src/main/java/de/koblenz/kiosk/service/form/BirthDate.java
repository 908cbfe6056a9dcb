package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Day, month and year of a birth, each a field of its own, as some are known in part only (harmonised fields 231, 232 and 233 of
/// the federal catalogue, in the ids of either version). Together they make a day that exists and is not to come.
final class BirthDate {
    private static final List<String> NUMBERS = List.of("231", "232", "233");

    /// More years than anybody lives are not looked at: a leap year, so that 29 February may stand without a year.
    private static final int ANY_YEAR = 2000;

    private BirthDate() {}

    /// The fields of the date to which one belongs, in the order of the form; empty where it belongs to none.
    ///
    /// @param shown whether such a field is there
    static List<FieldPath> around(FieldPath path, Function<FieldPath, Boolean> shown) {
        String id = path.id();
        String number = id.length() > 3 ? id.substring(id.length() - 3) : "";
        String prefix = id.substring(0, id.length() - number.length());
        List<FieldPath> parts = new ArrayList<>();
        if (NUMBERS.contains(number) && (prefix.equals("F60000000") || prefix.equals("F60000"))) {
            for (String other : NUMBERS) {
                FieldPath part =
                        path.top()
                                ? FieldPath.of(prefix + other)
                                : path.parent().child(prefix + other);
                if (shown.apply(part)) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /// What is wrong with the three together; empty where nothing is, or too little is known.
    ///
    /// @param values answers by field
    static Optional<CheckResult.Rejected> wrong(
            List<FieldPath> parts, Function<FieldPath, Optional<String>> values, LocalDate today) {
        int day = 0;
        int month = 0;
        int year = 0;
        for (FieldPath part : parts) {
            int value = number(values.apply(part));
            if (part.id().endsWith("231")) {
                day = value;
            } else if (part.id().endsWith("232")) {
                month = value;
            } else {
                year = value;
            }
        }
        if (month > 12 || day > 31) {
            return Optional.of(CheckResult.Rejected.of(CheckCode.DATE));
        }
        if (day > 0
                && month > 0
                && day > YearMonth.of(year > 0 ? year : ANY_YEAR, month).lengthOfMonth()) {
            return Optional.of(CheckResult.Rejected.of(CheckCode.DATE));
        }
        // The earliest day that it can be.
        LocalDate earliest =
                year == 0
                        ? LocalDate.MIN
                        : LocalDate.of(year, Math.max(1, month), month > 0 ? Math.max(1, day) : 1);
        return earliest.isAfter(today)
                ? Optional.of(
                        new CheckResult.Rejected(
                                CheckCode.FUTURE, Map.of("latest", today.toString())))
                : Optional.empty();
    }

    /// 0 for an unknown part.
    private static int number(Optional<String> value) {
        return value.filter(text -> text.matches("[0-9]{1,4}")).map(Integer::parseInt).orElse(0);
    }
}
