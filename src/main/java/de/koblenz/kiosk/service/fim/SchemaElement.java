package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import java.util.List;
import java.util.Optional;

/// A field or group of a federal schema as its file has it, before anything is made of it.
sealed interface SchemaElement {
    Head head();

    /// How often, as written: `min:max`, `*` for without end.
    String count();

    /// What fields and groups have in common.
    ///
    /// @param id such as `F60000000227`; may be anything that the file says
    /// @param version of the element
    /// @param name for experts
    /// @param label `bezeichnungEingabe`, for citizens; may be empty
    /// @param output `bezeichnungAusgabe`, short, for what is read and printed; may be empty
    /// @param help `hilfetextEingabe`; may be empty
    /// @param kind `schemaelementart`: ABS, HAR or RNG
    /// @param release empty where nothing, or nothing known, is said
    /// @param rules that stand at it
    record Head(
            String id,
            String version,
            String name,
            String label,
            String output,
            String help,
            String kind,
            Optional<ReleaseState> release,
            List<SchemaRule> rules,
            Place place) {
        public Head {
            rules = List.copyOf(rules);
        }

        /// The same without rules, for a second part that is made of the element.
        Head withoutRules() {
            return new Head(
                    id, version, name, label, output, help, kind, release, List.of(), place);
        }

        /// The label for citizens, or the name where there is none.
        String words() {
            return label.isEmpty() ? name : label;
        }

        /// The label beside an answer: `bezeichnungAusgabe`, which names where `bezeichnungEingabe` asks.
        String shortWords() {
            return output.isEmpty() ? words() : output;
        }
    }

    /// A field.
    ///
    /// @param art `feldart`: input, select, label, hidden, locked
    /// @param type `datentyp`: text, text_latin, date, time, datetime, bool, num, num_int, num_currency, file, obj
    /// @param content `inhalt`; may be empty
    /// @param prefill `vorbefuellung`: keine, optional, verpflichtend
    /// @param values inline code list; may be empty
    /// @param codeColumn column of the code list that is sent (`codeKey`); empty for its key
    /// @param nameColumn column that is shown (`nameKey`); empty for the usual one
    /// @param mostBytes `maxSize` of an attachment; 0 where nothing is said
    record SchemaField(
            Head head,
            String count,
            String art,
            String type,
            Limits limits,
            String content,
            String prefill,
            List<Value> values,
            Optional<ListReference> list,
            String codeColumn,
            String nameColumn,
            long mostBytes,
            List<String> mediaTypes)
            implements SchemaElement {
        public SchemaField {
            values = List.copyOf(values);
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    /// A group.
    ///
    /// @param oneOf whether exactly one of its elements is chosen (`art` X, "Auswahlgruppe")
    record SchemaGroup(Head head, String count, boolean oneOf, List<SchemaElement> elements)
            implements SchemaElement {
        public SchemaGroup {
            elements = List.copyOf(elements);
        }
    }

    /// `praezisierung`, each as written; empty for nothing said.
    ///
    /// @param unreadable whether there is one that is not understood (XDatenfelder 2 writes JSON in a text)
    /// @param others names of what is said besides
    record Limits(
            String minLength,
            String maxLength,
            String minValue,
            String maxValue,
            String pattern,
            boolean unreadable,
            List<String> others) {
        static final Limits NONE = new Limits("", "", "", "", "", false, List.of());

        public Limits {
            others = List.copyOf(others);
        }
    }

    /// One value of a code list.
    ///
    /// @param name wording; the code where there is none
    /// @param help longer words; may be empty
    record Value(String code, String name, String help) {}

    /// Which code list of the registry.
    ///
    /// @param uri URN of the list, without version
    /// @param version may be empty
    /// @param versionUri URN of that version; may be empty
    record ListReference(String uri, String version, String versionUri) {
        @Override
        public String toString() {
            return !versionUri.isEmpty()
                    ? versionUri
                    : version.isEmpty() ? uri : uri + " version " + version;
        }
    }

    /// A rule.
    ///
    /// @param text the sentences; may be empty
    /// @param script whether there is a program, which is never run
    record SchemaRule(
            String id, String version, String name, String text, boolean script, Place place) {}
}
