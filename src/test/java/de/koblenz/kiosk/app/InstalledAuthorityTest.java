package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.authority.SoftToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `eid.yaml` installs, with a real PKCS#11 module, as far as a card that is read.
class InstalledAuthorityTest {
    @TempDir private Path folder;

    private List<String> read(String sector) throws IOException, InterruptedException {
        Path shipped = Path.of(System.getProperty("kiosk.project", "."), "kiosk-config");
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                folder.resolve("eid.yaml"),
                """
                authority:
                  pkcs11: pkcs11.cfg
                  pinFile: pin
                  alias: terminal
                  certificate: terminal.cvcert
                  description: description.bin
                  sector: sector.bin
                  chain: [cvca.cvcert, dv.cvcert]
                cardIssuers: [csca.der]
                """);
        return new SoftToken(folder).run(ModuleReading.class, folder.toString(), sector);
    }

    @Test
    void aCardIsReadWithTheKeyInAModuleAndTellsItsPseudonym() throws Exception {
        List<String> said = read("own");
        assertEquals(4, said.size(), said.toString());
        assertEquals("ConsentNeeded", said.getFirst());
        // 32 octets: SHA-256 of the agreed key.
        assertTrue(
                said.get(1).matches(Personas.ORDINARY.name().family() + " [0-9a-f]{64}"),
                said.get(1));
        assertEquals(said.get(1), said.get(3), "the same card in the same sector");
    }

    @Test
    void aSectorThatIsNotTheCertificatesIsToldBeforeAnybodyIsAsked() throws Exception {
        List<String> said = read("foreign");
        assertEquals("Failed", said.getFirst(), said.toString());
        assertEquals("Failed[failure=CERTIFICATE_CHAIN]", said.get(1));
    }
}
