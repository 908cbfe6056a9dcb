package de.koblenz.kiosk.service.form;

import java.util.List;

/// A page of questions: one question, at most a few values that belong together (street and number).
///
/// A page whose fields lie in a repeated group appears once per instance; a page that names the repeated group
/// itself is where instances are added and removed.
///
/// @param key stable name of the page, unique in its questionnaire
/// @param fields paths without instances, all in the same repeated group or in none
public record QuestionPage(String key, List<FieldPath> fields) {
    public QuestionPage {
        FormElement.requireId(key);
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a page without fields: " + key);
        }
    }
}
