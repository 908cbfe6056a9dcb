package de.koblenz.kiosk.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.scanner.HostileScanner.Reply;
import de.koblenz.kiosk.device.scanner.ScanSettings.Colour;
import de.koblenz.kiosk.device.scanner.ScanSettings.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Whatever a scanner answers, at whatever step: a scan ends with a code, soon, and nobody else is asked.
@Timeout(60)
class HostileScannerTest {
    private static final ScannerTimings QUICK =
            new ScannerTimings(
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(400),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(10),
                    Duration.ofMillis(200));
    private static final ScanSettings SETTINGS =
            new ScanSettings(Source.PLATEN, 100, Colour.GREY, 5, 1 << 20);

    private static final String CAPABILITIES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
            xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.0</pwg:Version>\
            <scan:Platen><scan:PlatenInputCaps><scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>3508</scan:MaxHeight>\
            <scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode>\
            </scan:ColorModes><scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>\
            </scan:DocumentFormats><scan:SupportedResolutions><scan:DiscreteResolutions><scan:DiscreteResolution>\
            <scan:XResolution>100</scan:XResolution><scan:YResolution>100</scan:YResolution></scan:DiscreteResolution>\
            </scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>\
            </scan:PlatenInputCaps></scan:Platen></scan:ScannerCapabilities>
            """;

    /// The same with a feeder in place of the plate.
    private static final String FEEDER =
            CAPABILITIES
                    .replace("PlatenInputCaps", "AdfSimplexInputCaps")
                    .replace("scan:Platen>", "scan:Adf>");

    private static final String IDLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
            xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.0</pwg:Version>\
            <pwg:State>Idle</pwg:State></scan:ScannerStatus>
            """;

    private static final String LOCATION = "Location: /eSCL/ScanJobs/1\r\n";
    private static final String PICTURE = "Content-Type: image/jpeg\r\n";

