package de.koblenz.kiosk.service.fim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a service page says, from a description of a service in XZuFi 2.2.
///
/// @param id of the description at its editor
/// @param leikaKeys keys of the federal catalogue, 14 digits each
/// @param texts by module and BCP 47 tag of the language; each with the blocks of its text
/// @param notes what is not used
public record LeistungTexts(
        String id,
        List<String> leikaKeys,
        Map<Module, Map<String, List<TextBlock>>> texts,
        List<ImportNote> notes) {
    public LeistungTexts {
        leikaKeys = List.copyOf(leikaKeys);
        Map<Module, Map<String, List<TextBlock>>> copy = new EnumMap<>(Module.class);
        texts.forEach((module, languages) ->
                copy.put(module, Collections.unmodifiableMap(new LinkedHashMap<>(languages))));
        texts = Collections.unmodifiableMap(copy);
        notes = List.copyOf(notes);
    }

    /// Parts of a description that citizens read.
    public enum Module {
        /// Text module 02, "Leistungsbezeichnung".
        NAME,
        /// Text module 03: the name in everyday words.
        COMMON_NAME,
        /// Text module 05, "Kurztext".
        SHORT_TEXT,
        /// Text module 06, "Volltext".
        FULL_TEXT,
        /// Text module 08, "Erforderliche Unterlagen".
        DOCUMENTS,
        /// Text module 09, "Voraussetzungen".
        PRECONDITIONS,
        /// Text module 11, "Verfahrensablauf".
        COURSE,
        /// Text module 16, "Hinweise".
        REMARKS,
        /// `modulKosten`.
        FEES,
        /// `modulFrist`.
        DEADLINES,
        /// `modulBearbeitungsdauer`.
        DURATION
    }

    /// The blocks of a module in a language, if there are any.
    public Optional<List<TextBlock>> find(Module module, String language) {
        return Optional.ofNullable(texts.getOrDefault(module, Map.of()).get(language));
    }

    /// The languages of the description, in the order of the file.
    public List<String> languages() {
        return texts.values().stream()
                .flatMap(byLanguage -> byLanguage.keySet().stream())
                .distinct()
                .toList();
    }
}
