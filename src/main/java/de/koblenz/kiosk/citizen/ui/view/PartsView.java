package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.Screen.PartsEntry;
import java.util.List;
import java.util.Optional;

/// Several short typed values, such as day, month and year.
final class PartsView extends BodyView<PartsEntry> implements KeyboardPane.Typist {
    /// Letters from which on a part is as wide as it gets.
    private static final int LONG_PART = 12;

    private static final double KEYBOARD = 4 * 124 + 24;

    private final TypedValue typed;
    private final Pool<PartBox> pool;
    private final ErrorLine error = new ErrorLine();
    private final KeyboardPane keyboard;
    private final ChoicesView offered;
    private List<PartBox> boxes = List.of();
    private List<Entry> parts = List.of();
    private int focused;

    PartsView(Console console) {
        super(console);
        typed = new TypedValue(console);
        pool = new Pool<>(() -> new PartBox(console), getChildren());
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
        keyboard.reset();
    }

    @Override
    String error() {
        return error.words();
    }

    @Override
    double spare(Area zone) {
        return style().low() ? 0 : zone.height() - 132 - errorHeight() - 24 - KEYBOARD;
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
        layoutBoxes(zone.x(), zone.y(), boxesWidth, box);
        if (low) {
            error.resizeRelocate(zone.x(), zone.y() - errorHeight, zone.width(), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y() + box + 12, zone.width(), errorHeight);
        }
        double used = beside ? 0 : box + (low ? 8 : errorHeight + 24);
        double height = Math.min(zone.height() - used, KEYBOARD);
        double left = beside ? zone.x() + boxesWidth + 60 : zone.x();
        keyboard.resizeRelocate(left, zone.bottom() - height, zone.right() - left, height);
        offered.resizeRelocate(left, zone.bottom() - height, zone.right() - left, height);
    }

    private void layoutBoxes(double left, double top, double width, double height) {
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
        double x = left;
        for (int i = 0; i < boxes.size(); i++) {
            double more = unit * (Math.min(parts.get(i).maxLength(), LONG_PART) + 2);
            double own = Math.floor(widths[i] + more);
            boxes.get(i).resizeRelocate(x, top, own, height);
            x += own + 16;
        }
    }

    private double errorHeight() {
        double needed = error.needed(style().zones().interaction().width());
        return needed > 0 ? needed + 8 : 0;
    }
}
