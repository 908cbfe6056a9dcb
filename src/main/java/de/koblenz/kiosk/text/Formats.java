package de.koblenz.kiosk.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/// Money, dates and times as a locale writes them; digits are always Western (ux rule 13).
///
/// Immutable and thread-safe.
public final class Formats {
    private static final char ISOLATE_LEFT_TO_RIGHT = '\u2066';
    private static final char ISOLATE_BY_CONTENT = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final NumberFormat money;
    private final DateTimeFormatter date;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    public Formats(Locale locale) {
        // English texts are for people in Koblenz: 24 hours, day before month.
        Locale regional = locale.getLanguage().equals("en") ? Locale.UK : locale;
        Locale western =
                new Locale.Builder()
                        .setLocale(regional)
                        .setUnicodeLocaleKeyword("nu", "latn")
                        .build();
        this.money = NumberFormat.getCurrencyInstance(german(regional) ? Locale.GERMANY : western);
        money.setCurrency(Currency.getInstance("EUR"));
        this.date =
                DateTimeFormatter.ofPattern(
                        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                FormatStyle.LONG, null, IsoChronology.INSTANCE, western),
                        western);
        // Leichte Sprache has no abbreviations (DIN SPEC 33429).
        String pattern = Locales.simple(locale.toLanguageTag()) ? "EEEE, d. MMMM" : "EEE, d. MMM";
        this.day = DateTimeFormatter.ofPattern(pattern, western).localizedBy(western);
        this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    }

    private static boolean german(Locale locale) {
        return locale.getLanguage().equals("de");
    }

    /// "12,50 €" for 1250, with a space that does not break.
    public String money(long cents) {
        // A NumberFormat is not thread-safe.
        return ((NumberFormat) money.clone()).format(BigDecimal.valueOf(cents, 2));
    }

    /// "6. Juni 2026".
    public String date(LocalDate value) {
        return date.format(value);
    }

    /// "Sa., 6. Juni"; in Leichte Sprache "Samstag, 6. Juni".
    public String day(LocalDate value) {
        return day.format(value);
    }

    /// "09:00".
    public String time(LocalTime value) {
        return time.format(value);
    }

    /// "2:05" for minutes and seconds that are left.
    public static String remaining(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /// Keeps a code, number or reference left-to-right inside a right-to-left text (UAX 9).
    public static String code(String text) {
        return ISOLATE_LEFT_TO_RIGHT + text + END_OF_ISOLATE;
    }

    /// `text` as it goes onto paper and into codes that phones read: without the marks of [#code] and [#name].
    public static String plain(String text) {
        return text.replaceAll(
                "[" + ISOLATE_LEFT_TO_RIGHT + ISOLATE_BY_CONTENT + END_OF_ISOLATE + "]", "");
    }

    /// Keeps a name of unknown direction from turning its surroundings (UAX 9).
    public static String name(String text) {
        return ISOLATE_BY_CONTENT + text + END_OF_ISOLATE;
    }
}
