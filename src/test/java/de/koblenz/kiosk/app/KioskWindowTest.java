package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.text.Locales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real terminal in its real window: `buergerterminal run` in a process of its own, on GTK, on a screen of full
/// size with a window manager. What is on the screen is compared, pixel by pixel, with the picture of the page that
/// should be there; a frame, a cursor, a menu or another window would be seen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KioskWindowTest {
    private static final KioskGeometry GLASS = KioskGeometry.PORTRAIT;

    /// Share of pixels that may differ a little: edges of letters.
    private static final double NOISE = 0.002;

    private static final int TITLE_ROW = 300;

    private Path folder;
    private XServer screen;
    private Process terminal;

    /// By a test that starts another one.
    private boolean stopped;

    private ScreenPicture picture;
    private final TestTerminal expected = CityServices.terminalByHand(GLASS);

    @BeforeAll
    void startsTheTerminal(@TempDir Path ownFolder) throws Exception {
        folder = ownFolder;
        Locales locales = ShippedKiosk.CONFIG.locales();
        picture =
                FxToolkit.call(() ->
                        new ScreenPicture(
                                new ScreenView(
                                        tag -> KeyboardWords.of(locales.texts(tag)),
                                        _ -> {},
                                        PinPad.NONE,
                                        System::nanoTime)));
        screen = new XServer(folder, GLASS.width(), GLASS.height());
        terminal = run(configuration(folder.resolve("config")));
        expected.send(new SessionEvent.Touched());
    }

    @AfterAll
    void endsEverything() {
        if (screen != null) {
            screen.close();
        }
    }

    private Process run(Path configuration) throws IOException {
        List<String> command = new ArrayList<>(java(KioskMain.class, "run"));
        command.addAll(List.of("--config", configuration.toString()));
        command.addAll(List.of("--profiles", "device-profiles"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return screen.start(new ProcessBuilder(command), folder.resolve("terminal.log"));
    }

    private List<String> java(Class<?> main, String argument) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dprism.order=sw",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument);
    }

    /// The shipped configuration with secrets of its own.
    private Path configuration(Path to) throws IOException {
        Path from = Path.of("kiosk-config");
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    String text = Files.readString(file);
                    Files.writeString(
                            copy, text.replace("/etc/buergerterminal/secrets", secrets.toString()));
                }
            }
        }
        for (String name : List.of("booking", "payment", "fit-connect")) {
            Files.writeString(secrets.resolve(name), "secret-" + name);
        }
        return to;
    }

    // ---- nobody gets out

    /// A citizen touches the start page once, so that the words on it stand still.
    @BeforeEach
    void startsAtTheStartPage() throws Exception {
        if (stopped) {
            return;
        }
        int[] meant = FxToolkit.call(() -> pixels(picture.take(page())));
        XServer.await(
                () -> "the start page; terminal alive: " + terminal.isAlive(),
                () -> {
                    touchTitle();
                    return difference(meant, screen.pixels()) < NOISE;
                });
    }

    private void touchTitle() {
        try {
            screen.touch(540, TITLE_ROW);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "Escape", "alt+F4", "F11", "alt+Tab", "super", "Menu", "ctrl+q", "ctrl+w", "F1"
            })
    void noKeyLeadsOut(String key) throws Exception {
        screen.does("key", key);
        fillsTheScreen();
    }

    @Test
    @Order(2)
    void noMenuOpensUnderAFinger() throws Exception {
        screen.does("mousemove", "540", Integer.toString(TITLE_ROW), "click", "3", "click", "2");
        fillsTheScreen();
    }

    @Test
    @Order(3)
    void anotherWindowComesNeitherBeforeItNorKeepsTheKeyboard() throws Exception {
        Path opened = folder.resolve("intruder-open");
        List<String> command = java(Intruder.class, opened.toString());
        Process intruder =
                screen.start(new ProcessBuilder(command), folder.resolve("intruder.log"));
        XServer.await(() -> "another window", () -> Files.exists(opened) || !intruder.isAlive());
        assertTrue(intruder.isAlive(), Files.readString(folder.resolve("intruder.log")));
        XServer.await(() -> "the keyboard", () -> windowPid() == terminal.pid());
        fillsTheScreen();
        intruder.destroyForcibly().waitFor();
    }

    @Test
    @Order(4)
    void aCitizenGoesFromLanguageToServiceByTouch() throws Exception {
        touch("language");
        touch("language.en");
        touch("tile.URKUNDEN_AUSKUENFTE");
        touch("service.meldebescheinigung");
        assertEquals("service.meldebescheinigung", expected.screen().key());
        touch("back");
        touch("back");
    }

    /// The finger goes where the control is on the picture; what the real reducer makes of it must be on the screen.
    private void touch(String id) throws Exception {
        Bounds place = FxToolkit.call(() -> place(picture.layOut(page()), id));
        expected.touch(id);
        // A touch right after a change of page does not count: it was meant for what stood there
        // before.
        LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        screen.touch(place.getCenterX(), place.getCenterY());
        shows(page());
    }

    private static Bounds place(Parent within, String id) {
        List<Node> nodes = new ArrayList<>(List.of(within));
        while (!nodes.isEmpty()) {
            Node node = nodes.removeLast();
            if (node.isVisible() && id.equals(node.getId())) {
                return node.localToScene(node.getLayoutBounds());
            }
            if (node.isVisible() && node instanceof Parent parent) {
                nodes.addAll(parent.getChildrenUnmodifiable());
            }
        }
        throw new AssertionError("no " + id);
    }

    private long windowPid() {
        try {
            return Long.parseLong(screen.does("getactivewindow", "getwindowpid"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(5)
    void inTheShippedSessionTheWindowManagerHasNoKeyOfItsOwn() throws Exception {
        screen.replaceWindowManager(
                Path.of("packaging/session/openbox.xml"), folder.resolve("session.log"));
        XServer.await(() -> "the keyboard", () -> windowPid() == terminal.pid());
        for (String key : List.of("alt+space", "super+d", "super+e", "ctrl+alt+Right", "alt+F4")) {
            screen.does("key", key);
        }
        fillsTheScreen();
    }

    @Test
    @Order(6)
    void aBrokenConfigurationShowsAPlainPageWithItsCode() throws Exception {
        stop();
        Path broken = configuration(folder.resolve("broken"));
        Path file = broken.resolve("terminal.yaml");
        Files.writeString(file, Files.readString(file).replace("lowerEdgeMm:", "lowerEgdeMm:"));
        Problems problems = new Problems();
        Installation.read(broken, Path.of("device-profiles"), problems);
        Problem first = problems.sorted().getFirst();

        terminal = run(broken);

        Screen page = SessionPresenter.outOfService(KioskWindow.builtIn(), GLASS, first.code());
        shows(page);
        assertTrue(
                ((Screen.Message) page.body())
                        .paragraphs().stream().anyMatch(text -> text.contains(first.code())));
        String told = Files.readString(folder.resolve("terminal.log"));
        assertTrue(told.contains("terminal.yaml:") && told.contains(first.code()), told);
        FxToolkit.run(
                () -> picture.write(page, Path.of("target/screens/broken-configuration.png")));
        fillsTheScreen(page);
    }

    @Test
    @Order(7)
    void aSecretThatIsNotThereIsTold() throws Exception {
        stop();
        Path config = configuration(folder.resolve("without-secret"));
        Path file = config.resolve("payment.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("secretFile: .*", "secretFile: /nowhere/payment"));

        terminal = run(config);

        shows(SessionPresenter.outOfService(KioskWindow.builtIn(), GLASS, "CFG-SECRET-MISSING"));
        String told = Files.readString(folder.resolve("terminal.log"));
        assertTrue(told.contains("payment.yaml:") && told.contains("/nowhere/payment"), told);
    }

    @Test
    @Order(8)
    void aDisplayThatCannotBeOpenedIsToldAndEndsTheProgram() throws Exception {
        ProcessBuilder program = new ProcessBuilder(java(KioskMain.class, "run"));
        program.environment().put("DISPLAY", ":64321");
        program.environment().remove("WAYLAND_DISPLAY");
        Path log = folder.resolve("no-display.log");
        Process ended = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(ended.waitFor(60, TimeUnit.SECONDS), "it waits for ever");
            String told = Files.readString(log);
            assertEquals(69, ended.exitValue(), told);
            assertTrue(told.contains("no window can be opened"), told);
        } finally {
            ended.destroyForcibly();
        }
    }

    private void stop() throws InterruptedException {
        terminal.destroyForcibly().waitFor();
        stopped = true;
    }

    /// It alone has the keyboard, lies at the corner in full size, and nothing else is to be seen.
    private void fillsTheScreen() throws Exception {
        fillsTheScreen(page());
    }

    private void fillsTheScreen(Screen page) throws Exception {
        assertTrue(terminal.isAlive());
        assertEquals(terminal.pid(), windowPid());
        String window = screen.does("getactivewindow");
        String place = screen.does("getwindowgeometry", "--shell", window);
        assertTrue(place.contains("X=0\nY=0\nWIDTH=1080\nHEIGHT=1920"), place);
        shows(page);
    }

    // ---- what is on the screen

    private Screen page() {
        Screen page = expected.screen();
        return new Screen(
                page.key(),
                page.look(),
                page.look().language().equals("en") ? "Citizens’ office" : "Bürgeramt",
                page.progress(),
                page.section(),
                page.title(),
                page.hint(),
                page.alert(),
                page.body(),
                page.back(),
                page.next(),
                page.services(),
                page.idleLine());
    }

    private void shows(Screen page) throws Exception {
        int[] meant = FxToolkit.call(() -> pixels(picture.take(page)));
        double[] difference = {1};
        XServer.await(
                () -> page.key() + " on the screen; different pixels: " + difference[0],
                () -> {
                    difference[0] = difference(meant, screen.pixels());
                    return difference[0] < NOISE;
                });
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /// Share of pixels with a channel that differs by more than a little.
    private static double difference(int[] one, int[] other) {
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF)) > 24) {
                    different++;
                    break;
                }
            }
        }
        return (double) different / one.length;
    }
}
