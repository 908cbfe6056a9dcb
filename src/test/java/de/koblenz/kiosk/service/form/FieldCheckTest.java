package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be typed into each kind of field, and what is made of it.
class FieldCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final FieldType NAME = FieldType.Text.of(Letters.NAME, 20);
    private static final FieldType TEXT = FieldType.Text.of(Letters.TEXT, 40);
    private static final FieldType LENGTH = new FieldType.WholeNumber(1500, 12000, "mm");
    private static final FieldType ANY_NUMBER =
            new FieldType.WholeNumber(-1_000_000_000, 1_000_000_000, "");
    private static final FieldType DECIMAL =
            new FieldType.Decimal(new BigDecimal("-5"), new BigDecimal("1500.5"), 3, "kg");
    private static final FieldType MONEY = new FieldType.Money(0, 100_000);
    private static final FieldType START =
            new FieldType.DateValue(
                    Optional.of(new DateBound.FromToday(0, ChronoUnit.DAYS)),
                    Optional.of(new DateBound.FromToday(3, ChronoUnit.MONTHS)));
    private static final FieldType CHOICE =
            new FieldType.Choice(CodeList.of("owner", "self", "other"));

    /// The canonical answer or the code of the refusal.
    private static String check(FieldType type, boolean required, String raw) {
        return switch (FieldCheck.check(type, required, raw, TODAY)) {
            case Accepted(String canonical) -> canonical;
            case Rejected(String code, var _) -> code;
        };
    }

    private static String check(FieldType type, String raw) {
        return check(type, true, raw);
    }

    // ---- empty

    @Test
    void anEmptyAnswerIsWrongOnlyWhereItIsRequired() {
        for (FieldType type :
                List.of(NAME, LENGTH, DECIMAL, MONEY, START, CHOICE, new FieldType.Flag())) {
            for (String empty : List.of("", "  ", "\u00A0\t\n")) {
                assertEquals("FIELD-REQUIRED", check(type, true, empty));
                assertEquals("", check(type, false, empty));
            }
        }
        assertEquals("FIELD-REQUIRED", check(START, true, "||"));
        assertEquals("", check(START, false, " | | "));
        assertEquals("FIELD-CONSENT", check(new FieldType.Consent(), true, ""));
        assertEquals("", check(new FieldType.Consent(), false, ""));
    }

    // ---- texts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller-Lüdenscheidt",
                "O'Neill",
                "Nguyễn",
                "Łukasz Żółć",
                "Ørsted",
                "d’Arc",
                "Þórr",
                "Ğül",
                "van der Meer",
                "Müller Jr.",
                "Ʉ",
                "ß",
                "ẞ",
                // Sequences of DIN 91379 that have no single code point even in NFC.
                "K\u0323\u0302", // K + dot below + circumflex
                "m\u0310", // m + candrabindu
                "C\u0328\u0306", // C + ogonek + breve
                "s\u0323\u0304",
                "Z\u0327"
            })
    void namesOfDin91379AreAccepted(String name) {
        assertEquals(
                java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC),
                check(NAME, name));
    }

    @Test
    void aNameIsKeptComposed() {
        // Three typed characters each: letter and mark become one.
        assertEquals("José", check(NAME, "Jose\u0301"));
        assertEquals("Zoë", check(NAME, "  Zoe\u0308 "));
        assertEquals("Anna Lena", check(NAME, "Anna\u00A0 \tLena"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Иван", // other scripts
                "Γιώργος",
                "محمد",
                "李",
                "Anna7",
                "Anna😀",
                "Ann\u0000a",
                "Anna\u202Egnp", // turns the text around
                "Anna\u200B",
                "\u0301Anna", // a mark on nothing
                "A\u0301\u0302\u0303\u0304nna", // more marks than any name has
                "Ａｎｎａ", // full width
                "𝐀nna", // mathematical
                "<b>Anna</b>",
                "Anna;--",
                "\uD83D", // lone surrogates
                "Ann\uDE00a",
                "-",
                ".,'"
            })
    void whatIsNoNameIsRefused(String text) {
        assertEquals("FIELD-LETTERS", check(NAME, text));
    }

    @Test
    void lengthCountsCharactersNotCodeUnits() {
        FieldType two = new FieldType.Text(2, 3, Optional.empty(), Letters.NAME);
        assertEquals("FIELD-TOO-SHORT", check(two, "A"));
        assertEquals("FIELD-TOO-SHORT", check(two, "e\u0301"));
        assertEquals("ééé", check(two, "e\u0301e\u0301e\u0301"));
        assertEquals(
                new Rejected("FIELD-TOO-LONG", Map.of("most", "3")),
                FieldCheck.check(two, true, "Anna", TODAY));
    }

    @Test
    void textsTakeDigitsAndPunctuationButNoControlCharacters() {
        assertEquals(
                "Straße 7/9 (Hof) – 3. OG, 5 m²", check(TEXT, "Straße 7/9 (Hof) – 3. OG, 5 m²"));
        assertEquals("FIELD-LETTERS", check(TEXT, "a\u0007b"));
        assertEquals("FIELD-LETTERS", check(TEXT, "a\u2028b"));
        assertEquals("FIELD-LETTERS", check(TEXT, "1️⃣"));
    }

    @Test
    void aPatternHoldsForTheWholeText() {
        FieldType postcode =
                new FieldType.Text(5, 5, Optional.of("560(6[89]|7[0-7])"), Letters.DIGITS);
        assertEquals("56068", check(postcode, "56 068"));
        assertEquals("56077", check(postcode, "56077"));
        assertEquals("FIELD-PATTERN", check(postcode, "56078"));
        assertEquals("FIELD-TOO-LONG", check(postcode, "560680"));
        assertEquals("FIELD-TOO-SHORT", check(postcode, "5606"));
        assertEquals("FIELD-DIGITS", check(postcode, "5606O"));
        // Digits of other scripts are no digits of a postcode.
        assertEquals("FIELD-DIGITS", check(postcode, "٥٦٠٦٨"));
    }

    @Test
    void aPatternThatTriesForEverEndsAsNoMatch() {
        FieldType evil = new FieldType.Text(1, 4000, Optional.of("(a+)+b|(.|a)*c"), Letters.TEXT);
        assertEquals("FIELD-PATTERN", check(evil, "a".repeat(3000)));
    }

    @ParameterizedTest
    @CsvSource({
        "KO-AB 123,KO-AB 123",
        "ko ab 123,KO-AB 123",
        "ko-ab123,KO-AB 123",
        "KO - AB 123,KO-AB 123",
        "B-X 1,B-X 1",
        "tü-a 1,TÜ-A 1",
        "MYK-A 1234,MYK-A 1234",
        "KO-E 99E,KO-E 99E",
        "KO-AB 12 h,KO-AB 12H",
        "WW-AB 1234,WW-AB 1234",
        "KOAB123,FIELD-PLATE",
        "KO-AB 0123,FIELD-PLATE",
        "KO-ABC 123,FIELD-PLATE",
        "KOBL-A 1,FIELD-PLATE",
        "MYK-AB 1234,FIELD-PLATE",
        "KO-AB 12345,FIELD-PLATE",
        "KO-AB 123X,FIELD-PLATE",
        "12-AB 3,FIELD-PLATE"
    })
    void licencePlates(String typed, String expected) {
        assertEquals(expected, check(FieldType.Text.of(Letters.LICENCE_PLATE, 11), typed));
    }

    @ParameterizedTest
    @CsvSource({
        "name@beispiel.de,name@beispiel.de",
        "a.b+c@sub.example.com,a.b+c@sub.example.com",
        "name@beispiel,FIELD-EMAIL",
        "name.@beispiel.de,FIELD-EMAIL",
        "na me@beispiel.de,FIELD-EMAIL",
        "@beispiel.de,FIELD-EMAIL",
        "name@-beispiel.de,FIELD-EMAIL",
        "a@b@c.de,FIELD-EMAIL"
    })
    void emailAddresses(String typed, String expected) {
        assertEquals(expected, check(FieldType.Text.of(Letters.EMAIL, 120), typed));
    }

    @Test
    void aLongAddressThatIsNoneIsRefusedQuickly() {
        FieldType email = FieldType.Text.of(Letters.EMAIL, 4000);
        assertEquals("FIELD-EMAIL", check(email, "a".repeat(3000) + "@"));
        assertEquals("FIELD-EMAIL", check(email, "a@" + "b.".repeat(1500)));
        assertEquals("FIELD-EMAIL", check(email, "a".repeat(65) + "@beispiel.de"));
    }

    @ParameterizedTest
    @CsvSource({
        "0261 1234567,02611234567",
        "+49 (0)261/123-4567,+4902611234567",
        "115,115",
        "12,FIELD-PHONE",
        "0261-12a,FIELD-PHONE",
        "++49261,FIELD-PHONE"
    })
    void telephoneNumbers(String typed, String expected) {
        assertEquals(expected, check(FieldType.Text.of(Letters.PHONE, 20), typed));
    }

    // ---- numbers

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4350;4350",
                "04350;4350",
                "4.350;4350",
                "4 350;4350",
                "4350,0;4350",
                "1500;1500",
                "12000;12000",
                "1499;FIELD-RANGE",
                "12001;FIELD-RANGE",
                "4350,5;FIELD-WHOLE",
                "4.35;FIELD-NUMBER",
                "4,350,000;FIELD-NUMBER",
                "4350mm;FIELD-NUMBER",
                "4e3;FIELD-NUMBER",
                "0x10;FIELD-NUMBER",
                "--5;FIELD-NUMBER",
                "٤٣٥٠;FIELD-NUMBER",
                "-4350;FIELD-RANGE",
                "99999999999999999999999999;FIELD-RANGE"
            })
    void wholeNumbers(String typed, String expected) {
        assertEquals(expected, check(LENGTH, typed));
    }

    @Test
    void aRangeIsNamedWithItsUnit() {
        assertEquals(
                new Rejected("FIELD-RANGE", Map.of("least", "1500", "most", "12000", "unit", "mm")),
                FieldCheck.check(LENGTH, true, "435", TODAY));
    }

    @Test
    void numbersBeyondAllMeaningAreRefusedWithoutBeingComputed() {
        assertEquals("FIELD-NUMBER", check(ANY_NUMBER, "9".repeat(11_000)));
        assertEquals("FIELD-TOO-LONG", check(ANY_NUMBER, "9".repeat(1_000_000)));
        assertEquals("0", check(ANY_NUMBER, "-0"));
        assertEquals("0", check(ANY_NUMBER, "000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,5;1.5",
                "1,50;1.5",
                "1.234,5;1234.5",
                "1.234;1234",
                "0,000;0",
                "-5;-5",
                "100;100",
                "1500,5;1500.5",
                "1500,501;FIELD-RANGE",
                "1,2345;FIELD-DECIMALS",
                "1.5;FIELD-NUMBER",
                ",5;FIELD-NUMBER",
                "1,;FIELD-NUMBER"
            })
    void decimals(String typed, String expected) {
        assertEquals(expected, check(DECIMAL, typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12;12.00",
                "12,5;12.50",
                "1.000,00;1000.00",
                "0;0.00",
                "1000,01;FIELD-RANGE",
                "12,505;FIELD-DECIMALS",
                "12 €;FIELD-NUMBER"
            })
    void amounts(String typed, String expected) {
        assertEquals(expected, check(MONEY, typed));
    }

    // ---- dates

    @ParameterizedTest
    @CsvSource({
        "3|6|1990,1990-06-03",
        "03|06|1990,1990-06-03",
        "3.6.1990,1990-06-03",
        "03. 06. 1990,1990-06-03",
        "1990-06-03,1990-06-03",
        "29|2|2024,2024-02-29",
        "29|2|2023,FIELD-DATE",
        "31|4|2024,FIELD-DATE",
        "0|1|2024,FIELD-DATE",
        "1|13|2024,FIELD-DATE",
        "3|6|90,FIELD-YEAR",
        "3|6|,FIELD-DATE",
        "|6|1990,FIELD-DATE",
        "1|2|3|4,FIELD-DATE",
        "6/3/1990,FIELD-DATE",
        "heute,FIELD-DATE",
        "3|6|19900,FIELD-DATE"
    })
    void dates(String typed, String expected) {
        assertEquals(expected, check(FieldType.DateValue.ANY, typed));
    }

    @Test
    void limitsOfADateMoveWithToday() {
        assertEquals("2026-06-06", check(START, "6|6|2026"));
        assertEquals("2026-09-06", check(START, "6|9|2026"));
        assertEquals(
                new Rejected("FIELD-TOO-EARLY", Map.of("earliest", "2026-06-06")),
                FieldCheck.check(START, true, "5|6|2026", TODAY));
        assertEquals(
                new Rejected("FIELD-TOO-LATE", Map.of("latest", "2026-09-06")),
                FieldCheck.check(START, true, "7|9|2026", TODAY));
        assertEquals(
                new Accepted("2026-06-05"),
                FieldCheck.check(START, true, "5|6|2026", TODAY.minusDays(1)));
    }

    // ---- choices

    @Test
    void onlyCodesOfTheListAreChosen() {
        assertEquals("self", check(CHOICE, "self"));
        assertEquals("FIELD-CHOICE", check(CHOICE, "Self"));
        assertEquals("FIELD-CHOICE", check(CHOICE, "company"));
        assertEquals("true", check(new FieldType.Flag(), "true"));
        assertEquals("false", check(new FieldType.Flag(), "false"));
        assertEquals("FIELD-CHOICE", check(new FieldType.Flag(), "ja"));
    }

    @Test
    void aDeclarationThatIsNeededIsAgreedTo() {
        assertEquals("true", check(new FieldType.Consent(), true, "true"));
        assertEquals("FIELD-CONSENT", check(new FieldType.Consent(), true, "false"));
        assertEquals("false", check(new FieldType.Consent(), false, "false"));
    }

    // ---- properties

    /// Whatever is accepted comes back the same when it is shown in its entry and checked again.
    @Test
    void whatIsAcceptedStaysAccepted() {
        Random random = new Random(91379);
        List<FieldType> types =
                List.of(
                        NAME,
                        TEXT,
                        FieldType.Text.of(Letters.LICENCE_PLATE, 11),
                        FieldType.Text.of(Letters.PHONE, 20),
                        FieldType.Text.of(Letters.DIGITS, 20),
                        ANY_NUMBER,
                        DECIMAL,
                        MONEY,
                        FieldType.DateValue.ANY,
                        CHOICE,
                        new FieldType.Flag());
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String raw = anyText(random);
            for (FieldType type : types) {
                if (FieldCheck.check(type, false, raw, TODAY) instanceof Accepted(String canonical)
                        && !canonical.isEmpty()) {
                    accepted++;
                    assertEquals(canonical, check(type, FieldInput.raw(type, canonical)));
                }
            }
        }
        assertTrue(accepted > 3_000, "too few accepted to mean anything: " + accepted);
    }

    /// Digits, separators, letters, marks and hostile characters, short and long.
    private static String anyText(Random random) {
        String alphabet = "0123456789000..,,  -+|||/aeKOß\u0301\u0323é'😀\u0000\u202E\uD83D€";
        int length = random.nextInt(10) == 0 ? random.nextInt(200) : random.nextInt(10);
        StringBuilder text = new StringBuilder();
        int limit = random.nextBoolean() ? 22 : alphabet.length();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(limit)));
        }
        return text.toString();
    }

    // ---- times and attachments

    @ParameterizedTest
    @CsvSource({
        "14|30,14:30",
        "7|5,07:05",
        "14|,14:00",
        "0|0,00:00",
        "14:30,14:30",
        "14.30,14:30",
        "23|59,23:59",
        "24|0,FIELD-TIME",
        "12|60,FIELD-TIME",
        "|30,FIELD-TIME",
        "abc,FIELD-TIME",
        "14|30|00,FIELD-TIME"
    })
    void timesOfDay(String raw, String expected) {
        assertEquals(expected, check(new FieldType.TimeValue(), raw));
    }

    @Test
    void aTimeIsTypedBackAsItWasTyped() {
        assertEquals("7|5", FieldInput.raw(new FieldType.TimeValue(), "07:05"));
        assertEquals("FIELD-REQUIRED", check(new FieldType.TimeValue(), true, "|"));
    }

    @Test
    void anAttachmentIsPromisedOrMissing() {
        FieldType attachment = new FieldType.Attachment(List.of("application/pdf"), 0);
        assertEquals("later", check(attachment, "later"));
        assertEquals("FIELD-ATTACHMENT", check(attachment, true, ""));
        assertEquals("", check(attachment, false, ""));
        assertEquals("FIELD-CHOICE", check(attachment, "tomorrow"));
    }
}
