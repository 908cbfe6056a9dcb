package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlRefused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Descriptions of services become plain texts for the service page.
class LeistungImportTest {
    private static final String FILE = "erfundene-hundeanmeldung.xzufi.xml";

    private static LeistungTexts fixture() {
        Problems problems = new Problems();
        return LeistungImport.read(
                        SourceFile.at(SchemaFixtures.FOLDER.resolve(FILE), FILE), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    private static LeistungTexts texts(String inside) throws XmlRefused {
        String xml =
                "<x:leistung xmlns:x='"
                        + LeistungImport.NAMESPACE
                        + "'>"
                        + inside
                        + "</x:leistung>";
        return LeistungImport.texts(xml.getBytes(StandardCharsets.UTF_8), "a.xml");
    }

    private static String module(String code, String language, String words) {
        return "<x:modulText><x:inhalt languageCode='"
                + language
                + "'><![CDATA["
                + words
                + "]]></x:inhalt><x:leikaTextmodul><code>"
                + code
                + "</code></x:leikaTextmodul></x:modulText>";
    }

    private static List<TextBlock> blocks(String html) {
        return SafeText.of(html).blocks();
    }

    // ---- modules

    @Test
    void eachModuleHasItsPlace() {
        LeistungTexts texts = fixture();
        assertEquals(List.of("99102013000000"), texts.leikaKeys());
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("Erfundene Hundeanmeldung"))),
                texts.find(Module.NAME, "de"));
        assertEquals(
                Optional.of(
                        List.of(
                                new TextBlock.Paragraph("Sie brauchen:"),
                                new TextBlock.Item("Ausweis", 1),
                                new TextBlock.Item("Nachweis der Versicherung", 1),
                                new TextBlock.Item("im Original", 2))),
                texts.find(Module.DOCUMENTS, "de"));
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("Der Hund ist gechippt."))),
                texts.find(Module.PRECONDITIONS, "de"));
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("Die Anmeldung ist kostenlos."))),
                texts.find(Module.FEES, "de"));
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("Innerhalb von 14 Tagen."))),
                texts.find(Module.DEADLINES, "de"));
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("1 bis 3\u00A0Tage"))),
                texts.find(Module.DURATION, "de"));
    }

    @Test
    void everyLanguageOfTheFileIsThere() {
        assertEquals(List.of("de", "en", "uk"), fixture().languages());
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("Register a dog"))),
                fixture().find(Module.NAME, "en"));
        assertEquals(Optional.empty(), fixture().find(Module.FULL_TEXT, "uk"));
    }

    @Test
    void whatIsNotShownIsListed() throws XmlRefused {
        LeistungTexts texts =
                texts(
                        module("02", "de", "Name")
                                + module("99", "de", "x")
                                + "<x:referenzLeiKa><code>1</code></x:referenzLeiKa>");
        assertEquals(2, texts.notes().size());
        assertTrue(texts.notes().toString().contains("the text module is not known"));
    }

    @Test
    void amountsWithoutWordsArePutIntoWords() throws XmlRefused {
        LeistungTexts texts =
                texts(
                        "<x:modulKosten><x:kosten><x:betrag>1234.5</x:betrag><x:waehrung>EUR</x:waehrung></x:kosten></x:modulKosten>");
        assertEquals(
                Optional.of(List.of(new TextBlock.Paragraph("1.234,50\u00A0€"))),
                texts.find(Module.FEES, "de"));
    }

    // ---- HTML

    @Test
    void htmlIsReducedToBlocks() {
        assertEquals(
                List.of(
                        new TextBlock.Heading("Wer?"),
                        new TextBlock.Paragraph("Alle mit Hund & Katze."),
                        new TextBlock.Paragraph("Zweite\u00A0Zeile"),
                        new TextBlock.Item("eins", 1),
                        new TextBlock.Item("eins a", 2),
                        new TextBlock.Item("zwei", 1)),
                blocks(
                        "<h3>Wer?</h3><p>Alle mit <b>Hund</b> &amp; Katze.<br>Zweite&nbsp;Zeile</p>"
                                + "<ul><li>eins<ul><li>eins a</li></ul></li><li>zwei</ul>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>", "<style>p{}</style>", "<img src=x onerror=alert(1)>",
                "<iframe src='javascript:alert(1)'>x</iframe>", "<svg><script>1</script></svg>",
                        "<!-- a -->",
                "<textarea>x</textarea>", "<template><p>x</p></template>"
            })
    void nothingThatActsIsLeft(String html) {
        assertEquals(List.of(new TextBlock.Paragraph("Gut")), blocks("<p>Gut</p>" + html));
    }

    @Test
    void noMarkIsMadeOfWords() {
        assertEquals(
                List.of(new TextBlock.Paragraph("<script>alert(1)</script>")),
                blocks("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertEquals(
                List.of(new TextBlock.Paragraph("Nummer (x)")),
                blocks("<a href='javascript:x'>Nummer</a> {x}\u202E"));
    }

    @Test
    void plainTextKeepsItsParagraphs() {
        assertEquals(
                List.of(new TextBlock.Paragraph("Eins"), new TextBlock.Paragraph("Zwei")),
                blocks("Eins\n\nZwei"));
    }

    @Test
    void endlessTextsEnd() {
        assertTrue(SafeText.of("<p>x ".repeat(200_000)).cut());
        assertTrue(SafeText.of("<div>".repeat(100_000) + "x").blocks().size() <= 1);
        SafeText.Reduced list = SafeText.of("<ul><li>".repeat(5_000) + "x");
        assertTrue(list.blocks().size() <= SafeText.MOST_BLOCKS);
    }

    // ---- what is refused

    @Test
    void whatIsNoDescriptionIsRefused() {
        for (String xml :
                List.of(
                        "<leistung/>",
                        "<x:leistung xmlns:x='" + LeistungImport.NAMESPACE + "'/>",
                        "<x:nachricht xmlns:x='"
                                + LeistungImport.NAMESPACE
                                + "'><x:a/></x:nachricht>")) {
            XmlRefused refused =
                    assertThrows(
                            XmlRefused.class,
                            () ->
                                    LeistungImport.texts(
                                            xml.getBytes(StandardCharsets.UTF_8), "a.xml"));
            assertTrue(refused.problem().toString().endsWith("[FIM-KIND]"));
        }
    }

    @Test
    void lineEndsOfHtmlAreBlanks() {
        assertEquals(
                List.of(new TextBlock.Paragraph("Sie brauchen einen Ausweis und ein Foto.")),
                blocks("<p>Sie brauchen\n    einen Ausweis und\n    ein Foto.</p>\n"));
    }

    @Test
    void aLinkIsWrittenOut() {
        assertEquals(
                List.of(new TextBlock.Paragraph("Siehe hier (https://www.koblenz.de/hunde).")),
                blocks("<p>Siehe <a href='https://www.koblenz.de/hunde'>hier</a>.</p>"));
        assertEquals(
                List.of(new TextBlock.Paragraph("www.koblenz.de/hunde")),
                blocks("<p><a href='https://www.koblenz.de/hunde/'>www.koblenz.de/hunde</a></p>"));
        assertEquals(
                List.of(new TextBlock.Paragraph("hier")),
                blocks("<p><a href='javascript:alert(1)'>hier</a></p>"));
    }

    @Test
    void persianKeepsItsJoinersAndNobodyTurnsTheLine() {
        assertEquals(List.of(new TextBlock.Paragraph("می‌خواهم x")), blocks("می‌خواهم \u202Ex"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, WOCHE, 3, MONAT, 2_Wochen bis 3_Monate",
        "1, Tag, , , 1_Tag",
        "2, Wochen, 3, Wochen, 2 bis 3_Wochen",
        "1, Woche, 2, Woche, 1 bis 2_Wochen",
        "2, Wochen, 3, Mondphasen, ''"
    })
    void eachEndOfADurationHasItsOwnUnit(
            String from, String unit, @Nullable String to, @Nullable String unitTo, String words) {
        Map<String, String> values = new HashMap<>(Map.of("dauer", from, "einheit", unit));
        if (to != null && unitTo != null) {
            values.putAll(Map.of("dauerBis", to, "einheitBis", unitTo));
        }
        assertEquals(words.replace('_', '\u00A0'), Figures.words(values));
    }

    @Test
    void anAmountStandsBehindItsWords() throws XmlRefused {
        LeistungTexts texts =
                texts(
                        "<x:modulKosten><x:beschreibung languageCode='de'>Sofort fällig.</x:beschreibung>"
                                + "<x:kosten><x:betrag>13</x:betrag></x:kosten></x:modulKosten>");
        assertEquals(
                Optional.of(
                        List.of(
                                new TextBlock.Paragraph("Sofort fällig."),
                                new TextBlock.Paragraph("13,00\u00A0€"))),
                texts.find(Module.FEES, "de"));
    }

    @Test
    void aModuleThatIsNotShownIsNamed() throws XmlRefused {
        LeistungTexts texts = texts(module("02", "de", "Hund") + "<x:modulDokument/>");
        assertTrue(texts.notes().toString().contains("modulDokument"), texts::toString);
    }
}
