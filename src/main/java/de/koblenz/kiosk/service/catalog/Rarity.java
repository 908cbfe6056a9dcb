package de.koblenz.kiosk.service.catalog;

/// How much a word says: the more, the fewer services it fits. The city's own services and those
/// of the federal list are counted apart, so that a list of thousands does not change what is found
/// in the city's own catalogue.
///
/// @param localEntries number of the city's own services
/// @param federalEntries number of the others
record Rarity(int localEntries, int federalEntries) {
    /// Natural logarithm of one more than the share's inverse: about 5 for one of 144, 0.7 for all.
    double of(long among, boolean local) {
        double all = local ? localEntries : federalEntries;
        return Math.log(1 + all / Math.max(1, among));
    }
}
