package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthCodecTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA =
            Path.of(System.getProperty("kiosk.project", "."))
                    .resolve("docs/health-state.schema.json");

    @Test
    void aReportIsWrittenAsDocumented() {
        assertEquals(
                "{\"schema\":1,\"at\":\"2026-06-01T08:00:00Z\",\"mode\":\"IN_SERVICE\","
                        + "\"health\":\"OK\",\"softwareVersion\":\"0.1.0\","
                        + "\"configurationHash\":\"0123456789abcdef\",\"sessions\":{\"completed\":7,"
                        + "\"ended\":0,\"timedOut\":0,\"failed\":0},\"devices\":[{\"id\":"
                        + "\"receipt-printer\",\"state\":\"online\",\"details\":{\"paper\":\"full\"}}]}",
                HealthCodec.encode(HealthPublisherContract.report(7)));
    }

    @Test
    void theWillIsWrittenAsDocumented() {
        assertEquals(
                "{\"schema\":1,\"mode\":\"OFFLINE\",\"health\":\"FAILED\",\"softwareVersion\":\"0.1.0\"}",
                HealthCodec.encode(new HealthMessage.Offline("0.1.0")));
    }

    /// The list that somebody who adds a field has to touch, and to think about privacy while doing so.
    @Test
    void noOtherFieldThanTheseLeavesTheTerminal() {
        TreeSet<String> fields = new TreeSet<>();
        collect("", JSON.readTree(HealthCodec.encode(full(DeviceState.USER_ERROR))), fields);
        collect("", JSON.readTree(HealthCodec.encode(new HealthMessage.Offline("1"))), fields);
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "/schema",
                                "/at",
                                "/mode",
                                "/health",
                                "/code",
                                "/softwareVersion",
                                "/configurationHash",
                                "/sessions/completed",
                                "/sessions/ended",
                                "/sessions/timedOut",
                                "/sessions/failed",
                                "/devices/id",
                                "/devices/state",
                                "/devices/details/paper",
                                "/devices/details/cover",
                                "/devices/details/cutter",
                                "/devices/details/head",
                                "/devices/details/presenter",
                                "/devices/details/paperLeftMm",
                                "/devices/details/printsLeft",
                                "/devices/details/media",
                                "/devices/details/cardLeft",
                                "/devices/details/service")),
                fields);
        assertEquals(
                List.of(
                        "at",
                        "mode",
                        "code",
                        "devices",
                        "softwareVersion",
                        "configurationHash",
                        "sessions"),
                Arrays.stream(HealthReport.class.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(DeviceState.class)
    void everyMessageFitsItsSchema(DeviceState state) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA));
        for (HealthMessage message :
                List.of(
                        full(state),
                        HealthPublisherContract.report(1),
                        new HealthMessage.Offline("1"))) {
            assertEquals(List.of(), schema.validate(HealthCodec.encode(message), InputFormat.JSON));
        }
        String more =
                HealthCodec.encode(full(state))
                        .replace("\"schema\":1", "\"schema\":1,\"name\":\"x\"");
        assertFalse(schema.validate(more, InputFormat.JSON).isEmpty());
    }

    @Test
    void whatADriverAddsStaysAtTheTerminal() {
        HealthReport report =
                with(
                        new DeviceHealth(
                                new DeviceId("card-reader"),
                                DeviceState.ONLINE,
                                Map.of(
                                        "holder", "Erika Mustermann",
                                        "paper", "Lindenallee 7",
                                        "paperLeftMm", "Erika Mustermann",
                                        "printsLeft", "0123456",
                                        "cover", "open")));
        String json = HealthCodec.encode(report);
        assertFalse(json.contains("Mustermann"));
        assertFalse(json.contains("holder"));
        assertFalse(json.contains("Lindenallee"));
        assertTrue(json.contains("{\"cover\":\"open\"}"));
    }

    @Test
    void whatIsLeftOfThePaperIsTold() {
        String json = HealthCodec.encode(full(DeviceState.ONLINE));
        assertTrue(json.contains("\"paperLeftMm\":1840"), json);
        assertTrue(json.contains("\"printsLeft\":9"), json);
    }

    @Test
    void freeTextIsNoCodeAndIsNotRepeated() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new HealthReport(
                                        HealthPublisherContract.NOW,
                                        HealthReport.Mode.OUT_OF_SERVICE,
                                        "Frau Mustermann wartet",
                                        List.of(),
                                        "0.1.0",
                                        "",
                                        SessionCounters.NONE));
        assertFalse(String.valueOf(refused.getMessage()).contains("Mustermann"));
    }

    @Test
    void whatWasWrittenIsRead() throws MalformedHealthException {
        for (DeviceState state : DeviceState.values()) {
            assertEquals(full(state), HealthCodec.decode(HealthCodec.encode(full(state))));
        }
        HealthMessage offline = new HealthMessage.Offline("0.1.0");
        assertEquals(offline, HealthCodec.decode(HealthCodec.encode(offline)));
    }

    @Test
    void unknownFieldsAreLeftBehind() throws MalformedHealthException {
        String json =
                HealthCodec.encode(full(DeviceState.ONLINE))
                        .replace("\"schema\":1", "\"schema\":1,\"x\":{}");
        assertEquals(full(DeviceState.ONLINE), HealthCodec.decode(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"schema\":2}",
                "{\"schema\":1}",
                "{\"schema\":1,\"mode\":\"OFFLINE\"}",
                "{\"schema\":1,\"mode\":\"IN_SERVICE\",\"softwareVersion\":\"1\",\"at\":\"gestern\"}",
                "{\"schema\":1,\"mode\":\"IN_SERVICE\",\"softwareVersion\":\"1\",\"at\":\"2026-06-01T08:00:00Z\","
                        + "\"devices\":[{\"id\":\"Frau Mustermann\"}]}",
                "{\"schema\":1,\"mode\":\"HACKED\",\"softwareVersion\":\"1\",\"at\":\"2026-06-01T08:00:00Z\"}"
            })
    void whatIsNoReportIsRefusedWithoutRepeatingIt(String json) {
        MalformedHealthException refused =
                assertThrows(MalformedHealthException.class, () -> HealthCodec.decode(json));
        assertFalse(String.valueOf(refused.getMessage()).contains("Mustermann"));
    }

    @Test
    void nothingThatArrivesBreaksTheReader() {
        Random random = new Random(3);
        String valid = HealthCodec.encode(full(DeviceState.ONLINE));
        for (int round = 0; round < 2_000; round++) {
            StringBuilder damaged = new StringBuilder(valid);
            for (int i = 0; i <= round % 5; i++) {
                damaged.setCharAt(
                        random.nextInt(damaged.length()), (char) (32 + random.nextInt(96)));
            }
            try {
                HealthCodec.decode(damaged.toString());
            } catch (MalformedHealthException e) {
                // As it should.
            }
        }
        assertThrows(MalformedHealthException.class, () -> HealthCodec.decode("[".repeat(60_000)));
        assertThrows(MalformedHealthException.class, () -> HealthCodec.decode(" ".repeat(70_000)));
    }

    @Test
    void theStepFollowsFromModeAndDevices() {
        assertEquals(HealthStep.OK, HealthPublisherContract.report(1).health());
        assertEquals(HealthStep.DEGRADED, with(printer(DeviceState.NO_DEVICE, "full")).health());
        assertEquals(HealthStep.DEGRADED, with(printer(DeviceState.ONLINE, "low")).health());
        assertEquals(HealthStep.OK, with(printer(DeviceState.STARTING, "unknown")).health());
        assertEquals(HealthStep.OK, with(printer(DeviceState.DEVICE_BUSY, "full")).health());
        assertEquals(HealthStep.FAILED, full(DeviceState.ONLINE).health());
    }

    @Test
    void aWireMessageIsOneLineOfJson() {
        WireMessage message =
                new WireMessage(
                        HealthPublisherContract.NOW, "a/b", 1, true, "{\"mode\":\"OFFLINE\"}");
        assertEquals(
                "{\"at\":\"2026-06-01T08:00:00Z\",\"topic\":\"a/b\",\"qos\":1,\"retained\":true,"
                        + "\"payload\":{\"mode\":\"OFFLINE\"}}",
                message.toJsonLine());
    }

    private static DeviceHealth printer(DeviceState state, String paper) {
        return new DeviceHealth(
                new DeviceId("receipt-printer"),
                state,
                Map.of("paper", paper, "cover", "open", "cutter", "error", "head", "ok"));
    }

    private static HealthReport with(DeviceHealth device) {
        return new HealthReport(
                HealthPublisherContract.NOW,
                HealthReport.Mode.IN_SERVICE,
                "",
                List.of(device),
                "0.1.0",
                "0123456789abcdef",
                SessionCounters.NONE);
    }

    private static HealthReport full(DeviceState state) {
        return new HealthReport(
                HealthPublisherContract.NOW,
                HealthReport.Mode.OUT_OF_SERVICE,
                "CFG-GEOMETRY",
                List.of(
                        new DeviceHealth(
                                new DeviceId("receipt-printer"),
                                state,
                                Map.of(
                                        "paper", "jammed",
                                        "cover", "closed",
                                        "cutter", "ok",
                                        "head", "ok",
                                        "presenter", "taken",
                                        "paperLeftMm", "1840",
                                        "printsLeft", "9")),
                        new DeviceHealth(
                                new DeviceId("card-reader"),
                                state,
                                Map.of(
                                        "media",
                                        "present",
                                        "service",
                                        "denied",
                                        "cardLeft",
                                        "yes"))),
                "0.1.0-SNAPSHOT",
                "0123456789abcdef",
                new SessionCounters(1, 2, 3, 4));
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            node.properties().forEach(p -> collect(path + "/" + p.getKey(), p.getValue(), fields));
        } else if (node.isArray()) {
            node.forEach(item -> collect(path, item, fields));
        } else {
            fields.add(path);
        }
    }
}
