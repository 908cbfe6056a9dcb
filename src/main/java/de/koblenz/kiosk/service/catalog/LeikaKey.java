package de.koblenz.kiosk.service.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/// Key of a service in the federal service catalogue (LeiKa, Leistungskatalog der öffentlichen
/// Verwaltung): 14 digits, `99` + group (3) + identifier (3) + deed (3) + detail (3).
///
/// @param digits the 14 digits without blanks
public record LeikaKey(String digits) {
    private static final Pattern FORM = Pattern.compile("99[0-9]{12}");

    public LeikaKey {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a LeiKa key: " + digits);
        }
    }

    /// The key in `text`, or nothing where that is not 14 digits beginning with 99.
    public static Optional<LeikaKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LeikaKey(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
