package de.koblenz.kiosk.citizen.ui;

import java.util.List;

/// How many of a kind fit on one page of a look, "Mehr" included where a list has it. Nothing scrolls. The
/// numbers follow from the geometry of the zones ([ScreenZones]); a test lays every page out and sees that they
/// fit.
///
/// @param cells services of a life situation, whose short names take at most two lines
/// @param hitCells services on the page of hits, which may have any name of the catalogue
/// @param hits hits of the search above or beside its keyboard; 0 where they have a page of their own
/// @param choices rows of which one is chosen; at most six
/// @param summaryRows rows of the check-answers page, the sum not counted
record PageCapacity(int cells, int hitCells, int hits, int choices, int summaryRows) {
    /// How many instances of a repeated group fit above the button that adds one.
    static int instances(ScreenLook look) {
        if (look.lowReach()) {
            return look.geometry().portrait() || look.largeText() ? 2 : 3;
        }
        return look.largeText() ? 3 : 5;
    }

    static PageCapacity of(ScreenLook look) {
        boolean large = look.largeText();
        if (look.geometry().portrait()) {
            if (look.lowReach()) {
                return new PageCapacity(8, large ? 6 : 8, 0, 4, 3);
            }
            return large ? new PageCapacity(14, 10, 3, 6, 5) : new PageCapacity(16, 16, 5, 6, 6);
        }
        if (look.lowReach()) {
            return new PageCapacity(9, large ? 6 : 9, 0, 3, 2);
        }
        return large ? new PageCapacity(15, 10, 3, 5, 5) : new PageCapacity(18, 18, 5, 6, 5);
    }

    /// How many rows of a long list fit above its three buttons, all wordings being as long as the longest; at most six.
    ///
    /// @param longest letters
    static int rows(ScreenLook look, int longest) {
        return Math.min(6, new Room(look).rows(look.largeText() ? 136 : 116, longest));
    }

    /// How many choices fit, "Mehr" included, all wordings being as long as the longest.
    ///
    /// @param longest letters
    int choices(ScreenLook look, int longest) {
        return Math.clamp(new Room(look).rows(0, longest), 2, choices);
    }

    /// How many hits of a list fit beside the keyboard; none where they have a page of their own.
    ///
    /// @param longest letters of the wordings that may be shown
    int hits(ScreenLook look, int longest) {
        return Math.min(new Room(look).hits(longest), hits);
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
