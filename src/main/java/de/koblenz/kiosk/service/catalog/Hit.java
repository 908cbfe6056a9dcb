package de.koblenz.kiosk.service.catalog;

/// One answer of [CatalogSearch], best first in its list.
///
/// @param id the catalogue's id; the LeiKa key where the service is not in the city's catalogue
/// @param key LeiKa key, empty where none is known
/// @param name the short name; the official one where the service is not in the city's catalogue
/// @param score how good the answer is; comparable within one list only
/// @param local whether the city's catalogue has it, so that there is a page to show
public record Hit(String id, String key, String name, double score, boolean local) {}
