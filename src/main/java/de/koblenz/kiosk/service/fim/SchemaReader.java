package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaField;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaGroup;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaRule;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads a schema of XDatenfelder 2 or 3 (message `xdatenfelder.stammdatenschema.0102`).
///
/// Elements of both versions are told apart by where they stand, not by the version, so a file that mixes them is read
/// as well. An element that neither version names is noted, once for each name.
final class SchemaReader {
    static final String VERSION_2 = "urn:xoev-de:fim:standard:xdatenfelder_2";

    /// Beginning of the namespaces of version 3; `3.0.0` is the one that is known.
    static final String VERSION_3 = "urn:xoev-de:fim:standard:xdatenfelder_3.";

    static final String MESSAGE = "xdatenfelder.stammdatenschema.0102";

    private final XmlCursor cursor;
    private final ImportNotes notes;
    private final SchemaVocabulary vocabulary = SchemaVocabulary.of();
    private final Map<Named, Unknown> unknown = new LinkedHashMap<>();

    /// An element, or an attribute behind `@`, where it stands.
    private record Named(String parent, String name) {}

    /// One that is not known, with its first place.
    private record Unknown(Place place, int times) {}

    /// What is collected of an element while its children go by.
    private static final class Draft {
        private final Place place;
        private String id = "";
        private String version = "";
        private String name = "";
        private String label = "";
        private String output = "";
        private String help = "";
        private String kind = "";
        private String release = "";
        private final List<SchemaRule> rules = new ArrayList<>();

        Draft(Place place) {
            this.place = place;
        }

        Head head() {
            return new Head(
                    id,
                    version,
                    name,
                    label,
                    output,
                    help,
                    kind,
                    ReleaseState.of(release),
                    rules,
                    place);
        }
    }

    private SchemaReader(XmlCursor cursor, ImportNotes notes) {
        this.cursor = cursor;
        this.notes = notes;
    }

    /// Reads the schema at the root of a file.
    ///
    /// @param sha256 of the file
    static Schema read(XmlCursor cursor, Supplier<String> sha256, ImportNotes notes)
            throws XmlRefused {
        String namespace = cursor.namespace();
        boolean known = namespace.equals(VERSION_2) || namespace.startsWith(VERSION_3);
        if (!known || !cursor.name().equals(MESSAGE)) {
            throw new XmlRefused(
                    cursor.place(),
                    "expected a schema of XDatenfelder 2 or 3 (" + MESSAGE + ") here",
                    "FIM-KIND");
        }
        String standard =
                "XDatenfelder " + namespace.substring(namespace.lastIndexOf('_') + 1).strip();
        SchemaReader reader = new SchemaReader(cursor, notes);
        if (namespace.startsWith(VERSION_3) && !namespace.equals(VERSION_3 + "0.0")) {
            notes.add(
                    ImportNote.Weight.TOLD,
                    "",
                    cursor.place(),
                    standard + " is read as 3.0.0; what is new in it is not known here",
                    "FIM-VERSION");
        }
        return reader.message(standard, sha256);
    }

