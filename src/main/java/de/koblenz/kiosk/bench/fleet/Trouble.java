package de.koblenz.kiosk.bench.fleet;

/// What goes wrong at a terminal.
enum Trouble {
    /// Paper is stuck; staff clear it.
    JAM(0.5, 5, 40),
    /// The printer's cable is out, or its power.
    PRINTER_GONE(0.08, 15, 120),
    /// The card reader needs a technician.
    READER_BROKEN(0.06, 60, 400),
    /// The terminal's own line.
    LINE_CUT(0.15, 2, 60),
    /// The program or the machine ends without a word, and starts again.
    CRASH(0.12, 1, 8),
    /// Staff close it: cleaning, moving, a meeting in the hall.
    CLOSED(0.3, 10, 90),
    /// Staff are at its pages.
    STAFF_PAGES(0.6, 1, 6),
    /// Somebody fiddles with the card slot.
    FRAUD(0.004, 20, 60);

    private final double perDay;
    private final double shortest;
    private final double longest;

    /// @param perDay how often at one terminal
    /// @param shortest minutes until it is mended
    /// @param longest minutes
    Trouble(double perDay, double shortest, double longest) {
        this.perDay = perDay;
        this.shortest = shortest;
        this.longest = longest;
    }

    double perDay() {
        return perDay;
    }

    double shortest() {
        return shortest;
    }

    double longest() {
        return longest;
    }
}
