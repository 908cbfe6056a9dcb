package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// One look at the whole terminal: its own report, the machine, the outbox, the certificate, what it leans on.
record EdgeView(
        Instant at,
        HealthReport report,
        HostFigures.Reading host,
        long outboxDepth,
        OptionalLong certificateEnd,
        OutsideServices.Reading services) {
    private static final System.Logger LOG = System.getLogger(EdgeView.class.getName());

    static EdgeView of(HealthReport report, EdgePorts ports, HealthSettings settings, Instant now) {
        long depth = 0;
        try {
            depth = ports.outbox().depth();
        } catch (IOException e) {
            LOG.log(Level.INFO, "health: the outbox cannot be read ({0})", e.getMessage());
        }
        return new EdgeView(
                now,
                report,
                ports.host().read(),
                depth,
                TlsContext.end(settings),
                ports.services().read());
    }

    EdgeSession.Picture picture(NodeMetrics.Line line) {
        return new EdgeSession.Picture(
                NodeMetrics.of(report, host, line, outboxDepth, certificateEnd, services),
                // A host takes what is told of and not there for missing.
                report.devices().stream().filter(HealthStep::fitted).toList());
    }

    /// Compares the alarms that stand with what is so: what is new is raised, what is over is cleared.
    void raise(EdgePorts ports) {
        Map<Alarm, EventDraft> now =
                AlarmWatch.at(at, report, host, outboxDepth, certificateEnd, services);
        try {
            Set<Alarm> over = new HashSet<>(ports.outbox().standing());
            over.removeAll(now.keySet());
            for (EventDraft draft : now.values()) {
                ports.outbox().append(draft);
            }
            for (Alarm alarm : over) {
                if (AlarmWatch.isWatched(alarm, report, host)) {
                    ports.outbox().append(EventDraft.cleared(at, alarm));
                }
            }
        } catch (IOException e) {
            // Compared anew with the next report.
            LOG.log(Level.INFO, "health: an alarm could not be kept ({0})", e.getMessage());
        }
    }
}
