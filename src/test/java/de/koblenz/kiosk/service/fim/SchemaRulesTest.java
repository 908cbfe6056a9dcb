package de.koblenz.kiosk.service.fim;

import static de.koblenz.kiosk.service.fim.SchemaFixtures.field;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.form;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.group;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.rule;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.form.Questionnaire;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules of a schema in its form: what is enforced, and what is not because the form could not keep it.
class SchemaRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final String A = "F99000000001";
    private static final String B = "F99000000002";
    private static final String C = "F99000000003";

    private static FormView view(FimForm form, FormData data) {
        return new Questionnaire(form.form(), form.pages()).view(data, TODAY);
    }

    private static List<String> errors(FimForm form, FormData data) {
        return view(form, data).errors().stream().map(e -> e.path() + " " + e.code()).toList();
    }

    private static String only(FimForm form) {
        assertEquals(1, form.rules().size());
        RuleOutcome outcome = form.rules().getFirst();
        return outcome.kind() + ": " + outcome.reason();
    }

    private static String text(String id, String count) {
        return field(id, count, "input", "text", "");
    }

    @Test
    void theRulesOfTheFixturesAreEnforced() {
        assertEquals(
                List.of(RuleOutcome.Kind.ENFORCED, RuleOutcome.Kind.ENFORCED),
                SchemaFixtures.dog().rules().stream().map(RuleOutcome::kind).toList());
        FormData chipped = FormData.EMPTY.with("F99000000007", "true");
        assertTrue(view(SchemaFixtures.dog(), chipped).required(FieldPath.of("F99000000008")));
        assertFalse(
                view(SchemaFixtures.dog(), FormData.EMPTY).required(FieldPath.of("F99000000008")));
        FormData turned =
                chipped.with("F99000000011", "2026-05-02").with("F99000000012", "2026-05-01");
        assertTrue(errors(SchemaFixtures.dog(), turned).contains("F99000000012 FIELD-RULE"));
        assertEquals(
                "Bitte prüfen Sie diese Angabe. Das Ende „Bis wann?“ darf nicht vor dem Beginn „Seit wann halten Sie den Hund?“ liegen.",
                SchemaFixtures.dog().texts().get("rule.R99000000001"));
    }

    @Test
    void aRuleOfVersion2StandsInItsDefinition() {
        FimForm grave = SchemaFixtures.grave();
        assertTrue(
                view(grave, FormData.EMPTY.with("F99000001", "true"))
                        .required(FieldPath.of("F99000002")));
    }

    @Test
    void whatIsHiddenNeitherCountsNorIsRequired() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = 'nein' DANN darf "
                                                + B
                                                + " nicht ausgefüllt werden."),
                                field(A, "1:1", "input", "bool", ""),
                                text(B, "1:1")));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "false")));
        assertEquals(List.of(B + " FIELD-REQUIRED"), errors(form, FormData.EMPTY.with(A, "true")));
    }

    @Test
    void ofSeveralFieldsOneMustBeAnsweredAtTheLatestAtTheLast() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Es muss mindestens eines der Felder "
                                                + A
                                                + ", "
                                                + B
                                                + " oder "
                                                + C
                                                + " ausgefüllt werden."),
                                text(A, "0:1"),
                                text(B, "0:1"),
                                text(C, "0:1")));
        assertEquals(List.of(C + " FIELD-REQUIRED"), errors(form, FormData.EMPTY));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "x")));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(C, "x")));
    }

    @Test
    void whereTheLastIsNotThereTheOneBeforeIsRequired() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Es muss mindestens eines der Felder "
                                                + A
                                                + " oder "
                                                + B
                                                + " ausgefüllt werden."),
                                rule("R2", "WENN " + C + " = 'ja' DANN wird " + B + " angezeigt."),
                                field(C, "1:1", "input", "bool", ""),
                                text(A, "0:1"),
                                text(B, "0:1")));
        FormData without = FormData.EMPTY.with(C, "false");
        assertEquals(List.of(A + " FIELD-REQUIRED"), errors(form, without));
        assertEquals(List.of(), errors(form, without.with(A, "x")));
        assertEquals(List.of(B + " FIELD-REQUIRED"), errors(form, FormData.EMPTY.with(C, "true")));
    }

    @Test
    void exactlyOneMeansNotTwo() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Entweder " + A + " oder " + B + " muss ausgefüllt sein."),
                                text(A, "0:1"),
                                text(B, "0:1")));
        assertEquals(List.of(B + " FIELD-REQUIRED"), errors(form, FormData.EMPTY));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "x")));
        assertEquals(
                List.of(B + " FIELD-RULE"), errors(form, FormData.EMPTY.with(A, "x").with(B, "y")));
    }

    @Test
    void whatIsRequiredInAnOptionalGroupMakesTheGroupRequired() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = 'ja' DANN muss "
                                                + B
                                                + " ausgefüllt sein."),
                                field(A, "1:1", "input", "bool", ""),
                                group("G99000000001", "0:1", text(B, "0:1"), text(C, "1:1"))));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "false")));
        assertEquals(
                List.of(
                        "G99000000001." + B + " FIELD-REQUIRED",
                        "G99000000001." + C + " FIELD-REQUIRED"),
                errors(form, FormData.EMPTY.with(A, "true")));
    }

    @Test
    void aRequiredGroupAsksForItsMandatoryFields() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = 'ja' DANN muss die Gruppe G99000000001 befüllt sein."),
                                field(A, "1:1", "input", "bool", ""),
                                group("G99000000001", "0:1", text(B, "1:1"), text(C, "0:1"))));
        assertEquals(
                List.of("G99000000001." + B + " FIELD-REQUIRED"),
                errors(form, FormData.EMPTY.with(A, "true")));
    }

    @Test
    void aRuleOfAHarmonisedGroupMeansTheFieldsOfItsOwnPlace() {
        String inside = rule("R1", "WENN " + A + " leer ist, muss " + B + " ausgefüllt sein.");
        FimForm form =
                form(
                        schema(
                                group(
                                        "G99000000001",
                                        "1:1",
                                        inside,
                                        text(A, "0:1"),
                                        text(B, "0:1")),
                                group(
                                        "G99000000002",
                                        "1:1",
                                        inside,
                                        text(A, "0:1"),
                                        text(B, "0:1"))));
        assertEquals(
                List.of("G99000000001." + B + " FIELD-REQUIRED"),
                errors(form, FormData.EMPTY.with("G99000000002." + A, "x")));
    }

    @Test
    void aFieldThatOccursSeveralTimesIsNotGuessed() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + C
                                                + " = 'ja' DANN muss "
                                                + A
                                                + " ausgefüllt sein."),
                                field(C, "1:1", "input", "bool", ""),
                                group("G99000000001", "1:1", text(A, "0:1")),
                                group("G99000000002", "1:1", text(A, "0:1"))));
        assertEquals("NOT_ENFORCED: " + A + " occurs several times in the form", only(form));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(C, "true")));
    }

    @Test
    void rulesThatWouldDependOnThemselvesAreNotEnforced() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN " + A + " leer ist, DANN wird " + B + " angezeigt."),
                                rule(
                                        "R2",
                                        "WENN " + B + " leer ist, DANN wird " + A + " angezeigt."),
                                text(A, "0:1"),
                                text(B, "0:1")));
        assertEquals(
                List.of(RuleOutcome.Kind.ENFORCED, RuleOutcome.Kind.NOT_ENFORCED),
                form.rules().stream().map(RuleOutcome::kind).toList());
        assertTrue(view(form, FormData.EMPTY).visible(FieldPath.of(A)));
    }

    @Test
    void aRuleIsEnforcedAsAWholeOrNotAtAll() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " leer ist, DANN wird "
                                                + B
                                                + " angezeigt. WENN "
                                                + B
                                                + " leer ist, DANN wird "
                                                + A
                                                + " angezeigt."),
                                text(A, "0:1"),
                                text(B, "0:1")));
        assertEquals("NOT_ENFORCED", form.rules().getFirst().kind().name());
        assertTrue(view(form, FormData.EMPTY.with(A, "x")).visible(FieldPath.of(B)));
    }

    @Test
    void aRepeatedFieldIsNotAskedFromOutside() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = 'x' DANN muss "
                                                + B
                                                + " ausgefüllt sein."),
                                group("G99000000001", "0:*", text(A, "0:1")),
                                text(B, "0:1")));
        assertEquals(
                "NOT_ENFORCED: " + A + " is repeated, so it is not clear which one is meant",
                only(form));
    }

    @Test
    void insideARepeatedGroupEachInstanceKeepsTheRule() {
        FimForm form =
                form(
                        schema(
                                group(
                                        "G99000000001",
                                        "0:*",
                                        rule(
                                                "R1",
                                                "WENN "
                                                        + A
                                                        + " = 'x' DANN muss "
                                                        + B
                                                        + " ausgefüllt sein."),
                                        text(A, "0:1"),
                                        text(B, "0:1"))));
        FieldPath group = FieldPath.of("G99000000001");
        FormData two = FormData.EMPTY.addInstance(group).addInstance(group);
        assertEquals(
                List.of("G99000000001[a2]." + B + " FIELD-REQUIRED"),
                errors(form, two.with("G99000000001[a2]." + A, "x")));
    }

    @Test
    void aSentenceForCitizensIsShownAtItsField() {
        FimForm form =
                form(schema(rule("R1", A + " muss eine gültige IBAN sein."), text(A, "1:1")));
        assertEquals(RuleOutcome.Kind.HINT, form.rules().getFirst().kind());
        assertEquals(
                "„Frage " + A + "“ muss eine gültige IBAN sein.",
                form.texts().get("field." + A + ".hint"));
    }

    @Test
    void aScriptIsNeverRun() {
        String script =
                rule("R1", "")
                        .replace(
                                "</x:regel>",
                                "<x:skript>function script() {}</x:skript></x:regel>");
        FimForm form = form(schema(script, text(A, "1:1")));
        assertEquals("NOT_ENFORCED: it is only a script, which is never run", only(form));
    }

    @Test
    void theOutcomeSaysWhereAndWhy() {
        FimForm form = form(schema(rule("R1", "WENN " + A + " = 7 DANN tanze."), text(A, "1:1")));
        assertEquals(
                "test.xdf3.xml:4:1: R1: not enforced: '7 DANN tanze.' is no value of " + A,
                form.rules().getFirst().toString());
    }
}
