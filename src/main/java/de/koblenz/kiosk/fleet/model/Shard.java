package de.koblenz.kiosk.fleet.model;

import java.util.List;

/// The part of the fleet that one collector is for. Most data centres have one.
///
/// @param number 0 to 63
/// @param offices whose terminals; empty for all
public record Shard(int number, List<String> offices) {
    /// So many shards there can be; ids of alarms differ by it.
    public static final int MOST = 64;

    /// The whole fleet.
    public static final Shard WHOLE = new Shard(0, List.of());

    public Shard {
        offices = List.copyOf(offices);
        if (number < 0 || number >= MOST || !offices.stream().allMatch(TerminalId::isName)) {
            throw new IllegalArgumentException("not a shard");
        }
    }
}
