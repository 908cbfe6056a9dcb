package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.store.FleetDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page, node by node, in both languages and both themes: nothing cut off, nothing over something else, every word readable, every
/// control named and within reach of the Tab key.
class MonitorScreensTest {
    private static final Bounds SCREEN =
            new BoundingBox(0, 0, MonitorPicture.WIDTH, MonitorPicture.HEIGHT);

    @TempDir private static Path folder;
    private static FleetDatabase database;
    private static SampleFleet fleet;

    @BeforeAll
    static void fill() throws Exception {
        fleet = new SampleFleet(600, 60, 4711);
        fleet.morning();
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        SampleData.write(database, fleet, fleet.terminal(0));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private interface Look {
        void at(String page, Desktop desktop, MonitorPicture picture);
    }

    private static void eachPage(String language, boolean dark, Look look) throws Exception {
        pages(language, dark, MonitorPicture.pages(), look);
    }

    private static void pages(String language, boolean dark, List<String> pages, Look look)
            throws Exception {
        FxToolkit.run(() -> {
            Desktop desktop = new Desktop(database, Desktop.texts(language), dark);
            MonitorPicture picture = new MonitorPicture(desktop.view);
            desktop.take(fleet);
            desktop.view.signIn(Desktop.ADMINISTRATOR);
            for (String page : pages) {
                picture.open(page);
                look.at(page, desktop, picture);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"de, false", "de, true", "en, false"})
    void everyWordCanBeReadAndEveryControlHasAName(String language, boolean dark) throws Exception {
        Set<String> wrong = new TreeSet<>();
        eachPage(
                language,
                dark,
                (page, desktop, picture) -> {
                    WritableImage image = picture.shoot();
                    Node front = front(desktop);
                    List<Text> texts = Walk.texts(front, SCREEN);
                    assertTrue(texts.size() > 20, page);
                    for (Text text : texts) {
                        double contrast = Walk.contrast(text, image);
                        if (contrast < 4.5 && !text.isDisabled()) {
                            wrong.add(page + " is faint: " + text.getText() + " " + contrast);
                        }
                    }
                    Walk.cut(front).stream()
                            // Names of offices are whole in the tip and for screen readers.
                            .filter(text -> !text.startsWith("Bürgeramt "))
                            .forEach(text -> wrong.add(page + " cuts " + text));
                    Walk.overlaps(texts).forEach(text -> wrong.add(page + " lays over " + text));
                    Walk.nameless(front)
                            .forEach(node -> wrong.add(page + " does not name " + node));
                });
        assertEquals(Set.of(), wrong);
    }

    /// What is beneath an open sheet is not meant to be read.
    private static Node front(Desktop desktop) {
        Sheets sheets = desktop.view.place().sheets;
        return sheets.open() ? sheets : desktop.view;
    }

    @Test
    void arrowsGoFromChoiceToChoiceAndChoose() throws Exception {
        pages(
                "de",
                false,
                List.of("overview"),
                (page, desktop, picture) -> {
                    OverviewPage overview = (OverviewPage) desktop.view.page();
                    int all = overview.table().getItems().size();
                    Walk.stops(overview).stream()
                            .filter(ToggleButton.class::isInstance)
                            .findFirst()
                            .orElseThrow()
                            .requestFocus();
                    new Keys(picture.scene()).press(KeyCode.RIGHT);
                    assertTrue(overview.table().getItems().size() < all);
                    assertEquals("Brauchen jemanden", Walk.name(picture.scene().getFocusOwner()));
                });
    }

    @Test
    void theTabKeyReachesEverythingAndComesBack() throws Exception {
        eachPage(
                "de",
                false,
                (page, desktop, picture) -> {
                    List<Node> stops = Walk.stops(front(desktop));
                    assertTrue(stops.size() >= 1, page);
                    List<Node> reached = new ArrayList<>();
                    Keys keys = new Keys(picture.scene());
                    stops.getFirst().requestFocus();
                    for (int i = 0; i < stops.size() * 2; i++) {
                        Node owner = picture.scene().getFocusOwner();
                        if (!reached.contains(owner)) {
                            reached.add(owner);
                        }
                        keys.tab();
                    }
                    for (Node stop : stops) {
                        assertTrue(
                                reached.contains(stop),
                                page + ": " + Walk.name(stop) + " " + stop.getStyleClass());
                    }
                });
    }
}
