package de.koblenz.kiosk.citizen.ui;

/// How many of a kind fit on one page of a look, "Mehr" included where a list has it. Nothing scrolls.
///
/// @param cells services in a list, with "Mehr"
/// @param hits hits of the search above its keyboard; 0 where they have a page of their own
/// @param choices rows to choose from, with "Mehr"
/// @param counters stepped numbers
/// @param summaryRows rows of the check-answers page, with "Mehr"
public record PageCapacity(int cells, int hits, int choices, int counters, int summaryRows) {
    public static PageCapacity of(ScreenLook look) {
        boolean large = look.largeText();
        if (look.geometry().portrait()) {
            if (look.lowReach()) {
                return large ? new PageCapacity(4, 0, 4, 4, 3) : new PageCapacity(8, 0, 8, 6, 6);
            }
            return large ? new PageCapacity(14, 3, 7, 6, 6) : new PageCapacity(16, 5, 8, 6, 8);
        }
        if (look.lowReach()) {
            return large ? new PageCapacity(6, 0, 6, 6, 6) : new PageCapacity(12, 0, 9, 9, 9);
        }
        return large ? new PageCapacity(15, 3, 10, 8, 5) : new PageCapacity(18, 5, 12, 8, 6);
    }
}
