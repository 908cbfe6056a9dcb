package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Forms with conditions, groups and rules, as they are for given answers.
class FormViewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final FieldType NAME = FieldType.Text.of(Letters.NAME, 40);
    private static final FieldType COUNT = new FieldType.WholeNumber(0, 99, "");

    private static Condition when(String text) {
        if (ConditionText.read(text) instanceof ConditionText.Read(Condition condition)) {
            return condition;
        }
        throw new AssertionError(text);
    }

    private static FormDefinition form(FormElement... elements) {
        return new FormDefinition("test", List.of(elements));
    }

    private static FormView view(FormDefinition form, FormData data) {
        return new FormView(form, data, TODAY);
    }

    private static List<String> shown(FormView view) {
        return view.fields().keySet().stream().map(FieldPath::toString).toList();
    }

    private static List<String> errors(FormView view) {
        return view.errors().stream().map(e -> e.path() + " " + e.code()).toList();
    }

    // ---- visibility

    private static final FormDefinition OWNER =
            form(
                    Field.of("owner", new FieldType.Choice(CodeList.of("owner", "self", "other"))),
                    Field.of("permission", new FieldType.Flag()).visibleIf(when("owner = other")),
                    Field.of("whose", NAME).visibleIf(when("permission = true")));

    @Test
    void aFieldAppearsWithItsCondition() {
        assertEquals(List.of("owner"), shown(view(OWNER, FormData.EMPTY)));
        FormData other = FormData.EMPTY.with("owner", "other");
        assertEquals(List.of("owner", "permission"), shown(view(OWNER, other)));
        FormData permitted = other.with("permission", "true");
        assertEquals(List.of("owner", "permission", "whose"), shown(view(OWNER, permitted)));
    }

    @Test
    void anAnswerThatIsNoLongerVisibleDoesNotCountButIsKept() {
        FormData data =
                FormData.EMPTY
                        .with("owner", "self")
                        .with("permission", "true")
                        .with("whose", "Ada");
        FormView view = view(OWNER, data);
        // The chain falls as a whole: permission is hidden, so 'whose' is as well.
        assertEquals(List.of("owner"), shown(view));
        assertEquals(Optional.empty(), view.value(FieldPath.of("whose")));
        assertEquals(List.of(), errors(view));
        assertEquals(
                Optional.of("Ada"),
                view(OWNER, data.with("owner", "other")).value(FieldPath.of("whose")));
    }

    @Test
    void whatIsNotVisibleIsNotRequired() {
        assertEquals(List.of("owner FIELD-REQUIRED"), errors(view(OWNER, FormData.EMPTY)));
        assertEquals(
                List.of("permission FIELD-REQUIRED"),
                errors(view(OWNER, FormData.EMPTY.with("owner", "other"))));
    }

    @Test
    void aGroupHidesEverythingInIt() {
        FormDefinition form =
                form(
                        Field.of("asked", new FieldType.Flag()).as(FieldKind.HIDDEN),
                        new FieldGroup(
                                "contact",
                                Occurrence.ONCE,
                                List.of(FieldGroup.once("deep", Field.of("name", NAME))),
                                when("asked = true")));
        assertEquals(List.of("asked"), shown(view(form, FormData.EMPTY)));
        FormView asked = view(form, FormData.EMPTY.with("asked", "true"));
        assertEquals(List.of("asked", "contact.deep.name"), shown(asked));
        assertEquals(List.of("contact.deep.name FIELD-REQUIRED"), errors(asked));
    }

    @Test
    void conditionsInACircleEndAsNotVisible() {
        FormDefinition form =
                form(
                        Field.of("a", NAME).visibleIf(when("b is filled")),
                        Field.of("b", NAME).visibleIf(when("a is filled")));
        FormData data = FormData.EMPTY.with("a", "x").with("b", "y");
        assertEquals(List.of(), shown(view(form, data)));
    }

    @Test
    void obligationFollowsItsConditionToo() {
        FormDefinition form =
                form(
                        Field.of("phone", FieldType.Text.of(Letters.PHONE, 20)).optional(),
                        Field.of("email", FieldType.Text.of(Letters.EMAIL, 80))
                                .requiredIf(when("phone is empty")));
        assertEquals(List.of("email FIELD-REQUIRED"), errors(view(form, FormData.EMPTY)));
        assertEquals(List.of(), errors(view(form, FormData.EMPTY.with("phone", "115"))));
    }

    @Test
    void labelsHaveNoValueAndLockedFieldsKeepTheirs() {
        FormDefinition form =
                form(
                        Field.of("note", NAME).as(FieldKind.LABEL).containing("x"),
                        Field.of("town", NAME).as(FieldKind.LOCKED).containing("Koblenz"));
        FormView view = view(form, FormData.EMPTY.with("note", "typed"));
        assertEquals(Optional.empty(), view.value(FieldPath.of("note")));
        assertEquals(Optional.of("Koblenz"), view.value(FieldPath.of("town")));
        assertEquals(List.of(), errors(view));
        assertThrows(IllegalArgumentException.class, () -> view.check(FieldPath.of("town"), "x"));
        assertThrows(IllegalArgumentException.class, () -> view.check(FieldPath.of("no"), "x"));
    }

    // ---- groups

    private static final FormDefinition FAMILY =
            form(
                    new FieldGroup(
                            "children",
                            new Occurrence(1, 2),
                            List.of(
                                    Field.of("name", NAME),
                                    Field.of("age", COUNT),
                                    Field.of("school", NAME).visibleIf(when("children.age >= 6")),
                                    new FieldGroup(
                                            "pets",
                                            new Occurrence(0, Occurrence.UNBOUNDED),
                                            List.of(
                                                    Field.of("kind", NAME),
                                                    Field.of("permit", NAME)
                                                            .visibleIf(
                                                                    when(
                                                                            "children.pets.kind = Hund"
                                                                                    + " and children.age"
                                                                                    + " >= 6"))),
                                            Condition.always())),
                            Condition.always()));

    private static final FieldPath CHILDREN = FieldPath.of("children");

    @Test
    void conditionsInARepeatedGroupLookAtTheirOwnInstance() {
        FormData data =
                FormData.EMPTY
                        .addInstance(CHILDREN)
                        .addInstance(CHILDREN)
                        .with("children[a1].age", "3")
                        .with("children[a2].age", "7");
        FieldPath pets = FieldPath.parse("children[a2].pets");
        data = data.addInstance(pets).with("children[a2].pets[a1].kind", "Hund");
        assertEquals(
                List.of(
                        "children[a1].name",
                        "children[a1].age",
                        "children[a2].name",
                        "children[a2].age",
                        "children[a2].school",
                        "children[a2].pets[a1].kind",
                        "children[a2].pets[a1].permit"),
                shown(view(FAMILY, data)));
    }

    @Test
    void tooFewAndTooManyInstancesAreErrorsOfTheGroup() {
        assertEquals(List.of("children FIELD-TOO-FEW"), errors(view(FAMILY, FormData.EMPTY)));
        FormData three =
                FormData.EMPTY.addInstance(CHILDREN).addInstance(CHILDREN).addInstance(CHILDREN);
        assertEquals("children FIELD-TOO-MANY", errors(view(FAMILY, three)).getFirst());
        assertEquals(
                Optional.of(new FormError(CHILDREN, "FIELD-TOO-MANY", Map.of("most", "2"))),
                view(FAMILY, three).error(CHILDREN));
    }

    @Test
    void answersOfInstancesThatAreNotThereDoNotCount() {
        FormData data = FormData.EMPTY.with("children[a9].name", "Ada").with("children.name", "Bo");
        FormView view = view(FAMILY, data);
        assertEquals(Optional.empty(), view.value(FieldPath.parse("children[a9].name")));
        assertEquals(Optional.empty(), view.value(FieldPath.parse("children.name")));
        assertEquals(List.of(), shown(view));
    }

    @Test
    void anOptionalGroupMayBeLeftEmptyAsAWholeOnly() {
        FormDefinition form =
                form(
                        new FieldGroup(
                                "bank",
                                new Occurrence(0, 1),
                                List.of(
                                        Field.of("owner", NAME),
                                        FieldGroup.once("account", Field.of("iban", NAME)),
                                        Field.of("land", NAME)
                                                .as(FieldKind.LOCKED)
                                                .containing("DE")),
                                Condition.always()));
        assertEquals(List.of(), errors(view(form, FormData.EMPTY)));
        assertEquals(
                List.of("bank.account.iban FIELD-REQUIRED"),
                errors(view(form, FormData.EMPTY.with("bank.owner", "Ada"))));
        assertEquals(
                List.of("bank.owner FIELD-REQUIRED"),
                errors(view(form, FormData.EMPTY.with("bank.account.iban", "x"))));
    }

    // ---- rules and checks

    private static final FormDefinition PERIOD =
            new FormDefinition(
                    "period",
                    List.of(
                            Field.of("from", FieldType.DateValue.ANY),
                            Field.of("to", FieldType.DateValue.ANY).optional()),
                    List.of(new FormRule("order", FieldPath.of("to"), when("to >= from"))));

    @Test
    void aRuleIsCheckedWithTheAnswerThatIsBeingGiven() {
        FormView view = view(PERIOD, FormData.EMPTY.with("from", "2026-06-10"));
        assertEquals(
                new CheckResult.Rejected("FIELD-RULE", Map.of("rule", "order")),
                view.check(FieldPath.of("to"), "9|6|2026"));
        assertEquals(
                new CheckResult.Accepted("2026-06-10"),
                view.check(FieldPath.of("to"), "10|6|2026"));
        assertEquals(new CheckResult.Accepted(""), view.check(FieldPath.of("to"), ""));
        assertEquals(
                CheckCode.DATE,
                ((CheckResult.Rejected) view.check(FieldPath.of("to"), "31|2|2026")).code());
    }

    @Test
    void aRuleThatBreaksLaterShowsUpAmongTheErrors() {
        FormData data = FormData.EMPTY.with("from", "2026-06-10").with("to", "2026-06-12");
        assertEquals(List.of(), errors(view(PERIOD, data)));
        assertEquals(
                List.of("to FIELD-RULE"), errors(view(PERIOD, data.with("from", "2026-06-13"))));
    }

    @Test
    void anAnswerThatGoesOutOfDateIsAnErrorTheNextDay() {
        FormDefinition form =
                form(
                        Field.of(
                                "start",
                                new FieldType.DateValue(
                                        ConditionText.bound("today"), Optional.empty())));
        FormData data = FormData.EMPTY.with("start", TODAY.toString());
        assertEquals(List.of(), errors(view(form, data)));
        assertEquals(
                List.of("start FIELD-TOO-EARLY"),
                errors(new FormView(form, data, TODAY.plusDays(1))));
    }

    // ---- prefill

    @Test
    void whatIsKnownFillsEmptyEntriesAndAlwaysWhatIsLocked() {
        FormDefinition form =
                form(
                        Field.of("name", NAME).prefilledBy("eid.familyName"),
                        Field.of("asked", new FieldType.Flag())
                                .as(FieldKind.HIDDEN)
                                .prefilledBy("venue.contactRequired"));
        Map<String, String> known =
                Map.of("eid.familyName", "Muster", "venue.contactRequired", "true");
        FormData typed = FormData.EMPTY.with("name", "Ada").with("asked", "false");
        FormData filled = FormView.prefilled(form, typed, known);
        assertEquals(Optional.of("Ada"), filled.value("name"));
        assertEquals(Optional.of("true"), filled.value("asked"));
        assertEquals(
                Optional.of("Muster"),
                FormView.prefilled(form, FormData.EMPTY, known).value("name"));
        assertEquals(FormData.EMPTY, FormView.prefilled(form, FormData.EMPTY, Map.of()));
    }

    @Test
    void anOptionalGroupMayBeRequiredForAWhile() {
        FormDefinition form =
                form(
                        Field.of("married", new FieldType.Flag()),
                        new FieldGroup(
                                "spouse",
                                new Occurrence(0, 1),
                                List.of(Field.of("name", NAME), Field.of("title", NAME).optional()),
                                Condition.always(),
                                when("married = true")));
        assertEquals(List.of(), errors(view(form, FormData.EMPTY.with("married", "false"))));
        FormView married = view(form, FormData.EMPTY.with("married", "true"));
        assertEquals(List.of("spouse.name FIELD-REQUIRED"), errors(married));
    }

    @Test
    void aFormOfFederalSizeIsViewedQuickly() {
        // 500 fields, each visible by the one before: the longest chain a form can have.
        List<FormElement> elements = new java.util.ArrayList<>();
        elements.add(Field.of("F60000000000", NAME));
        for (int i = 1; i < 500; i++) {
            Condition before =
                    new Condition.Not(
                            new Condition.Empty(FieldPath.of("F" + (60_000_000_000L + i - 1))));
            elements.add(Field.of("F" + (60_000_000_000L + i), NAME).visibleIf(before));
        }
        FormData data = FormData.EMPTY;
        for (FormElement element : elements) {
            data = data.with(FieldPath.of(element.id()), "x");
        }
        FormDefinition form = new FormDefinition("federal", elements);
        FormView view = view(form, data);
        assertEquals(500, view.fields().size());
        assertTrue(view.visible(FieldPath.of("F60000000499")));
        assertFalse(
                view(form, data.without(FieldPath.of("F60000000250")))
                        .visible(FieldPath.of("F60000000499")));
    }
}
