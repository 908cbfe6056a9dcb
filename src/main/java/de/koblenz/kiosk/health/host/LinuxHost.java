package de.koblenz.kiosk.health.host;

import de.koblenz.kiosk.health.HostFigures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Figures of a Linux machine from `/proc` and `/sys`, of the disk and of Java from the JDK. Three short files and a directory a
/// minute: no library, no native code. On another system, or where a sensor is missing, the figure is empty. Thread-safe.
public final class LinuxHost implements HostFigures {
    private static final double MILLI = 1_000;

    private final Path root;
    private final Path data;
    // Guarded by this.
    private long busyBefore;
    private long totalBefore;

    /// @param root `/`, or another folder with `proc` and `sys` in it
    /// @param data a folder on the disk that is watched
    public LinuxHost(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    @Override
    public synchronized Reading read() {
        return new Reading(
                cpu(),
                memory(),
                filesystem(),
                temperature(),
                systemUptime(),
                OptionalLong.of(ManagementFactory.getRuntimeMXBean().getUptime() / 1_000),
                OptionalLong.of(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
    }

    /// First line of `/proc/stat` (proc(5)): user nice system idle iowait irq softirq steal …, in ticks since the start.
    private OptionalDouble cpu() {
        List<String> lines = lines("proc/stat");
        String[] words =
                lines.isEmpty() ? new String[0] : lines.getFirst().strip().split("\\s+", -1);
        if (words.length < 9 || !words[0].equals("cpu")) {
            return OptionalDouble.empty();
        }
        try {
            long total = 0;
            for (int i = 1; i <= 8; i++) {
                total += Long.parseLong(words[i]);
            }
            long busy = total - Long.parseLong(words[4]) - Long.parseLong(words[5]);
            long ticks = total - totalBefore;
            double share = ticks > 0 ? (double) (busy - busyBefore) / ticks : 0;
            busyBefore = busy;
            totalBefore = total;
            return share(share);
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// `MemAvailable` of `/proc/meminfo`: what programs could still have. `MemFree` would count the cache of files as used.
    private OptionalDouble memory() {
        OptionalLong total = OptionalLong.empty();
        OptionalLong available = OptionalLong.empty();
        for (String line : lines("proc/meminfo")) {
            if (line.startsWith("MemTotal:")) {
                total = kilobytes(line);
            } else if (line.startsWith("MemAvailable:")) {
                available = kilobytes(line);
            }
        }
        if (total.isEmpty() || available.isEmpty() || total.getAsLong() <= 0) {
            return OptionalDouble.empty();
        }
        return share(1 - (double) available.getAsLong() / total.getAsLong());
    }

    private static OptionalLong kilobytes(String line) {
        String[] words = line.split("\\s+", -1);
        return words.length < 2 ? OptionalLong.empty() : whole(words[1]);
    }

    private OptionalDouble filesystem() {
        try {
            FileStore store = Files.getFileStore(data);
            long total = store.getTotalSpace();
            return total <= 0
                    ? OptionalDouble.empty()
                    : share(1 - (double) store.getUsableSpace() / total);
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
    }

    /// The hottest `temp*_input` of hwmon, thousandths of a degree (kernel, `Documentation/hwmon/sysfs-interface`), else of the
    /// thermal zones.
    private OptionalDouble temperature() {
        OptionalDouble hottest = hottest("sys/class/hwmon", "temp*_input");
        return hottest.isPresent() ? hottest : hottest("sys/class/thermal", "temp");
    }

    private OptionalDouble hottest(String folder, String name) {
        OptionalDouble hottest = OptionalDouble.empty();
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path chip : chips) {
                try (DirectoryStream<Path> sensors = Files.newDirectoryStream(chip, name)) {
                    for (Path sensor : sensors) {
                        List<String> text = lines(root.relativize(sensor).toString());
                        OptionalLong milli =
                                text.isEmpty() ? OptionalLong.empty() : whole(text.getFirst());
                        if (milli.isPresent()
                                && milli.getAsLong() / MILLI > hottest.orElse(-60)
                                && milli.getAsLong() / MILLI <= 200) {
                            hottest = OptionalDouble.of(milli.getAsLong() / MILLI);
                        }
                    }
                }
            }
        } catch (IOException _) {
            // No sensors here.
        }
        return hottest;
    }

    private OptionalLong systemUptime() {
        List<String> lines = lines("proc/uptime");
        return lines.isEmpty()
                ? OptionalLong.empty()
                : whole(lines.getFirst().split("[. ]", -1)[0]);
    }

    private static OptionalDouble share(double share) {
        return OptionalDouble.of(Math.clamp(share, 0, 1));
    }

    private static OptionalLong whole(String word) {
        try {
            return OptionalLong.of(Long.parseLong(word.strip()));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return List.of();
        }
    }
}
