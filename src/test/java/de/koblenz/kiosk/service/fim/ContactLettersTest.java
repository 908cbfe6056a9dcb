package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts are for reaching somebody.
class ContactLettersTest {
    private static Optional<Letters> of(String id, String pattern) {
        return ContactLetters.of(id, Optional.of(pattern).filter(it -> !it.isEmpty()), 1, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "F60000000240, PHONE", "F60000000241, PHONE", "F60000000242, EMAIL",
        "F60000240, PHONE", "F60000241, PHONE", "F60000242, EMAIL"
    })
    void harmonisedFieldsSaySo(String id, Letters letters) {
        assertEquals(Optional.of(letters), of(id, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^@]+@[^@]+\\.[a-z]{2,}",
                "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,6}",
                "\\S+@\\S+"
            })
    void aPatternOfAddressesMakesAnAddress(String pattern) {
        assertEquals(Optional.of(Letters.EMAIL), of("F99000000001", pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\+[0-9]{6,20}", "\\+?[0-9 ]{6,20}", "(\\+|00?)[1-9][0-9]{5,16}"})
    void aPatternOfNumbersMakesANumber(String pattern) {
        assertEquals(Optional.of(Letters.PHONE), of("F99000000001", pattern));
    }

    /// Neither everything nor other things.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".*",
                ".+@?",
                "[0-9]{5}",
                "[0-9]+",
                "[A-Z]{2}[0-9]{2}+[A-Z0-9]*",
                "[0-9+/ -]*",
                "[^+]*",
                "[@#]x",
                "(a+)+@"
            })
    void otherPatternsSayNothing(String pattern) {
        assertEquals(Optional.empty(), of("F99000000001", pattern));
    }

    /// Whoever must write brackets would be refused.
    @Test
    void aPatternThatNoPlainNumberMatchesKeepsItsText() {
        assertEquals(Optional.empty(), of("F60000000240", "\\([0-9]+\\) [0-9]+"));
        assertEquals(Optional.empty(), ContactLetters.of("F60000000242", Optional.empty(), 1, 5));
    }
}
