package de.koblenz.kiosk.service.catalog;

import java.util.Optional;

/// One answer of [CatalogSearch], best first in its list.
///
/// @param id the catalogue's id; the LeiKa key where the service is not in the city's catalogue
/// @param key LeiKa key, empty where none is known
/// @param name the short name; the official one where the service is not in the city's catalogue
/// @param score how good the answer is; comparable within one list only
/// @param federal what a list of the federal catalogue says of it, where the city's catalogue does not have it
public record Hit(String id, String key, String name, double score, Optional<LeikaName> federal) {
    /// Whether the city's catalogue has it.
    public boolean local() {
        return federal.isEmpty();
    }
}
