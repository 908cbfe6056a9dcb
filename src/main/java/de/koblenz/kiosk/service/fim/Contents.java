package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// `inhalt`: values as schemata write them, which is not as people type them.
final class Contents {
    private Contents() {}

    /// The canonical value; empty where `written` is none of the type.
    static Optional<String> canonical(FieldType type, String written) {
        String raw =
                switch (type) {
                    case FieldType.Flag(), FieldType.Consent() -> flag(written);
                    case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ ->
                            number(written);
                    case FieldType.Text _,
                            FieldType.DateValue _,
                            FieldType.TimeValue _,
                            FieldType.Attachment _,
                            FieldType.Choice _ ->
                            written;
                };
        // No limit of a federal date moves with today; the day only has to be one.
        return switch (FieldCheck.check(type, false, raw, LocalDate.EPOCH)) {
            case CheckResult.Accepted(String canonical) when !canonical.isEmpty() ->
                    Optional.of(canonical);
            case CheckResult.Accepted _, CheckResult.Rejected _ -> Optional.empty();
        };
    }

    private static String flag(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true", "1", "ja", "wahr" -> "true";
            case "false", "0", "nein", "falsch" -> "false";
            default -> written;
        };
    }

    /// A decimal point becomes the comma that is typed.
    private static String number(String written) {
        return written.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")
                ? new BigDecimal(written).toPlainString().replace('.', ',')
                : written;
    }
}
