package de.koblenz.kiosk.service.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people say instead of the official names. Immutable and thread-safe.
///
/// @param same groups of words that mean the same wherever they stand
/// @param fill words that say nothing about the service wanted ("ich", "brauche", "please")
/// @param phrases id of a service → what people call it, all languages together
public record Synonyms(
        List<List<String>> same, List<String> fill, Map<String, List<String>> phrases) {

    public Synonyms {
        same = same.stream().map(List::copyOf).toList();
        fill = List.copyOf(fill);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        phrases.forEach((id, words) -> copy.put(id, List.copyOf(words)));
        phrases = Map.copyOf(copy);
    }

    /// No synonyms at all: official names only.
    public static Synonyms none() {
        return new Synonyms(List.of(), List.of(), Map.of());
    }

    /// What people call the service `id`.
    List<String> of(String id) {
        return phrases.getOrDefault(id, List.of());
    }
}
