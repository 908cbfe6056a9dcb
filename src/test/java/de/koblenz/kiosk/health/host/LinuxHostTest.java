package de.koblenz.kiosk.health.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.health.HostFigures.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxHostTest {
    @TempDir Path root;

    @Test
    void figuresAreReadWhereLinuxTellsThem() throws Exception {
        write("proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 2 3\n");
        write("proc/meminfo", "MemTotal: 8000 kB\nMemFree: 100 kB\nMemAvailable:   6000 kB\n");
        write("proc/uptime", "86400.55 170000.11\n");
        write("sys/class/hwmon/hwmon0/temp1_input", "41500\n");
        write("sys/class/hwmon/hwmon1/temp2_input", "63250\n");
        write("sys/class/hwmon/hwmon1/temp3_input", "not a number\n");
        LinuxHost host = new LinuxHost(root, root);
        Reading first = host.read();
        assertEquals(OptionalDouble.of(0.2), first.cpu());
        assertEquals(OptionalDouble.of(0.25), first.memory());
        assertEquals(OptionalLong.of(86_400), first.systemUptime());
        assertEquals(OptionalDouble.of(63.25), first.temperature());
        assertTrue(first.filesystem().orElseThrow() > 0);
        assertTrue(first.javaMemory().orElseThrow() > 0);
        // 50 of 200 ticks since: the share is that of the time between.
        write("proc/stat", "cpu  140 0 110 830 120 0 0 0 0 0\n");
        assertEquals(OptionalDouble.of(0.25), host.read().cpu());
    }

    @Test
    void whereThereIsNothingToReadTheFigureIsEmpty() {
        Reading reading = new LinuxHost(root, root.resolve("gone")).read();
        assertEquals(OptionalDouble.empty(), reading.cpu());
        assertEquals(OptionalDouble.empty(), reading.memory());
        assertEquals(OptionalDouble.empty(), reading.temperature());
        assertEquals(OptionalDouble.empty(), reading.filesystem());
        assertEquals(OptionalLong.empty(), reading.systemUptime());
    }

    @Test
    void brokenFilesAreNoFigures() throws Exception {
        write("proc/stat", "cpu a b c d e f g h i\n");
        write("proc/meminfo", "MemTotal:\nMemAvailable: x kB\n");
        write("proc/uptime", "\n");
        Reading reading = new LinuxHost(root, root).read();
        assertEquals(OptionalDouble.empty(), reading.cpu());
        assertEquals(OptionalDouble.empty(), reading.memory());
        assertEquals(OptionalLong.empty(), reading.systemUptime());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
