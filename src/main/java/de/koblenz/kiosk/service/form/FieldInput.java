package de.koblenz.kiosk.service.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// How values are typed: the form in which [FieldCheck] takes them, and the way back from canonical values.
public final class FieldInput {
    /// Between the parts of a value that is typed in parts.
    public static final String PART = "|";

    private FieldInput() {}

    /// What stands in the entry for a canonical value: `1990-06-03` is `3|6|1990`, `4.5` is `4,5`.
    public static String raw(FieldType type, String canonical) {
        if (canonical.isEmpty()) {
            return "";
        }
        return switch (type) {
            case FieldType.DateValue _ -> {
                LocalDate date = LocalDate.parse(canonical);
                yield date.getDayOfMonth() + PART + date.getMonthValue() + PART + date.getYear();
            }
            case FieldType.TimeValue() -> {
                LocalTime time = LocalTime.parse(canonical);
                yield time.getHour() + PART + time.getMinute();
            }
            case FieldType.Decimal _, FieldType.Money _ ->
                    new BigDecimal(canonical).toPlainString().replace('.', ',');
            case FieldType.Text _,
                    FieldType.WholeNumber _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    canonical;
        };
    }

    /// In how many parts a value is typed: 3 for a date (day, month, year), 2 for a time (hour, minute), else 1.
    public static int parts(FieldType type) {
        return switch (type) {
            case FieldType.DateValue _ -> 3;
            case FieldType.TimeValue _ -> 2;
            case FieldType.Text _,
                    FieldType.WholeNumber _,
                    FieldType.Decimal _,
                    FieldType.Money _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    1;
        };
    }

    /// The parts of `raw`, as many as [#parts] says, empty where not yet typed.
    public static List<String> split(FieldType type, String raw) {
        int parts = parts(type);
        if (parts == 1) {
            return List.of(raw);
        }
        String[] found = raw.split("\\" + PART, -1);
        return java.util.stream.IntStream.range(0, parts)
                .mapToObj(i -> i < found.length ? found[i] : "")
                .toList();
    }

    /// One value of its parts; empty where all parts are.
    public static String join(List<String> parts) {
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join(PART, parts);
    }

    /// Most characters that one entry (one part of a date or time) takes.
    public static int mostCharacters(FieldType type) {
        return switch (type) {
            // Blanks between groups of digits may be typed.
            case FieldType.Text(int _, int most, var _, FieldType.Letters letters) ->
                    switch (letters) {
                        case NAME, TEXT, EMAIL -> most;
                        case DIGITS, PHONE, LICENCE_PLATE, POSTCODE ->
                                Math.min(FieldType.Text.MOST_CHARACTERS, most + most / 2 + 2);
                    };
            case FieldType.WholeNumber(long least, long most, String _) ->
                    Math.max(Long.toString(least).length(), Long.toString(most).length()) + 4;
            case FieldType.Decimal _, FieldType.Money _ -> 20;
            case FieldType.DateValue _ -> 4;
            case FieldType.TimeValue _ -> 2;
            case FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    0;
        };
    }
}
