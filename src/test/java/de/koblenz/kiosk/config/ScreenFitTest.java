package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenFitTest {
    @ParameterizedTest
    @CsvSource({
        "27, portrait, 1080, 1920, 800, 80", // the design's screen
        "27, landscape, 1920, 1080, 850, 80",
        "24, portrait, 1080, 1920, 828, 71", // 64 px are 17.7 mm
        "32, portrait, 1080, 1920, 730, 95",
        "27, portrait, 2160, 3840, 800, 80", // scaled by 2
        "27, portrait, 768, 1366, 800, 80", // nearly 9:16
        "24, landscape, 1280, 720, 870, 70"
    })
    void theseScreensFit(
            double inches, String orientation, int width, int height, int edge, int distance) {
        assertEquals(List.of(), codes(inches, orientation, width, height, edge, distance));
    }

    @ParameterizedTest
    @CsvSource({
        "23, portrait, 1080, 1920, 800, 60", // 64 px are 16.97 mm
        "27, portrait, 1080, 1920, 801, 80", // low reach ends above 1050 mm
        "27, landscape, 1920, 1080, 851, 80",
        "27, portrait, 1200, 1920, 800, 80", // 16:10
        "27, portrait, 540, 960, 800, 80", // too coarse
        "27, landscape, 1080, 1920, 800, 80", // turned
        "27, portrait, 1080, 1920, 379, 80", // below 380 mm
        "24, portrait, 1080, 1920, 800, 72" // large text below 0.7°
    })
    void theseScreensAreRefused(
            double inches, String orientation, int width, int height, int edge, int distance) {
        assertEquals(
                List.of("CFG-GEOMETRY"), codes(inches, orientation, width, height, edge, distance));
    }

    @Test
    void heightsAreComputedAsTheScreensAreDrawn() {
        Screen screen = new Screen(27, Screen.Orientation.PORTRAIT, 1080, 1920, 800, 80);
        // metrics.md of the design: 1220 mm is y 571 (rounded down there), 1050 mm is y 1117.
        assertEquals(571, screen.yOf(1220), 1);
        assertEquals(1117, screen.yOf(1050), 1);
        assertEquals(1920, screen.yOf(800));
        assertEquals(3.212, screen.layoutPixelsPerMm(), 0.001);
    }

    private static List<String> codes(
            double inches, String orientation, int width, int height, int edge, int distance) {
        Problems problems = new Problems();
        ConfigNode node =
                ConfigReader.parse(
                        "{diagonalInches: "
                                + inches
                                + ", orientation: "
                                + orientation
                                + ", widthPx: 1, heightPx: 1, lowerEdgeMm: 1,"
                                + " viewingDistanceCm: 1}",
                        "screen",
                        problems);
        ScreenFit.check(
                new Screen(
                        inches,
                        node.at("orientation").oneOf(Screen.Orientation.class),
                        width,
                        height,
                        edge,
                        distance),
                node);
        return problems.sorted().stream().map(Problem::code).toList();
    }
}
