package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes German compounds apart with the words of the catalogue itself as the dictionary:
/// `bewohnerparkausweis` is `bewohner` + `park` + `ausweis` because all three stand somewhere
/// alone. Immutable and thread-safe.
final class Compounds {
    private static final int LEAST_PART = 4;

    /// Shorter words (`Bau`, `Ehe`, `Kfz`) are parts only at the beginning.
    private static final int LEAST_FIRST_PART = 3;

    private static final int MOST_PARTS = 4;

    /// What German puts between the parts; the empty one first.
    private static final String[] JOINTS = {"", "s", "n", "en", "e", "er", "es"};

    private final Map<String, String> stems;

    /// @param stems every surface and every stem of the dictionary → its stem
    Compounds(Map<String, String> stems) {
        this.stems = Map.copyOf(stems);
    }

    /// The parts of a compound of known words only, in their order; empty where it is none.
    List<SearchWord> split(String surface) {
        List<SearchWord> parts = new ArrayList<>();
        return split(surface, 0, parts) ? List.copyOf(parts) : List.of();
    }

    private boolean split(String surface, int from, List<SearchWord> parts) {
        if (from == surface.length()) {
            return parts.size() > 1;
        }
        if (parts.size() == MOST_PARTS) {
            return false;
        }
        int least = from == 0 ? LEAST_FIRST_PART : LEAST_PART;
        for (int to = surface.length(); to - from >= least; to--) {
            String part = surface.substring(from, to);
            String stem = stems.get(part);
            if (stem == null || (from == 0 && to == surface.length())) {
                continue;
            }
            parts.add(new SearchWord(part, stem));
            for (String joint : to == surface.length() ? new String[] {""} : JOINTS) {
                if (surface.startsWith(joint, to) && split(surface, to + joint.length(), parts)) {
                    return true;
                }
            }
            parts.removeLast();
        }
        return false;
    }

    /// Everything under which a part of the word may be looked for: its parts, neighbouring parts
    /// together (`parkausweis`), and known words at its beginning or end where the rest is unknown.
    Set<String> within(String surface) {
        Set<String> found = new LinkedHashSet<>();
        List<SearchWord> parts = split(surface);
        if (parts.isEmpty()) {
            addEdges(surface, found);
            return found;
        }
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (SearchWord part : parts) {
            at = surface.indexOf(part.surface(), at);
            starts.add(at);
            at += part.surface().length();
        }
        for (int first = 0; first < parts.size(); first++) {
            for (int last = first; last < parts.size(); last++) {
                int end = starts.get(last) + parts.get(last).surface().length();
                found.add(surface.substring(starts.get(first), end));
                if (first == last) {
                    found.add(parts.get(first).stem());
                }
            }
        }
        found.remove(surface);
        return found;
    }

    private void addEdges(String surface, Set<String> found) {
        for (int from = LEAST_FIRST_PART; surface.length() - from > LEAST_PART; from++) {
            String stem = stems.get(surface.substring(from));
            if (stem != null) {
                found.add(surface.substring(from));
                found.add(stem);
                break;
            }
        }
        for (int to = surface.length() - LEAST_FIRST_PART; to > LEAST_PART; to--) {
            String stem = stems.get(surface.substring(0, to));
            if (stem != null) {
                found.add(surface.substring(0, to));
                found.add(stem);
                break;
            }
        }
    }
}
