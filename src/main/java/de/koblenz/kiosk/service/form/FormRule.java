package de.koblenz.kiosk.service.form;

/// What must hold beyond single fields, e.g. an end after its beginning. Looked at when the field at which it
/// stands is visible and answered; broken, that field is rejected with [CheckCode#RULE].
///
/// @param id unique in the form; its wording stands under `rule.<id>`
/// @param at the field at which it is reported, without instances
/// @param must what must hold
public record FormRule(String id, FieldPath at, Condition must) {
    public FormRule {
        FormElement.requireId(id);
    }
}
