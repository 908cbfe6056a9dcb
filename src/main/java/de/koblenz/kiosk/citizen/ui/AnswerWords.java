package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.text.Formats;
import de.koblenz.kiosk.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.BiFunction;

/// Answers in words: what is stored as a code is shown, and printed on the copy, as a person would say it.
/// Immutable.
public final class AnswerWords {
    private final Words words;
    private final JourneyTexts keys;

    AnswerWords(Words words, Journey journey) {
        this.words = words;
        this.keys = new JourneyTexts(journey);
    }

    /// Answers as lines of the citizen's copy, in the language of `texts`: plain text without marks of direction.
    /// Thread-safe.
    public static BiFunction<Journey, Answer, OrderRequest.CopyLine> forCopies(Texts texts) {
        Words words = Words.of(texts.locale().toLanguageTag(), texts);
        return (journey, answer) -> {
            AnswerWords said = new AnswerWords(words, journey);
            return new OrderRequest.CopyLine(said.label(answer), Formats.plain(said.value(answer)));
        };
    }

    String label(Answer answer) {
        return label(answer.path());
    }

    String label(FieldPath path) {
        return words.of(keys.label(path));
    }

    /// The value as it is read; "–" where the answer was left out.
    String value(Answer answer) {
        String canonical = answer.canonical();
        if (canonical.isEmpty()) {
            return "–";
        }
        return switch (answer.field().type()) {
            case FieldType.Text _ -> Formats.name(canonical);
            case FieldType.WholeNumber(long _, long _, String unit) -> withUnit(canonical, unit);
            case FieldType.Decimal(var _, var _, int _, String unit) ->
                    withUnit(canonical.replace('.', ','), unit);
            case FieldType.Money(long _, long _) ->
                    words.money(new BigDecimal(canonical).movePointRight(2).longValueExact());
            case FieldType.DateValue _ -> words.formats().date(LocalDate.parse(canonical));
            case FieldType.TimeValue() -> Formats.code(canonical);
            case FieldType.Attachment _ when canonical.equals(FieldType.Attachment.SCAN) ->
                    words.of("scan.sent");
            case FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    words.of(keys.option(answer.path(), answer.field().type(), canonical));
        };
    }

    private static String withUnit(String number, String unit) {
        return Formats.code(unit.isEmpty() ? number : number + "\u00A0" + unit);
    }
}
