package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The invented schemata and code lists, and small ones made in tests.
final class SchemaFixtures {
    static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", "."), "src/test/resources/fim");

    private SchemaFixtures() {}

    static CodeLists lists() {
        Problems problems = new Problems();
        try (Stream<Path> files = Files.list(FOLDER.resolve("codelisten"))) {
            CodeLists lists =
                    CodeLists.read(
                            files.sorted()
                                    .map(file ->
                                            SourceFile.at(file, "codelisten/" + file.getFileName()))
                                    .toList(),
                            problems);
            if (!problems.none()) {
                throw new AssertionError(problems.sorted());
            }
            return lists;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static FimForm dog() {
        return read("erfundene-hundeanmeldung.xdf3.xml");
    }

    static FimForm grave() {
        return read("erfundene-grababmeldung.xdf2.xml");
    }

    private static FimForm read(String name) {
        Problems problems = new Problems();
        return SchemaImport.read(SourceFile.at(FOLDER.resolve(name), name), lists(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    static FimForm form(String xml) {
        try {
            return SchemaImport.form(
                    xml.getBytes(StandardCharsets.UTF_8), "test.xdf3.xml", CodeLists.NONE);
        } catch (XmlRefused e) {
            throw new AssertionError(e.problem().toString(), e);
        }
    }

    /// Problem with which a file is refused.
    static String refusal(String xml) {
        try {
            FimForm form =
                    SchemaImport.form(
                            xml.getBytes(StandardCharsets.UTF_8), "test.xdf3.xml", CodeLists.NONE);
            throw new AssertionError("taken: " + form.identity());
        } catch (XmlRefused e) {
            return e.problem().toString();
        }
    }

    /// A schema of version 3 around the elements of `structures`, each in its own line from line 4 on.
    static String schema(String... structures) {
        return """
        <x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
        <x:stammdatenschema><x:identifikation><x:id>S99000000009</x:id><x:version>1.0.0</x:version></x:identifikation>
        <x:name>Test</x:name><x:freigabestatus><code>6</code></x:freigabestatus>
        """
                + String.join("\n", structures)
                + "\n</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
    }

    static String field(String id, String count, String art, String type, String more) {
        return counted(
                count,
                "<x:datenfeld><x:identifikation><x:id>"
                        + id
                        + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Feld "
                        + id
                        + "</x:name><x:bezeichnungEingabe>Frage "
                        + id
                        + "</x:bezeichnungEingabe><x:feldart><code>"
                        + art
                        + "</code></x:feldart><x:datentyp><code>"
                        + type
                        + "</code></x:datentyp>"
                        + more
                        + "</x:datenfeld>");
    }

    static String group(String id, String count, String... inside) {
        return counted(
                count,
                "<x:datenfeldgruppe><x:identifikation><x:id>"
                        + id
                        + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Gruppe "
                        + id
                        + "</x:name>"
                        + String.join("", inside)
                        + "</x:datenfeldgruppe>");
    }

    /// A group with words for citizens.
    static String named(String label, String group) {
        return group.replaceFirst(
                "(<x:name>Gruppe [^<]*</x:name>)",
                "$1<x:bezeichnungEingabe>" + label + "</x:bezeichnungEingabe>");
    }

    private static String counted(String count, String element) {
        return "<x:struktur><x:anzahl>"
                + count
                + "</x:anzahl><x:enthaelt>"
                + element
                + "</x:enthaelt></x:struktur>";
    }

    static String rule(String id, String text) {
        return "<x:regel><x:identifikation><x:id>"
                + id
                + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Regel "
                + id
                + "</x:name><x:freitextRegel>"
                + text.replace("&", "&amp;").replace("<", "&lt;")
                + "</x:freitextRegel></x:regel>";
    }

    /// The codes of the notes of a form, in their order.
    static List<String> codes(FimForm form) {
        return form.notes().stream().map(note -> note.problem().code()).toList();
    }
}
