package de.koblenz.kiosk.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Files of strangers: what is read, and what is refused.
class XmlCursorTest {
    private static XmlCursor open(String xml) throws XmlRefused {
        return XmlCursor.open(xml.getBytes(StandardCharsets.UTF_8), "a.xml");
    }

    /// Walks through the whole file and gives its last text.
    private static String last(byte[] xml) throws XmlRefused {
        XmlCursor cursor = XmlCursor.open(xml, "a.xml");
        String text = "";
        int here = cursor.depth();
        while (cursor.child(here)) {
            text = cursor.text();
        }
        return text;
    }

    private static String refusal(String xml) {
        return assertThrows(XmlRefused.class, () -> last(xml.getBytes(StandardCharsets.UTF_8)))
                .problem()
                .toString();
    }

    @Test
    void childrenAreVisitedAndWhatIsNotReadIsSkipped() throws XmlRefused {
        XmlCursor cursor = open("<a><b><c>1</c></b><c>2</c><d><c>3</c></d></a>");
        StringBuilder seen = new StringBuilder();
        while (cursor.child(1)) {
            seen.append(cursor.name());
            if (cursor.name().equals("c")) {
                seen.append('=').append(cursor.text());
            }
        }
        assertEquals("bc=2d", seen.toString());
    }

    @Test
    void aPlaceIsWhereTheElementBegins() throws XmlRefused {
        XmlCursor cursor = open("<a>\n  <b/>\n\n    <c x='1'>t</c>\n</a>");
        cursor.child(1);
        assertEquals("a.xml:2:3", cursor.place().toString());
        cursor.child(1);
        assertEquals("a.xml:4:5", cursor.place().toString());
    }

    @Test
    void textIsPutTogetherFromItsPieces() throws XmlRefused {
        assertEquals(
                "a<b & ü c",
                last(
                        "<r><t> a&lt;b &amp; <![CDATA[ü]]> c </t></r>"
                                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theEncodingThatTheFileNamesIsUsed() throws XmlRefused {
        String xml = "<?xml version='1.0' encoding='%s'?><r><t>Grünfläche ß</t></r>";
        for (Charset charset :
                new Charset[] {
                    StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16
                }) {
            assertEquals(
                    "Grünfläche ß",
                    last(
                            String.format(java.util.Locale.ROOT, xml, charset.name())
                                    .getBytes(charset)));
        }
    }

    @Test
    void anEntityThatReadsAFileIsRefused() {
        assertTrue(
                refusal("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r><t>&x;</t></r>")
                        .endsWith("[FIM-XML-ENTITY]"));
    }

    @Test
    void anExternalDeclarationIsRefused() {
        assertTrue(
                refusal("<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r><t>1</t></r>")
                        .endsWith("[FIM-XML-ENTITY]"));
    }

    @Test
    void anEntityBombIsRefused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" '");
            bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        }
        assertTrue(refusal(bomb + "]><r><t>&a29;</t></r>").endsWith("[FIM-XML-ENTITY]"));
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertTrue(refusal("<r><t>&nbsp;</t></r>").contains("[FIM-XML"));
    }

    @Test
    void elementsThatLieTooDeepAreRefused() {
        String deep = "<d>".repeat(200_000);
        assertTrue(refusal("<r>" + deep).contains("[FIM-XML"));
        assertTrue(
                refusal(
                                "<r>"
                                        + "<d>".repeat(XmlLimits.USUAL.depth())
                                        + "</d>".repeat(XmlLimits.USUAL.depth())
                                        + "</r>")
                        .contains("[FIM-XML"));
    }

    @Test
    void manyAttributesAreRefusedNotCollected() {
        StringBuilder xml = new StringBuilder("<r><t");
        for (int i = 0; i < 200_000; i++) {
            xml.append(" a").append(i).append("='1'");
        }
        assertTrue(refusal(xml + "/></r>").contains("[FIM-XML"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        byte[] large = new byte[XmlLimits.USUAL.bytes() + 1];
        XmlRefused refused = assertThrows(XmlRefused.class, () -> XmlCursor.open(large, "a.xml"));
        assertTrue(refused.problem().toString().endsWith("[FIM-SIZE]"));
    }

    @Test
    void whatIsNoXmlIsRefusedAtItsPlace() {
        assertTrue(
                refusal("<r>\n<t>1</u></r>")
                        .matches("(?s)a\\.xml:2:[0-9]+: this is no XML: .*\\[FIM-XML]"));
        assertTrue(refusal("").endsWith("[FIM-XML]"));
        assertTrue(refusal("PK\u0003\u0004").endsWith("[FIM-XML]"));
        assertTrue(refusal("<r><t>1</t>").endsWith("[FIM-XML]"));
    }

    @Test
    void aLongListMayBeFullOfEscapes() throws XmlRefused {
        String xml = "<r><t>" + "&lt;b&gt; &amp; ".repeat(200_000) + "</t></r>";
        assertEquals("<b> & ".repeat(200_000).strip(), last(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
