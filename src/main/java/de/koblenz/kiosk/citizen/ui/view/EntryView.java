package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.Screen.TextEntry;
import java.util.Optional;
import javafx.scene.AccessibleRole;

/// One typed value: the line, what is wrong with it, the keyboard.
final class EntryView extends BodyView<TextEntry> implements KeyboardPane.Typist {
    private static final double LINE = 120;

    private static final Entry NOTHING =
            new Entry("", "", "", "", Entry.Keyboard.LETTERS, 0, "", "");

    private final TypedValue typed;
    private final ValueLine line = new ValueLine();
    private final ErrorLine error = new ErrorLine();
    private final KeyboardPane keyboard;
    private Entry entry = NOTHING;

    EntryView(Console console) {
        super(console);
        typed = new TypedValue(console);
        keyboard = new KeyboardPane(console, this);
        line.setIcon("");
        line.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        getChildren().addAll(line, error, keyboard);
    }

    @Override
    void update(TextEntry body, PageStyle style) {
        entry = body.entry();
        typed.show(entry);
        error.show(entry.error(), style);
        keyboard.show(entry.keyboard(), Optional.empty(), style);
        line.setAccessibleText(entry.label());
        showLine(style);
    }

    private void showLine(PageStyle style) {
        line.show(typed.value(), entry.unit(), !entry.error().isEmpty(), style);
    }

    @Override
    public void type(String letters) {
        if (typed.type(letters)) {
            showLine(style());
        }
    }

    @Override
    public void delete() {
        if (typed.delete()) {
            showLine(style());
        }
    }

    @Override
    void pageChanged() {
        typed.clear();
        entry = NOTHING;
        keyboard.reset();
    }

    @Override
    String error() {
        return entry.error();
    }

    @Override
    double spare(Area zone) {
        return style().low() ? 0 : zone.height() - LINE - errorHeight() - 24 - mostKeyboard();
    }

    @Override
    double overhang() {
        return style().low() && !aside() ? LINE + errorHeight() + 16 : 0;
    }

    /// Lying in low reach there is no room above the keyboard, but beside it.
    private boolean aside() {
        return style().low() && !style().portrait();
    }

    @Override
    void arrange(Area zone) {
        if (aside()) {
            double column = PageStyle.SIDE_COLUMN;
            line.resizeRelocate(zone.x(), zone.y(), column, LINE);
            error.resizeRelocate(zone.x(), zone.y() + LINE + 12, column, error.needed(column));
            double left = zone.x() + column + 32;
            keyboard.resizeRelocate(left, zone.y(), zone.right() - left, zone.height());
            return;
        }
        double errorHeight = errorHeight();
        double top = zone.y() - overhang();
        line.resizeRelocate(zone.x(), top, zone.width(), LINE);
        error.resizeRelocate(zone.x(), top + LINE + 12, zone.width(), errorHeight);
        double used = style().low() ? 0 : LINE + errorHeight + 24;
        double height = Math.min(zone.height() - used, mostKeyboard());
        keyboard.resizeRelocate(zone.x() - 12, zone.bottom() - height, zone.width() + 24, height);
    }

    private double mostKeyboard() {
        return entry.keyboard().rows() == 5 ? 5 * 120 + 32 : 4 * 124 + 24;
    }

    private double errorHeight() {
        double needed = error.needed(style().zones().interaction().width());
        return needed > 0 ? needed + 12 : 0;
    }
}
