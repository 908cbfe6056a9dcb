package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas that editors use and the readers that the terminal uses say the same.
class SchemaAgreementTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    @TempDir Path folder;

    @Test
    void everyFileNamesItsSchemaInTheFirstLine() throws IOException {
        for (String file : ShippedConfiguration.FILES) {
            String schema = "schema/" + file.replace(".yaml", ".schema.json");
            assertEquals(
                    "# yaml-language-server: $schema=" + schema,
                    ShippedConfiguration.text(file).lines().findFirst().orElse(""));
            assertTrue(Files.isRegularFile(ShippedConfiguration.FOLDER.resolve(schema)));
        }
    }

    @Test
    void everyKeyOfASchemaIsDescribed() throws IOException {
        for (String file : ShippedConfiguration.FILES) {
            assertDescribed(file, JSON.readTree(schemaText(file)));
        }
    }

    private static void assertDescribed(String where, JsonNode schema) {
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    String name = where + "/" + property.getKey();
                    assertTrue(property.getValue().has("description"), name);
                    assertDescribed(name, property.getValue());
                });
    }

    /// Every value is taken away, misplaced and misspelt in turn: the schema's verdict is the reader's verdict.
    @TestFactory
    Stream<DynamicTest> schemaAndReaderAgreeOnEveryDamage() {
        return ShippedConfiguration.FILES.stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> assertAgreement(file)));
    }

    private void assertAgreement(String file) throws IOException {
        for (String text : full(file)) {
            assertAgreement(file, text);
        }
    }

    private void assertAgreement(String file, String text) throws IOException {
        ObjectNode shipped = (ObjectNode) tree(text);
        assertVerdict(file, shipped, "as shipped", true);
        List<List<String>> objects = new ArrayList<>();
        collectObjects(shipped, List.of(), objects);
        int damages = 0;
        for (List<String> path : objects) {
            for (Map.Entry<String, JsonNode> property : at(shipped, path).properties()) {
                String key = property.getKey();
                String where = file + " " + path + " " + key;
                assertVerdict(file, without(shipped, path, key), where + " removed");
                assertVerdict(
                        file, with(shipped, path, key, JSON.createObjectNode()), where + " {}");
                assertVerdict(
                        file,
                        with(shipped, path, key, list(JSON.createArrayNode())),
                        where + " [[]]");
                assertVerdict(
                        file,
                        without(with(shipped, path, key + "x", property.getValue()), path, key),
                        where + " misspelt",
                        // A further language, and an office that nobody knows of.
                        key.equals("en")
                                || key.equals("de-simple")
                                || path.equals(List.of("offices")));
                damages += 4;
            }
        }
        assertTrue(damages >= 16, file);
    }

    private void assertVerdict(String file, ObjectNode damaged, String what) throws IOException {
        assertVerdict(file, damaged, what, accepts(file, damaged));
    }

    /// Damage of single values, as people make it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    terminal.yaml   | id: buergeramt-1           | id: Bürgeramt 1
                    terminal.yaml   | phone: "115"               | phone: anrufen
                    terminal.yaml   | "07:00-18:00"              | "7-18"
                    terminal.yaml   | diagonalInches: 27         | diagonalInches: siebenundzwanzig
                    terminal.yaml   | diagonalInches: 27         | diagonalInches: 4
                    terminal.yaml   | orientation: portrait      | orientation: upright
                    terminal.yaml   | heightPx: 1920             | heightPx: 19200
                    terminal.yaml   | locales: [de, de-simple, en] | locales: [en]
                    terminal.yaml   | locales: [de, de-simple, en] | locales: [de, de]
                    terminal.yaml   | locales: [de, de-simple, en] | locales: [de, Englisch]
                    terminal.yaml   | /dev/serial/by-id/usb-CUSTOM_VKP80II-if00 | /dev/ttyUSB0
                    terminal.yaml   | /dev/serial/by-id/usb-CUSTOM_VKP80II-if00 | COM1
                    terminal.yaml   | receipt-printer:           | reciept-printer:
                    timeouts.yaml   | coverResume: 45s           | coverResume: 45
                    timeouts.yaml   | coverResume: 45s           | coverResume: bald
                    branding.yaml   | action-default: "#2044AA"  | action-default: "2044AA"
                    branding.yaml   | action-default: "#2044AA"  | action-defualt: "#2044AA"
                    branding.yaml   | action-default: "#2044AA"  | action-default: #2044AA
                    branding.yaml   | de: Stadt Koblenz          | fr: Coblence
                    branding.yaml   | https://www.koblenz.de/    | http://www.koblenz.de/
                    branding.yaml   | https://www.koblenz.de/    | www.koblenz.de
                    payment.yaml    | originatorId: koblenz      | originatorId: Stadt Koblenz
                    payment.yaml    | xbezahldienste/            | xbezahldienste
                    payment.yaml    | https://bezahlen.example/  | https://user:geheim@bezahlen.example/
                    payment.yaml    | https://bezahlen.example/  | http://bezahlen.example/
                    booking.yaml    | daysAhead: 7               | daysAhead: 61
                    booking.yaml    | daysAhead: 7               | daysAhead: 7.5
                    submission.yaml | clientId: buergerterminal-koblenz | clientId: ""
                    submission.yaml | secretFile:                | secret:
                    health.yaml     | mqtts://mqtt.kgrz.example  | mqtt://mqtt.kgrz.example
                    health.yaml     | mqtts://mqtt.kgrz.example  | mqtts://mqtt.kgrz.example/kiosk
                    health.yaml     | mqtts://mqtt.kgrz.example  | tcp://mqtt.kgrz.example
                    health.yaml     | office: buergeramt-koblenz | office: a/b
                    eid.yaml        | cardIssuers: []            | cardIssuers: csca.der
                    eid.yaml        | cardIssuers: []            | cardIssuers: [""]
                    eid.yaml        | cardIssuers: []            | authority: {alias: terminal}
                    eid.yaml        | road: terminal             | road: ausweisapp
                    eid.yaml        | road: terminal             | road: bus
                    eid.yaml        | cardIssuers: []            | ausweisapp: {address: "ws://127.0.0.1:24727/eID-Kernel"}
                    """)
    void bothRefuse(String file, String old, String replacement) throws IOException {
        ShippedConfiguration.copyTo(folder, file, old, replacement);
        assertFalse(
                schema(file)
                        .validate(
                                tree(Files.readString(folder.resolve(file))).toString(),
                                InputFormat.JSON)
                        .isEmpty(),
                "accepted by the schema");
        assertTrue(
                read(folder).stream().anyMatch(p -> p.file().equals(file)),
                "accepted by the reader");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ws://127.0.0.1:24727/eID-Kernel, true
                    ws://localhost/eID-Kernel, true
                    ws://10.0.0.7:24727/eID-Kernel, false
                    ws://localhost.example/, false
                    wss://127.0.0.1:24727/eID-Kernel, false
                    http://127.0.0.1:24727/eID-Kernel, false
                    ws://user@localhost/, false
                    ws://localhost/?a=b, false
                    """)
    void theAusweisAppIsOnThisMachine(String address, boolean right) throws IOException {
        ObjectNode eid = JSON.createObjectNode().put("road", "ausweisapp");
        eid.putObject("ausweisapp").put("address", address);
        assertVerdict("eid.yaml", eid, address, right);
    }

    /// Unusual but right.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    terminal.yaml | diagonalInches: 27         | diagonalInches: 27.0
                    terminal.yaml | "07:00-18:00"              | "07:00-12:00", "13:00-24:00"
                    terminal.yaml | /dev/serial/by-id/usb-CUSTOM_VKP80II-if00 | tcp:10.0.0.7:9100
                    timeouts.yaml | coverResume: 45s           | coverResume: PT45S
                    branding.yaml | https://www.koblenz.de/    | http://[::1]:8080/
                    payment.yaml  | https://bezahlen.example/  | http://127.0.0.1:8080/
                    """)
    void bothAccept(String file, String old, String replacement) throws IOException {
        ShippedConfiguration.copyTo(folder, file, old, replacement);
        JsonNode tree = tree(Files.readString(folder.resolve(file)));
        assertEquals(List.of(), schema(file).validate(tree.toString(), InputFormat.JSON));
        assertEquals(List.of(), read(folder));
    }

    /// The shipped file with the optional keys that it leaves out, in each of its manners.
    private static List<String> full(String file) throws IOException {
        String text = ShippedConfiguration.text(file);
        if (file.equals("eid.yaml")) {
            int app = text.indexOf("# ausweisapp:");
            return List.of(
                    text.substring(0, app)
                            .replaceAll("(?m)^# (authority:|  )", "$1")
                            .replace("cardIssuers: []", "cardIssuers: [csca.der]"),
                    "road: ausweisapp\n"
                            + text.substring(app).replaceAll("(?m)^# (ausweisapp:|  )", "$1"));
        }
        return List.of(full(file, text));
    }

    private static String full(String file, String text) {
        return file.equals("terminal.yaml")
                ? text.replace("    # overrides:", "    overrides:")
                        .replace(
                                "    #   serial: {baudRate: 38400}",
                                "      serial: {baudRate: 38400, dataBits: 8, parity: even,"
                                        + " stopBits: 2, flowControl: rtsCts}")
                        .replaceAll("(?m)^  # (document-scanner:|  address:)", "  $1")
                : text.replace("# fees: {", "fees: {");
    }

    private void assertVerdict(String file, ObjectNode damaged, String what, boolean expected)
            throws IOException {
        assertEquals(expected, accepts(file, damaged), "schema: " + what);
        for (String shipped : ShippedConfiguration.FILES) {
            Files.writeString(folder.resolve(shipped), ShippedConfiguration.text(shipped));
        }
        Files.writeString(folder.resolve(file), damaged.toPrettyString());
        List<Problem> problems = read(folder);
        assertEquals(expected, problems.isEmpty(), "reader: " + what + " " + problems);
    }

    private static boolean accepts(String file, JsonNode tree) throws IOException {
        return schema(file).validate(tree.toString(), InputFormat.JSON).isEmpty();
    }

    private static Schema schema(String file) throws IOException {
        String text = schemaText(file);
        return SCHEMAS.computeIfAbsent(
                file,
                name ->
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(text));
    }

    private static String schemaText(String file) throws IOException {
        return Files.readString(
                ShippedConfiguration.FOLDER.resolve(
                        "schema/" + file.replace(".yaml", ".schema.json")));
    }

    private static JsonNode tree(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private static List<Problem> read(Path folder) {
        Problems problems = new Problems();
        KioskSettings.read(folder, problems);
        MonitorSettings.read(folder, problems);
        return problems.sorted();
    }

    private static void collectObjects(
            JsonNode node, List<String> path, List<List<String>> objects) {
        if (!node.isObject()) {
            return;
        }
        objects.add(path);
        node.properties()
                .forEach(child -> {
                    List<String> below = new ArrayList<>(path);
                    below.add(child.getKey());
                    collectObjects(child.getValue(), below, objects);
                });
    }

    private static JsonNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String key : path) {
            node = node.path(key);
        }
        return node;
    }

    private static ObjectNode without(ObjectNode root, List<String> path, String key) {
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) at(copy, path)).remove(key);
        return copy;
    }

    private static ObjectNode with(ObjectNode root, List<String> path, String key, JsonNode value) {
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) at(copy, path)).set(key, value);
        return copy;
    }

    private static ArrayNode list(JsonNode item) {
        return JSON.createArrayNode().add(item);
    }
}
