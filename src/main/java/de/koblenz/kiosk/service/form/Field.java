package de.koblenz.kiosk.service.form;

/// One question or value of a form.
///
/// @param id unique among its siblings; a federal field id such as `F60000000227` is one
/// @param kind how it meets the citizen
/// @param type what its value is
/// @param visible when it is there
/// @param required when it must be answered
/// @param prefill name of the source that fills it in, e.g. `eid.familyName`, `venue.contactRequired`; empty for none
/// @param content canonical value that it has from the start (XDatenfelder "inhalt"); empty for none
public record Field(
        String id,
        FieldKind kind,
        FieldType type,
        Condition visible,
        Condition required,
        String prefill,
        String content)
        implements FormElement {

    public Field {
        FormElement.requireId(id);
        if (kind == FieldKind.SELECT && !(type instanceof FieldType.Choice)) {
            throw new IllegalArgumentException("a field to select without codes: " + id);
        }
    }

    /// A required field that the citizen answers.
    public static Field of(String id, FieldType type) {
        FieldKind kind = type instanceof FieldType.Choice ? FieldKind.SELECT : FieldKind.INPUT;
        return new Field(id, kind, type, Condition.always(), Condition.always(), "", "");
    }

    public Field as(FieldKind other) {
        return new Field(id, other, type, visible, required, prefill, content);
    }

    /// With values of another type.
    public Field typed(FieldType other) {
        return new Field(id, kind, other, visible, required, prefill, content);
    }

    public Field visibleIf(Condition condition) {
        return new Field(id, kind, type, condition, required, prefill, content);
    }

    public Field requiredIf(Condition condition) {
        return new Field(id, kind, type, visible, condition, prefill, content);
    }

    public Field optional() {
        return requiredIf(Condition.never());
    }

    public Field prefilledBy(String source) {
        return new Field(id, kind, type, visible, required, source, content);
    }

    public Field containing(String value) {
        return new Field(id, kind, type, visible, required, prefill, value);
    }
}
