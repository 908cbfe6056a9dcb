package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The letters of a card in the lists of forms.
class NationalityTest {
    private static final FieldType DESTATIS =
            new FieldType.Choice(
                    CodeList.of(
                            "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staatsangehoerigkeit_1",
                            "000",
                            "129",
                            "151",
                            "163",
                            "475",
                            "997"));
    private static final FieldType LETTERS =
            new FieldType.Choice(CodeList.of("urn:example:staaten_1", "DEU", "FRA"));
    private static final FieldType OWN =
            new FieldType.Choice(CodeList.of("F60000000236", "000", "129"));

    @ParameterizedTest
    @CsvSource({"D, 000", "AUT, 151", "FRA, 129", "TUR, 163", "SYR, 475"})
    void theFederalListHasDigits(String letters, String digits) {
        assertEquals(Optional.of(digits), Nationality.code(letters, DESTATIS));
    }

    @Test
    void otherListsHaveLetters() {
        assertEquals(Optional.of("DEU"), Nationality.code("D", LETTERS));
        assertEquals(Optional.of("FRA"), Nationality.code("FRA", LETTERS));
    }

    /// Not in the list, stateless, no longer a state, no choice, digits that may mean something else.
    @Test
    void whatDoesNotMapIsAsked() {
        assertEquals(Optional.empty(), Nationality.code("ITA", DESTATIS));
        assertEquals(Optional.empty(), Nationality.code("XXA", DESTATIS));
        assertEquals(Optional.empty(), Nationality.code("SUN", DESTATIS));
        assertEquals(Optional.empty(), Nationality.code("ITA", LETTERS));
        assertEquals(Optional.empty(), Nationality.code("D", OWN));
        assertEquals(
                Optional.empty(),
                Nationality.code("D", FieldType.Text.of(FieldType.Letters.TEXT, 40)));
    }
}
