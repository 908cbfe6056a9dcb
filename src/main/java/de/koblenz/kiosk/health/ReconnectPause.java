package de.koblenz.kiosk.health;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: drawn evenly below a limit that doubles with each try ("full jitter"), so that
/// terminals which lost the same broker do not come back together. Used by one thread.
final class ReconnectPause {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration limit;

    ReconnectPause(Duration first, Duration longest, RandomGenerator random) {
        this.first = first.compareTo(longest) < 0 ? first : longest;
        this.longest = longest;
        this.random = random;
        this.limit = this.first;
    }

    Duration next() {
        Duration pause = Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
        Duration doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(longest) < 0 ? doubled : longest;
        return pause;
    }

    void reset() {
        limit = first;
    }
}
