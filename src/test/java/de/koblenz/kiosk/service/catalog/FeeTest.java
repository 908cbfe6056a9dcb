package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.config.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arithmetic of fees, by examples worked out on paper.
class FeeTest {
    private static final Fee.ByArea KOBLENZ = new Fee.ByArea(10_000, 45, 52);

    // Cents = mm × mm × 45 × 52 / 1,000,000.
    @ParameterizedTest
    @CsvSource({
        "4800, 1900, 21341", // 9.12 m² × 23.40 € = 213.408 €
        "2695, 1663, 10487", // 4.481785 m² × 23.40 € = 104.873769 €
        "2500, 1500, 10000", // 3.75 m² × 23.40 € = 87.75 €: the least amount
        "1, 1, 10000",
        "5000, 1805, 21119", // 9.025 m² × 23.40 € = 211.185 €: half a cent goes up
        "4999, 1805, 21114", // 9.023195 m² × 23.40 € = 211.142763 €
        "2450, 1744, 10000", // 4.2728 m² × 23.40 € = 99.98352 €
        "2450, 1745, 10004", // 4.27525 m² × 23.40 € = 100.04085 €
        "30000, 30000, 2106000"
    })
    void aParkingPermitCostsByTheGroundThatTheCarCovers(int length, int width, int cents) {
        assertEquals(cents, KOBLENZ.cents(length, width));
    }

    @Test
    void lengthAndWidthMayBeExchanged() {
        assertEquals(KOBLENZ.cents(4800, 1900), KOBLENZ.cents(1900, 4800));
    }

    @Test
    void justUnderHalfACentIsRoundedDown() {
        // 25,000 mm × 99 mm = 2.475 m²; × 1 cent × 1 week = 2.475 cents.
        assertEquals(2, new Fee.ByArea(0, 1, 1).cents(25_000, 99));
        // 25,000 mm × 100 mm = 2.5 m².
        assertEquals(3, new Fee.ByArea(0, 1, 1).cents(25_000, 100));
    }

    @ParameterizedTest
    @CsvSource({"0, 1900", "4800, 0", "-4800, 1900", "30001, 1900", "4800, 2147483647"})
    void whatIsNoVehicleHasNoFee(int length, int width) {
        assertThrows(IllegalArgumentException.class, () -> KOBLENZ.cents(length, width));
    }

    @Test
    void theHighestConfigurableRateDoesNotOverflow() {
        // 900 m² × 10,000 cents × 53 weeks.
        assertEquals(477_000_000, new Fee.ByArea(0, 10_000, 53).cents(30_000, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"1, 1200", "2, 1800", "3, 2400"})
    void furtherPiecesCostTheirOwnPrice(int pieces, int cents) {
        Fee.PerPiece fee = new Fee.PerPiece(1200, 600, LocalizedText.german("Urkunde"));
        assertEquals(cents, fee.cents(pieces));
    }

    @Test
    void noPieceHasNoFee() {
        Fee.PerPiece fee = new Fee.PerPiece(1200, 600, LocalizedText.german("Urkunde"));
        assertThrows(IllegalArgumentException.class, () -> fee.cents(0));
    }

    @Test
    void aFeeBeyondAllMoneyIsRefusedNotWrapped() {
        Fee.PerPiece fee = new Fee.PerPiece(1, 1_000_000, LocalizedText.german("Urkunde"));
        assertThrows(ArithmeticException.class, () -> fee.cents(Integer.MAX_VALUE));
    }
}
