package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random days of a small fleet, held against a plain memory of what is really so.
class FleetWalkTest {
    private static final int RUNS = Integer.getInteger("fleet.walks", 8);
    private static final int STEPS = 300;
    private static final String[] OFFICES = {"mitte", "nord", "sued"};
    private static final int PER_OFFICE = 5;

    /// What is true of one terminal.
    private static final class Truth {
        boolean alive;
        boolean born;
        PaperStatus paper = PaperStatus.FULL;
        DeviceStatus status = DeviceStatus.ONLINE;
        double disk = 0.3;
        long birth;
    }

    private final Map<TerminalId, Truth> truths = new HashMap<>();
    private final Map<AlarmKey, Alarm> kept = new HashMap<>();
    private final Map<Long, Notice> lastNotice = new HashMap<>();
    private final Set<Long> raisedIds = new HashSet<>();
    private boolean hearing = true;
    private Fleet fleet = new Fleet();

    @Test
    void noAlarmTwiceNoneLostNoneLeft() {
        for (int run = 0; run < RUNS; run++) {
            long seed = 4711 + run;
            try {
                walk(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private void walk(Random random) {
        truths.clear();
        kept.clear();
        lastNotice.clear();
        raisedIds.clear();
        hearing = true;
        fleet = new Fleet();
        for (String office : OFFICES) {
            for (int i = 0; i < PER_OFFICE; i++) {
                truths.put(Fleet.id(office, i), new Truth());
            }
        }
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }
        settle();
        compareWithTruth();
        recover();
        assertEquals(0, fleet.state().alarms().size(), "alarms left after recovery");
        assertEquals(0, fleet.state().pending().size());
    }

    private Truth truth(TerminalId id) {
        return Objects.requireNonNull(truths.get(id));
    }

    private void step(Random random) {
        List<TerminalId> ids = truths.keySet().stream().sorted().toList();
        TerminalId id = ids.get(random.nextInt(ids.size()));
        Truth truth = truth(id);
        switch (random.nextInt(14)) {
            case 0, 1 -> connect(id, truth);
            case 2 -> die(id, truth);
            case 3 -> {
                truth.paper = PaperStatus.values()[1 + random.nextInt(4)];
                device(id, truth);
            }
            case 4 -> {
                truth.status = random.nextBoolean() ? DeviceStatus.ONLINE : DeviceStatus.NO_DEVICE;
                device(id, truth);
            }
            case 5 -> {
                truth.disk = random.nextBoolean() ? 0.99 : 0.2;
                if (truth.alive && hearing) {
                    check(fleet, () -> fleet.report(id, Map.of(MetricNames.DISK, truth.disk)));
                }
            }
            case 6 -> officeDies(id.office());
            case 7 -> broker(random.nextInt(3) > 0);
            case 8 -> operate(random);
            case 9 -> window(random, id);
            case 10 -> restart();
            case 11 -> pass(Duration.ofMinutes(random.nextInt(40)));
            default -> pass(Duration.ofSeconds(random.nextInt(90)));
        }
    }

    private void connect(TerminalId id, Truth truth) {
        truth.alive = true;
        if (hearing) {
            truth.birth = (truth.birth + 1) % 256;
            truth.born = true;
            check(fleet, () -> fleet.born(id, truth.birth, Map.of(MetricNames.DISK, truth.disk)));
            device(id, truth);
        }
    }

    private void die(TerminalId id, Truth truth) {
        if (truth.alive && hearing && truth.born) {
            check(fleet, () -> fleet.died(id));
        }
        truth.alive = false;
        truth.born = false;
    }

    private void device(TerminalId id, Truth truth) {
        if (truth.alive && hearing && truth.born) {
            check(fleet, () -> fleet.device(id, "receipt-printer", truth.status, truth.paper));
        }
    }

    private void officeDies(String office) {
        truths.forEach((id, truth) -> {
            if (id.office().equals(office)) {
                die(id, truth);
            }
        });
    }

    private void broker(boolean found) {
        if (found == hearing) {
            return;
        }
        hearing = found;
        check(
                fleet,
                () ->
                        fleet.tell(
                                found
                                        ? new FleetEvent.BrokerFound(fleet.now())
                                        : new FleetEvent.BrokerLost(fleet.now())));
        truths.forEach((id, truth) -> {
            truth.born = false;
            if (found && truth.alive) {
                connect(id, truth);
            }
        });
    }

    private void operate(Random random) {
        List<Alarm> open = fleet.state().alarms().values().toList();
        if (open.isEmpty()) {
            return;
        }
        long id = open.get(random.nextInt(open.size())).id();
        check(
                fleet,
                () ->
                        fleet.operate(
                                switch (random.nextInt(4)) {
                                    case 0 -> new OperatorAction.Acknowledge(id, "bekannt");
                                    case 1 ->
                                            new OperatorAction.Shelve(
                                                    id,
                                                    fleet.now().plusSeconds(random.nextInt(3_000)),
                                                    "später");
                                    case 2 -> new OperatorAction.Unshelve(id);
                                    default -> new OperatorAction.Clear(id, "weg");
                                }));
    }

    private void window(Random random, TerminalId id) {
        check(
                fleet,
                () ->
                        fleet.operate(
                                new OperatorAction.OpenWindow(
                                        new MaintenanceWindow(
                                                "w" + random.nextInt(3),
                                                Optional.of(id.office()),
                                                random.nextBoolean()
                                                        ? Optional.of(id.terminal())
                                                        : Optional.empty(),
                                                fleet.now().plusSeconds(random.nextInt(60)),
                                                fleet.now().plusSeconds(61 + random.nextInt(2_000)),
                                                "Umbau"))));
    }

    /// The monitor dies and another takes over from what was kept.
    private void restart() {
        Fleet next = fleet.successor(kept.values());
        fleet = next;
        hearing = false;
        broker(true);
    }

    private void pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i += 5) {
            fleet.jump(Duration.ofSeconds(5));
            if (i % 60 == 0 && hearing) {
                truths.forEach((id, truth) -> {
                    if (truth.alive && truth.born) {
                        check(fleet, () -> fleet.report(id, Map.of()));
                    }
                });
            }
            check(fleet, () -> fleet.tell(new FleetEvent.Ticked(fleet.now())));
        }
    }

    /// Does something and looks at every effect of it.
    private void check(Fleet under, Runnable doing) {
        int before = under.effectsAfter(0).size();
        FleetState stateBefore = under.state();
        Map<AlarmKey, Alarm> openBefore = new HashMap<>(kept);
        doing.run();
        if (under.state().alarms() == stateBefore.alarms()
                && under.effectsAfter(before).isEmpty()) {
            return;
        }
        for (FleetEffect effect : under.effectsAfter(before)) {
            switch (effect) {
                case FleetEffect.KeepAlarm(Alarm alarm) -> keep(alarm);
                case FleetEffect.Notify(Alarm alarm, Notice notice, Instant _) -> {
                    assertFalse(alarm.call().quiet(), "called to a quiet alarm");
                    assertTrue(
                            notice != Notice.RAISED || !lastNotice.containsKey(alarm.id()),
                            "told twice that it was raised");
                    assertTrue(
                            notice == Notice.CLEARED || alarm.state() == AlarmState.RAISED,
                            "called to what somebody knows of");
                    lastNotice.put(alarm.id(), notice);
                }
                default -> {}
            }
        }
        Map<AlarmKey, Alarm> open = new HashMap<>();
        under.state().alarms().forEach(open::put);
        assertEquals(open, kept, "what is kept is what is open");
        for (AlarmKey key : open.keySet()) {
            assertNull(under.state().pending().get(key), "open and pending");
        }
        if (!openBefore.equals(open)) {
            clearedMeansGone(openBefore, open);
        }
    }

    private void keep(Alarm alarm) {
        Alarm before = kept.get(alarm.key());
        if (before == null) {
            assertTrue(alarm.open(), "cleared what was not open");
            assertTrue(raisedIds.add(alarm.id()), "an id twice");
        } else {
            assertEquals(before.id(), alarm.id(), "raised twice");
        }
        if (alarm.open()) {
            kept.put(alarm.key(), alarm);
        } else {
            kept.remove(alarm.key());
        }
    }

    private void clearedMeansGone(Map<AlarmKey, Alarm> before, Map<AlarmKey, Alarm> after) {
        for (AlarmKey key : before.keySet()) {
            if (after.containsKey(key) || key.terminal().isEmpty()) {
                continue;
            }
            TerminalCondition terminal =
                    fleet.state()
                            .terminal(new TerminalId(key.office(), key.terminal()))
                            .orElseThrow();
            assertFalse(
                    Faults.of(terminal, AlarmPolicy.USUAL, fleet.now()).contains(key),
                    "cleared while it holds");
        }
    }

    /// Everything is heard, every quiet time is over.
    private void settle() {
        broker(true);
        pass(Duration.ofMinutes(60));
    }

    private void compareWithTruth() {
        Set<AlarmKey> expected = new HashSet<>();
        Map<String, List<TerminalId>> lost = new HashMap<>();
        truths.forEach((id, truth) -> {
            TerminalCondition known = fleet.state().terminal(id).orElse(null);
            if (known == null) {
                return;
            }
            if (!truth.alive) {
                lost.computeIfAbsent(id.office(), _ -> new ArrayList<>()).add(id);
                return;
            }
            if (truth.paper == PaperStatus.OUT) {
                expected.add(AlarmKey.of(AlarmKind.PAPER_OUT, id, "receipt-printer"));
            }
            if (truth.paper == PaperStatus.LOW) {
                expected.add(AlarmKey.of(AlarmKind.PAPER_LOW, id, "receipt-printer"));
            }
            if (truth.paper == PaperStatus.JAMMED) {
                expected.add(AlarmKey.of(AlarmKind.JAMMED, id, "receipt-printer"));
            }
            if (truth.status == DeviceStatus.NO_DEVICE) {
                expected.add(AlarmKey.of(AlarmKind.DEVICE_MISSING, id, "receipt-printer"));
            }
            if (truth.disk > 0.9) {
                expected.add(AlarmKey.of(AlarmKind.DISK_LOW, id));
            }
        });
        lost.forEach((office, gone) -> {
            OfficeTally tally = fleet.state().offices().get(office);
            assertEquals(gone.size(), tally == null ? 0 : tally.lost());
            if (tally != null && AlarmPolicy.USUAL.siteLost(tally)) {
                expected.add(AlarmKey.site(office));
            }
        });
        fleet.state()
                .alarms()
                .forEach((key, _) -> {
                    boolean ofLiving =
                            key.terminal().isEmpty()
                                    || truth(new TerminalId(key.office(), key.terminal())).alive;
                    assertTrue(!ofLiving || expected.contains(key), "nothing is wrong: " + key);
                });
        expected.forEach(key ->
                assertTrue(fleet.state().alarms().containsKey(key), "an alarm is lost: " + key));
        lost.forEach((office, gone) -> {
            boolean site = fleet.state().alarms().containsKey(AlarmKey.site(office));
            for (TerminalId id : gone) {
                boolean told =
                        fleet.state().alarms().containsKey(AlarmKey.of(AlarmKind.NODE_LOST, id));
                assertTrue(site || told, "nobody is told that " + id + " is lost");
            }
        });
    }

    private void recover() {
        truths.forEach((id, truth) -> {
            truth.paper = PaperStatus.FULL;
            truth.status = DeviceStatus.ONLINE;
            truth.disk = 0.1;
            connect(id, truth);
        });
        pass(Duration.ofMinutes(5));
    }
}
