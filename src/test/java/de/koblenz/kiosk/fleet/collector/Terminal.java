package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.HostLine;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A terminal as the broker sees it: real bytes over a real line, sent as the test says.
public final class Terminal implements HostLine.Listener, AutoCloseable {
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    final TerminalId id;
    final UUID outbox;
    private final HostLine line;
    private int seq;

    /// `ack <n>`, `rebirth`, `command <jws>`
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    public Terminal(HealthSettings broker, TerminalId id) throws IOException {
        this.id = id;
        outbox = UUID.nameUUIDFromBytes(new byte[] {1});
        line = HostLine.open(broker, id.office() + "." + id.terminal(), null, this);
        line.subscribe(node(MessageType.NCMD), 1);
        line.subscribe(topic(KioskTopic.Channel.EVENT_ACK), 1);
    }

    private Terminal(TerminalId id, UUID outbox, HostLine line) {
        this.id = id;
        this.outbox = outbox;
        this.line = line;
    }

    /// The same with another outbox, whose acknowledgements the first hears.
    Terminal withOutbox(UUID other) {
        return new Terminal(id, other, line);
    }

    /// Another terminal over the same line; hears nothing itself.
    Terminal inNameOf(TerminalId other) {
        return new Terminal(other, outbox, line);
    }

    private String node(MessageType type) {
        return SparkplugTopic.node(id.office(), type, id.terminal()).text();
    }

    private String topic(KioskTopic.Channel channel) {
        return new KioskTopic(id.office(), id.terminal(), channel).text();
    }

    private void send(String topic, byte[] payload, int qos) throws IOException {
        assertTrue(line.send(topic, payload, qos, false));
    }

    public void born() throws IOException {
        seq = 0;
        List<SparkplugMetric> metrics =
                List.of(
                        metric(KioskMetric.BD_SEQ, MetricValue.of(7)),
                        metric(KioskMetric.MODE, MetricValue.of("IN_SERVICE")),
                        metric(KioskMetric.HEALTH, MetricValue.of("OK")),
                        metric(KioskMetric.RIGHT, MetricValue.of("held")),
                        metric(KioskMetric.PAYMENT, MetricValue.of("unreachable")),
                        metric(KioskMetric.FILESYSTEM, MetricValue.of(0.25f)));
        send(
                node(MessageType.NBIRTH),
                SparkplugCodec.encode(SparkplugPayload.of(AT, seq++, metrics)),
                0);
    }

    private static SparkplugMetric metric(KioskMetric metric, MetricValue value) {
        return SparkplugMetric.born(metric, 0, AT, Optional.of(value));
    }

    public void mode(String mode) throws IOException {
        send(
                node(MessageType.NDATA),
                SparkplugCodec.encode(
                        SparkplugPayload.of(
                                AT,
                                seq++,
                                List.of(
                                        SparkplugMetric.changed(
                                                KioskMetric.MODE,
                                                0,
                                                AT,
                                                Optional.of(MetricValue.of(mode)))))),
                0);
    }

    /// A message goes astray.
    void skip() {
        seq++;
    }

    public void paper(String paper) throws IOException {
        send(
                SparkplugTopic.device(
                                id.office(), MessageType.DBIRTH, id.terminal(), "receipt-printer")
                        .text(),
                SparkplugCodec.encode(
                        SparkplugPayload.of(
                                AT,
                                seq++,
                                List.of(
                                        SparkplugMetric.born(
                                                KioskMetric.STATE,
                                                1,
                                                AT,
                                                Optional.of(MetricValue.of("online"))),
                                        SparkplugMetric.born(
                                                KioskMetric.PAPER,
                                                1,
                                                AT,
                                                Optional.of(MetricValue.of(paper)))))),
                0);
    }

    void event(long number, EventKind kind) throws IOException {
        event(number, kind, Optional.empty());
    }

    void event(long number, EventKind kind, Optional<UUID> command) throws IOException {
        send(
                topic(KioskTopic.Channel.EVENT),
                EventCodec.encode(
                        new KioskEvent(
                                outbox,
                                number,
                                AT,
                                kind,
                                kind.severity(),
                                Optional.empty(),
                                "",
                                command,
                                Map.of())),
                1);
    }

    /// An event that says that it happened then, whatever that is.
    void eventAt(String time, long number) throws IOException {
        send(
                topic(KioskTopic.Channel.EVENT),
                ("{\"schema\":1,\"outbox\":\""
                                + outbox
                                + "\",\"seq\":"
                                + number
                                + ",\"at\":\""
                                + time
                                + "\",\"kind\":\"app.started\",\"severity\":\"NOTICE\"}")
                        .getBytes(StandardCharsets.UTF_8),
                1);
    }

    /// Whether that is heard within that time.
    boolean hears(String what, Duration time) throws InterruptedException {
        String found = heard.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        return found != null && (found.startsWith(what) || hears(what, time));
    }

    void reply(Reply reply) throws IOException {
        send(
                new ReplyTopic(id.office(), id.terminal(), reply.command()).text(),
                reply.content(),
                1);
    }

    /// Also hears that.
    void follow(String topic) throws IOException {
        line.subscribe(topic, 1);
    }

    /// Waits until that was heard; everything before it is forgotten.
    public void await(String what) throws InterruptedException {
        for (String next = ""; !next.startsWith(what); ) {
            String found = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(found != null, "not heard: " + what);
            next = found;
        }
    }

    @Override
    public void arrived(String topic, byte[] payload, int messageId, int qos) {
        try {
            if (topic.endsWith("/state")) {
                heard.add(
                        payload.length == 0
                                ? "empty"
                                : new String(payload, StandardCharsets.UTF_8));
            } else if (topic.endsWith("/event/ack")) {
                heard.add("ack " + EventCodec.decodeAck(payload).upTo());
            } else {
                for (SparkplugMetric metric : SparkplugCodec.decode(payload).metrics()) {
                    boolean rebirth = metric.name().equals(Optional.of(KioskMetric.REBIRTH.key()));
                    heard.add(
                            rebirth
                                    ? "rebirth"
                                    : "command "
                                            + metric.value()
                                                    .flatMap(MetricValue::words)
                                                    .orElse(""));
                }
            }
        } catch (MalformedEventException | MalformedSparkplugException e) {
            heard.add("malformed");
        }
        line.acknowledge(messageId, qos);
    }

    @Override
    public void lost() {}

    @Override
    public void room() {}

    @Override
    public void refused(String topic, int reason) {
        heard.add("refused " + reason);
    }

    @Override
    public void close() {
        line.close();
    }
}
