/// Forms as data: fields, groups, conditions and checks; pure.
///
/// A form holds no words. What citizens read stands in text files under keys made from the path of a
/// field ([FieldPath#textKey()]); for `vehicle.length` of a service these are, after its prefix
/// `service.<id>.`:
///
/// | key | what |
/// |---|---|
/// | `field.vehicle.length.label` | short name: on the check-answers page, at the entry, spoken |
/// | `field.vehicle.length.hint` | one or two sentences; may be left out |
/// | `field.vehicle.length.option.<code>` | wording of a code, where the code list has none of its own ([CodeList.Code#textKey()]) |
/// | `page.<key>.title`, `page.<key>.hint` | the question of a page; its hint may be left out |
/// | `rule.<id>` | what to do when a rule is not kept |
///
/// Whoever imports a form (federal schemata, XDatenfelder) makes such text entries from its wording.
/// Answers are canonical codes: ISO 8601 dates, numbers with a decimal point, `true`/`false`, codes of
/// code lists, texts in Unicode NFC; so a change of language changes no answer.
@NullMarked
package de.koblenz.kiosk.service.form;

import org.jspecify.annotations.NullMarked;
