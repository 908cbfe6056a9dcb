package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is worth keeping of the difference between two conditions: words, never numbers.
final class Changes {
    private Changes() {}

    static List<Change> between(TerminalCondition before, TerminalCondition after, Instant at) {
        List<Change> changes = new ArrayList<>();
        TerminalId id = after.id();
        if (before.connection() != after.connection()) {
            changes.add(new Change(id, at, Change.CONNECTION, after.connection().name()));
        }
        if (before.mode() != after.mode()) {
            changes.add(new Change(id, at, Change.MODE, after.mode().name()));
        }
        if (before.health() != after.health()) {
            changes.add(new Change(id, at, Change.HEALTH, after.health().name()));
        }
        if (!before.code().equals(after.code())) {
            changes.add(new Change(id, at, Change.CODE, after.code()));
        }
        if (!before.version().software().equals(after.version().software())) {
            changes.add(new Change(id, at, Change.SOFTWARE, after.version().software()));
        }
        if (!before.version().configuration().equals(after.version().configuration())) {
            changes.add(new Change(id, at, Change.CONFIGURATION, after.version().configuration()));
        }
        after.words()
                .forEach((subject, word) -> {
                    if (!word.equals(before.words().get(subject))) {
                        changes.add(new Change(id, at, subject, word));
                    }
                });
        if (!before.devices().equals(after.devices())) {
            devices(changes, before, after, at);
        }
        return changes;
    }

    private static void devices(
            List<Change> changes, TerminalCondition before, TerminalCondition after, Instant at) {
        for (Map.Entry<String, DeviceCondition> entry : after.devices().entrySet()) {
            DeviceCondition now = entry.getValue();
            DeviceCondition then = before.devices().get(entry.getKey());
            if (then == null || then.status() != now.status()) {
                changes.add(
                        new Change(
                                after.id(),
                                at,
                                TerminalMemory.DEVICE + entry.getKey(),
                                now.status().word()));
            }
            if (now.paper() != (then == null ? PaperStatus.UNKNOWN : then.paper())) {
                changes.add(
                        new Change(
                                after.id(),
                                at,
                                TerminalMemory.PAPER + entry.getKey(),
                                now.paper().name()));
            }
        }
        for (String name : before.devices().keySet()) {
            if (!after.devices().containsKey(name)) {
                changes.add(
                        new Change(
                                after.id(),
                                at,
                                TerminalMemory.DEVICE + name,
                                TerminalMemory.REMOVED));
            }
        }
    }
}
