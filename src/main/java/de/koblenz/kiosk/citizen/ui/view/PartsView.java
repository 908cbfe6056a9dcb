package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.Screen.PartsEntry;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// Several short typed values, such as day, month and year.
final class PartsView extends BodyView<PartsEntry> implements KeyboardPane.Typist {
    /// Letters from which on a part is as wide as it gets.
    private static final int LONG_PART = 12;

    private static final double KEYBOARD = 4 * 124 + 24;

    /// Hints stand a little in, below the words in their boxes.
    private static final double INDENT = 16;

    private static final double ABOVE_HINT = 8;

    private final TypedValue typed;
    private final Pool<PartBox> pool;
    private final Pool<TextBlock> hintPool;
    private final ErrorLine error = new ErrorLine();
    private final KeyboardPane keyboard;
    private final ChoicesView offered;
    private List<PartBox> boxes = List.of();
    private List<TextBlock> hints = List.of();
    private List<Entry> parts = List.of();
    private int focused;

    PartsView(Console console) {
        super(console);
        typed = new TypedValue(console);
        pool = new Pool<>(() -> new PartBox(console), getChildren());
        hintPool =
                new Pool<>(
                        () -> new TextBlock(TextRole.NOTE, "muted").align(HPos.LEFT, VPos.TOP),
                        getChildren());
        keyboard = new KeyboardPane(console, this);
        offered = new ChoicesView(console);
        offered.setVisible(false);
        getChildren().addAll(error, keyboard, offered);
    }

    @Override
    void update(PartsEntry body, PageStyle style) {
        if (body.focused() != focused) {
            typed.clear();
        }
        parts = body.parts();
        focused = body.focused();
        typed.show(parts.get(focused));
        error.show(body.error(), style);
        keyboard.show(parts.get(focused).keyboard(), Optional.empty(), style);
        boxes = pool.show(parts.size());
        hints = hintPool.show(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            hints.get(i).show(parts.get(i).hint(), style.typography());
            // The pool shows it even where it says nothing, as it did before.
            hints.get(i).setVisible(!parts.get(i).hint().isEmpty());
        }
        showBoxes(style);
        offered.setVisible(body.offered().isPresent());
        keyboard.setVisible(body.offered().isEmpty());
        body.offered().ifPresent(choices -> offered.show(choices, style));
        keyboard.toFront();
        offered.toFront();
    }

    private void showBoxes(PageStyle style) {
        for (int i = 0; i < boxes.size(); i++) {
            Entry part = parts.get(i);
            boolean here = i == focused;
            boxes.get(i).show(part, i, here, here ? typed.value() : part.value(), style);
        }
    }

    @Override
    public void type(String letters) {
        if (typed.type(letters)) {
            showBoxes(style());
        }
    }

    @Override
    public void delete() {
        if (typed.delete()) {
            showBoxes(style());
        }
    }

    @Override
    void pageChanged() {
        typed.clear();
        parts = List.of();
        boxes = List.of();
        hints = List.of();
        keyboard.reset();
    }

    @Override
    String error() {
        return error.words();
    }

    @Override
    double spare(Area zone) {
        return style().low()
                ? 0
                : zone.height() - 132 - hintHeight(zone.width()) - errorHeight() - 24 - KEYBOARD;
    }

    @Override
    double overhang() {
        return style().low() ? errorHeight() : 0;
    }

    @Override
    void arrange(Area zone) {
        boolean low = style().low();
        double errorHeight = errorHeight();
        boolean beside = low && !style().portrait();
        double box = low ? (style().large() ? 116 : 88) : style().large() ? 124 : 132;
        double boxesWidth = beside ? 700 : zone.width();
        double[] widths = widths(boxesWidth);
        double hint = hintHeight(boxesWidth);
        layoutBoxes(zone.x(), zone.y(), widths, box, hint);
        if (low) {
            error.resizeRelocate(zone.x(), zone.y() - errorHeight, zone.width(), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y() + box + hint + 12, zone.width(), errorHeight);
        }
        double used = beside ? 0 : box + hint + (low ? 8 : errorHeight + 24);
        double height = Math.min(zone.height() - used, KEYBOARD);
        double left = beside ? zone.x() + boxesWidth + 60 : zone.x();
        keyboard.resizeRelocate(left, zone.bottom() - height, zone.right() - left, height);
        offered.resizeRelocate(left, zone.bottom() - height, zone.right() - left, height);
    }

    private void layoutBoxes(double left, double top, double[] widths, double height, double hint) {
        double x = left;
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).resizeRelocate(x, top, widths[i], height);
            hints.get(i)
                    .resizeRelocate(
                            x + INDENT,
                            top + height + ABOVE_HINT,
                            widths[i] - INDENT,
                            Math.max(0, hint - ABOVE_HINT));
            x += widths[i] + 16;
        }
    }

    /// Height of the hints below the boxes with their distance; 0 where there are none.
    private double hintHeight(double width) {
        double[] widths = widths(width);
        double most = 0;
        for (int i = 0; i < hints.size(); i++) {
            most = Math.max(most, hints.get(i).fit(widths[i] - INDENT, 0));
        }
        return most > 0 ? most + ABOVE_HINT : 0;
    }

    private double[] widths(double width) {
        double[] widths = new double[boxes.size()];
        double sum = 16 * Math.max(0, boxes.size() - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = boxes.get(i).leastWidth();
            sum += widths[i];
        }
        double units = 0;
        for (Entry part : parts) {
            units += Math.min(part.maxLength(), LONG_PART) + 2;
        }
        double unit = Math.min(110, Math.max(0, width - sum) / units);
        for (int i = 0; i < boxes.size(); i++) {
            double more = unit * (Math.min(parts.get(i).maxLength(), LONG_PART) + 2);
            widths[i] = Math.floor(widths[i] + more);
        }
        return widths;
    }

    private double errorHeight() {
        double needed = error.needed(style().zones().interaction().width());
        return needed > 0 ? needed + 8 : 0;
    }
}
