package de.koblenz.kiosk.service.fim.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where the shapes of a process stand: from left to right, in rows that fit a sheet of paper. All lengths in the pixels of BPMN DI.
final class ProcessLayout {
    private static final int CELL = 180;
    private static final int MARGIN = 60;
    private static final int ROW = 320;
    private static final int COLUMNS = 7;

    /// Way around what is skipped: so far above the middle of a row.
    private static final int DETOUR = 90;

    private static final int FAULT_BELOW = 120;

    /// What is drawn.
    enum Form {
        EVENT(36, 36),
        TASK(140, 80),
        GATEWAY(50, 50);

        private final int width;
        private final int height;

        Form(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /// @param x of the left upper corner
    record Box(int x, int y, int width, int height) {
        static Box around(Point middle, Form form) {
            return new Box(
                    middle.x - form.width / 2, middle.y - form.height / 2, form.width, form.height);
        }

        Point middle() {
            return new Point(x + width / 2, y + height / 2);
        }

        int right() {
            return x + width;
        }
    }

    record Point(int x, int y) {}

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private int row;
    private int column;

    /// Makes sure that so many shapes stand in one row.
    void together(int shapes) {
        if (column > 0 && column + shapes > COLUMNS) {
            row++;
            column = 0;
        }
    }

    /// The next shape.
    void place(String id, Form form) {
        together(1);
        add(id, new Point(MARGIN + CELL / 2 + column * CELL, MARGIN + ROW / 2 + row * ROW), form);
        column++;
    }

    /// A shape of a group that is kept in one row, however long that gets.
    void placeBeside(String id, Form form) {
        add(id, new Point(MARGIN + CELL / 2 + column * CELL, MARGIN + ROW / 2 + row * ROW), form);
        column++;
    }

    /// A fault at the lower edge of a task, and the end that it leads to.
    void placeFault(String task, String event, String end) {
        Point middle = box(task).middle();
        add(event, new Point(middle.x + 20, middle.y + 40), Form.EVENT);
        add(end, new Point(middle.x + 20, middle.y + FAULT_BELOW), Form.EVENT);
    }

    /// An end below its gateway.
    void placeStop(String gateway, String end) {
        Point middle = box(gateway).middle();
        add(end, new Point(middle.x, middle.y + FAULT_BELOW - 30), Form.EVENT);
    }

    private void add(String id, Point middle, Form form) {
        boxes.put(id, Box.around(middle, form));
        rows.put(id, row);
    }

    Map<String, Box> boxes() {
        return Map.copyOf(boxes);
    }

    Box box(String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    /// The way from one shape to the next, in the same row or at the beginning of another.
    List<Point> way(String from, String to) {
        Box first = box(from);
        Box second = box(to);
        Point begin = new Point(first.right(), first.middle().y);
        Point end = new Point(second.x, second.middle().y);
        if (Objects.equals(rows.get(from), rows.get(to))) {
            return List.of(begin, end);
        }
        // Below the ends of faults, above the ways around.
        int between = end.y - 125;
        return List.of(
                begin,
                new Point(begin.x + 60, begin.y),
                new Point(begin.x + 60, between),
                new Point(end.x - 30, between),
                new Point(end.x - 30, end.y),
                end);
    }

    /// The way above what is skipped.
    List<Point> detour(String from, String to) {
        Point begin = box(from).middle();
        Point end = box(to).middle();
        List<Point> way = new ArrayList<>();
        way.add(new Point(begin.x, box(from).y));
        way.add(new Point(begin.x, begin.y - DETOUR));
        way.add(new Point(end.x, begin.y - DETOUR));
        way.add(new Point(end.x, box(to).y));
        return way;
    }

    /// The way straight down.
    List<Point> down(String from, String to) {
        Box first = box(from);
        Box second = box(to);
        return List.of(
                new Point(first.middle().x, first.y + first.height),
                new Point(second.middle().x, second.y));
    }
}
