package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Standing;
import de.koblenz.kiosk.fleet.board.TerminalRow;
import de.koblenz.kiosk.fleet.model.FleetState;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;

/// Takes pictures of the monitor's pages without a window. FX thread only.
public final class MonitorPicture {
    /// Size of a usual screen.
    public static final int WIDTH = 1920;

    /// Size of a usual screen.
    public static final int HEIGHT = 1080;

    private final MonitorView view;
    private final Scene scene;

    /// @param view in no scene yet; whoever sits there is signed in
    public MonitorPicture(MonitorView view) {
        this.view = view;
        this.scene = view.scene(WIDTH, HEIGHT);
    }

    /// Names of all pages.
    public static java.util.List<String> pages() {
        return java.util.List.of(
                "overview", "terminal", "alarms", "maintenance", "audit", "report", "help");
    }

    /// Takes the fleet as it is; then pages can be opened.
    public void take(FleetState state) {
        view.take(state);
        layOut();
    }

    /// Opens a page; what it asks of the database comes later on the same thread, so take its picture in another turn.
    public void open(String page) {
        Workplace place = view.place();
        place.sheets.shut();
        switch (page) {
            case "terminal" -> worst().ifPresent(row -> place.go(row.id()));
            case "alarms" -> {
                place.go(Workplace.Target.ALARMS);
                choose(view.page().first());
            }
            case "maintenance" -> {
                place.go(Workplace.Target.MAINTENANCE);
                choose(view.page().first());
            }
            case "audit" -> place.go(Workplace.Target.AUDIT);
            case "report" -> place.go(Workplace.Target.REPORT);
            case "help" -> view.help();
            default -> place.go(Workplace.Target.OVERVIEW);
        }
        layOut();
    }

    /// Something is chosen, so that the picture shows what there is to see about it.
    private static void choose(Node table) {
        if (table instanceof TableView<?> rows && !rows.getItems().isEmpty()) {
            rows.getSelectionModel().select(0);
        }
    }

    /// The worst of those that still speak, as of the others there is little to see.
    private Optional<TerminalRow> worst() {
        return view.place().board.rows().stream()
                .filter(row -> !row.software().isEmpty())
                .min(
                        Comparator.<TerminalRow, Boolean>comparing(
                                        row -> row.standing() == Standing.LOST)
                                .thenComparing(TerminalRow.WORST_FIRST));
    }

    /// The page that is open.
    public WritableImage shoot() {
        layOut();
        return scene.snapshot(new WritableImage(WIDTH, HEIGHT));
    }

    private void layOut() {
        // Lists and tables make their cells in the first layout and measure them in the second.
        for (int i = 0; i < 3; i++) {
            view.applyCss();
            view.layout();
        }
    }

    Scene scene() {
        return scene;
    }
}
