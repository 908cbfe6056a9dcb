package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.SchemaElement.Limits;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaField;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import de.koblenz.kiosk.service.journey.CardDatum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What kind of value a field has: `datentyp` and `praezisierung`. Limits that make no sense are noted and not kept.
final class FieldTypes {
    /// Limits of numbers without any, far from overflow and narrow enough for one entry.
    private static final BigDecimal MOST_NUMBER = new BigDecimal("999999999999");

    private static final BigDecimal MOST_EUROS = new BigDecimal("99999999.99");

    /// Decimal places of `num`, which the standard leaves open.
    private static final int SCALE = 6;

    /// Patterns of XML Schema that Java reads otherwise or not at all: name characters, blocks, subtraction.
    private static final Pattern FOREIGN =
            Pattern.compile("\\\\[icIC]|\\\\[pP]\\{Is|\\[[^\\]\\[]*-\\[");

    /// Patterns that digits alone can match.
    private static final Pattern DIGITS_ONLY =
            Pattern.compile("(?:\\[[0-9-]+]|\\\\d|[0-9]|[()|?+*^$]|\\{[0-9]+(?:,[0-9]*)?})+");

    private static final String MIN_LENGTH = "minLength";
    private static final String MAX_LENGTH = "maxLength";
    private static final String MIN_VALUE = "minValue";
    private static final String MAX_VALUE = "maxValue";
    private static final String PATTERN = "pattern";

    private final ImportNotes notes;

    FieldTypes(ImportNotes notes) {
        this.notes = notes;
    }

    /// The type of a field that is no choice and no label; empty where the terminal cannot ask for such a value.
    Optional<FieldType> of(SchemaField field) {
        if (field.limits().unreadable()) {
            note(
                    field,
                    "its 'praezisierung' is not JSON; length and limits are not checked",
                    "FIM-LIMITS");
        }
        unused(
                field,
                switch (field.type()) {
                    case "text", "text_latin" -> Set.of(MIN_LENGTH, MAX_LENGTH, PATTERN);
                    case "date", "num_int", "num", "num_currency" -> Set.of(MIN_VALUE, MAX_VALUE);
                    default -> Set.of();
                });
        return switch (field.type()) {
            case "text", "text_latin" -> Optional.of(text(field));
            case "date" -> Optional.of(date(field));
            case "time" -> Optional.of(new FieldType.TimeValue());
            case "bool" -> Optional.of(new FieldType.Flag());
            case "num_int" -> Optional.of(whole(field));
            case "num" -> Optional.of(decimal(field));
            case "num_currency" -> Optional.of(money(field));
            case "file" ->
                    Optional.of(new FieldType.Attachment(field.mediaTypes(), field.mostBytes()));
            default -> Optional.empty();
        };
    }

    /// Notes what a field says of its value beyond what is looked at.
    ///
    /// @param used names of the limits that values of its kind have
    void unused(SchemaField field, Set<String> used) {
        Limits limits = field.limits();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(MIN_LENGTH, limits.minLength());
        said.put(MAX_LENGTH, limits.maxLength());
        said.put(MIN_VALUE, limits.minValue());
        said.put(MAX_VALUE, limits.maxValue());
        said.put(PATTERN, limits.pattern());
        List<String> left = new ArrayList<>();
        said.forEach((name, value) -> {
            if (!value.isBlank() && !used.contains(name)) {
                left.add(name + " '" + brief(value) + "'");
            }
        });
        limits.others().forEach(name -> left.add(brief(name)));
        if (!left.isEmpty()) {
            note(
                    field,
                    "its 'praezisierung' says "
                            + String.join(", ", left)
                            + ": not checked, as answers of its kind have no such limit here",
                    "FIM-LIMITS");
        }
    }

    private void note(SchemaField field, String message, String code) {
        notes.add(Weight.LOST, field.head().id(), field.head().place(), message, code);
    }

    // ---- texts

    private FieldType text(SchemaField field) {
        Limits limits = field.limits();
        int least = length(field, limits.minLength(), 0);
        if (least == FieldType.Text.MOST_CHARACTERS) {
            note(
                    field,
                    "nobody can type so much: that it is at least '"
                            + brief(limits.minLength())
                            + "' characters long is not checked",
                    "FIM-LIMITS");
            least = 0;
        }
        int most = length(field, limits.maxLength(), FieldType.Text.MOST_CHARACTERS);
        if (most < 1 || most < least) {
            note(
                    field,
                    "length " + least + " to " + most + " is impossible and not checked",
                    "FIM-LIMITS");
            least = 0;
            most = FieldType.Text.MOST_CHARACTERS;
        }
        Optional<String> pattern = pattern(field);
        return new FieldType.Text(least, most, pattern, letters(field, pattern, least, most));
    }

