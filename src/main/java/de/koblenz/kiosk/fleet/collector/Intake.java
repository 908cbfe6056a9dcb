package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.event.Severity;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What comes over the line, understood: what it means for the fleet, and what of it is to be written down. What is no message of ours is
/// left out, whoever sends it. Used by one thread.
final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private final EventLedger ledger;

    /// @param cursors up to where events are on disk
    Intake(Collection<EventCursor> cursors) {
        this.ledger = new EventLedger(cursors);
    }

    /// Takes a message.
    ///
    /// @param events takes what it means for the fleet
    /// @param harvest takes what is to be written down
    /// @return whether somebody says that this host is gone
    boolean hear(Link.Message message, List<FleetEvent> events, Harvest harvest) {
        try {
            if (!message.topic.startsWith(SparkplugTopic.NAMESPACE)) {
                event(message, events, harvest);
                return false;
            }
            switch (SparkplugTopic.parse(message.topic)) {
                case SparkplugTopic.Edge edge ->
                        Translation.sparkplug(edge, message.payload, message.at)
                                .ifPresent(told -> {
                                    events.add(told);
                                    harvest.samples(told);
                                });
                case SparkplugTopic.Host _ -> {
                    return !HostState.decode(message.payload).online();
                }
            }
        } catch (MalformedSparkplugException | MalformedEventException e) {
            LOG.log(Level.DEBUG, "fleet: not understood ({0})", e.getMessage());
        }
        return false;
    }

    private void event(Link.Message message, List<FleetEvent> events, Harvest harvest)
            throws MalformedEventException {
        if (ReplyTopic.isOne(message.topic)) {
            reply(message, harvest);
            return;
        }
        KioskTopic topic = KioskTopic.parse(message.topic);
        if (topic.channel() != KioskTopic.Channel.EVENT
                || !TerminalId.isName(topic.office())
                || !TerminalId.isName(topic.terminal())) {
            return;
        }
        TerminalId id = new TerminalId(topic.office(), topic.terminal());
        KioskEvent event = EventCodec.decodeEvent(message.payload);
        String outbox = event.outbox().toString();
        if (ledger.isOfTwo(id, outbox, event.seq(), event.at())) {
            events.add(new FleetEvent.Occurred(id, message.at, AlarmKind.IDENTITY_DOUBLED));
        }
        if (ledger.take(id, outbox, event.seq())) {
            harvest.event(history(id, event, message.at));
            Translation.event(id, event, message.at).ifPresent(events::add);
        } else if (event.seq() > ledger.upTo(id, outbox) && event.severity() != Severity.CLEARED) {
            // Behind a gap it is written down only when it comes again, but nobody has to wait for
            // the alarm.
            Translation.event(id, event, message.at).ifPresent(events::add);
        }
        harvest.acknowledge(new EventCursor(id, outbox, ledger.upTo(id, outbox)));
    }

    private static void reply(Link.Message message, Harvest harvest)
            throws MalformedEventException {
        ReplyTopic topic = ReplyTopic.parse(message.topic);
        if (message.payload.length <= CommandReply.LARGEST
                && TerminalId.isName(topic.office())
                && TerminalId.isName(topic.terminal())) {
            harvest.reply(
                    new CommandReply(
                            topic.command().toString(),
                            new TerminalId(topic.office(), topic.terminal()),
                            message.at,
                            message.payload));
        }
    }

    private static HistoryEvent history(TerminalId id, KioskEvent event, Instant at) {
        Map<String, Long> numbers = new HashMap<>();
        event.numbers().forEach((name, value) -> numbers.put(name.key(), value));
        return new HistoryEvent(
                id,
                event.outbox().toString(),
                event.seq(),
                event.at(),
                at,
                event.kind().key(),
                event.severity().name(),
                event.device().map(device -> device.value()).orElse(""),
                event.code(),
                event.command().map(UUID::toString).orElse(""),
                numbers);
    }
}
