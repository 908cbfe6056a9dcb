package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasisTest {
    @Test
    void theWordAloneIsAnAssumption() {
        assertEquals(new Basis(true, ""), Basis.parse("assumption"));
    }

    @Test
    void anAssumptionMayHaveAReason() {
        assertEquals(
                new Basis(true, "wie im Nachbaramt"),
                Basis.parse("assumption (wie im Nachbaramt)"));
    }

    @Test
    void anythingElseIsASource() {
        assertEquals(new Basis(false, "PassV § 15"), Basis.parse(" PassV § 15 "));
        assertEquals(new Basis(false, "assumptions of 2021"), Basis.parse("assumptions of 2021"));
    }

    @Test
    void aLeikaKeyHasFourteenDigits() {
        assertEquals(Optional.of(new LeikaKey("99115003012000")), LeikaKey.parse("99115003012000"));
        assertEquals(Optional.empty(), LeikaKey.parse("9911500301200"));
        assertEquals(Optional.empty(), LeikaKey.parse("11115003012000"));
        assertEquals(Optional.empty(), LeikaKey.parse("nicht im LeiKa"));
    }
}
