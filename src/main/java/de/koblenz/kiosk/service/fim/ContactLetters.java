package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Which texts of a schema are e-mail addresses and telephone numbers: those with the harmonised ids, and those whose
/// pattern takes what is one and nothing that is none. They get the keys for it, and a check that says what to do.
final class ContactLetters {
    private static final List<String> ADDRESSES =
            List.of("name@beispiel.de", "vor.name@amt.beispiel.de");
    private static final List<String> NO_ADDRESSES =
            List.of("name", "beispiel.de", "Löhrstraße 1", "0261 12345");
    private static final List<String> NUMBERS = List.of("026112345678", "015112345678");
    private static final List<String> FOREIGN_NUMBERS = List.of("+4926112345678", "+491511234567");
    private static final List<String> NO_NUMBERS =
            List.of(
                    "name",
                    "1",
                    "12a",
                    "Löhrstraße 1",
                    "name@beispiel.de",
                    "123456789012345678901234567890");

    private ContactLetters() {}

    /// The letters of a field, if it is for reaching somebody.
    ///
    /// @param pattern that its values must match
    /// @param least characters
    /// @param most characters
    static Optional<Letters> of(String id, Optional<String> pattern, int least, int most) {
        FieldType.Text plain = new FieldType.Text(least, most, pattern, Letters.TEXT);
        return switch (HarmonisedId.current(id)) {
            // Telephone and telefax.
            case "F60000000240", "F60000000241" ->
                    any(as(plain, Letters.PHONE), NUMBERS)
                                    || any(as(plain, Letters.PHONE), FOREIGN_NUMBERS)
                            ? Optional.of(Letters.PHONE)
                            : Optional.empty();
            case "F60000000242" ->
                    any(as(plain, Letters.EMAIL), ADDRESSES)
                            ? Optional.of(Letters.EMAIL)
                            : Optional.empty();
            default -> pattern.flatMap(text -> byPattern(plain, text));
        };
    }

    private static Optional<Letters> byPattern(FieldType.Text plain, String pattern) {
        // Few patterns are tried: trying takes time.
        if (pattern.contains("@") && all(plain, ADDRESSES) && none(plain, NO_ADDRESSES)) {
            return Optional.of(Letters.EMAIL);
        }
        // Digits alone may be anything; a number of a telephone may begin with a plus sign.
        return pattern.contains("+") && all(plain, FOREIGN_NUMBERS) && none(plain, NO_NUMBERS)
                ? Optional.of(Letters.PHONE)
                : Optional.empty();
    }

    private static FieldType as(FieldType.Text plain, Letters letters) {
        return new FieldType.Text(plain.minLength(), plain.maxLength(), plain.pattern(), letters);
    }

    private static boolean any(FieldType type, List<String> samples) {
        return samples.stream().anyMatch(text -> takes(type, text));
    }

    private static boolean all(FieldType type, List<String> samples) {
        return samples.stream().allMatch(text -> takes(type, text));
    }

    private static boolean none(FieldType type, List<String> samples) {
        return samples.stream().noneMatch(text -> takes(type, text));
    }

    private static boolean takes(FieldType type, String text) {
        return FieldCheck.check(type, true, text, LocalDate.EPOCH) instanceof CheckResult.Accepted;
    }
}
