package de.koblenz.kiosk.health.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkplugTopicTest {
    /// `tck-id-topics-nbirth-topic`, `tck-id-topics-ndata-topic`, `tck-id-topics-ndeath-topic`, `tck-id-topics-ncmd-topic`
    @Test
    void aNodesTopicNamesGroupTypeAndNode() {
        assertEquals(
                "spBv1.0/amt/NBIRTH/terminal-1",
                SparkplugTopic.node("amt", MessageType.NBIRTH, "terminal-1").text());
    }

    /// `tck-id-topics-dbirth-topic`, `tck-id-topics-ddata-topic`, `tck-id-topics-ddeath-topic`
    @Test
    void aDevicesTopicNamesTheDeviceToo() {
        assertEquals(
                "spBv1.0/amt/DDATA/terminal-1/printer",
                SparkplugTopic.device("amt", MessageType.DDATA, "terminal-1", "printer").text());
    }

    @Test
    void aHostsTopicNamesTheHost() throws Exception {
        assertEquals("spBv1.0/STATE/KGRZ", new SparkplugTopic.Host("KGRZ").text());
        assertEquals(new SparkplugTopic.Host("KGRZ"), SparkplugTopic.parse("spBv1.0/STATE/KGRZ"));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsRead(MessageType type) throws Exception {
        SparkplugTopic topic =
                new SparkplugTopic.Edge(
                        "amt", type, "t", type.ofDevice() ? Optional.of("d") : Optional.empty());
        assertEquals(topic, SparkplugTopic.parse(topic.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spBv1.0",
                "spAv1.0/amt/NDATA/t",
                "spBv1.0/amt",
                "spBv1.0/amt/NDATA",
                "spBv1.0/STATE/",
                "spBv1.0/amt/FOO/t",
                "spBv1.0/amt/ndata/t",
                // A device where none belongs, and none where one does.
                "spBv1.0/amt/NDATA/t/printer",
                "spBv1.0/amt/DDATA/t",
                "spBv1.0/amt/DDATA/t/printer/more",
                "spBv1.0//NDATA/t",
                "spBv1.0/amt/NDATA/",
                "spBv1.0/+/NDATA/t",
                "spBv1.0/amt/NDATA/#",
                "spBv1.0/amt/NDATA/\u0000"
            })
    void whatIsNoTopicIsRefused(String text) {
        assertThrows(MalformedSparkplugException.class, () -> SparkplugTopic.parse(text));
    }
}
