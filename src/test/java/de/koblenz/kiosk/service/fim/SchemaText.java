package de.koblenz.kiosk.service.fim;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Makes schemata of version 3 of any size in the shape of published ones, the same for the same seed.
final class SchemaText {
    private static final List<String> WORDS =
            List.of(
                    "Angaben",
                    "Straße",
                    "Grundstück",
                    "Beginn",
                    "Größe",
                    "Nachweis",
                    "Anlage",
                    "Ort");

    /// What one inline value takes.
    static final int BYTES_A_VALUE = 75;

    /// What a field takes with 60 relations and its share of groups and values.
    private static final int BYTES_A_FIELD = 15_900;

    private final Random random;
    private final int relations;
    private final StringBuilder xml = new StringBuilder();
    private int next = 1;

    private SchemaText(long seed, int relations) {
        this.random = new Random(seed);
        this.relations = relations;
    }

    /// A schema of typical size, about 1 MB: groups of eight fields, of which one in seven is a choice, each with 60 relations.
    static byte[] typical(long seed, int fields) {
        return new SchemaText(seed, 60).make(fields, 7, 8);
    }

    /// A schema of which three quarters are relations, as published ones of several megabytes are.
    static byte[] related(long seed, int bytes) {
        return new SchemaText(seed, 60).make(bytes / BYTES_A_FIELD, 7, 8);
    }

    /// A schema whose inline lists make up most of its size.
    static byte[] large(long seed, int bytes) {
        SchemaText text = new SchemaText(seed, 0);
        int values = Math.max(10, bytes / 20 / BYTES_A_VALUE);
        return text.make(60, 3, values);
    }

    private byte[] make(int fields, int everyChoice, int values) {
        xml.append(
                "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_3.0.0\">"
                        + "<x:header><x:nachrichtID>erfunden</x:nachrichtID></x:header><x:stammdatenschema>");
        head("S", "Erfundenes Schema");
        for (int i = 0; i < fields; i += 8) {
            xml.append("<x:struktur><x:anzahl>").append(random.nextInt(4) == 0 ? "0:*" : "1:1");
            xml.append("</x:anzahl><x:bezug/><x:enthaelt><x:datenfeldgruppe>");
            head("G", words());
            for (int j = i; j < Math.min(fields, i + 8); j++) {
                field(j % everyChoice == 0, values);
            }
            xml.append("</x:datenfeldgruppe></x:enthaelt></x:struktur>\n");
        }
        xml.append("</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String words() {
        return WORDS.get(random.nextInt(WORDS.size()))
                + " "
                + WORDS.get(random.nextInt(WORDS.size()));
    }

    private void head(String letter, String name) {
        xml.append("<x:identifikation><x:id>").append(letter);
        xml.append(String.format(java.util.Locale.ROOT, "99%09d", next++));
        xml.append("</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>").append(name);
        xml.append(
                "</x:name><x:beschreibung>Erfunden, damit die Datei so lang ist wie eine echte.</x:beschreibung>");
        xml.append(
                "<x:freigabestatus listURI=\"urn:x\"><code>6</code></x:freigabestatus><x:statusGesetztAm>2026-01-01</x:statusGesetztAm>");
        xml.append("<x:letzteAenderung>2026-01-01T00:00:00Z</x:letzteAenderung>");
        for (int i = 0; i < relations; i++) {
            xml.append(
                    "<x:relation><x:praedikat listURI=\"urn:xoev-de:fim-datenfelder:codeliste:relation\" listVersionID=\"1.1\"><code>ABL</code></x:praedikat><x:objekt><x:id>F99");
            xml.append(100_000_000 + random.nextInt(900_000_000));
            xml.append("</x:id></x:objekt></x:relation>");
        }
        xml.append("<x:bezeichnungEingabe>").append(name);
        xml.append("</x:bezeichnungEingabe><x:bezeichnungAusgabe>")
                .append(name)
                .append("</x:bezeichnungAusgabe>");
    }

    private void field(boolean choice, int values) {
        String first = String.format(java.util.Locale.ROOT, "F99%09d", next);
        xml.append("<x:struktur><x:anzahl>").append(random.nextBoolean() ? "1:1" : "0:1");
        xml.append("</x:anzahl><x:enthaelt><x:datenfeld>");
        head("F", words());
        xml.append(
                "<x:hilfetextEingabe>Bitte tragen Sie die Angabe so ein, wie sie im Bescheid steht.</x:hilfetextEingabe>");
        xml.append("<x:feldart><code>").append(choice ? "select" : "input");
        xml.append("</code></x:feldart><x:datentyp><code>");
        String[] types = {"text", "text_latin", "date", "bool", "num_int", "num_currency", "num"};
        xml.append(choice ? "text" : types[random.nextInt(types.length)]);
        xml.append(
                "</code></x:datentyp><x:praezisierung minLength=\"1\" maxLength=\"200\"/><x:vorbefuellung><code>keine</code></x:vorbefuellung>");
        if (choice) {
            xml.append("<x:werte>");
            for (int i = 0; i < values; i++) {
                xml.append("<x:wert><x:code>").append(i).append("</x:code><x:name>");
                xml.append(words()).append(' ').append(i).append("</x:name></x:wert>\n");
            }
            xml.append("</x:werte>");
        }
        if (random.nextInt(13) == 0) {
            xml.append("<x:regel><x:identifikation><x:id>R").append(next++);
            xml.append("</x:id></x:identifikation><x:name>Regel</x:name><x:freitextRegel>Wenn ");
            xml.append(first).append(" leer ist, dann muss ").append(first);
            xml.append(" ausgefüllt werden.</x:freitextRegel></x:regel>");
        }
        xml.append("</x:datenfeld></x:enthaelt></x:struktur>\n");
    }
}