    private Schema message(String standard, Supplier<String> sha256) throws XmlRefused {
        int here = cursor.depth();
        cursor.watch(this::met);
        Optional<Schema> schema = Optional.empty();
        Place root = cursor.place();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "header" -> {}
                case "stammdatenschema" -> schema = Optional.of(schema(standard, sha256));
                default -> {}
            }
        }
        noteUnknown();
        return schema.orElseThrow(
                () -> new XmlRefused(root, "there is no schema in this message", "FIM-KIND"));
    }

    private Schema schema(String standard, Supplier<String> sha256) throws XmlRefused {
        int here = cursor.depth();
        Draft draft = new Draft(cursor.place());
        List<SchemaElement> elements = new ArrayList<>();
        String title = "";
        Optional<Validity.Limit> from = Optional.empty();
        Optional<Validity.Limit> until = Optional.empty();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "struktur" -> structure(elements);
                // Version 3 and version 2.
                case "bezeichnung", "bezeichnungEingabe" -> title = cursor.text();
                case "gueltigAb" -> from = limit();
                case "gueltigBis" -> until = limit();
                default -> common(draft);
            }
        }
        Head head = draft.head();
        if (elements.isEmpty()) {
            throw new XmlRefused(draft.place, "the schema asks nothing", "FIM-KIND");
        }
        noteRelease(head);
        SchemaIdentity identity =
                new SchemaIdentity(
                        standard,
                        head.id(),
                        head.version(),
                        head.name(),
                        title.isEmpty() ? head.name() : title,
                        head.release(),
                        new Validity(from, until),
                        sha256.get());
        return new Schema(identity, elements, head.rules());
    }

    /// A day (XML Schema part 2, 3.2.9), perhaps with a time zone behind it, which says nothing about a day in Koblenz.
    private Optional<Validity.Limit> limit() throws XmlRefused {
        Place place = cursor.place();
        String name = cursor.name();
        String text = cursor.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return Optional.of(new Validity.Limit(day, place));
        } catch (DateTimeParseException _) {
            notes.add(
                    ImportNote.Weight.TOLD,
                    name,
                    place,
                    "is no day: the schema is taken to have no such limit",
                    "FIM-VALIDITY");
            return Optional.empty();
        }
    }

    private void noteRelease(Head head) {
        if (head.release().filter(ReleaseState::released).isEmpty()) {
            notes.add(
                    ImportNote.Weight.TOLD,
                    head.id(),
                    head.place(),
                    head.release()
                            .map(state -> "the schema is not released: " + state.german())
                            .orElse("the schema does not say whether it is released"),
                    "FIM-RELEASE");
        }
    }

    /// What schema, group and field have in common.
    private void common(Draft draft) throws XmlRefused {
        switch (cursor.name()) {
            case "identifikation" -> {
                int here = cursor.depth();
                while (cursor.child(here)) {
                    switch (cursor.name()) {
                        case "id" -> draft.id = cursor.text();
                        case "version" -> draft.version = cursor.text();
                        default -> {}
                    }
                }
            }
            case "name" -> draft.name = cursor.text();
            case "bezeichnungEingabe" -> draft.label = cursor.text();
            case "bezeichnungAusgabe" -> draft.output = cursor.text();
            case "hilfetextEingabe" -> draft.help = cursor.text();
            case "schemaelementart" -> draft.kind = cursor.code();
            case "freigabestatus", "status" -> draft.release = cursor.code();
            case "regel" -> draft.rules.add(rule());
            default -> {
                // Its consequence stands in the vocabulary.
            }
        }
    }

    private void structure(List<SchemaElement> elements) throws XmlRefused {
        int here = cursor.depth();
        Place place = cursor.place();
        String count = "";
        List<SchemaElement> found = new ArrayList<>();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "anzahl" -> count = cursor.text();
                case "bezug" -> {}
                case "enthaelt" -> contained(found);
                default -> {}
            }
        }
        if (found.size() != 1) {
            notes.add(
                    ImportNote.Weight.BLOCKING,
                    "",
                    place,
                    "'struktur' has " + found.size() + " elements, expected one",
                    "FIM-STRUCTURE");
        }
        for (SchemaElement element : found) {
            elements.add(counted(element, count));
        }
    }

    private void contained(List<SchemaElement> found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "datenfeld" -> found.add(field());
                case "datenfeldgruppe" -> found.add(group());
                default -> {}
            }
        }
    }

    private static SchemaElement counted(SchemaElement element, String count) {
        return switch (element) {
            case SchemaGroup(Head head, String _, boolean oneOf, List<SchemaElement> elements) ->
                    new SchemaGroup(head, count, oneOf, elements);
            case SchemaField field ->
                    new SchemaField(
                            field.head(),
                            count,
                            field.art(),
                            field.type(),
                            field.limits(),
                            field.content(),
                            field.prefill(),
                            field.values(),
                            field.list(),
                            field.codeColumn(),
                            field.nameColumn(),
                            field.mostBytes(),
                            field.mediaTypes());
        };
    }

    private SchemaGroup group() throws XmlRefused {
        int here = cursor.depth();
        Draft draft = new Draft(cursor.place());
        List<SchemaElement> elements = new ArrayList<>();
        String art = "";
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "art" -> art = cursor.code();
                case "struktur" -> structure(elements);
                default -> common(draft);
            }
        }
        return new SchemaGroup(draft.head(), "", art.equals("X"), elements);
    }

    private SchemaField field() throws XmlRefused {
        int here = cursor.depth();
        Draft draft = new Draft(cursor.place());
        FieldDetails details = new FieldDetails();
        while (cursor.child(here)) {
            if (!details.read(cursor)) {
                common(draft);
            }
        }
        return details.field(draft.head());
    }

    private SchemaRule rule() throws XmlRefused {
        int here = cursor.depth();
        Place place = cursor.place();
        Draft draft = new Draft(place);
        String text = "";
        String definition = "";
        boolean script = false;
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "freitextRegel" -> text = cursor.text();
                // Where version 2 has its sentences.
                case "definition" -> definition = cursor.text();
                case "script", "skript" -> script |= !cursor.text().isEmpty();
                // Of scripts alone.
                case "typ", "param", "ziel", "fehler" -> {}
                default -> common(draft);
            }
        }
        return new SchemaRule(
                draft.id,
                draft.version,
                draft.name,
                text.isEmpty() ? definition : text,
                script,
                place);
    }

    private void met(String parent, String name) {
        if (!vocabulary.names(parent, name)) {
            unknown.merge(
                    new Named(parent, name),
                    new Unknown(cursor.place(), 1),
                    (old, _) -> new Unknown(old.place(), old.times() + 1));
        }
    }

    private void noteUnknown() {
        unknown.forEach((named, found) ->
                notes.add(
                        ImportNote.Weight.LOST,
                        "",
                        found.place(),
                        (named.name().startsWith("@")
                                        ? "the attribute '" + named.name().substring(1)
                                        : "the element '" + named.name())
                                + "' of '"
                                + named.parent()
                                + "' is not known; what it says is not used ("
                                + found.times()
                                + " times)",
                        "FIM-UNKNOWN"));
    }
}
