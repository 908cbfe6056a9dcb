package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form made from a federal schema, and the report on it.
///
/// @param identity of the schema
/// @param form with its enforced rules
/// @param pages one question each, in the order of the schema
/// @param texts German words by their key after `service.<id>.`
/// @param notes everything that did not become what the schema says, the weightiest first
/// @param rules what became of each rule, in the order of the schema
public record FimForm(
        SchemaIdentity identity,
        FormDefinition form,
        List<QuestionPage> pages,
        Map<String, String> texts,
        List<ImportNote> notes,
        List<RuleOutcome> rules) {
    public FimForm {
        pages = List.copyOf(pages);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
    }

    /// The same form in other words.
    public FimForm with(Map<String, String> words) {
        return new FimForm(identity, form, pages, words, notes, rules);
    }

    /// The same form as if its schema were valid on every day, for previews.
    public FimForm unlimited() {
        return new FimForm(identity.unlimited(), form, pages, texts, notes, rules);
    }

    /// Whether the form can be filled in as the authority needs it.
    public boolean complete() {
        return notes.stream().noneMatch(note -> note.weight() == ImportNote.Weight.BLOCKING);
    }
}
