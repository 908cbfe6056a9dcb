package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// German words of an imported form, by their key after `service.<id>.`. Not thread-safe: one form, one collection.
final class FormTexts {
    private final Map<String, String> texts = new LinkedHashMap<>();

    void put(String key, String words) {
        texts.put(key, words);
    }

    void remove(String key) {
        texts.remove(key);
    }

    /// Label and hint of an element; its id where the schema has no words for it.
    void element(FieldPath path, Head head) {
        put(
                path.textKey() + ".label",
                head.shortWords().isEmpty() ? head.id() : PlainWords.of(head.shortWords()));
        String help = PlainWords.of(head.help());
        if (!help.isEmpty()) {
            put(path.textKey() + ".hint", ended(help));
        }
    }

    /// Heading and hint of a group: what it is called where it is asked, unless that is a question. One entry of a repeated
    /// group is called by its short name ("Hund 2"). A group without words has no heading.
    void group(FieldPath path, Head head, boolean repeated) {
        boolean asks = PlainWords.of(head.words()).endsWith("?");
        String words = PlainWords.of(repeated || asks ? head.shortWords() : head.words());
        element(path, head);
        if (!words.isEmpty() && !words.endsWith("?")) {
            put(path.textKey() + ".label", words);
        } else if (!repeated) {
            texts.remove(path.textKey() + ".label");
        }
    }

    /// A hint stands before other sentences: one that ends in the midst gets its full stop.
    private static String ended(String help) {
        int last = help.codePointBefore(help.length());
        return Character.isLetterOrDigit(last) || last == ')' ? help + "." : help;
    }

    /// What is only read: the content, which may be long, or the label where there is none.
    void label(FieldPath path, Head head, String content) {
        element(path, head);
        String words = PlainWords.of(content);
        if (!words.isEmpty()) {
            put(path.textKey() + ".label", words);
        }
    }

    /// A sentence more at the hint of an element.
    void hint(FieldPath path, String sentence) {
        texts.merge(
                path.textKey() + ".hint",
                sentence,
                (old, more) -> old.contains(more) ? old : old + " " + more);
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
