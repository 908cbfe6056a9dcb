package de.koblenz.kiosk.service.form;

import java.util.regex.Pattern;

/// A field, or a group of elements.
public sealed interface FormElement permits Field, FieldGroup {
    /// What an id looks like: it becomes part of paths and text keys.
    Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}");

    /// Unique among its siblings.
    String id();

    /// When the element is there at all. What is not visible is not asked, not required, does not count in
    /// conditions and is not sent.
    Condition visible();

    /// Throws where `id` cannot be part of a path.
    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of a form element: " + id);
        }
    }
}
