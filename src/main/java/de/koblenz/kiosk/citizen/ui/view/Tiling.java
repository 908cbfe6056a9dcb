package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import java.util.List;

/// Lays cells out in rows and columns, row by row. Rows are equally high unless one needs more.
final class Tiling {
    /// What a cell with much to say gets beyond its least height where there is room.
    private static final double AIR = 28;

    private Tiling() {}

    /// @param columns how many columns
    /// @param gap between neighbours
    /// @param wished height of a row where there is room
    static void fill(
            List<? extends Cell> cells, Area area, int columns, double gap, double wished) {
        if (cells.isEmpty()) {
            return;
        }
        int rows = (cells.size() + columns - 1) / columns;
        double width = Math.floor((area.width() - gap * (columns - 1)) / columns);
        double[] heights = heights(cells, area, columns, gap, wished, rows, width);
        double y = area.y();
        for (int i = 0; i < cells.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            if (column == 0 && row > 0) {
                y += heights[row - 1] + gap;
            }
            double x = area.x() + column * (width + gap);
            double cellWidth = column == columns - 1 ? area.right() - x : width;
            cells.get(i).resizeRelocate(x, y, cellWidth, heights[row]);
        }
    }

    /// The least number of columns with which the cells fit, at most `most`.
    static int columns(
            List<? extends Cell> cells, Area area, double gap, double least, int from, int most) {
        for (int columns = from; columns < most; columns++) {
            int rows = (cells.size() + columns - 1) / columns;
            double width = Math.floor((area.width() - gap * (columns - 1)) / columns);
            double[] needs = needs(cells, columns, rows, width, least);
            double sum = gap * (rows - 1);
            for (double need : needs) {
                sum += need;
            }
            if (sum <= area.height()) {
                return columns;
            }
        }
        return most;
    }

    /// Least height of the cells in the best number of columns.
    static double least(List<? extends Cell> cells, double width, double gap, int from, int most) {
        double least = Double.MAX_VALUE;
        for (int columns = from; columns <= most; columns++) {
            int rows = (cells.size() + columns - 1) / columns;
            double own = Math.floor((width - gap * (columns - 1)) / columns);
            double sum = gap * Math.max(0, rows - 1);
            for (double need : needs(cells, columns, rows, own, 0)) {
                sum += need;
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private static double[] heights(
            List<? extends Cell> cells,
            Area area,
            int columns,
            double gap,
            double wished,
            int rows,
            double width) {
        double room = area.height() - gap * (rows - 1);
        double equal = Math.floor(Math.min(wished, room / rows));
        double[] heights = needs(cells, columns, rows, width, 0);
        double sum = 0;
        double most = 0;
        for (double need : heights) {
            sum += need;
            most = Math.max(most, need);
        }
        double share = Math.max(0, (room - sum) / rows);
        for (int i = 0; i < rows; i++) {
            heights[i] =
                    most <= equal
                            ? equal
                            : Math.floor(
                                    Math.min(
                                            heights[i] + share,
                                            Math.max(wished, heights[i] + AIR)));
            if (columns == 1) {
                heights[i] = Math.min(heights[i], cells.get(i).mostHeight(width));
            }
        }
        return heights;
    }

    private static double[] needs(
            List<? extends Cell> cells, int columns, int rows, double width, double least) {
        double[] needs = new double[rows];
        for (int i = 0; i < cells.size(); i++) {
            int row = i / columns;
            needs[row] = Math.max(Math.max(needs[row], least), cells.get(i).leastHeight(width));
        }
        return needs;
    }
}