    private int length(SchemaField field, String written, int otherwise) {
        if (written.isEmpty()) {
            return otherwise;
        }
        if (!written.matches("[0-9]{1,9}")) {
            note(field, "'" + brief(written) + "' is no length; it is not checked", "FIM-LIMITS");
            return otherwise;
        }
        int length = Integer.parseInt(written);
        if (length > FieldType.Text.MOST_CHARACTERS) {
            notes.add(
                    Weight.CHANGED,
                    field.head().id(),
                    field.head().place(),
                    "at most "
                            + FieldType.Text.MOST_CHARACTERS
                            + " characters can be typed, not "
                            + length,
                    "FIM-LENGTH");
            return FieldType.Text.MOST_CHARACTERS;
        }
        return length;
    }

    private Optional<String> pattern(SchemaField field) {
        String pattern = field.limits().pattern();
        if (pattern.isBlank()) {
            return Optional.empty();
        }
        try {
            if (!FOREIGN.matcher(pattern).find() && pattern.length() <= 2_000) {
                return Optional.of(Pattern.compile(pattern).pattern());
            }
        } catch (PatternSyntaxException | StackOverflowError _) {
            // Said below.
        }
        note(
                field,
                "its pattern is none that is understood here; it is not checked",
                "FIM-PATTERN");
        return Optional.empty();
    }

    private static Letters letters(
            SchemaField field, Optional<String> pattern, int least, int most) {
        Optional<CardDatum> datum = HarmonisedId.datum(field.head().id());
        if (datum.filter(FieldTypes::isName).isPresent()) {
            return Letters.NAME;
        }
        Optional<Letters> contact = ContactLetters.of(field.head().id(), pattern, least, most);
        if (contact.isPresent()) {
            return contact.get();
        }
        return pattern.filter(p ->
                        DIGITS_ONLY.matcher(p).matches() && !p.contains("+") && !p.contains("*"))
                        .isPresent()
                ? Letters.DIGITS
                : Letters.TEXT;
    }

    private static boolean isName(CardDatum datum) {
        return datum == CardDatum.FAMILY_NAME
                || datum == CardDatum.GIVEN_NAMES
                || datum == CardDatum.BIRTH_NAME;
    }

    // ---- numbers

    private FieldType whole(SchemaField field) {
        BigDecimal least = number(field, field.limits().minValue(), MOST_NUMBER.negate());
        BigDecimal most = number(field, field.limits().maxValue(), MOST_NUMBER);
        if (least.compareTo(most) > 0) {
            impossible(field);
            return new FieldType.WholeNumber(
                    MOST_NUMBER.negate().longValueExact(), MOST_NUMBER.longValueExact(), "");
        }
        BigDecimal first = least.setScale(0, RoundingMode.CEILING);
        BigDecimal last = most.setScale(0, RoundingMode.FLOOR);
        if (first.compareTo(last) > 0) {
            note(
                    field,
                    "no whole number lies between its limits; neither is checked",
                    "FIM-LIMITS");
            return new FieldType.WholeNumber(
                    MOST_NUMBER.negate().longValueExact(), MOST_NUMBER.longValueExact(), "");
        }
        return new FieldType.WholeNumber(first.longValueExact(), last.longValueExact(), "");
    }

    private FieldType decimal(SchemaField field) {
        BigDecimal least = number(field, field.limits().minValue(), MOST_NUMBER.negate());
        BigDecimal most = number(field, field.limits().maxValue(), MOST_NUMBER);
        if (least.compareTo(most) > 0) {
            impossible(field);
            return new FieldType.Decimal(MOST_NUMBER.negate(), MOST_NUMBER, SCALE, "");
        }
        return new FieldType.Decimal(least, most, SCALE, "");
    }

    private FieldType money(SchemaField field) {
        BigDecimal least = number(field, field.limits().minValue(), MOST_EUROS.negate());
        BigDecimal most = number(field, field.limits().maxValue(), MOST_EUROS);
        if (least.compareTo(most) > 0) {
            impossible(field);
            least = MOST_EUROS.negate();
            most = MOST_EUROS;
        }
        return new FieldType.Money(cents(least), cents(most));
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private BigDecimal number(SchemaField field, String written, BigDecimal otherwise) {
        if (written.isEmpty()) {
            return otherwise;
        }
        String plain = written.replace(',', '.');
        if (plain.matches("[-+]?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            return new BigDecimal(plain);
        }
        note(
                field,
                "'" + brief(written) + "' is no limit of a number; it is not checked",
                "FIM-LIMITS");
        return otherwise;
    }

    private void impossible(SchemaField field) {
        note(field, "its upper limit is below the lower one; neither is checked", "FIM-LIMITS");
    }

    // ---- dates

    private FieldType date(SchemaField field) {
        Optional<DateBound> earliest = bound(field, field.limits().minValue());
        Optional<DateBound> latest = bound(field, field.limits().maxValue());
        return new FieldType.DateValue(earliest, latest);
    }

    private Optional<DateBound> bound(SchemaField field, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DateBound.Day(LocalDate.parse(written)));
        } catch (DateTimeParseException _) {
            note(
                    field,
                    "'" + brief(written) + "' is no day such as 2026-03-31; it is not checked",
                    "FIM-LIMITS");
            return Optional.empty();
        }
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
