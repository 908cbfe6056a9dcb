package de.koblenz.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 6);

    @Test
    void germanMoneyHasACommaAndASpaceThatDoesNotBreak() {
        Formats formats = new Formats(Locale.GERMAN);
        assertEquals("1.234,50\u00A0€", formats.money(123_450));
        assertEquals("0,05\u00A0€", formats.money(5));
        assertEquals("99.999.999.999,99\u00A0€", formats.money(9_999_999_999_999L));
    }

    @Test
    void englishIsForPeopleInKoblenz() {
        Formats formats = new Formats(Locale.ENGLISH);
        assertEquals("€12.50", formats.money(1_250));
        assertEquals("6 June 2026", formats.date(DAY));
        assertEquals("14:00", formats.time(LocalTime.of(14, 0)));
    }

    @Test
    void germanDatesAreWrittenOut() {
        Formats formats = new Formats(Locale.GERMAN);
        assertEquals("6. Juni 2026", formats.date(DAY));
        assertEquals("Sa., 6. Juni", formats.day(DAY));
        assertEquals("09:00", formats.time(LocalTime.of(9, 0)));
    }

    @Test
    void leichteSpracheIsGermanWithoutAbbreviations() {
        Formats formats = new Formats(Locale.forLanguageTag("de-simple"));
        assertEquals("1.234,50\u00A0€", formats.money(123_450));
        assertEquals("6. Juni 2026", formats.date(DAY));
        assertEquals("Samstag, 6. Juni", formats.day(DAY));
        assertEquals("09:00", formats.time(LocalTime.of(9, 0)));
    }

    /// Their scripts have digits of their own; here digits are Western (ux rule 13).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar",
                "ar-XB",
                "fa",
                "ar-EG",
                "uk",
                "tr",
                "pl",
                "fr",
                "ru",
                "de-simple",
                "en-XA"
            })
    void digitsAreWesternInEveryLanguage(String tag) {
        Formats formats = new Formats(Locale.forLanguageTag(tag));
        for (String text :
                new String[] {formats.money(123_450), formats.date(DAY), formats.day(DAY)}) {
            text.codePoints()
                    .filter(Character::isDigit)
                    .forEach(digit -> assertEquals(true, digit >= '0' && digit <= '9', text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT2M5S,2:05",
        "PT0S,0:00",
        "PT-3S,0:00",
        "PT59.9S,0:59",
        "PT15M,15:00",
        "PT70M,70:00"
    })
    void whatIsLeftIsSaidInMinutesAndSeconds(Duration left, String said) {
        assertEquals(said, Formats.remaining(left));
    }

    @Test
    void plainTextHasNoMarksOfDirection() {
        assertEquals(
                "KO-AB 1 und Erika",
                Formats.plain(Formats.code("KO-AB 1") + " und " + Formats.name("Erika")));
    }

    @Test
    void severalThreadsMayFormat() {
        Formats formats = new Formats(Locale.GERMAN);
        Set<String> wrong = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> {
                    String text = formats.money(i * 100L);
                    if (!text.replace(".", "").equals(i + ",00\u00A0€")) {
                        wrong.add(text);
                    }
                });
        assertEquals(Set.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "ar,true",
        "ar-XB,true",
        "he,true",
        "fa-AF,true",
        "uz-Arab,true",
        "de,false",
        "en-XA,false"
    })
    void languagesKnowTheirDirection(String tag, boolean rightToLeft) {
        assertEquals(rightToLeft, Locales.rightToLeft(tag));
    }
}
