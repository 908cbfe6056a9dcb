package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.fim.process.ProcessWriter;
import de.koblenz.kiosk.service.journey.Journey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every service of the city that is exported as a drawing and laid beside its schema and overlay again, instead of what was drawn there, is
/// the same service; and one that was changed on the way is not.
class ExportedPackagesTest {
    private static final Path SERVICES = ShippedKiosk.FOLDER.resolve("services");
    private static final PackageReader READER = new PackageReader(ShippedKiosk.CONFIG.catalog());
    private static final Map<String, ServicePackage> ALL = READER.readAll(SERVICES);

    @TempDir Path services;

    static Stream<ServicePackage> guided() {
        return ALL.values().stream().filter(each -> each.forwarding().isEmpty());
    }

    private static ServicePackage get(String id) {
        return guided().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /// What makes a service the same.
    private record Same(Journey journey, Map<String, String> stops, Map<String, String> german) {
        static Same of(ServicePackage read) {
            return new Same(
                    read.journey().orElseThrow(),
                    read.process().map(DrawnProcess::ruleWords).orElse(Map.of()),
                    read.texts().getOrDefault("de", Map.of()));
        }
    }

    private static String export(ServicePackage read) {
        Map<String, String> german = read.words("de");
        byte[] xml =
                new ProcessWriter(
                                read.id(),
                                key -> Optional.ofNullable(german.get(key)),
                                read.process())
                        .write(read.journey().orElseThrow());
        return new String(xml, StandardCharsets.UTF_8);
    }

    /// The package with another drawing, and with nothing in its overlay that only a package without one may say.
    private ServicePackage with(ServicePackage read, String drawing) throws IOException {
        Path folder = services.resolve(read.id());
        try (Stream<Path> files = Files.walk(SERVICES.resolve(read.id()))) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(SERVICES.resolve(read.id()).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.toString().endsWith(".bpmn")) {
                    Files.copy(file, copy);
                }
            }
        }
        Path overlay = folder.resolve("service.yaml");
        Files.writeString(
                overlay,
                Files.readString(overlay)
                        .replaceAll("(?m)^(?:pages|tasks):.*\\R(?:[ #].*\\R|\\R)*", ""));
        Files.writeString(folder.resolve("prozess.bpmn"), drawing);
        return READER.read(folder);
    }

    @ParameterizedTest
    @MethodSource("guided")
    void anExportedServiceIsTheSameService(ServicePackage read) throws IOException {
        ServicePackage again = with(read, export(read));
        assertEquals(List.of(), again.problems().stream().map(Problem::toString).toList());
        assertEquals(Same.of(read), Same.of(again));
    }

    private static Stream<ServicePackage> stopping() {
        return guided().filter(
                        each -> each.process().filter(it -> !it.ruleWords().isEmpty()).isPresent());
    }

    /// What comes of the export of a service, changed.
    private ServicePackage changed(ServicePackage read, UnaryOperator<String> change)
            throws IOException {
        String export = export(read);
        String changed = change.apply(export);
        assertNotEquals(export, changed);
        return with(read, changed);
    }

    /// Asserts that the export of a service, changed, can be started and is not the same.
    private void assertOther(String id, UnaryOperator<String> change) throws IOException {
        ServicePackage read = get(id);
        ServicePackage again = changed(read, change);
        // The words of an early end that is gone are read by nobody.
        assertEquals(
                List.of(),
                again.problems().stream()
                        .filter(each -> !each.code().equals("PKG-TEXT"))
                        .map(Problem::toString)
                        .toList());
        assertNotEquals(Same.of(read).journey(), Same.of(again).journey());
    }

    @Test
    void aServiceThatLostItsConditionsIsAnother() throws IOException {
        assertOther(
                "personalausweis-verloren",
                xml -> xml.replaceAll("(<conditionExpression[^>]*>)[^<]*", "$1=true"));
    }

    @Test
    void aServiceThatLostOneConditionIsAnother() throws IOException {
        assertOther(
                "personalausweis-verloren",
                xml -> xml.replaceFirst("(<conditionExpression[^>]*>)[^<]*", "$1=true"));
    }

    @Test
    void aServiceThatLostAnEarlyEndIsAnother() throws IOException {
        assertOther(stopping().findFirst().orElseThrow().id(), ExportedPackagesTest::withoutStop);
    }

    private static String withoutStop(String xml) {
        Matcher stop = Pattern.compile("<endEvent id=\"(stop-[^\"]*)\"").matcher(xml);
        assertTrue(stop.find(), "an early end");
        String id = stop.group(1);
        String flow = id + "-gateway-to-" + id;
        return xml.replaceFirst("(?s)<endEvent id=\"" + id + "\".*?</endEvent>", "")
                .replaceFirst("(?s)<sequenceFlow id=\"" + flow + "\".*?</sequenceFlow>", "")
                .replace("<outgoing>" + flow + "</outgoing>", "")
                .replaceFirst(
                        "(?s)<bpmndi:BPMNShape bpmnElement=\"" + id + "\".*?</bpmndi:BPMNShape>",
                        "")
                .replaceFirst(
                        "(?s)<bpmndi:BPMNEdge bpmnElement=\"" + flow + "\".*?</bpmndi:BPMNEdge>",
                        "");
    }

    @Test
    void aServiceWithTwoPagesSwappedIsAnother() throws IOException {
        assertOther(
                "gewerbe-anmelden",
                xml -> {
                    List<String> pages =
                            Pattern.compile("kiosk:fields=\"[^\"]*\" kiosk:page=\"[^\"]*\"")
                                    .matcher(xml)
                                    .results()
                                    .map(found -> found.group())
                                    .toList();
                    return xml.replace(pages.get(0), "SWAP")
                            .replace(pages.get(1), pages.get(0))
                            .replace("SWAP", pages.get(1));
                });
    }

    @Test
    void aServiceWithTwoStepsSwappedIsNone() throws IOException {
        ServicePackage again =
                changed(
                        get("gewerbe-anmelden"),
                        xml ->
                                xml.replace("kiosk:step=\"submission\"", "SWAP")
                                        .replace(
                                                "kiosk:step=\"check\"", "kiosk:step=\"submission\"")
                                        .replace("SWAP", "kiosk:step=\"check\""));
        assertTrue(
                again.problems().stream().anyMatch(each -> each.code().equals("BPM-ORDER")),
                again.problems()::toString);
    }
}
