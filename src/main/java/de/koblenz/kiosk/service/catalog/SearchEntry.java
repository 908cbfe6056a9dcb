package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.LocalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the search knows of one service: its names and everything else that leads to it.
///
/// @param id the catalogue's id; the key for a service of the federal list
/// @param key LeiKa key, empty where none is known
/// @param names at least one; the first is shown, all are good enough to be typed
/// @param phrases what people call it, in any language and script
/// @param hints texts about it, whose words count less than those of names and phrases
/// @param federal what the federal list says of it, where the city's own catalogue does not have it; it is only said to exist
/// @param online whether it can be done online today; decides between equally good hits
record SearchEntry(
        String id,
        String key,
        List<String> names,
        List<String> phrases,
        List<String> hints,
        Optional<LeikaName> federal,
        boolean online) {

    SearchEntry {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an entry without a name: " + id);
        }
        names = List.copyOf(names);
        phrases = List.copyOf(phrases);
        hints = List.copyOf(hints);
    }

    boolean local() {
        return federal.isEmpty();
    }

    /// The services of the city, then those of the federal list that the city does not have.
    static List<SearchEntry> of(
            ServiceCatalog catalog, Synonyms synonyms, List<LeikaName> federal) {
        List<SearchEntry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Leistung service : catalog.all()) {
            entries.add(of(service, synonyms));
            service.leika().ifPresent(key -> keys.add(key.digits()));
        }
        for (LeikaName name : federal) {
            String key = name.key().digits();
            if (keys.add(key)) {
                entries.add(
                        new SearchEntry(
                                key,
                                key,
                                List.of(name.name()),
                                List.of(),
                                List.of(),
                                Optional.of(name),
                                false));
            }
        }
        return List.copyOf(entries);
    }

    private static SearchEntry of(Leistung service, Synonyms synonyms) {
        List<String> names = new ArrayList<>();
        names.add(service.shortName().in(LocalizedText.GERMAN));
        names.addAll(perLanguage(service.shortName()));
        names.addAll(service.name().byLanguage().values());
        return new SearchEntry(
                service.id(),
                service.leika().map(LeikaKey::digits).orElse(""),
                names,
                synonyms.of(service.id()),
                perLanguage(service.summary()),
                Optional.empty(),
                service.online());
    }

    /// One for each language. What a kind of German (Leichte Sprache) says counts once, in German: a service would
    /// else come before others only because it has both.
    private static List<String> perLanguage(LocalizedText text) {
        return text.byLanguage().entrySet().stream()
                .filter(each -> !each.getKey().startsWith(LocalizedText.GERMAN + "-"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
