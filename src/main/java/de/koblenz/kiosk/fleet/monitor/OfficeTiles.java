package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.OfficeSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// All offices by name, so that each keeps its place. One stop of the Tab key; arrows go from tile to tile, Enter or the space bar asks for the
/// terminals of one. FX thread only.
final class OfficeTiles extends Pane {
    private static final double GAP = 8;
    private static final double LEAST = 174;

    private final Workplace place;
    private final Consumer<Optional<String>> asked;
    private final Map<String, OfficeTile> tiles = new HashMap<>();
    private List<String> order = List.of();
    private Optional<String> chosen = Optional.empty();
    private int current;

    /// @param asked an office is asked for, or all of them
    OfficeTiles(Workplace place, Consumer<Optional<String>> asked) {
        this.place = place;
        this.asked = asked;
        getStyleClass().add("tiles");
        setAccessibleText(place.of("monitor.overview.offices"));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Everything may be different.
    void takeAll() {
        arrange();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? getWidth() : width);
        int rows = (order.size() + columns - 1) / columns;
        return rows * (OfficeTile.HEIGHT + GAP);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = Math.floor((getWidth() - (columns - 1) * GAP) / columns);
        for (int i = 0; i < getChildren().size(); i++) {
            int row = i / columns;
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            i % columns * (width + GAP),
                            row * (OfficeTile.HEIGHT + GAP),
                            width,
                            OfficeTile.HEIGHT);
        }
    }

    void take(FleetBoard.Update update) {
        for (String office : update.offices()) {
            place.board.office(office).ifPresent(this::show);
        }
        boolean others =
                update.offices().stream()
                        .anyMatch(office ->
                                place.board.office(office).isPresent() != order.contains(office));
        if (others || order.isEmpty()) {
            arrange();
        }
    }

    private void show(OfficeSummary office) {
        OfficeTile tile = tiles.get(office.id());
        if (tile != null) {
            tile.show(office, place.words);
        }
    }

    private void arrange() {
        List<OfficeSummary> all = new ArrayList<>(place.board.offices());
        all.sort(Comparator.comparing(OfficeSummary::name));
        order = all.stream().map(OfficeSummary::id).toList();
        tiles.keySet().retainAll(order);
        List<Node> nodes = new ArrayList<>();
        for (OfficeSummary office : all) {
            OfficeTile tile = tiles.computeIfAbsent(office.id(), this::make);
            tile.show(office, place.words);
            nodes.add(tile);
        }
        getChildren().setAll(nodes);
        go(Math.min(current, Math.max(0, order.size() - 1)), false);
    }

    private OfficeTile make(String office) {
        OfficeTile tile = new OfficeTile();
        tile.setOnMouseClicked(_ -> choose(office));
        return tile;
    }

    private void choose(String office) {
        Optional<String> next =
                chosen.filter(office::equals).isPresent() ? Optional.empty() : Optional.of(office);
        go(order.indexOf(office), true);
        asked.accept(next);
    }

    /// Marks the office that is asked for.
    void mark(Optional<String> office) {
        chosen = office;
        tiles.forEach((id, tile) -> tile.choose(office.filter(id::equals).isPresent()));
    }

    private void go(int index, boolean focus) {
        current = index;
        for (int i = 0; i < order.size(); i++) {
            OfficeTile tile = tiles.get(order.get(i));
            if (tile != null) {
                tile.setFocusTraversable(i == index);
                if (i == index && focus) {
                    tile.requestFocus();
                }
            }
        }
    }

    private void pressed(KeyEvent event) {
        int columns = columns(getWidth());
        int next =
                switch (event.getCode()) {
                    case LEFT -> current - 1;
                    case RIGHT -> current + 1;
                    case UP -> current - columns;
                    case DOWN -> current + columns;
                    case HOME -> 0;
                    case END -> order.size() - 1;
                    default -> -1;
                };
        if (next >= 0 && next < order.size()) {
            go(next, true);
            event.consume();
        } else if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                && current < order.size()) {
            choose(order.get(current));
            event.consume();
        }
    }
}
