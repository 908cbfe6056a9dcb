package de.koblenz.kiosk.fleet.monitor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import de.koblenz.kiosk.fleet.model.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the monitor begins.
///
/// @param dark colours
/// @param shard for what operators want of a whole office
/// @param lockAfter whoever does nothing for so long is signed out
/// @param calls whether somebody is called to alarms
/// @param nobody who looks while nobody has signed in; empty where nobody may
public record MonitorLook(
        boolean dark, int shard, Duration lockAfter, boolean calls, Optional<Operator> nobody) {
    private static final String FONTS = "/de/koblenz/kiosk/citizen/ui/fonts/";

    /// Dresses a scene. The theme is the scene's alone: a terminal in the same process keeps its own.
    static void dress(Scene scene, boolean dark) {
        loadFonts();
        scene.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        sheet("monitor.css"),
                        sheet(dark ? "monitor-dark.css" : "monitor-light.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(MonitorLook.class.getResource(name)).toExternalForm();
    }

    private static synchronized void loadFonts() {
        for (String name : new String[] {"FiraSans-Regular.ttf", "FiraSans-SemiBold.ttf"}) {
            try (InputStream in = MonitorLook.class.getResourceAsStream(FONTS + name)) {
                Font.loadFont(in, 15);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
