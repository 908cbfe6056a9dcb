package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.Sample;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fills a real database with what a collector would have written of a fleet.
final class SampleData {
    private SampleData() {}

    /// @param deep a terminal that gets a past of three days
    static void write(FleetDatabase database, SampleFleet fleet, TerminalId deep) throws Exception {
        SqlFleetJournal journal = new SqlFleetJournal(database);
        Instant now = fleet.now();
        Duration length = Duration.ofMinutes(1);
        Lease lease = journal.lease(Shard.WHOLE, "sample", now, length).orElseThrow();
        List<Change> changes = new ArrayList<>();
        Map<Long, Alarm> alarms = new HashMap<>();
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (FleetEffect effect : fleet.effects()) {
            switch (effect) {
                case FleetEffect.KeepChange(Change change) -> changes.add(change);
                case FleetEffect.KeepAlarm(Alarm alarm) -> alarms.put(alarm.id(), alarm);
                case FleetEffect.KeepWindow(MaintenanceWindow window) -> windows.add(window);
                case FleetEffect.Notify _,
                        FleetEffect.RequestRebirth _,
                        FleetEffect.Mirror _,
                        FleetEffect.Forget _,
                        FleetEffect.Audit _ -> {}
            }
        }
        journal.commit(
                lease,
                now.plus(length),
                new Batch(
                        changes,
                        List.of(),
                        events(deep, now),
                        List.of(),
                        samples(deep, now),
                        List.copyOf(alarms.values()),
                        List.of(),
                        windows,
                        fleet.audit(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static List<HistoryEvent> events(TerminalId id, Instant now) {
        List<HistoryEvent> events = new ArrayList<>();
        String[] kinds = {"app.started", "supply.paper.low", "supply.paper.out", "command.done"};
        for (int i = 0; i < 12; i++) {
            Instant at = now.minus(Duration.ofHours(40 - 3L * i));
            events.add(
                    new HistoryEvent(
                            id,
                            "0b0e5a52-6a53-4d6b-8c7e-1f2f3a4b5c6d",
                            i + 1,
                            at,
                            at,
                            kinds[i % kinds.length],
                            "NOTICE",
                            kinds[i % kinds.length].startsWith("supply") ? "receipt-printer" : "",
                            "",
                            "",
                            Map.of()));
        }
        return events;
    }

    /// Three days with busy hours and quiet nights, and an hour in which nothing was heard.
    private static List<Sample> samples(TerminalId id, Instant now) {
        Random random = new Random(11);
        List<Sample> samples = new ArrayList<>();
        double prints = 410;
        double sessions = 0;
        for (int i = 3 * 24 * 12; i > 0; i--) {
            Instant at = now.minus(Duration.ofMinutes(5L * i));
            int hour = at.atZone(java.time.ZoneId.of("Europe/Berlin")).getHour();
            boolean open = hour >= 8 && hour < 18;
            if (i > 100 && i < 112) {
                continue;
            }
            double busy = open ? 0.5 + random.nextDouble() * 0.5 : 0;
            sessions += open && random.nextInt(3) == 0 ? 1 : 0;
            prints = Math.max(0, prints - (open && random.nextInt(2) == 0 ? 1 : 0));
            put(samples, id, "", "system.cpu.utilization", at, 0.03 + busy * 0.3);
            put(samples, id, "", "system.memory.utilization", at, 0.44 + busy * 0.08);
            put(samples, id, "", "system.filesystem.utilization", at, 0.31);
            put(samples, id, "", "hw.temperature", at, 38 + busy * 9 + random.nextInt(2));
            put(samples, id, "", "Session/Completed Total", at, sessions);
            put(samples, id, "", "network.roundTrip", at, 18 + random.nextInt(14));
            put(samples, id, "", "outbox.depth", at, random.nextInt(9) == 0 ? 1 : 0);
            put(samples, id, "", "clock.offset", at, 0.1 + random.nextDouble() * 0.1);
            put(samples, id, "receipt-printer", "Supply/Prints Until Empty", at, prints);
        }
        return samples;
    }

    private static void put(
            List<Sample> samples,
            TerminalId id,
            String device,
            String metric,
            Instant at,
            double value) {
        samples.add(new Sample(id, device, metric, at, value));
    }
}
