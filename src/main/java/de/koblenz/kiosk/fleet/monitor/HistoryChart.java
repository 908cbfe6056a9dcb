package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.MetricStore;
import de.koblenz.kiosk.fleet.model.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// One number over time: the mean as a line, what lay between the least and the most as a band, a gap where nothing was heard. FX thread only.
final class HistoryChart extends Pane {
    private static final double LEFT = 58;
    private static final double TOP = 34;
    private static final double BOTTOM = 24;
    private static final double RIGHT = 12;
    private static final int LINES = 3;

    private final FleetWords words;
    private final String metric;
    private final Label title = Parts.label("", "chart-title");
    private final Label newest = Parts.label("", "chart-newest");
    private final Label none = Parts.label("", "muted");
    private final Path grid = new Path();
    private final Path band = new Path();
    private final Path line = new Path();
    private final List<Label> axis = new ArrayList<>();
    private List<Rollup> rollups = List.of();
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH.plusSeconds(1);

    HistoryChart(FleetWords words, String metric, String name) {
        this.words = words;
        this.metric = metric;
        title.setText(name);
        none.setText(words.of("monitor.chart.none"));
        getStyleClass().add("chart-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        grid.getStyleClass().add("chart-grid");
        band.getStyleClass().add("chart-band");
        line.getStyleClass().add("chart-line");
        getChildren().addAll(grid, band, line, title, newest, none);
        setMinHeight(150);
        setPrefHeight(178);
    }

    void show(List<Rollup> history, Instant begin, Instant end) {
        rollups = List.copyOf(history);
        from = begin;
        to = end;
        newest.setText(
                rollups.isEmpty() ? "" : words.metrics().value(metric, rollups.getLast().newest()));
        setAccessibleText(
                rollups.isEmpty()
                        ? title.getText() + ": " + none.getText()
                        : words.of(
                                "monitor.chart.spoken",
                                Map.of(
                                        "name", title.getText(),
                                        "newest", newest.getText(),
                                        "least", words.metrics().value(metric, least()),
                                        "most", words.metrics().value(metric, most()))));
        requestLayout();
    }

    private double least() {
        return rollups.stream().mapToDouble(Rollup::least).min().orElse(0);
    }

    private double most() {
        return rollups.stream().mapToDouble(Rollup::most).max().orElse(1);
    }

    @Override
    protected void layoutChildren() {
        getChildren().removeAll(axis);
        axis.clear();
        grid.getElements().clear();
        band.getElements().clear();
        line.getElements().clear();
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        double ends = newest.prefWidth(-1);
        title.resizeRelocate(12, 8, Math.max(0, getWidth() - 36 - ends), 20);
        newest.resizeRelocate(getWidth() - 12 - ends, 8, ends, 20);
        none.setVisible(rollups.isEmpty());
        if (rollups.isEmpty()) {
            none.resizeRelocate(12, TOP + 20, getWidth() - 24, 20);
            return;
        }
        if (width > 20 && height > 20) {
            draw(width, height);
        }
    }

    private void draw(double width, double height) {
        Scale scale = Scale.around(metric, least(), most());
        while (!distinct(scale)) {
            scale = scale.coarser();
        }
        int lines = (int) Math.round((scale.most - scale.least) / scale.step);
        for (int i = 0; i <= lines; i++) {
            double value = scale.least + scale.step * i;
            double y = Math.rint(scale.y(value, height)) + 0.5;
            grid.getElements().addAll(new MoveTo(LEFT, y), new LineTo(LEFT + width, y));
            Label label = Parts.label(words.metrics().value(metric, value), "axis");
            place(label, 4, y - 8, LEFT - 10, true);
        }
        times(width, height);
        int columns = (int) width;
        List<Point> points = points(columns, scale, height);
        List<Point> part = new ArrayList<>();
        int gap = (int) Math.ceil(columns * 3.0 * MetricStore.SLOT.toMillis() / millis()) + 1;
        for (Point point : points) {
            if (!part.isEmpty() && point.x - part.getLast().x > gap) {
                draw(part);
                part.clear();
            }
            part.add(point);
        }
        draw(part);
    }

    /// Whether no two lines bear the same words, as figures are rounded.
    private boolean distinct(Scale scale) {
        Set<String> words = new HashSet<>();
        int lines = (int) Math.round((scale.most - scale.least) / scale.step);
        for (int i = 0; i <= lines; i++) {
            if (!words.add(this.words.metrics().value(metric, scale.least + scale.step * i))) {
                return lines <= 1;
            }
        }
        return true;
    }

    private double millis() {
        return Math.max(1, Duration.between(from, to).toMillis());
    }

    /// Where a column of the glass is drawn.
    private record Point(double x, double mean, double low, double high) {}

    /// One point for each column of the glass, whatever the number of rollups.
    private List<Point> points(int columns, Scale scale, double height) {
        List<Point> points = new ArrayList<>();
        int column = -1;
        double sum = 0;
        double least = 0;
        double most = 0;
        int number = 0;
        for (Rollup rollup : rollups) {
            int here =
                    (int) (columns * Duration.between(from, rollup.from()).toMillis() / millis());
            if (here != column && number > 0) {
                points.add(scale.point(column, sum / number, least, most, height));
                number = 0;
            }
            if (number == 0) {
                column = here;
                sum = 0;
                least = rollup.least();
                most = rollup.most();
            }
            sum += rollup.mean();
            least = Math.min(least, rollup.least());
            most = Math.max(most, rollup.most());
            number++;
        }
        if (number > 0) {
            points.add(scale.point(column, sum / number, least, most, height));
        }
        return points;
    }

    private void draw(List<Point> part) {
        if (part.isEmpty()) {
            return;
        }
        line.getElements().add(new MoveTo(part.getFirst().x, part.getFirst().mean));
        band.getElements().add(new MoveTo(part.getFirst().x, part.getFirst().high));
        for (Point point : part) {
            line.getElements().add(new LineTo(point.x, point.mean));
            band.getElements().add(new LineTo(point.x, point.high));
        }
        for (Point point : part.reversed()) {
            band.getElements().add(new LineTo(point.x, point.low));
        }
    }

    private void times(double width, double height) {
        ZonedDateTime begin = from.atZone(words.zone());
        long hours = Duration.between(from, to).toHours();
        ChronoUnit unit = hours <= 48 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        long step = hours <= 48 ? Math.max(1, hours / 6) : Math.max(1, hours / 24 / 6);
        ZonedDateTime at = begin.truncatedTo(unit).plus(1, unit);
        while (unit == ChronoUnit.HOURS && at.getHour() % step != 0) {
            at = at.plusHours(1);
        }
        for (; at.toInstant().isBefore(to); at = at.plus(step, unit)) {
            double x = LEFT + width * Duration.between(from, at.toInstant()).toMillis() / millis();
            Label label =
                    Parts.label(
                            unit == ChronoUnit.HOURS
                                    ? words.time(at.toInstant())
                                    : at.getDayOfMonth() + "." + at.getMonthValue() + ".",
                            "axis");
            double wide = 44;
            if (x - wide / 2 >= LEFT - 10 && x + wide / 2 <= getWidth()) {
                place(label, x - wide / 2, TOP + height + 4, wide, false);
            }
        }
    }

    private void place(Label label, double x, double y, double width, boolean right) {
        axis.add(label);
        getChildren().add(label);
        label.setAlignment(right ? javafx.geometry.Pos.CENTER_RIGHT : javafx.geometry.Pos.CENTER);
        label.resizeRelocate(x, y, width, 16);
    }

    /// What the glass shows from bottom to top, and the numbers that are written beside it.
    private record Scale(double least, double most, double step) {
        private static final Set<String> WHOLE =
                Set.of("Session/Completed Total", MetricNames.OUTBOX, MetricNames.PRINTS_LEFT);

        /// Parts are shown from nothing to all; everything else as it lies, from a round number to a round number.
        static Scale around(String metric, double least, double most) {
            if (metric.endsWith(".utilization")) {
                return new Scale(0, 1, 0.25);
            }
            double low = least >= 0 && least < most * 0.7 ? 0 : least;
            double high = most > low ? most : low + 1;
            double step = round((high - low) / LINES);
            if (WHOLE.contains(metric)) {
                step = Math.max(1, step);
            }
            return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
        }

        /// The next of 1, 2, 5, 10, 20, 50 and so on.
        private static double round(double raw) {
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double part = raw / power;
            return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        }

        /// The same with twice the step, so that it has half the lines; what is shown stays within.
        Scale coarser() {
            double twice = step * 2;
            return new Scale(
                    Math.floor(least / twice) * twice, Math.ceil(most / twice) * twice, twice);
        }

        Point point(int column, double mean, double low, double high, double height) {
            return new Point(LEFT + column, y(mean, height), y(low, height), y(high, height));
        }

        double y(double value, double height) {
            return TOP + height - height * (value - least) / (most - least);
        }
    }
}