    private static byte[] xml(String text) {
        return HostileScanner.answer(
                200, "Content-Type: text/xml\r\n", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 110, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
        return out.toByteArray();
    }

    /// One that does all as it should.
    private static HostileScanner honest() throws IOException {
        return new HostileScanner()
                .on("GET ScannerCapabilities", xml(CAPABILITIES))
                .on("GET ScannerStatus", xml(IDLE))
                .on("POST ScanJobs", HostileScanner.answer(201, LOCATION, new byte[0]))
                .on("GET NextDocument", HostileScanner.answer(200, PICTURE, jpeg()))
                .on("DELETE 1", HostileScanner.answer(200, "", new byte[0]));
    }

    private static ScanOutcome scan(HostileScanner far) {
        return scan(far, SETTINGS);
    }

    private static ScanOutcome scan(HostileScanner far, ScanSettings settings) {
        try (EsclScanner scanner =
                new EsclScanner(new DeviceId("document-scanner"), far.base(), QUICK)) {
            return scanner.scan(settings).orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static ScannerCode code(HostileScanner far) {
        return assertInstanceOf(ScanOutcome.Failed.class, scan(far)).code();
    }

    @Test
    void anHonestOneGivesAPage() throws IOException {
        try (HostileScanner far = honest();
                ScanOutcome.Scanned scanned =
                        assertInstanceOf(ScanOutcome.Scanned.class, scan(far))) {
            assertEquals(80, scanned.pages().getFirst().width());
            assertEquals(
                    List.of(
                            "GET /eSCL/ScannerCapabilities",
                            "GET /eSCL/ScannerStatus",
                            "POST /eSCL/ScanJobs",
                            "GET /eSCL/ScanJobs/1/NextDocument",
                            "DELETE /eSCL/ScanJobs/1"),
                    far.asked);
        }
    }

    private static void endless(OutputStream out, String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        byte[] more = new byte[8192];
        Arrays.fill(more, (byte) 'a');
        while (true) {
            out.write(more);
        }
    }

    private static Map<String, Reply> tricks(HostileScanner far) {
        Map<String, Reply> tricks = new LinkedHashMap<>();
        String ok = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
        tricks.put("nothing at all", _ -> far.stall());
        tricks.put("a closed connection", _ -> {});
        tricks.put("no HTTP", out -> out.write("220 ready\r\n".getBytes(StandardCharsets.UTF_8)));
        tricks.put("bytes without end, no HTTP", out -> endless(out, ""));
        tricks.put("headers without end", out -> endless(out, "HTTP/1.1 200 OK\r\nX: "));
        tricks.put("a body without end", out -> endless(out, ok + "\r\n"));
        tricks.put(
                "a chunk without end",
                out -> endless(out, ok + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n"));
        tricks.put(
                "a chunk of a wrong length",
                text(ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"));
        tricks.put("a body longer than any", text(ok + "Content-Length: 99999999999\r\n\r\nabc"));
        tricks.put("a body of negative length", text(ok + "Content-Length: -5\r\n\r\nabc"));
        tricks.put("a body that breaks off", text(ok + "Content-Length: 500\r\n\r\nabc"));
        tricks.put(
                "a body that stops",
                out -> {
                    text(ok + "Content-Length: 500\r\n\r\nabc").write(out);
                    out.flush();
                    far.stall();
                });
        tricks.put("an empty body", text(ok + "Content-Length: 0\r\n\r\n"));
        tricks.put("500", text("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"));
        tricks.put(
                "401",
                text(
                        "HTTP/1.1 401 X\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"));
        tricks.put("503 for ever", text("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n"));
        tricks.put(
                "200 with a page of a browser",
                text(ok + "Content-Length: 13\r\n\r\n<html></html>"));
        return tricks;
    }

    private static Reply trick(HostileScanner far, String name) {
        return Optional.ofNullable(tricks(far).get(name)).orElseThrow();
    }

    private static Reply text(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    @TestFactory
    Stream<DynamicTest> everyTrickAtEveryStepEndsInACode() throws IOException {
        List<String> steps =
                List.of(
                        "GET ScannerCapabilities",
                        "GET ScannerStatus",
                        "POST ScanJobs",
                        "GET NextDocument");
        List<DynamicTest> tests = new ArrayList<>();
        Set<ScannerCode> possible =
                Set.of(
                        ScannerCode.BAD_DATA,
                        ScannerCode.SLOW,
                        ScannerCode.TOO_LARGE,
                        ScannerCode.BUSY,
                        ScannerCode.UNSUPPORTED);
        List<String> names;
        try (HostileScanner any = new HostileScanner()) {
            names = List.copyOf(tricks(any).keySet());
        }
        for (String step : steps) {
            for (String name : names) {
                tests.add(
                        dynamicTest(
                                step + ": " + name,
                                () -> {
                                    try (HostileScanner far = honest()) {
                                        far.on(step, trick(far, name));
                                        ScannerCode code = code(far);
                                        assertTrue(possible.contains(code), code.code());
                                    }
                                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> noTrickAtTheEndTakesAPageBack() throws IOException {
        List<String> names;
        try (HostileScanner any = new HostileScanner()) {
            names = List.copyOf(tricks(any).keySet());
        }
        return names.stream()
                .map(name ->
                        dynamicTest(
                                name,
                                () -> {
                                    try (HostileScanner far = honest()) {
                                        far.on("DELETE 1", trick(far, name));
                                        assertInstanceOf(ScanOutcome.Scanned.class, scan(far))
                                                .close();
                                    }
                                }));
    }

    @TestFactory
    Stream<DynamicTest> noXmlDoesHarm() {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                        + "<scan:ScannerStatus xmlns:scan=\""
                        + Escl.SCAN
                        + "\">&c;</scan:ScannerStatus>";
        String file =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                        + "<scan:ScannerStatus xmlns:scan=\""
                        + Escl.SCAN
                        + "\">&b;</scan:ScannerStatus>";
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("an entity bomb", bomb);
        hostile.put("a file of the machine", file);
        hostile.put("deep elements", IDLE.replace("<pwg:State>", "<a>".repeat(5_000)));
        hostile.put(
                "many elements",
                IDLE.replace("<pwg:State>", "<pwg:X/>".repeat(9_000) + "<pwg:State>"));
        hostile.put("another root", IDLE.replace("ScannerStatus", "ScannerState"));
        hostile.put("another namespace", IDLE.replace("2011/05/03", "2099/01/01"));
        hostile.put("no state", IDLE.replace("pwg:State", "pwg:Stand"));
        hostile.put("an unknown state", IDLE.replace("Idle", "Dancing"));
        hostile.put("more than XML may have", IDLE.replace("Idle", " ".repeat(300_000) + "Idle"));
        hostile.put("an encoding that there is not", IDLE.replace("UTF-8", "UTF-9"));
        return hostile.entrySet().stream()
                .map(each ->
                        dynamicTest(
                                each.getKey(),
                                () -> {
                                    try (HostileScanner far =
                                            honest().on(
                                                            "GET ScannerStatus",
                                                            xml(each.getValue()))) {
                                        assertTrue(
                                                Set.of(ScannerCode.BAD_DATA, ScannerCode.TOO_LARGE)
                                                        .contains(code(far)));
                                    }
                                }));
    }

    @Test
    void nobodyElseIsAsked() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/eSCL/ScanJobs/1";
            String to = "Location: " + there + "\r\n";
            for (String step :
                    List.of(
                            "GET ScannerCapabilities",
                            "GET ScannerStatus",
                            "POST ScanJobs",
                            "GET NextDocument")) {
                for (int status : List.of(301, 302, 303, 307, 308)) {
                    try (HostileScanner far =
                            honest().on(step, HostileScanner.answer(status, to, new byte[0]))) {
                        assertEquals(ScannerCode.BAD_DATA, code(far), step + " " + status);
                    }
                }
            }
            try (HostileScanner far =
                            honest().on(
                                            "POST ScanJobs",
                                            HostileScanner.answer(201, to, new byte[0]));
                    ScanOutcome.Scanned _ =
                            assertInstanceOf(ScanOutcome.Scanned.class, scan(far))) {
                assertTrue(far.asked.contains("GET /eSCL/ScanJobs/1/NextDocument"));
            }
            elsewhere.setSoTimeout(50);
            try {
                elsewhere.accept().close();
                fail("somebody else was asked");
            } catch (SocketTimeoutException _) {
                // Nobody was.
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> ofAJobsAddressOnlyThePathCounts() {
        URI base = URI.create("http://127.0.0.1:60000/eSCL/");
        String job = "http://127.0.0.1:60000/eSCL/ScanJobs/7";
        return Stream.of(
                        "/eSCL/ScanJobs/7",
                        "/eSCL/ScanJobs/7/",
                        "ScanJobs/7",
                        "http://127.0.0.1:60000/eSCL/ScanJobs/7",
                        "https://elsewhere.example:443/eSCL/ScanJobs/7",
                        "http://CN26F178X605SZ.03f011b0.hpLedmUSB/eSCL/ScanJobs/7",
                        "http://user@elsewhere.example/eSCL/ScanJobs/7",
                        "http://[fe80/eSCL/ScanJobs/7")
                .map(said ->
                        dynamicTest(
                                said,
                                () -> assertEquals(job, JobAddress.of(said, base).toString())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoJobsAddressIsRefused() {
        URI base = URI.create("http://127.0.0.1:60000/eSCL/");
        return Stream.of(
                        "",
                        "/",
                        "/eSCL",
                        "/eSCL/ScanJobs/",
                        "/eSCL/ScanJobs",
                        "/eSCL/ScanJobs/../../admin",
                        "/eSCL/ScanJobs/7?delete=all",
                        "/eSCL/ScanJobs/7#x",
                        "//elsewhere.example/eSCL/ScanJobs/7",
                        "/eSCL/ScanJobs/7 8",
                        "/eSCL/ScanJobs/%zz",
                        "file:///eSCL/ScanJobs//7",
                        "/eSCL/ScanJobs/" + "7".repeat(500))
                .map(said ->
                        dynamicTest(
                                said.length() > 60 ? "a long one" : said + "!",
                                () ->
                                        assertEquals(
                                                ScannerCode.BAD_DATA,
                                                assertThrows(
                                                                ScanFault.class,
                                                                () -> JobAddress.of(said, base))
                                                        .code())));
    }

    @Test
    void aPageOfAnotherTypeIsNone() throws IOException {
        for (String type :
                List.of("Content-Type: application/pdf\r\n", "", "Content-Type: text/html\r\n")) {
            try (HostileScanner far =
                    honest().on("GET NextDocument", HostileScanner.answer(200, type, jpeg()))) {
                assertEquals(ScannerCode.BAD_DATA, code(far), type);
            }
        }
        String withParameter = "content-type: Image/JPEG; charset=binary\r\n";
        try (HostileScanner far =
                honest().on(
                                "GET NextDocument",
                                HostileScanner.answer(200, withParameter, jpeg()))) {
            assertInstanceOf(ScanOutcome.Scanned.class, scan(far)).close();
        }
    }

    @Test
    void garbageIsNoPage() throws IOException {
        Random dice = new Random(20_26);
        for (int i = 0; i < 30; i++) {
            byte[] page = jpeg();
            if (i % 3 == 0) {
                page = Arrays.copyOf(page, dice.nextInt(page.length));
            } else if (i % 3 == 1) {
                dice.nextBytes(page);
            } else {
                // The frame's length.
                page[page.length / 2 - 1] = (byte) 0xFF;
                page[page.length / 2] = (byte) 0xC0;
                page = Arrays.copyOf(page, page.length - 2);
            }
            try (HostileScanner far =
                    honest().on("GET NextDocument", HostileScanner.answer(200, PICTURE, page))) {
                assertEquals(ScannerCode.BAD_DATA, code(far));
            }
        }
    }

    @Test
    void anEndlessFeederIsStopped() throws IOException {
        try (HostileScanner far = honest().on("GET ScannerCapabilities", xml(FEEDER))) {
            ScanOutcome outcome = scan(far, SETTINGS.with(Source.FEEDER));
            assertEquals(new ScanOutcome.Failed(ScannerCode.TOO_MANY), outcome);
            assertEquals(
                    6,
                    far.asked.stream().filter(it -> it.endsWith("/NextDocument")).count(),
                    "five pages, and the one too many");
            assertTrue(far.asked.contains("DELETE /eSCL/ScanJobs/1"));
        }
    }

    private static String status(String state, String feeder, String job) {
        String adf =
                feeder.isEmpty() ? "" : "<scan:AdfState>ScannerAdf" + feeder + "</scan:AdfState>";
        String jobs =
                job.isEmpty()
                        ? ""
                        : "<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/1</pwg:JobUri><pwg:JobState>"
                                + job
                                + "</pwg:JobState></scan:JobInfo></scan:Jobs>";
        return IDLE.replace(
                "<pwg:State>Idle</pwg:State>", "<pwg:State>" + state + "</pwg:State>" + adf + jobs);
    }

    /// After the first page the scanner says once that there is none, and is as `then` says; asked again it has another page.
    ///
    /// @return how many pages came, or why none did
    private static String afterOnePage(int answer, String then) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (HostileScanner far = honest()) {
            far.on("GET ScannerCapabilities", xml(FEEDER));
            far.on(
                    "GET NextDocument",
                    out -> {
                        switch (asked.incrementAndGet()) {
                            case 1, 3 -> out.write(HostileScanner.answer(200, PICTURE, jpeg()));
                            case 2 -> {
                                far.on("GET ScannerStatus", xml(then));
                                out.write(HostileScanner.answer(answer, "", new byte[0]));
                            }
                            default -> {
                                far.on(
                                        "GET ScannerStatus",
                                        xml(status("Idle", "Empty", "Completed")));
                                out.write(HostileScanner.answer(404, "", new byte[0]));
                            }
                        }
                    });
            return switch (scan(far, SETTINGS.with(Source.FEEDER))) {
                case ScanOutcome.Scanned scanned -> {
                    try (scanned) {
                        yield Integer.toString(scanned.pages().size());
                    }
                }
                case ScanOutcome.Failed(ScannerCode code) -> code.code();
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> noPageIsTheEndOnlyIfTheFeederHasNoMore() {
        return Stream.of(
                        // answer, state, feeder, job: what becomes of it
                        "404 Processing Loaded Processing: 2",
                        "404 Processing Processing Processing: 2",
                        "404 Idle Loaded Processing: 2",
                        "404 Processing Loaded -: 2",
                        "404 Processing - Processing: 2",
                        "404 Processing - -: 2",
                        "409 Processing Loaded Processing: 2",
                        "409 Processing Processing -: 2",
                        "404 Processing Empty Processing: 1",
                        "404 Idle Empty -: 1",
                        "404 Idle - -: 1",
                        "404 Idle - Processing: 1",
                        "404 Idle Loaded Completed: 1",
                        "409 Processing Empty Processing: 1",
                        "410 Idle Empty Completed: 1",
                        "404 Idle Loaded -: SCN-BAD-DATA",
                        "409 Idle - -: SCN-BAD-DATA",
                        "410 Processing Loaded Processing: SCN-BAD-DATA",
                        "410 Processing - -: SCN-BAD-DATA",
                        "404 Idle Loaded Aborted: SCN-BAD-DATA",
                        "404 Idle Empty Aborted: SCN-BAD-DATA",
                        "404 Processing Loaded Canceled: SCN-CANCELLED",
                        "404 Processing Jam Processing: SCN-JAM")
                .map(line ->
                        dynamicTest(
                                line,
                                () -> {
                                    String[] said = line.split(" ");
                                    String job = said[3].substring(0, said[3].length() - 1);
                                    String then = status(said[1], word(said[2]), word(job));
                                    assertEquals(
                                            said[4], afterOnePage(Integer.parseInt(said[0]), then));
                                }));
    }

    private static String word(String said) {
        return said.equals("-") ? "" : said;
    }

    @Test
    void aPageThatNeverComesIsNoEnd() throws IOException {
        try (HostileScanner far = honest()) {
            far.on("GET ScannerCapabilities", xml(FEEDER));
            AtomicInteger asked = new AtomicInteger();
            far.on(
                    "GET NextDocument",
                    out -> {
                        if (asked.incrementAndGet() == 1) {
                            out.write(HostileScanner.answer(200, PICTURE, jpeg()));
                        } else {
                            far.on(
                                    "GET ScannerStatus",
                                    xml(status("Processing", "Loaded", "Processing")));
                            out.write(HostileScanner.answer(404, "", new byte[0]));
                        }
                    });
            assertEquals(
                    new ScanOutcome.Failed(ScannerCode.SLOW),
                    scan(far, SETTINGS.with(Source.FEEDER)));
        }
    }

    @Test
    void aScannerThatGoesInTheMiddleOfAStepIsGone() throws IOException {
        for (String step : List.of("POST ScanJobs", "GET NextDocument")) {
            HostileScanner far = honest();
            far.on(step, _ -> far.close());
            assertEquals(ScannerCode.GONE, code(far), step);
        }
    }

    @Test
    void cancellingEndsEveryStepThatSaysNothing() throws Exception {
        ScannerTimings patient =
                new ScannerTimings(
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(200));
        for (String step :
                List.of(
                        "GET ScannerCapabilities",
                        "GET ScannerStatus",
                        "POST ScanJobs",
                        "GET NextDocument")) {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            try (HostileScanner far = honest();
                    EsclScanner scanner =
                            new EsclScanner(
                                    new DeviceId("document-scanner"), far.base(), patient)) {
                far.on(
                        step,
                        _ -> {
                            reached.complete(null);
                            far.stall();
                        });
                CompletableFuture<ScanOutcome> scan = scanner.scan(SETTINGS);
                reached.get(20, TimeUnit.SECONDS);
                scanner.cancel();
                // The class promises a second; a loaded machine gets five.
                assertEquals(
                        new ScanOutcome.Failed(ScannerCode.CANCELLED),
                        scan.get(5, TimeUnit.SECONDS),
                        step);
            }
        }
    }

    @Test
    void aJobThatBeginsAfterItWasCancelledIsGivenUp() throws Exception {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        ScannerTimings usual = ScannerTimings.USUAL;
        try (HostileScanner far = honest();
                EsclScanner scanner =
                        new EsclScanner(new DeviceId("document-scanner"), far.base(), usual)) {
            far.on(
                    "POST ScanJobs",
                    out -> {
                        reached.complete(null);
                        cancelled.join();
                        out.write(HostileScanner.answer(201, LOCATION, new byte[0]));
                    });
            CompletableFuture<Void> deleted = new CompletableFuture<>();
            far.on(
                    "DELETE 1",
                    out -> {
                        out.write(HostileScanner.answer(200, "", new byte[0]));
                        deleted.complete(null);
                    });
            CompletableFuture<ScanOutcome> scan = scanner.scan(SETTINGS);
            reached.get(20, TimeUnit.SECONDS);
            scanner.cancel();
            assertEquals(
                    new ScanOutcome.Failed(ScannerCode.CANCELLED), scan.get(5, TimeUnit.SECONDS));
            cancelled.complete(null);
            deleted.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aHostileScannersHealthIsOneOfThoseThereAre() throws Exception {
        ScannerTimings quick =
                new ScannerTimings(
                        Duration.ZERO,
                        Duration.ofMillis(5),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(100),
                        Duration.ofMillis(100),
                        Duration.ofMillis(100),
                        Duration.ofMillis(100),
                        Duration.ofMillis(10),
                        Duration.ofMillis(10));
        try (HostileScanner far = honest().on("GET ScannerStatus", xml("<a/>"));
                EsclScanner scanner =
                        new EsclScanner(new DeviceId("document-scanner"), far.base(), quick)) {
            CompletableFuture<DeviceHealth> broken = new CompletableFuture<>();
            scanner.observe(health -> {
                if (health.state() != DeviceState.STARTING) {
                    broken.complete(health);
                }
            });
            assertEquals(DeviceState.HARDWARE_ERROR, broken.get(20, TimeUnit.SECONDS).state());
        }
    }
}
