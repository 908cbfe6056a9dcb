package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenZonesTest {
    @Test
    void theReachLinesOfBothOrientationsAreThoseOfTheScreenMap() {
        assertEquals(571, zones(KioskGeometry.PORTRAIT, false).interaction().y());
        assertEquals(1117, zones(KioskGeometry.PORTRAIT, true).interaction().y());
        assertEquals(438, zones(KioskGeometry.LANDSCAPE, true).interaction().y());
    }

    @Test
    void thePrimaryButtonHasAtLeastTwoFifthsOfItsRow() {
        for (KioskGeometry geometry :
                new KioskGeometry[] {KioskGeometry.PORTRAIT, KioskGeometry.LANDSCAPE}) {
            ScreenZones zones = zones(geometry, false);
            double row = zones.next().right() - zones.back().x();
            assertTrue(zones.next().width() >= 0.4 * row, geometry.toString());
        }
    }

    @Test
    void lowReachMovesNeitherActionsNorServices() {
        ScreenZones normal = zones(KioskGeometry.PORTRAIT, false);
        ScreenZones low = zones(KioskGeometry.PORTRAIT, true);
        assertEquals(normal.back(), low.back());
        assertEquals(normal.next(), low.next());
        assertEquals(normal.services(), low.services());
    }

    @Test
    void theScreensOfTheMapFit() {
        assertEquals(Optional.empty(), ScreenZones.misfit(KioskGeometry.PORTRAIT));
        assertEquals(Optional.empty(), ScreenZones.misfit(KioskGeometry.LANDSCAPE));
        assertEquals(Optional.empty(), ScreenZones.misfit(new KioskGeometry(1080, 1920, 24, 800)));
    }

    @Test
    void aScreenThatHangsTooHighDoesNotFit() {
        assertTrue(ScreenZones.misfit(new KioskGeometry(1080, 1920, 27, 900)).isPresent());
        assertTrue(ScreenZones.misfit(new KioskGeometry(1920, 1080, 27, 1000)).isPresent());
    }

    @Test
    void aScreenWithSmallKeysDoesNotFit() {
        assertTrue(ScreenZones.misfit(new KioskGeometry(1080, 1920, 19, 800)).isPresent());
    }

    private static ScreenZones zones(KioskGeometry geometry, boolean low) {
        return ScreenZones.of(new ScreenLook(geometry, false, false, low, false, "de", false));
    }
}
