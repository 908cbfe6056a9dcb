package de.koblenz.kiosk.service.fim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Every element and attribute that XDatenfelder 2.0 and 3.0.0 name in a schema, and what becomes of it: the file
/// `xdatenfelder.tsv` beside this class. Immutable.
final class SchemaVocabulary {
    private static final String FILE = "xdatenfelder.tsv";
    private static final SchemaVocabulary ONE = read();

    private final List<Entry> entries;
    private final Map<String, Set<String>> inside = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private SchemaVocabulary(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            inside.computeIfAbsent(entry.parent(), _ -> new HashSet<>()).add(entry.name());
            names.add(entry.name());
            names.add(entry.parent());
        }
    }

    /// What becomes of an element.
    enum Fate {
        /// The citizen meets it.
        ASKED,
        /// It is in the model of the form.
        KEPT,
        /// A note or a report says it.
        TOLD,
        /// It has no consequence for a citizen.
        NOTHING
    }

    /// An element, or an attribute (`@` first), of an element.
    ///
    /// @param versions `2`, `3` or both
    /// @param meaning what it is, in words
    record Entry(String versions, String parent, String name, Fate fate, String meaning) {}

    static SchemaVocabulary of() {
        return ONE;
    }

    List<Entry> entries() {
        return entries;
    }

    /// Whether the standard names it there; what lies in an element that it does not name is not looked at.
    boolean names(String parent, String name) {
        Set<String> there = inside.get(parent);
        return there == null ? !names.contains(parent) : there.contains(name);
    }

    private static SchemaVocabulary read() {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        SchemaVocabulary.class.getResourceAsStream(FILE)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    List<String> cells = List.of(line.split("\t", -1));
                    entries.add(
                            new Entry(
                                    cells.get(0),
                                    cells.get(1),
                                    cells.get(2),
                                    Fate.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                                    cells.get(4)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SchemaVocabulary(entries);
    }
}
