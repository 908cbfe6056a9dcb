package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// One of several short values that belong together; touching it moves the focus there.
final class PartBox extends TouchTarget {
    private final Console console;
    private final TextBlock label =
            new TextBlock(TextRole.FACT, "muted").align(HPos.LEFT, VPos.TOP);
    private final TextBlock value = new TextBlock(TextRole.VALUE).align(HPos.LEFT, VPos.CENTER);
    private String target = "";
    private int part;

    PartBox(Console console) {
        super(console.gate(), "part");
        this.console = console;
        getChildren().addAll(label, value);
    }

    void show(Entry entry, int place, boolean focused, String typed, PageStyle style) {
        target = entry.target();
        part = place;
        identify("part." + place, typed.isEmpty() ? entry.label() : entry.label() + ", " + typed);
        label.show(entry.label(), style.typography());
        value.show(typed, style.typography());
        setSelected(focused);
        requestLayout();
    }

    /// Width with which label and value stand on one line each.
    @Override
    double leastWidth() {
        return Math.max(label.leastLineWidth(), value.leastLineWidth()) + 36;
    }

    @Override
    double leastHeight(double width) {
        return label.fit(width - 32, 0) + value.fit(width - 32, 0) + 16;
    }

    @Override
    public void forget() {
        super.forget();
        target = "";
    }

    @Override
    void fire() {
        console.send(new SessionEvent.PartFocused(target, part));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 32;
        double labelHeight = label.fit(width, getHeight() / 2);
        label.resizeRelocate(16, 6, width, labelHeight);
        value.resizeRelocate(
                16, 6 + labelHeight, width, Math.max(0, getHeight() - labelHeight - 14));
    }
}
