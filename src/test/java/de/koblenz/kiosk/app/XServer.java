package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import de.koblenz.kiosk.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A real X server (Xvfb) without a graphics card, with a window manager (openbox) and somebody at its keyboard and
/// screen (xdotool). It chooses a free display number by itself. What it shows is read from its frame buffer, which
/// lies in a file (X Window Dump, version 7).
final class XServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path xdotool = Peers.require("xdotool");
    private final int width;
    private final int height;
    private final Path frameBuffer;
    private final String display;
    private Process windowManager;
    private final List<Process> children = new ArrayList<>();

    /// @param folder for its frame buffer and logs
    XServer(Path folder, int width, int height) throws IOException {
        Path xvfb = Peers.require("Xvfb");
        Path openbox = Peers.require("openbox");
        this.width = width;
        this.height = height;
        frameBuffer = folder.resolve("Xvfb_screen0");
        Process server =
                new ProcessBuilder(
                                xvfb.toString(),
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                width + "x" + height + "x24",
                                "-fbdir",
                                folder.toString(),
                                "-nolisten",
                                "tcp")
                        .redirectError(folder.resolve("xvfb.log").toFile())
                        .start();
        children.add(server);
        try {
            BufferedReader said = server.inputReader(StandardCharsets.US_ASCII);
            String number = said.readLine();
            if (number == null) {
                fail("Xvfb did not start: " + Files.readString(folder.resolve("xvfb.log")));
            }
            display = ":" + number;
            windowManager =
                    start(new ProcessBuilder(openbox.toString()), folder.resolve("openbox.log"));
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /// Starts a program on this display; it ends with the display at the latest.
    Process start(ProcessBuilder program, Path log) throws IOException {
        program.environment().put("DISPLAY", display);
        program.environment().remove("WAYLAND_DISPLAY");
        Process started = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        children.add(started);
        return started;
    }

    /// Lets the window manager run with another configuration.
    void replaceWindowManager(Path configuration, Path log)
            throws IOException, InterruptedException {
        Process before = windowManager;
        String path = configuration.toAbsolutePath().toString();
        windowManager =
                start(
                        new ProcessBuilder(
                                Peers.require("openbox").toString(),
                                "--replace",
                                "--config-file",
                                path),
                        log);
        if (!before.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            fail("the window manager stays");
        }
        await(
                () -> "the window manager",
                () -> start("getactivewindow").onExit().join().exitValue() == 0);
    }

    /// Somebody at keyboard and screen does something; returns what xdotool says.
    String does(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    private Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(xdotool.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("no xdotool", e);
        }
    }

    /// A finger touches and lifts.
    void touch(double x, double y) throws IOException, InterruptedException {
        does(
                "mousemove",
                Integer.toString((int) Math.round(x)),
                Integer.toString((int) Math.round(y)),
                "click",
                "1");
    }

    /// What is on the screen, row by row, as 0xRRGGBB.
    int[] pixels() {
        try {
            ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(frameBuffer));
            int header = dump.getInt(0);
            int colours = dump.getInt(19 * 4);
            boolean bigEndian = dump.getInt(7 * 4) == 1;
            int stride = dump.getInt(12 * 4);
            int start = header + colours * 12;
            dump.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int[] pixels = new int[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = dump.getInt(start + y * stride + 4 * x) & 0xFFFFFF;
                }
            }
            return pixels;
        } catch (IOException e) {
            throw new AssertionError("no frame buffer", e);
        }
    }

    /// Waits for something that a real program does in its own time.
    static void await(Supplier<String> what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("in vain waited for " + what.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /// Ends everything that was started here, the server last.
    @Override
    public void close() {
        for (Process child : children.reversed()) {
            child.destroyForcibly().onExit().join();
        }
    }
}
