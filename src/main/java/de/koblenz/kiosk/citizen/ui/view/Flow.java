package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import java.util.ArrayList;
import java.util.List;

/// Lays cells out in rows of different lengths, in their order, so that they take the least height: a cell
/// with much to say gets a row of its own, short ones share one.
final class Flow {
    private final List<? extends Cell> cells;
    private final double width;
    private final double gap;
    private final double[] heights;
    private final int[] lengths;
    private final double least;

    /// @param width of every row
    /// @param gap between neighbours
    /// @param most cells in a row
    Flow(List<? extends Cell> cells, double width, double gap, int most) {
        this.cells = cells;
        this.width = width;
        this.gap = gap;
        int count = cells.size();
        double[] rest = new double[count + 1];
        heights = new double[count];
        lengths = new int[count];
        for (int from = count - 1; from >= 0; from--) {
            rest[from] = Double.MAX_VALUE;
            for (int length = 1; length <= most && from + length <= count; length++) {
                if (length > 1 && !fits(from, length)) {
                    break;
                }
                double row = rowHeight(from, length);
                double below = rest[from + length];
                double sum = row + (below > 0 ? gap : 0) + below;
                if (sum < rest[from]) {
                    rest[from] = sum;
                    heights[from] = row;
                    lengths[from] = length;
                }
            }
        }
        least = rest[0];
    }

    /// Least height of all rows.
    double least() {
        return least;
    }

    private double cellWidth(int length) {
        return Math.floor((width - gap * (length - 1)) / length);
    }

    private boolean fits(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (cells.get(i).leastWidth() > cellWidth(length)) {
                return false;
            }
        }
        return true;
    }

    private double rowHeight(int from, int length) {
        double height = 0;
        for (int i = from; i < from + length; i++) {
            height = Math.max(height, cells.get(i).leastHeight(cellWidth(length)));
        }
        return height;
    }

    /// Places the cells.
    ///
    /// @param wished height of a row where there is room
    /// @return where the last row ends
    double place(Area area, double wished) {
        List<Integer> starts = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += lengths[from]) {
            starts.add(from);
        }
        double share = Math.max(0, (area.height() - least) / Math.max(1, starts.size()));
        double y = area.y();
        for (int from : starts) {
            int length = lengths[from];
            double height =
                    Math.floor(Math.max(heights[from], Math.min(wished, heights[from] + share)));
            double cell = cellWidth(length);
            for (int i = 0; i < length; i++) {
                double x = area.x() + i * (cell + gap);
                double own = i == length - 1 ? area.right() - x : cell;
                cells.get(from + i).resizeRelocate(x, y, own, height);
            }
            y += height + gap;
        }
        return y - gap;
    }
}
