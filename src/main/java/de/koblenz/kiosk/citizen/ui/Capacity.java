package de.koblenz.kiosk.citizen.ui;

import java.util.List;

/// How much fits on one page without scrolling, by the geometry of the screen map.
final class Capacity {
    private Capacity() {}

    /// Cells of a list of services: portrait 2 × 8 (large text 2 × 7, low reach 2 × 4), landscape 3 × 6
    /// (large text 3 × 5, low reach 3 × 3).
    static int cells(ScreenLook look) {
        if (look.geometry().portrait()) {
            return look.lowReach() ? 8 : look.largeText() ? 14 : 16;
        }
        return look.lowReach() ? 9 : look.largeText() ? 15 : 18;
    }

    /// Rows of a question: at most six, fewer where only the low part may be touched.
    static int rows(ScreenLook look) {
        if (!look.lowReach()) {
            return look.geometry().portrait() || !look.largeText() ? 6 : 5;
        }
        return look.geometry().portrait() ? 4 : 3;
    }

    /// Rows of check-answers, the sum not counted.
    static int summary(ScreenLook look) {
        if (look.lowReach()) {
            return look.geometry().portrait() ? 3 : 2;
        }
        return look.geometry().portrait() && !look.largeText() ? 6 : 5;
    }

    /// The items of one part of a list; where there is more than one part, one place is left for "Mehr".
    static <T> List<T> part(List<T> all, int fitting, int part) {
        if (all.size() <= fitting) {
            return all;
        }
        int each = fitting - 1;
        int parts = parts(all.size(), fitting);
        int from = Math.floorMod(part, parts) * each;
        return all.subList(from, Math.min(all.size(), from + each));
    }

    static int parts(int size, int fitting) {
        return size <= fitting ? 1 : (size + fitting - 2) / (fitting - 1);
    }
}
