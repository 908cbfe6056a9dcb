package de.koblenz.kiosk.store;

import java.util.List;

/// What a database of the terminal holds, by the numbered steps that lay it out. A step that was released is never changed again.
enum Schema {
    /// Orders, bookings, prints.
    KIOSK(List.of("migration-1.sql", "migration-2.sql", "migration-3.sql", "migration-4.sql")),
    /// What is told to the data centre.
    REPORTS(List.of("reports-1.sql", "reports-2.sql"));

    // Made by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> steps;

    Schema(List<String> steps) {
        this.steps = steps;
    }

    List<String> steps() {
        return steps;
    }
}
