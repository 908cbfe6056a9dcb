package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.FleetState;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Brings states to the screen: the newest of a pulse alone, however many come. Thread-safe.
public final class FleetFeed implements Consumer<FleetState> {
    private final AtomicReference<@Nullable FleetState> newest = new AtomicReference<>();
    private final MonitorView view;

    private FleetFeed(MonitorView view) {
        this.view = view;
    }

    /// Feeds a view from now on; FX thread only.
    ///
    /// @param scene that the view is in
    public static FleetFeed into(MonitorView view, Scene scene) {
        FleetFeed feed = new FleetFeed(view);
        // Before the layout of each pulse, so that what came is seen with this pulse.
        scene.addPreLayoutPulseListener(feed::draw);
        return feed;
    }

    @Override
    public void accept(FleetState state) {
        if (newest.getAndSet(state) == null) {
            Platform.runLater(Platform::requestNextPulse);
        }
    }

    private void draw() {
        FleetState state = newest.getAndSet(null);
        if (state != null) {
            view.take(state);
        }
    }
}
