package de.koblenz.kiosk.device.sim.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The far end speaks eSCL as others understand it: SANE's `scanimage` with the backend `airscan`, which knows nothing of us,
/// scans from it (Debian: `sane-utils`, `sane-airscan`).
@Timeout(60)
class ScanimageTest {
    private SimulatedScanner far;

    @TempDir Path folder;

    private record Run(int exit, String said) {}

    @BeforeEach
    void plugIn() throws IOException {
        far = new SimulatedScanner(ScannerBuild.ALL_IN_ONE);
        Files.writeString(folder.resolve("dll.conf"), "airscan\n");
        String address = far.base().toString();
        Files.writeString(
                folder.resolve("airscan.conf"),
                """
                [devices]
                "Far" = ADDRESS, eSCL
                [options]
                discovery = disable
                [debug]
                enable = true
                """
                        .replace("ADDRESS", address.substring(0, address.length() - 1)));
    }

    @AfterEach
    void close() {
        far.close();
    }

    private Run scanimage(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Peers.require("scanimage").toString(),
                                "-d",
                                "airscan:e0:Far",
                                "--format=png",
                                "--resolution=100"));
        command.addAll(List.of(options));
        File said = folder.resolve("said").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said);
        builder.environment().put("SANE_CONFIG_DIR", folder.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(50, TimeUnit.SECONDS), "it did not end");
            return new Run(
                    process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private static boolean written(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < 0x60) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void itScansFromThePlate() throws Exception {
        far.lay(SimulatedPaper.letter(1));
        Run run = scanimage("--source=Flatbed", "--mode=Gray", "-o", "plate.png");
        assertEquals(0, run.exit(), run.said());
        BufferedImage picture = picture("plate.png");
        // 215.9 by 297 millimetres at 100 dpi.
        assertEquals(List.of(850, 1169), List.of(picture.getWidth(), picture.getHeight()));
        assertEquals(1, picture.getRaster().getNumBands());
        assertTrue(written(picture));
    }

    @Test
    void itScansAPartOfThePlate() throws Exception {
        far.lay(SimulatedPaper.letter(1));
        Run run =
                scanimage(
                        "--source=Flatbed",
                        "--mode=Color",
                        "-x",
                        "127",
                        "-y",
                        "50.8",
                        "-o",
                        "part.png");
        assertEquals(0, run.exit(), run.said());
        BufferedImage picture = picture("part.png");
        assertEquals(List.of(500, 200), List.of(picture.getWidth(), picture.getHeight()));
        assertEquals(3, picture.getRaster().getNumBands());
    }

    @Test
    void itScansAllSheetsOfTheFeeder() throws Exception {
        far.load(List.of(SimulatedPaper.letter(1), SimulatedPaper.letter(2)));
        Run run = scanimage("--source=ADF", "--mode=Color", "--batch=sheet%d.png");
        assertEquals(0, run.exit(), run.said());
        assertTrue(run.said().contains("2 pages scanned"), run.said());
        assertTrue(written(picture("sheet1.png")) && written(picture("sheet2.png")));
        assertEquals(0, far.loaded());
    }

    @Test
    void itUnderstandsWhatHappensToTheFeeder() throws Exception {
        assertSays("Document feeder out of documents");
        far.load(List.of(SimulatedPaper.letter(1), SimulatedPaper.letter(2)));
        far.jamAfter(0);
        assertSays("Document feeder jammed");
    }

    @Test
    void itUnderstandsThatTheScannerIsBusy() throws Exception {
        far.busy(true);
        Run run = scanimage("--source=Flatbed", "-o", "plate.png");
        assertTrue(
                run.exit() != 0 && run.said().contains("scanimage: sane_start: Device busy"),
                run.said());
    }

    /// Some troubles show before the first row of dots, some after it: the same words, at another call.
    private void assertSays(String words) throws IOException, InterruptedException {
        Run run = scanimage("--source=ADF", "--mode=Gray", "-o", "sheet.png");
        assertTrue(
                run.exit() != 0
                        && (run.said().contains("scanimage: sane_start: " + words)
                                || run.said().contains("scanimage: sane_read: " + words)),
                run.said());
    }
}
