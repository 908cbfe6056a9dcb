package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// From the touch to the painted next page, through a real window: pages of every kind in random
/// order, at random moments between two pulses. A plain program, because what counts is the pulse of
/// a running window and not the throughput of a method.
///
/// In full size (1080 × 1920) under Xvfb with GTK, at half size on the headless platform:
/// `java -Dprism.order=sw … PageChangeBenchmark [rounds]`
public final class PageChangeBenchmark {
    private PageChangeBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        double scale = headless ? 0.5 : 1;
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        ScreenLook look = new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "de");
        List<Screen> pages = new ArrayList<>(new SampleScreens(look, w -> w).all().values());
        SynchronousQueue<Long> painted = new SynchronousQueue<>();
        ScreenView[] made = new ScreenView[1];
        FxToolkit.run(() -> made[0] = open(pages.getFirst(), scale));
        ScreenView view = made[0];
        FxToolkit.run(() ->
                view.setPaintListener(_ -> {
                    long now = System.nanoTime();
                    Thread.ofVirtual().start(() -> put(painted, now));
                }));
        Random random = new Random(7);
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < rounds + 100; i++) {
            Screen page = pages.get(random.nextInt(pages.size()));
            Thread.sleep(40 + random.nextInt(40));
            long touched = System.nanoTime();
            Platform.runLater(() -> view.render(page));
            double millis = (painted.take() - touched) / 1e6;
            if (i >= 100) {
                warm.add(millis);
            }
        }
        Collections.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "touch to painted page, %d changes at scale %.1f: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms,"
                        + " max %.1f ms%n",
                warm.size(),
                scale,
                at(warm, 0.5),
                at(warm, 0.95),
                at(warm, 0.99),
                warm.getLast());
        Platform.exit();
    }

    private static ScreenView open(Screen first, double scale) {
        ScreenView view =
                new ScreenView(
                        Branding.KOBLENZ, _ -> SampleScreens.KEYBOARD, _ -> {}, System::nanoTime);
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(new ScaledScreen(view), 1080 * scale, 1920 * scale));
        view.render(first);
        stage.show();
        return view;
    }

    private static void put(SynchronousQueue<Long> queue, long value) {
        try {
            queue.put(value);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
    }
}
