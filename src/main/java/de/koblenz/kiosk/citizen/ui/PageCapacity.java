package de.koblenz.kiosk.citizen.ui;

/// How many of a kind fit on one page of a look, "Mehr" included where a list has it. Nothing scrolls.
///
/// @param cells services in a list, with "Mehr"
/// @param hits hits of the search above its keyboard; 0 where they have a page of their own
/// @param choices rows to choose from, with "Mehr"
/// @param counters stepped numbers
/// @param summaryRows rows of the check-answers page, with "Mehr"
/// @param facts facts of a service page
public record PageCapacity(
        int cells, int hits, int choices, int counters, int summaryRows, int facts) {

    /// Longest name of a service for which the lists in large text are made: two lines of 26 letters.
    public static final int LONGEST_NAME = 52;

    public static PageCapacity of(ScreenLook look) {
        return of(look, LONGEST_NAME);
    }

    /// @param longestName letters of the longest name in the list
    public static PageCapacity of(ScreenLook look, int longestName) {
        boolean large = look.largeText();
        // Arabic letters stand in higher lines.
        boolean fits = longestName <= LONGEST_NAME && !look.rightToLeft();
        if (look.geometry().portrait()) {
            if (look.lowReach()) {
                return large
                        ? new PageCapacity(fits ? 6 : 4, 0, 4, 4, 3, 6)
                        : new PageCapacity(8, 0, 8, 6, 6, 8);
            }
            return large
                    ? new PageCapacity(fits ? 14 : 10, 3, 6, 6, 6, 6)
                    : new PageCapacity(16, 5, 8, 6, 8, 8);
        }
        if (look.lowReach()) {
            return large ? new PageCapacity(6, 0, 6, 4, 4, 4) : new PageCapacity(12, 0, 9, 6, 9, 6);
        }
        return large
                ? new PageCapacity(fits ? 10 : 8, 3, 8, 8, 4, 6)
                : new PageCapacity(18, 5, 12, 8, 5, 8);
    }
}
