package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Imports descriptions of services in XZuFi 2.2 (`http://xoev.de/schemata/xzufi/2_2_0`). The first `leistung` of a file
/// is read, at the root or in a message. Not thread-safe: one file, one reading.
public final class LeistungImport {
    static final String NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0";

    /// Text modules of the federal catalogue ("leikaTextmodul") that citizens read.
    private static final Map<String, Module> MODULES =
            Map.of(
                    "02", Module.NAME,
                    "03", Module.COMMON_NAME,
                    "05", Module.SHORT_TEXT,
                    "06", Module.FULL_TEXT,
                    "08", Module.DOCUMENTS,
                    "09", Module.PRECONDITIONS,
                    "11", Module.COURSE,
                    "16", Module.REMARKS);

    /// For offices: legal bases, forms, links, authors, contacts, teasers, remedies.
    private static final Set<String> NOT_SHOWN =
            Set.of(
                    "01", "04", "07", "10", "12", "13", "14", "15", "17", "18", "19", "20", "21",
                    "22", "23", "24", "25");

    private static final int MOST_LANGUAGES = 60;

    private final XmlCursor cursor;
    private final ImportNotes notes = new ImportNotes();
    private final Map<Module, Map<String, List<TextBlock>>> texts = new EnumMap<>(Module.class);
    private final Set<String> keys = new LinkedHashSet<>();
    private String id = "";

    private LeistungImport(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /// The description of a file; empty, with a problem, where the file is none that can be read.
    public static Optional<LeistungTexts> read(SourceFile file, Problems problems) {
        try {
            return Optional.of(texts(file.content(), file.shown()));
        } catch (XmlRefused e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    static LeistungTexts texts(byte[] content, String shown) throws XmlRefused {
        LeistungImport reading = new LeistungImport(XmlCursor.open(content, shown));
        Place root = reading.cursor.place();
        if (!reading.cursor.namespace().equals(NAMESPACE) || !reading.find()) {
            throw new XmlRefused(root, "expected a 'leistung' of XZuFi 2.2 here", "FIM-KIND");
        }
        if (reading.texts.isEmpty()) {
            throw new XmlRefused(root, "the description says nothing", "FIM-KIND");
        }
        return new LeistungTexts(
                reading.id, List.copyOf(reading.keys), reading.texts, reading.notes.sorted());
    }

    /// Reads the first `leistung` at or below the cursor; a message has it one or two elements deeper.
    private boolean find() throws XmlRefused {
        if (cursor.name().equals("leistung")) {
            leistung();
            return true;
        }
        boolean found = false;
        int here = cursor.depth();
        while (here <= 3 && cursor.child(here)) {
            if (found && cursor.name().equals("leistung")) {
                notes.add(
                        Weight.LOST,
                        "",
                        cursor.place(),
                        "a further 'leistung' is not read",
                        "FIM-TEXT");
            } else if (!found) {
                found = find();
            }
        }
        return found;
    }

    private void leistung() throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            Place place = cursor.place();
            switch (cursor.name()) {
                case "id" -> id = cursor.text();
                case "referenzLeiKa" -> key(cursor.code(), place);
                case "modulText" -> text();
                case "modulKosten" -> described(Module.FEES, place);
                case "modulFrist" -> described(Module.DEADLINES, place);
                case "modulBearbeitungsdauer" -> described(Module.DURATION, place);
                default -> {
                    // What is no module is for editors and catalogues.
                    if (cursor.name().startsWith("modul")) {
                        notes.add(
                                Weight.LOST,
                                "",
                                place,
                                "the module '" + cursor.name() + "' is not shown",
                                "FIM-TEXT");
                    }
                }
            }
        }
    }

    private void key(String written, Place place) {
        if (written.matches("99[0-9]{12}")) {
            keys.add(written);
        } else {
            notes.add(Weight.LOST, "", place, "a LeiKa key has 14 digits, 99 first", "FIM-TEXT");
        }
    }

    private void text() throws XmlRefused {
        int here = cursor.depth();
        Place place = cursor.place();
        String module = "";
        Map<String, String> byLanguage = new LinkedHashMap<>();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "leikaTextmodul" -> module = cursor.code();
                case "inhalt" -> language(byLanguage);
                default -> {}
            }
        }
        Module known = MODULES.get(module);
        if (known != null) {
            put(known, byLanguage, place);
        } else if (!NOT_SHOWN.contains(module)) {
            notes.add(
                    Weight.LOST,
                    "",
                    place,
                    "the text module is not known and not shown",
                    "FIM-TEXT");
        }
    }

    private void language(Map<String, String> byLanguage) throws XmlRefused {
        String language = cursor.attribute("languageCode");
        String tag = language.isEmpty() ? cursor.xmlAttribute("lang") : language;
        Place place = cursor.place();
        String words = cursor.text();
        if (tag.isEmpty()) {
            // German is the language of record.
            tag = "de";
        }
        if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
                || byLanguage.size() >= MOST_LANGUAGES) {
            notes.add(
                    Weight.LOST, "", place, "a text of no known language is not shown", "FIM-TEXT");
        } else if (!words.isEmpty()) {
            byLanguage.merge(tag, words, (old, more) -> old + "\n\n" + more);
        }
    }

    private void put(Module module, Map<String, String> byLanguage, Place place) {
        byLanguage.forEach((language, words) -> {
            SafeText.Reduced reduced = SafeText.of(words);
            if (reduced.cut()) {
                notes.add(
                        Weight.CHANGED,
                        "",
                        place,
                        "the text is longer than is shown; its end is left out",
                        "FIM-TEXT");
            }
            if (!reduced.blocks().isEmpty()) {
                texts.computeIfAbsent(module, _ -> new LinkedHashMap<>())
                        .merge(
                                language,
                                reduced.blocks(),
                                (old, more) -> {
                                    List<TextBlock> both = new ArrayList<>(old);
                                    both.addAll(more);
                                    return List.copyOf(both);
                                });
            }
        });
    }

    /// Fees, deadlines, duration: their words per language, and their figures in German.
    private void described(Module module, Place place) throws XmlRefused {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        List<String> figures = new ArrayList<>();
        collect(byLanguage, figures, 0);
        if (!figures.isEmpty() && (byLanguage.isEmpty() || byLanguage.containsKey("de"))) {
            byLanguage.merge(
                    "de", String.join("\n\n", figures), (words, more) -> words + "\n\n" + more);
        }
        put(module, byLanguage, place);
    }

    private void collect(Map<String, String> byLanguage, List<String> figures, int depth)
            throws XmlRefused {
        int here = cursor.depth();
        Map<String, String> values = new LinkedHashMap<>();
        while (cursor.child(here)) {
            String name = cursor.name();
            switch (name) {
                case "beschreibung", "beschreibungKosten", "beschreibungFrist" ->
                        language(byLanguage);
                case "betrag",
                        "betragUntergrenze",
                        "betragObergrenze",
                        "waehrung",
                        "dauer",
                        "dauerBis",
                        "einheit",
                        "einheitBis" ->
                        values.put(name, cursor.text());
                case "fristStichtag" ->
                        notes.add(
                                Weight.LOST,
                                "",
                                cursor.place(),
                                "the fixed day of a deadline is not shown: say it in words",
                                "FIM-TEXT");
                default -> {
                    if (depth < 3) {
                        collect(byLanguage, figures, depth + 1);
                    }
                }
            }
        }
        String words = Figures.words(values);
        if (!words.isEmpty()) {
            figures.add(words);
        }
    }
}
