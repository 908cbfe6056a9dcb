package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.fim.SchemaElement.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Limits that XDatenfelder 2 writes as JSON in a text.
class LimitsTextTest {
    @Test
    void textsNumbersAndEscapesAreRead() {
        assertEquals(
                new Limits("1", "40", "-2.5", "", "\\d+\"\u00e4", false, List.of("note")),
                LimitsText.read(
                        " { \"minLength\" : \"1\", \"maxLength\":40,\"minValue\":-2.5, \"maxValue\":null,"
                                + "\"pattern\":\"\\\\d+\\\"\\u00e4\",\"note\":\"x\" } "));
    }

    @Test
    void anEmptyObjectSaysNothing() {
        assertEquals(Limits.NONE, LimitsText.read("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{", "{\"a\"}", "{\"a\":}", "{\"a\":\"b\"} x", "{\"a\":\"\\u12\"}",
                        "{\"a\":\"\\q\"}",
                "{\"a\":[1]}", "{\"a\":{\"b\":1}}", "{a:1}", "{\"a\":\"", "{\"a\":\"\\",
                        "maxLength 10"
            })
    void whatIsNoFlatObjectIsMarked(String text) {
        assertTrue(LimitsText.read(text).unreadable());
    }
}
