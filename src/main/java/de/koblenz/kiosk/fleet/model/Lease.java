package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// The right to collect a shard. Whoever has it is the only one; whoever lost it cannot write any more, as each commit asks for
/// it anew (`epoch` fences).
///
/// @param shard what it is for
/// @param holder name of the monitor
/// @param epoch one more with each change of hands
/// @param until when it ends unless it is renewed; each commit renews it
public record Lease(Shard shard, String holder, long epoch, Instant until) {}
