package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Rows of keys on a grid of units.
abstract class KeyBoard extends Region {
    static final double GAP = 8;

    final Console console;
    private final double units;
    private final double widest;
    private final List<List<Cell>> rows = new ArrayList<>();

    /// @param units keys in a row
    /// @param widest widest key in pixels
    KeyBoard(Console console, double units, double widest) {
        this.console = console;
        this.units = units;
        this.widest = widest;
    }

    abstract void show(KeyboardWords words, Optional<Control> extra, PageStyle style);

    void reset() {}

    final Key key(double width, boolean function, Runnable pressed) {
        return new Key(console.gate(), width, function, pressed);
    }

    final void row(List<? extends Cell> cells) {
        rows.add(List.copyOf(cells));
        getChildren().addAll(cells);
    }

    /// Width of a cell in keys.
    double unitsOf(Cell cell) {
        return cell instanceof Key key ? key.units() : 0;
    }

    @Override
    protected void layoutChildren() {
        double key = Math.min(widest, Math.floor((getWidth() - GAP * (units - 1)) / units));
        double width = key * units + GAP * (units - 1);
        double left = Math.rint((getWidth() - width) / 2);
        int count = rows.size();
        double height = Math.floor((getHeight() - GAP * (count - 1)) / count);
        double y = 0;
        for (List<Cell> row : rows) {
            double x = left;
            for (Cell cell : row) {
                double span = unitsOf(cell);
                double cellWidth = Math.max(0, span * key + (span - 1) * GAP);
                cell.resizeRelocate(x, y, cellWidth, height);
                x += cell.isVisible() || span > 0 ? cellWidth + GAP : 0;
            }
            y += height + GAP;
        }
    }
}
