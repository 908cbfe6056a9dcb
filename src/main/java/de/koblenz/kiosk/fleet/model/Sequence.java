package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Optional;

/// Where a terminal's Sparkplug messages stand (Sparkplug 3.0 §6.4: `seq` counts 0 to 255 and starts at 0 with a birth; `bdSeq`
/// binds a death to its birth).
///
/// @param birth `bdSeq` of the last birth; -1 before the first
/// @param next the `seq` that has to come; -1 while a birth is awaited
/// @param rebirthAskedAt when a birth was last asked for, until one comes
public record Sequence(long birth, int next, Optional<Instant> rebirthAskedAt) {
    static final Sequence NONE = new Sequence(-1, -1, Optional.empty());

    /// What `seq` of a birth has to be, so that a message after it has to be one more.
    static final int MODULUS = 256;

    static Sequence born(long birth, int seq) {
        return new Sequence(birth, (seq + 1) % MODULUS, Optional.empty());
    }

    /// Whether `seq` is the one that has to come.
    boolean fits(int seq) {
        return next >= 0 && seq == next;
    }

    Sequence advanced() {
        return new Sequence(birth, (next + 1) % MODULUS, rebirthAskedAt);
    }

    Sequence asking(Instant at) {
        return new Sequence(birth, -1, Optional.of(at));
    }
}
