package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which towns a postcode has: a help for typing, never a check, as no list knows every place. Immutable.
public final class Towns {
    /// Knows nothing.
    public static final Towns NONE = new Towns(Map.of());

    private final Map<String, List<String>> byPostcode;

    /// @param byPostcode towns by five digits, in the order in which they are offered
    public Towns(Map<String, List<String>> byPostcode) {
        Map<String, List<String>> copy = new HashMap<>();
        byPostcode.forEach((postcode, towns) -> copy.put(postcode, List.copyOf(towns)));
        this.byPostcode = Map.copyOf(copy);
    }

    /// The towns of a postcode as it was typed, blanks between its digits or not; none where it is unknown or not
    /// complete.
    public List<String> of(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints().filter(c -> c != ' ').forEach(digits::appendCodePoint);
        return byPostcode.getOrDefault(digits.toString(), List.of());
    }

    /// How many postcodes are known.
    public int size() {
        return byPostcode.size();
    }

    /// All postcodes in order.
    public List<String> postcodes() {
        List<String> all = new ArrayList<>(byPostcode.keySet());
        all.sort(null);
        return all;
    }
}
