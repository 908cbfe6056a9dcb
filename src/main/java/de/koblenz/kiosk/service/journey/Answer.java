package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;

/// One answer for the check-answers page and the citizen's copy; personal.
///
/// @param pageKey page on which it can be changed
/// @param path which field, with instances
/// @param field its definition, which says how the value is worded
/// @param canonical the value; empty where it was left out
public record Answer(String pageKey, FieldPath path, Field field, String canonical) {
    @Override
    public String toString() {
        return "Answer[" + path + "]";
    }
}
