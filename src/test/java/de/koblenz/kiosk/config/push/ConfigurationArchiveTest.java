package de.koblenz.kiosk.config.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationArchiveTest {
    @TempDir private Path folder;
    private int targets;

    private Path target() throws IOException {
        return Files.createDirectories(folder.resolve("outside/target" + ++targets));
    }

    private String refusal(byte[] zip) throws IOException {
        Path target = target();
        String code =
                assertThrows(ArchiveRefused.class, () -> ConfigurationArchive.unpack(zip, target))
                        .code();
        // Nothing beside it, and no link in it.
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                assertTrue(
                        path.startsWith(folder.resolve("outside/target" + targets))
                                || Files.isDirectory(path)
                                || path.toString().contains("/target"),
                        path.toString());
                assertTrue(!Files.isSymbolicLink(path), path.toString());
            }
        }
        return code;
    }

    private static Zip good() throws IOException {
        return new Zip().with("kiosk-config/branding.yaml", "x: 1\n");
    }

    @Test
    void filesLieWhereTheArchiveSays() throws Exception {
        Path target = target();
        byte[] zip =
                good().with("kiosk-config/services/a/service.yaml", "y: 2\n")
                        .with("device-profiles/EPSON.yaml", "z: 3\n")
                        .bytes();
        ConfigurationArchive.unpack(zip, target);
        assertEquals("x: 1\n", Files.readString(target.resolve("kiosk-config/branding.yaml")));
        assertEquals(
                "y: 2\n", Files.readString(target.resolve("kiosk-config/services/a/service.yaml")));
        assertEquals("z: 3\n", Files.readString(target.resolve("device-profiles/EPSON.yaml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/etc/passwd",
                "kiosk-config/../../evil",
                "kiosk-config/./evil",
                "kiosk-config//evil",
                "kiosk-config/.hidden",
                "kiosk-config\\evil",
                "kiosk-config/a/b/c/d/e/f/g/h/i",
                "kiosk-config/\u202Eevil",
                "C:/evil",
                "evil",
                ""
            })
    void noNameLeadsElsewhere(String name) throws Exception {
        assertEquals("CMD-ARCHIVE-NAME", refusal(good().with(name, "evil").bytes()));
    }

    @Test
    void linksAndDevicesAreRefused() throws Exception {
        byte[] zip = good().bytes();
        for (int kind : List.of(0xA1FF, 0x2000, 0x6000, 0x1000, 0xC000)) {
            assertEquals("CMD-ARCHIVE-NAME", refusal(Zip.withMode(zip, kind)));
        }
        ConfigurationArchive.unpack(Zip.withMode(zip, 0x81A4), target());
    }

    @Test
    void whatIsATerminalsOwnIsRefused() throws Exception {
        for (String own :
                List.of(
                        "kiosk-config/terminal.yaml",
                        "kiosk-config/health.yaml",
                        "kiosk-config/secrets/payment")) {
            assertEquals("CMD-ARCHIVE-OWN", refusal(good().with(own, "a: 1").bytes()), own);
        }
    }

    @Test
    void aBombDoesNotGoOff() throws Exception {
        byte[] zeros = new byte[9 << 20];
        byte[] bomb = good().with("kiosk-config/bomb.yaml", zeros).bytes();
        assertTrue(bomb.length < 20_000, () -> bomb.length + " bytes");
        assertEquals("CMD-ARCHIVE-SIZE", refusal(bomb));
        Zip many = good();
        for (int i = 0; i < 10; i++) {
            many.with("kiosk-config/" + i, new byte[7 << 20]);
        }
        assertEquals("CMD-ARCHIVE-SIZE", refusal(many.bytes()));
        Zip files = good();
        for (int i = 0; i < 4_001; i++) {
            files.with("kiosk-config/" + i, "");
        }
        assertEquals("CMD-ARCHIVE-SIZE", refusal(files.bytes()));
    }

    @Test
    void oneWithoutAConfigurationIsNone() throws Exception {
        assertEquals(
                "CMD-ARCHIVE", refusal(new Zip().with("device-profiles/a.yaml", "a: 1").bytes()));
        assertEquals("CMD-ARCHIVE", refusal(new byte[0]));
        assertEquals("CMD-ARCHIVE", refusal("not an archive".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void twoTablesOfContentsThatDisagreeAreRefused() throws Exception {
        byte[] zip = good().with("kiosk-config/b.yaml", "b: 1").bytes();
        ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = fields.getInt(zip.length - 22 + 16);
        // Another letter in the name of the first entry of the central directory.
        zip[directory + 46 + "kiosk-config/".length()] = 'c';
        assertEquals("CMD-ARCHIVE", refusal(zip));
    }

    /// Whatever bytes come, there is a refusal or a whole configuration, and nothing else is thrown.
    @Test
    void damagedArchivesAreRefused() throws Exception {
        Random random = new Random(20_261_122);
        byte[] zip = good().with("kiosk-config/b.yaml", "b: 1".repeat(100)).bytes();
        for (int round = 0; round < 400; round++) {
            byte[] damaged =
                    Arrays.copyOf(
                            zip, zip.length - (round % 3 == 0 ? random.nextInt(zip.length) : 0));
            for (int i = 0; i < 1 + round % 5 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path target = target();
            try {
                ConfigurationArchive.unpack(damaged, target);
                assertTrue(Files.isDirectory(target.resolve("kiosk-config")));
            } catch (ArchiveRefused e) {
                assertTrue(e.code().startsWith("CMD-ARCHIVE"), e.code());
            }
        }
    }
}
