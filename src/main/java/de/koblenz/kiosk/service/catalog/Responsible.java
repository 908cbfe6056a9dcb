package de.koblenz.kiosk.service.catalog;

import java.util.Locale;

/// Who carries out a service of the federal catalogue, read from its LeiKa type (Handbuch LeiKa-plus, Typisierung).
public enum Responsible {
    /// Type 1: a federal authority.
    BUND,
    /// Type 2: the state.
    LAND,
    /// Types 3 and 5: the municipality.
    KOMMUNE,
    /// Types 2/3 and 4: the state or the municipality, as the state has decided.
    LAND_ODER_KOMMUNE,
    /// No type is given, or another one.
    UNKNOWN;

    /// @param type as the column of a LeiKa list has it, e.g. `2/3`; may be empty
    public static Responsible ofType(String type) {
        return switch (type.strip()) {
            case "1" -> BUND;
            case "2" -> LAND;
            case "3", "5" -> KOMMUNE;
            case "2/3", "4" -> LAND_ODER_KOMMUNE;
            default -> UNKNOWN;
        };
    }

    /// Key of the sentence that says it.
    public String textKey() {
        return "elsewhere." + name().toLowerCase(Locale.ROOT);
    }
}
