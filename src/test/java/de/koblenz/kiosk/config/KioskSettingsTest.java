package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.BrandingSettings.Crest;
import de.koblenz.kiosk.config.DeviceSettings.FlowControl;
import de.koblenz.kiosk.config.DeviceSettings.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KioskSettingsTest {
    @TempDir Path folder;

    @Test
    void theShippedConfigurationHasNoProblem() {
        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(ShippedConfiguration.FOLDER, problems);
        assertEquals(List.of(), problems.sorted());
        assertEquals("buergeramt-1", settings.terminal().id());
        assertEquals(List.of("de", "de-simple", "en"), settings.terminal().locales());
        assertEquals(Duration.ofMinutes(4), settings.timeouts().moreTime().untilWarning());
        assertEquals(new Crest.BuiltIn("koblenz"), settings.branding().crest());
        assertEquals(Duration.ofMinutes(5), settings.payment().timeLimit());
        assertEquals("mqtts", settings.health().broker().getScheme());
        assertEquals(
                Path.of("/etc/buergerterminal/secrets/booking"),
                settings.booking().tokenFile().path());
    }

    @Test
    void theProvidersFeesAreThoseThatTheCityAgreed() throws IOException {
        ShippedConfiguration.copyTo(folder, "payment.yaml", "# fees: {", "fees: {");
        assertEquals(
                Map.of(
                        PaymentSettings.Method.CREDITCARD,
                        new PaymentSettings.Fee(25, 90),
                        PaymentSettings.Method.PAYPAL,
                        new PaymentSettings.Fee(35, 249)),
                KioskSettings.read(folder, new Problems()).payment().fees());
    }

    @Test
    void everyMissingFileIsReportedOnceAndNothingElse() {
        List<Problem> problems = read();
        assertEquals(
                ShippedConfiguration.FILES.stream()
                        // The data centre's, not the terminal's.
                        .filter(file -> !file.equals("monitor.yaml"))
                        .sorted()
                        .toList(),
                problems.stream().map(Problem::file).toList());
        assertTrue(problems.stream().allMatch(p -> p.code().equals("CFG-FILE-MISSING")));
    }

    @Test
    void aMisspeltFileNameIsSuggested() throws IOException {
        ShippedConfiguration.copyTo(folder);
        Files.move(folder.resolve("timeouts.yaml"), folder.resolve("timeout.yaml"));
        assertEquals(
                "timeouts.yaml:1:1: the file is missing; did you mean 'timeout.yaml'?"
                        + " [CFG-FILE-MISSING]",
                read().getFirst().toString());
    }

    @Test
    void aMisspeltKeyIsSuggestedWithItsPlace() throws IOException {
        ShippedConfiguration.copyTo(folder, "booking.yaml", "holdTtl", "holdTll");
        List<String> lines = read().stream().map(Problem::toString).toList();
        assertTrue(
                lines.contains(
                        "booking.yaml:8:1: the key 'holdTll' is not known here; did you mean"
                                + " 'holdTtl'? [CFG-UNKNOWN-KEY]"),
                lines::toString);
    }

    @Test
    void allMistakesOfAllFilesAreFoundAtOnce() throws IOException {
        ShippedConfiguration.copyTo(folder, "health.yaml", "keepAlive: 15s", "keepAlive: 60s");
        Files.writeString(
                folder.resolve("terminal.yaml"),
                ShippedConfiguration.text("terminal.yaml")
                        .replace("id: buergeramt-1", "id: Bürgeramt 1")
                        .replace("lowerEdgeMm: 800", "lowerEdgeMm: 950"));
        assertEquals(
                List.of("CFG-RANGE", "CFG-VALUE", "CFG-GEOMETRY"),
                read().stream().map(Problem::code).toList());
    }

    @Test
    void overridesOfALineAreTyped() throws IOException {
        ShippedConfiguration.copyTo(
                folder,
                "terminal.yaml",
                "    # overrides:\n    #   serial: {baudRate: 38400}",
                "    overrides:\n      serial: {baudRate: 38400, flowControl: rtsCts}");
        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(folder, problems);
        assertEquals(List.of(), problems.sorted());
        DeviceSettings.LineOverride line = settings.terminal().device(Role.RECEIPT_PRINTER).line();
        assertEquals(Optional.of(38_400), line.baudRate());
        assertEquals(Optional.of(FlowControl.RTS_CTS), line.flowControl());
        assertEquals(Optional.empty(), line.parity());
    }

    @Test
    void aSecretInThePlaceOfItsFileIsToldAndNotRepeated() throws IOException {
        ShippedConfiguration.copyTo(
                folder,
                "payment.yaml",
                "secretFile: /etc/buergerterminal/secrets/payment",
                "secretFile: hunter2");
        List<Problem> found = read();
        assertEquals(List.of("CFG-SECRET-INLINE"), found.stream().map(Problem::code).toList());
        assertFalse(found.toString().contains("hunter2"));
        Files.writeString(folder.resolve("hunter2"), "a file of that name is none");
        assertEquals(List.of(), read());
    }

    @Test
    void whoReadsCardsMustKnowWhoIssuedThem() throws IOException {
        String authority =
                "authority: {pkcs11: a, pinFile: ./b, alias: c, certificate: d, description: e, chain: [f]}\n";
        ShippedConfiguration.copyTo(
                folder, "eid.yaml", "cardIssuers: []", authority + "cardIssuers: []");
        assertEquals(List.of("CFG-CARD-ISSUERS"), read().stream().map(Problem::code).toList());
        Files.writeString(folder.resolve("eid.yaml"), authority + "cardIssuers: [csca.der]");
        Problems problems = new Problems();
        EidSettings.Road.Terminal road =
                assertInstanceOf(
                        EidSettings.Road.Terminal.class,
                        KioskSettings.read(folder, problems).eid().road());
        assertEquals(List.of(), problems.sorted());
        assertEquals(
                folder.toAbsolutePath().resolve("b"),
                road.authority().orElseThrow().pinFile().path());
        assertEquals(1, road.cardIssuers().size());
    }

    @Test
    void cardsMayBeReadByTheAusweisApp() throws IOException {
        ShippedConfiguration.copyTo(folder);
        Files.writeString(
                folder.resolve("eid.yaml"),
                "road: ausweisapp\nausweisapp: {address: 'ws://localhost:24727/eID-Kernel'}\n");
        Problems problems = new Problems();
        EidSettings.Road road = KioskSettings.read(folder, problems).eid().road();
        assertEquals(List.of(), problems.sorted());
        assertEquals(
                new EidSettings.Road.AusweisApp(
                        URI.create("ws://localhost:24727/eID-Kernel"), Optional.empty()),
                road);
    }

    @Test
    void settingsOfTheOtherRoadAreTold() throws IOException {
        ShippedConfiguration.copyTo(
                folder,
                "eid.yaml",
                "road: terminal",
                "road: ausweisapp\nausweisapp: {address: 'ws://10.0.0.7/eID-Kernel'}");
        assertEquals(
                List.of("CFG-INSECURE", "CFG-CARD-ROAD"),
                read().stream().map(Problem::code).toList());
    }

    @Test
    void aPrinterMayBeOnTheNetwork() throws IOException {
        ShippedConfiguration.copyTo(
                folder,
                "terminal.yaml",
                "/dev/serial/by-id/usb-CUSTOM_VKP80II-if00",
                "tcp:drucker-1:9100");
        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(folder, problems);
        assertEquals(List.of(), problems.sorted());
        assertEquals(
                new PortAddress.Tcp("drucker-1", 9100),
                settings.terminal().device(Role.RECEIPT_PRINTER).port());
    }

    /// Checks that only the reader can make, as a schema sees no two values together and no file.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    terminal.yaml | diagonalInches: 27 | diagonalInches: 21.5 | diagonalInches | CFG-GEOMETRY
                    terminal.yaml | orientation: portrait | orientation: landscape | orientation | CFG-GEOMETRY
                    terminal.yaml | widthPx: 1080 | widthPx: 1200 | widthPx | CFG-GEOMETRY
                    terminal.yaml | lowerEdgeMm: 800 | lowerEdgeMm: 802 | lowerEdgeMm | CFG-GEOMETRY
                    terminal.yaml | lowerEdgeMm: 800 | lowerEdgeMm: 300 | lowerEdgeMm | CFG-GEOMETRY
                    terminal.yaml | viewingDistanceCm: 80 | viewingDistanceCm: 81 | viewingDistanceCm | CFG-GEOMETRY
                    terminal.yaml | "07:00-18:00" | "18:00-07:00" | "18:00-07:00" | CFG-HOURS
                    terminal.yaml | "07:00-18:00" | "07:00-12:00", "11:00-18:00" | "07:00-12:00", "11:00-18:00" | CFG-HOURS
                    terminal.yaml | "07:00-18:00" | "07:00-24:30" | "07:00-24:30" | CFG-HOURS
                    terminal.yaml | port: /dev/serial/by-id/usb-CUSTOM_VKP80II-if00 | port: tcp:printer:99999 | port: tcp:printer:99999 | CFG-PORT
                    timeouts.yaml | form: {untilWarning: 120s, warning: 30s} | form: {untilWarning: 120s, warning: 19s} | form: {untilWarning: 120s, warning: 19s} | CFG-WARNING
                    timeouts.yaml | untilWarning: 240s | untilWarning: 90s | untilWarning: 90s | CFG-TIMEOUT
                    timeouts.yaml | coverResume: 45s | coverResume: 61s | coverResume: 61s | CFG-RANGE
                    timeouts.yaml | coverResume: 45s | coverResume: 29s | coverResume: 29s | CFG-RANGE
                    timeouts.yaml | keyFilterDebounce: 500ms | keyFilterDebounce: 499ms | keyFilterDebounce: 499ms | CFG-RANGE
                    branding.yaml | action-default: "#2044AA" | action-default: "#97AFE1" | action-default: "#97AFE1" | CFG-CONTRAST
                    branding.yaml | decorative-brand-default: "#C31C13" | decorative-brand-default: "#FFE12F" | decorative-brand-default: "#FFE12F" | CFG-CONTRAST
                    branding.yaml | crest: builtin:koblenz | crest: wappen.png | crest: wappen.png | CFG-FILE-MISSING
                    payment.yaml | timeLimit: 5min | timeLimit: 59s | timeLimit: 59s | CFG-RANGE
                    payment.yaml | https://bezahlen.example/ | https://bez ahlen.example/ | https://bez ahlen.example/ | CFG-URL
                    booking.yaml | holdTtl: 10min | holdTtl: 5min | holdTtl: 5min | CFG-HOLD
                    health.yaml | mqtts://mqtt.kgrz.example | mqtt://localhost | authority: | CFG-TLS
                    health.yaml | keepAlive: 15s | keepAlive: 16s | keepAlive: 16s | CFG-RANGE
                    health.yaml | keepAlive: 15s | keepAlive: 5500ms | keepAlive: 5500ms | CFG-VALUE
                    """)
    void theReaderRefusesWhatASchemaCannotSee(
            String file, String old, String replacement, String there, String code)
            throws IOException {
        ShippedConfiguration.copyTo(folder, file, old, replacement);
        List<Problem> problems = read();
        List<String> lines = Files.readAllLines(folder.resolve(file));
        assertEquals(file, problems.getFirst().file());
        assertTrue(lines.get(problems.getFirst().line() - 1).contains(there), problems::toString);
        assertTrue(problems.stream().allMatch(p -> p.code().equals(code)), problems::toString);
    }

    @Test
    void aSecretInTheFileIsRefusedAndNotRepeated() throws IOException {
        ShippedConfiguration.copyTo(
                folder, "payment.yaml", "user: buergerterminal", "user: x\npassword: sesam-öffne");
        List<Problem> problems = read();
        assertEquals(List.of("CFG-SECRET-INLINE"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.stream().noneMatch(p -> p.message().contains("sesam")));
    }

    private List<Problem> read() {
        Problems problems = new Problems();
        KioskSettings.read(folder, problems);
        return problems.sorted();
    }
}
