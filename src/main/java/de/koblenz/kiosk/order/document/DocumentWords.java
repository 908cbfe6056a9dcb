package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// The words on paper, from the texts `document.*`; amounts and times as Germans write them. Thread-safe.
public final class DocumentWords {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d.M.uuuu, H:mm", Locale.GERMANY);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMANY);

    private final Texts texts;
    private final ZoneId zone;

    /// @param texts official papers are German
    /// @param zone the office's time zone
    public DocumentWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /// The text of `document.<key>`.
    String of(String key) {
        return texts.of("document." + key);
    }

    String of(String key, Map<String, String> values) {
        return texts.of("document." + key, values);
    }

    /// E.g. `1.234,50 €`, with a space that does not break.
    static String money(int cents) {
        StringBuilder euros = new StringBuilder(Integer.toString(cents / 100));
        for (int i = euros.length() - 3; i > 0; i -= 3) {
            euros.insert(i, '.');
        }
        int rest = cents % 100;
        return euros + "," + rest / 10 + rest % 10 + "\u00A0€";
    }

    /// E.g. `6.6.2026`.
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// E.g. `6.6.2026, 9:05 Uhr`.
    String at(Instant instant) {
        return of("at", Map.of("time", DAY_AND_TIME.format(instant.atZone(zone))));
    }
}
