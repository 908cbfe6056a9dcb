package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import java.time.LocalDate;

/// Checks one answer as it was typed or chosen and makes it canonical. Pure; takes any string.
///
/// Numbers and dates are typed the German way in every language, as the keys of the terminal have it: decimal comma,
/// points or blanks between thousands, day before month.
public final class FieldCheck {
    /// Nothing that is typed by hand is longer; beyond, a text is refused unseen.
    private static final int MOST_RAW = 3 * FieldType.Text.MOST_CHARACTERS;

    private FieldCheck() {}

    /// Checks one answer.
    ///
    /// @param type what the answer should be
    /// @param required whether leaving it empty is wrong
    /// @param raw text, code, `true`/`false`, or the parts of a date with [FieldInput#PART] between them
    /// @param today for dates whose limits move
    public static CheckResult check(FieldType type, boolean required, String raw, LocalDate today) {
        if (raw.length() > MOST_RAW) {
            return TextCheck.tooLong(type);
        }
        String text = TextCheck.trimmed(raw);
        if (text.isEmpty() || (FieldInput.parts(type) > 1 && DateCheck.empty(text))) {
            return required ? missing(type) : new Accepted("");
        }
        return switch (type) {
            case FieldType.Text wanted -> TextCheck.check(wanted, text);
            case FieldType.WholeNumber wanted -> NumberCheck.check(wanted, text);
            case FieldType.Decimal wanted -> NumberCheck.check(wanted, text);
            case FieldType.Money wanted -> NumberCheck.check(wanted, text);
            case FieldType.DateValue wanted -> DateCheck.check(wanted, text, today);
            case FieldType.TimeValue() -> TimeCheck.check(text);
            case FieldType.Attachment _ ->
                    FieldType.Attachment.WAYS.contains(text)
                            ? new Accepted(text)
                            : Rejected.of(CheckCode.CHOICE);
            case FieldType.Choice(CodeList codes) ->
                    codes.has(text) ? new Accepted(text) : Rejected.of(CheckCode.CHOICE);
            case FieldType.Flag() ->
                    text.equals("true") || text.equals("false")
                            ? new Accepted(text)
                            : Rejected.of(CheckCode.CHOICE);
            case FieldType.Consent() -> consent(required, text);
        };
    }

    private static CheckResult missing(FieldType type) {
        return Rejected.of(
                switch (type) {
                    case FieldType.Consent _ -> CheckCode.CONSENT;
                    case FieldType.Attachment _ -> CheckCode.ATTACHMENT;
                    case FieldType.Text _,
                            FieldType.WholeNumber _,
                            FieldType.Decimal _,
                            FieldType.Money _,
                            FieldType.DateValue _,
                            FieldType.TimeValue _,
                            FieldType.Choice _,
                            FieldType.Flag _ ->
                            CheckCode.REQUIRED;
                });
    }

    private static CheckResult consent(boolean required, String text) {
        return switch (text) {
            case "true" -> new Accepted(text);
            case "false" -> required ? Rejected.of(CheckCode.CONSENT) : new Accepted(text);
            default -> Rejected.of(CheckCode.CHOICE);
        };
    }
}
