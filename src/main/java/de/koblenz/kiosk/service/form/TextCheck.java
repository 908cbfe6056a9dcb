package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts: characters, length, form.
final class TextCheck {
    /// Unterscheidungszeichen (1 to 3 letters), then one or two letters and one to four digits, then E or H.
    private static final Pattern PLATE =
            Pattern.compile("([A-ZÄÖÜ]{1,3})[ -]+([A-Z]{1,2})[ -]?([1-9][0-9]{0,3}) ?([EH]?)");

    /// § 9 FZV: letters and digits of a plate together.
    private static final int MOST_ON_PLATE = 8;

    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,19}");

    private TextCheck() {}

    /// `raw` in NFC, without blanks at its ends, with single blanks inside.
    static String trimmed(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t\\n\\r]+", " ")
                .strip();
    }

    static Rejected tooLong(FieldType type) {
        int most = type instanceof FieldType.Text text ? text.maxLength() : 40;
        return new Rejected(CheckCode.TOO_LONG, Map.of("most", Integer.toString(most)));
    }

    static CheckResult check(FieldType.Text wanted, String text) {
        Optional<String> canonical = canonical(wanted.letters(), text);
        if (canonical.isEmpty()) {
            return Rejected.of(codeOf(wanted.letters()));
        }
        int length = canonical.get().codePointCount(0, canonical.get().length());
        if (length > wanted.maxLength()) {
            return tooLong(wanted);
        }
        if (length < wanted.minLength()) {
            return new Rejected(
                    CheckCode.TOO_SHORT, Map.of("least", Integer.toString(wanted.minLength())));
        }
        if (wanted.pattern().filter(p -> !PatienceText.matches(p, canonical.get())).isPresent()) {
            return Rejected.of(CheckCode.PATTERN);
        }
        return new Accepted(canonical.get());
    }

    private static String codeOf(FieldType.Letters letters) {
        return switch (letters) {
            case NAME, TEXT -> CheckCode.LETTERS;
            case DIGITS -> CheckCode.DIGITS;
            case LICENCE_PLATE -> CheckCode.PLATE;
            case POSTCODE -> CheckCode.POSTCODE;
            case EMAIL -> CheckCode.EMAIL;
            case PHONE -> CheckCode.PHONE;
        };
    }

    private static Optional<String> canonical(FieldType.Letters letters, String text) {
        return switch (letters) {
            case NAME -> Optional.of(text).filter(LatinText::isName);
            case TEXT -> Optional.of(text).filter(LatinText::isText);
            case DIGITS -> Optional.of(text.replace(" ", "")).filter(t -> t.matches("[0-9]+"));
            case LICENCE_PLATE -> plate(text);
            case POSTCODE -> Optional.of(text.replace(" ", "")).filter(t -> t.matches("[0-9]{5}"));
            // Local part at most 64, all at most 254 characters (RFC 5321 4.5.3.1).
            case EMAIL ->
                    Optional.of(text)
                            .filter(t -> t.length() <= 254 && t.indexOf('@') <= 64)
                            .filter(t -> EMAIL.matcher(t).matches());
            case PHONE ->
                    Optional.of(text.replaceAll("[ /()-]", ""))
                            .filter(t -> PHONE.matcher(t).matches());
        };
    }

    private static Optional<String> plate(String text) {
        Matcher matcher = PLATE.matcher(text.toUpperCase(Locale.GERMAN));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String district = matcher.group(1);
        String letters = matcher.group(2);
        String digits = matcher.group(3);
        if (district.length() + letters.length() + digits.length() > MOST_ON_PLATE) {
            return Optional.empty();
        }
        return Optional.of(district + "-" + letters + " " + digits + matcher.group(4));
    }
}
