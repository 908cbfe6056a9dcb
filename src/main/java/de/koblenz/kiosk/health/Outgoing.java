package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;

/// All that a terminal can publish. It has no other way to the broker ([BrokerConnection] takes nothing else), so whatever leaves
/// a terminal has passed the list of metrics, the codec of events or the form of a [Reply]. Nothing of it is retained.
sealed interface Outgoing {
    String topic();

    /// 0 or 1.
    default int qos() {
        return 1;
    }

    byte[] payload();

    /// A message of an edge node or to it. QoS 0, the last will alone QoS 1 (`tck-id-payloads-ndeath-will-message-qos`); none is
    /// retained (`tck-id-payloads-nbirth-retain` and its neighbours).
    record Sparkplug(SparkplugTopic.Edge to, SparkplugPayload content) implements Outgoing {
        @Override
        public String topic() {
            return to.text();
        }

        @Override
        public int qos() {
            return to.type() == MessageType.NDEATH ? 1 : 0;
        }

        @Override
        public byte[] payload() {
            return SparkplugCodec.encode(content);
        }
    }

    /// An event of a terminal.
    record Event(KioskTopic to, KioskEvent event) implements Outgoing {
        @Override
        public String topic() {
            return to.text();
        }

        @Override
        public byte[] payload() {
            return EventCodec.encode(event);
        }
    }

    /// What a command asked for.
    record Answer(ReplyTopic to, Reply reply) implements Outgoing {
        @Override
        public String topic() {
            return to.text();
        }

        @Override
        public byte[] payload() {
            return reply.content();
        }
    }
}
