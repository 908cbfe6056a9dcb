package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.KioskStage;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Goes through the pages that need nobody else, so that their classes are in the cache.
final class Warmup {
    private final Installation installation;
    private final Path scratch;

    Warmup(Installation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
    }

    /// @param window whether to draw in a window, as in service, or without one
    void run(boolean window) throws InterruptedException {
        LinkedBlockingQueue<Screen> shown = new LinkedBlockingQueue<>();
        try (KioskGraph graph =
                new KioskGraph(
                        installation,
                        Endpoints.nobody(installation.settings()),
                        scratch,
                        Clocks.system())) {
            CountDownLatch ready = new CountDownLatch(1);
            Platform.runLater(() -> {
                ScreenView view = graph.view(System::nanoTime);
                ScreenPicture camera = window ? null : new ScreenPicture(view);
                if (window) {
                    new KioskStage(new Stage(), view).open();
                }
                graph.start(screen ->
                        Platform.runLater(() -> {
                            if (camera == null) {
                                view.render(screen);
                            } else {
                                camera.take(screen);
                            }
                            shown.add(screen);
                        }));
                ready.countDown();
            });
            ready.await();
            for (SessionEvent event : touches()) {
                if (shown.poll(10, TimeUnit.SECONDS) == null) {
                    break;
                }
                graph.post(event);
            }
            var _ = graph.backstage();
        }
    }

    private List<SessionEvent> touches() {
        return List.of(
                new SessionEvent.SearchOpened(),
                new SessionEvent.Entered(SessionEvent.Entered.SEARCH, "p"),
                new SessionEvent.BackPressed(),
                new SessionEvent.SituationChosen(installation.catalog().tiles().getFirst()),
                new SessionEvent.BackPressed(),
                new SessionEvent.ServiceChosen(installation.catalog().all().getFirst().id()),
                new SessionEvent.BackPressed());
    }
}
