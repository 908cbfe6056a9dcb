package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenZones;
import javafx.scene.layout.Region;

/// What fills the interaction zone. One instance per kind of body draws every page of that kind;
/// what cannot be touched may stand above the zone, at negative y.
abstract class BodyView<B extends Screen.Body> extends Region {
    final Console console;
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);

    BodyView(Console console) {
        this.console = console;
    }

    /// Takes over what the page says.
    abstract void update(B body, PageStyle newStyle);

    /// Places everything in the interaction zone, whose origin is this region's.
    abstract void arrange(Area zone);

    final void show(B body, PageStyle newStyle) {
        style = newStyle;
        update(body, newStyle);
        requestLayout();
    }

    final PageStyle style() {
        return style;
    }

    /// Another page of the same kind is shown next: forget what belonged to the former.
    void pageChanged() {}

    /// A letter came from a real keyboard.
    void type(String letters) {}

    /// The delete key of a real keyboard.
    void delete() {}

    /// Height that the view needs above the interaction zone.
    double overhang() {
        return 0;
    }

    /// What is wrong with the answer, as far as the view says it at the answer; else empty.
    String error() {
        return "";
    }

    /// Height that the view can do without at the top of its zone, where the reading zone needs more.
    double spare(Area zone) {
        return 0;
    }

    /// Whether the reading zone beside needs all of its column, so that the view keeps out of it.
    ///
    /// @param alerted whether an alert is part of it
    void keepOut(boolean out, boolean alerted) {}

    /// Height that is left to the reading zone.
    double readingHeight(ScreenZones zones) {
        double above = zones.stacked() ? overhang() : 0;
        return zones.reading().height() - (above > 0 ? above + 4 : 0);
    }

    @Override
    protected final void layoutChildren() {
        arrange(new Area(0, 0, getWidth(), getHeight()));
    }
}
