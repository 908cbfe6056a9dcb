package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;

/// All that a terminal can publish. It has no other way to the broker ([BrokerConnection] takes nothing else), so whatever leaves
/// a terminal has passed the list of metrics or the codec of events.
sealed interface Outgoing {
    String topic();

    /// 0 or 1.
    default int qos() {
        return 1;
    }

    default boolean retained() {
        return false;
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

    /// That a host application is there: QoS 1, retained (`tck-id-payloads-state-birth`).
    record Host(SparkplugTopic.Host to, HostState state) implements Outgoing {
        @Override
        public String topic() {
            return to.text();
        }

        @Override
        public boolean retained() {
            return true;
        }

        @Override
        public byte[] payload() {
            return state.encode();
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

    /// The monitor's word that it has them.
    record Ack(KioskTopic to, EventAck ack) implements Outgoing {
        @Override
        public String topic() {
            return to.text();
        }

        @Override
        public byte[] payload() {
            return EventCodec.encode(ack);
        }
    }
}
