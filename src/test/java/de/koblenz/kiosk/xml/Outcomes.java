package de.koblenz.kiosk.xml;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts what became of the mutations of a walk, and says so with its seed and speed. One walk, one thread.
public final class Outcomes {
    private final String what;
    private final long seed;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final long begun = processor();
    private int all;

    public Outcomes(String what, long seed) {
        this.what = what;
        this.seed = seed;
    }

    /// One more of that kind; every 100,000 a line, so that a long walk is seen to go on.
    public void add(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
        all++;
        if (all % 100_000 == 0) {
            System.out.println(this);
        }
    }

    public int of(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /// What this thread has had of the processor, in ns: others may be at work beside it.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public String toString() {
        double seconds = (processor() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s: seed %d, %d mutations, %.0f a second of one processor: %s",
                what,
                seed,
                all,
                all / seconds,
                counts);
    }
}
