package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the data centre says: to the broker, to its terminals, and to whoever reads the retained states. Used by one thread.
final class Voice {
    /// A command that is not answered is said again.
    private static final Duration RESEND = Duration.ofSeconds(5);

    private final Postbox postbox;
    private final Map<String, Instant> saidAt = new HashMap<>();

    Voice(Postbox postbox) {
        this.postbox = postbox;
    }

    /// The broker may forget what came.
    void received(Harvest harvest) {
        harvest.receipts()
                .forEach(receipt -> receipt.line().acknowledge(receipt.id(), receipt.qos()));
    }

    /// Everything is on disk: now it may be said.
    void answer(Harvest harvest, FleetState state, Instant now) {
        for (EventCursor cursor : harvest.acknowledgements()) {
            acknowledge(cursor);
        }
        for (TerminalId id : harvest.rebirths()) {
            command(
                    "rebirth",
                    id,
                    SparkplugMetric.named(KioskMetric.REBIRTH, now, MetricValue.of(true)),
                    now);
        }
        for (TerminalId id : harvest.mirrors()) {
            mirror(id, state);
        }
    }

    private void acknowledge(EventCursor cursor) {
        TerminalId id = cursor.terminal();
        String topic =
                new KioskTopic(id.office(), id.terminal(), KioskTopic.Channel.EVENT_ACK).text();
        EventAck ack = new EventAck(UUID.fromString(cursor.outbox()), cursor.upTo());
        postbox.put(topic + "#" + cursor.outbox(), topic, EventCodec.encode(ack), 1, false);
    }

    private void mirror(TerminalId id, FleetState state) {
        String topic = new KioskTopic(id.office(), id.terminal(), KioskTopic.Channel.STATE).text();
        Optional<TerminalCondition> terminal = state.terminal(id);
        // An empty retained message takes the old one away (MQTT v5.0 §3.3.1.3).
        byte[] payload = terminal.map(MirrorCodec::encode).orElse(new byte[0]);
        postbox.put(topic, topic, payload, 1, true);
    }

    /// Says commands, and says them again, each as it was signed, until the terminal has answered.
    void repeat(List<CommandStore.Command> unanswered, Instant now) {
        saidAt.keySet().retainAll(unanswered.stream().map(CommandStore.Command::jti).toList());
        for (CommandStore.Command command : unanswered) {
            Instant last = saidAt.getOrDefault(command.jti(), Instant.MIN);
            if (!now.isBefore(last.plus(RESEND))) {
                saidAt.put(command.jti(), now);
                command(
                        command.jti(),
                        command.terminal(),
                        SparkplugMetric.named(
                                KioskMetric.COMMAND_REQUEST, now, MetricValue.of(command.jws())),
                        now);
            }
        }
    }

    private void command(String key, TerminalId id, SparkplugMetric metric, Instant now) {
        String topic = SparkplugTopic.node(id.office(), MessageType.NCMD, id.terminal()).text();
        byte[] payload = SparkplugCodec.encode(SparkplugPayload.unnumbered(now, List.of(metric)));
        postbox.put(topic + "#" + key, topic, payload, 0, false);
    }

    /// The will of the monitor before us says that the host is gone, but it is here.
    ///
    /// @param since of our line: with a later one our own will would be out of date
    void stillHere(String topic, Instant since) {
        postbox.put(topic, topic, new HostState(true, since).encode(), 1, true);
    }
}
