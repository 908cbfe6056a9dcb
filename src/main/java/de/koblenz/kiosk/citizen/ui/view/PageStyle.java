package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.ScreenLook;
import de.koblenz.kiosk.citizen.ui.ScreenZones;

/// A look with everything that is derived from it.
record PageStyle(ScreenLook look, Typography typography, ScreenZones zones) {
    /// Width of what stands beside a keyboard.
    static final double SIDE_COLUMN = 580;

    static PageStyle of(ScreenLook look) {
        return new PageStyle(look, Typography.of(look), ScreenZones.of(look));
    }

    boolean portrait() {
        return look.geometry().portrait();
    }

    boolean large() {
        return look.largeText();
    }

    boolean low() {
        return look.lowReach();
    }

    boolean rightToLeft() {
        return look.rightToLeft();
    }

    /// Distance between cells.
    double gap() {
        return low() || large() ? 8 : ScreenZones.GAP;
    }
}
