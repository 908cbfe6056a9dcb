package de.koblenz.kiosk.app;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures the start of the packed terminal beside Debian's Chromium in kiosk mode with a static page of the same eight
/// tiles: from the start of the process to the first frame that shows the page, and the memory (PSS of all processes)
/// once it rests. Both are watched from outside, in the frame buffer of Xvfb, so nobody has to be trusted.
/// That is the memory of another process and tells nobody when it changes: all waiting here is looking again after a sleep.
///
/// `mvn -DskipTests package`, then
/// `mvn -Pbench test-compile exec:exec -Dbench.main=de.koblenz.kiosk.app.StartBesideBrowser -Dbench=15`
public final class StartBesideBrowser {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    /// Every seventh pixel in both directions: 42,000 of 2 million, so that looking costs under a millisecond.
    private static final int STEP = 7;

    private static final Duration REST = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path dist;
    private final Path scratch;
    private final String display;
    private final MappedByteBuffer frame;
    private final int pixels;
    private final int stride;

    private StartBesideBrowser(Path dist, Path scratch, String display) throws Exception {
        this.dist = dist;
        this.scratch = scratch;
        this.display = display;
        Path screen = scratch.resolve("fb/Xvfb_screen0");
        while (!Files.exists(screen) || Files.size(screen) < (long) WIDTH * HEIGHT * 4) {
            // Another process: Xvfb says that its screen is there only by the file.
            TimeUnit.MILLISECONDS.sleep(50);
        }
        try (FileChannel channel = FileChannel.open(screen)) {
            this.frame = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        // XWD version 7: header size at 0, bytes per line at 48, number of colours at 76, all
        // big-endian.
        this.pixels = frame.getInt(0) + frame.getInt(76) * 12;
        this.stride = frame.getInt(48);
        frame.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @param arguments how many pairs of runs (15)
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        Path dist = Path.of("target/dist").toAbsolutePath();
        Path scratch = Files.createTempDirectory("start-beside-browser");
        String display = ":" + (90 + ProcessHandle.current().pid() % 900);
        Files.createDirectories(scratch.resolve("fb"));
        Process xvfb =
                new ProcessBuilder(
                                "Xvfb",
                                display,
                                "-screen",
                                "0",
                                WIDTH + "x" + HEIGHT + "x24",
                                "-nolisten",
                                "tcp",
                                "-fbdir",
                                scratch.resolve("fb").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            new StartBesideBrowser(dist, scratch, display).compare(runs);
        } finally {
            xvfb.destroy();
            xvfb.waitFor();
            delete(scratch);
        }
    }

    private void compare(int runs) throws Exception {
        Path config = configuration();
        Path page = scratch.resolve("tiles.html");
        Files.writeString(page, tiles());
        run(List.of(launcher(), "warmup", "--config", config.toString()), "warmup").waitFor();
        List<Figures> terminal = new ArrayList<>();
        List<Figures> browser = new ArrayList<>();
        // The first pair fills the page cache and does not count.
        for (int i = 0; i <= runs; i++) {
            Path data = scratch.resolve("data" + i);
            Figures ours =
                    watch(
                            List.of(
                                    launcher(),
                                    "run",
                                    "--config",
                                    config.toString(),
                                    "--data",
                                    data.toString()),
                            "terminal");
            Figures theirs =
                    watch(
                            List.of(
                                    "chromium",
                                    "--kiosk",
                                    "--no-first-run",
                                    "--no-sandbox",
                                    "--user-data-dir=" + scratch.resolve("profile" + i),
                                    "--window-position=0,0",
                                    "--window-size=" + WIDTH + "," + HEIGHT,
                                    page.toUri().toString()),
                            "browser");
            if (i > 0) {
                terminal.add(ours);
                browser.add(theirs);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%2d  terminal %4d ms %4d MB   browser %4d ms %4d MB%n",
                    i,
                    ours.millis(),
                    ours.kilobytes() / 1024,
                    theirs.millis(),
                    theirs.kilobytes() / 1024);
        }
        summary(
                "first frame, ms",
                terminal.stream().map(Figures::millis).toList(),
                browser.stream().map(Figures::millis).toList());
        summary(
                "memory, KB PSS",
                terminal.stream().map(Figures::kilobytes).toList(),
                browser.stream().map(Figures::kilobytes).toList());
    }

    private static void summary(String what, List<Long> ours, List<Long> theirs) {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> (double) ours.get(i) / theirs.get(i));
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s: terminal median %d, browser median %d, ratio of pairs median %.2f (%.2f to %.2f)%n",
                what,
                ours.stream().sorted().toList().get(ours.size() / 2),
                theirs.stream().sorted().toList().get(theirs.size() / 2),
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private record Figures(long millis, long kilobytes) {}

    private record Look(long millis, int[] pixels) {}

    /// Starts a program, follows what it paints until the picture rests, and ends it.
    private Figures watch(List<String> command, String name) throws Exception {
        long start = System.nanoTime();
        Process process = run(command, name);
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(0, look()));
        long changed = start;
        while (looks.size() < 2 || System.nanoTime() - changed < REST.toNanos()) {
            int[] now = look();
            if (!Arrays.equals(now, looks.getLast().pixels())) {
                changed = System.nanoTime();
                looks.add(new Look((changed - start) / 1_000_000, now));
            }
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        name + " painted nothing that rests: " + Files.readString(log(name)));
            }
            // Looking all the time would take a processor from what is measured.
            TimeUnit.MILLISECONDS.sleep(2);
        }
        long memory = memory(process);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        int[] last = looks.getLast().pixels();
        long shown =
                looks.stream()
                        .filter(seen -> shows(seen.pixels(), last))
                        .findFirst()
                        .orElseThrow()
                        .millis();
        return new Figures(shown, memory);
    }

    /// Whether a frame shows the page: nineteen of twenty of the pixels that are not background are in place.
    private static boolean shows(int[] frame, int[] page) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : page) {
            counts.merge(pixel, 1, Integer::sum);
        }
        int background =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        int content = 0;
        int same = 0;
        for (int i = 0; i < page.length; i++) {
            if (page[i] != background) {
                content++;
                same += frame[i] == page[i] ? 1 : 0;
            }
        }
        return content > 0 && same >= content * 0.95;
    }

    private int[] look() {
        int[] seen = new int[((HEIGHT + STEP - 1) / STEP) * ((WIDTH + STEP - 1) / STEP)];
        int i = 0;
        for (int y = 0; y < HEIGHT; y += STEP) {
            for (int x = 0; x < WIDTH; x += STEP) {
                seen[i++] = frame.getInt(pixels + y * stride + x * 4) & 0xFFFFFF;
            }
        }
        return seen;
    }

    /// Proportional set size of a process and all that it started, in KB.
    private static long memory(Process process) throws IOException {
        long sum = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
            Path rollup = Path.of("/proc/" + each.pid() + "/smaps_rollup");
            for (String line : Files.readAllLines(rollup)) {
                if (line.startsWith("Pss:")) {
                    sum += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return sum;
    }

    private Process run(List<String> command, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("BUERGERTERMINAL_CACHE", scratch.resolve("cache").toString());
        return builder.redirectErrorStream(true).redirectOutput(log(name).toFile()).start();
    }

    private Path log(String name) {
        return scratch.resolve(name + ".log");
    }

    private String launcher() {
        return dist.resolve("bin/buergerterminal").toString();
    }

    /// The shipped configuration with secrets that are nobody's; what they would open does not answer.
    private Path configuration() throws IOException {
        Path config = scratch.resolve("kiosk-config");
        Path shipped = dist.resolve("kiosk-config");
        Path secrets = Files.createDirectories(scratch.resolve("secrets"));
        for (String name : List.of("fit-connect", "payment", "booking")) {
            Files.writeString(secrets.resolve(name), "nobody:nothing\n");
        }
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = config.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.toString().endsWith(".yaml")) {
                    Files.writeString(
                            copy,
                            Files.readString(file)
                                    .replace("/etc/buergerterminal", scratch.toString()));
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return config;
    }

    private static String tiles() {
        StringBuilder html =
                new StringBuilder(
                        """
                        <!doctype html><html lang="de"><meta charset="utf-8"><title>Bürgerterminal</title><style>
                        *{box-sizing:border-box} body{margin:0;font:32px sans-serif;background:#fff;color:#1a1a1a}
                        header,footer{height:120px;padding:32px 48px;background:#eef1f4}
                        main{height:1680px;padding:48px} h1{font-size:56px;margin:16px 0 48px}
                        .tiles{display:grid;grid-template-columns:1fr 1fr;gap:24px}
                        a{height:300px;padding:32px;border:2px solid #5c6b78;border-radius:12px;font-size:36px;color:#003064;display:block}
                        </style><header>Stadt Koblenz</header><main><h1>Guten Tag. Was möchten Sie erledigen?</h1><div class="tiles">
                        """);
        for (String tile :
                List.of(
                        "Ausweis und Pass",
                        "Wohnen und Umziehen",
                        "Auto und Verkehr",
                        "Familie und Kinder",
                        "Beruf und Gewerbe",
                        "Bauen",
                        "Freizeit und Kultur",
                        "Soziales und Gesundheit")) {
            html.append("<a>").append(tile).append("</a>");
        }
        return html.append("</div></main><footer>Hilfe · Sprache</footer></html>").toString();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
