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

/// Rules over groups, repeated elements and several questions with yes or no: what the form then does.
class RuleGroupsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final String A = "F99000000001";
    private static final String B = "F99000000002";
    private static final String C = "F99000000003";
    private static final String D = "F99000000004";
    private static final String G = "G99000000001";
    private static final String H = "G99000000002";

    private static FormView view(FimForm form, FormData data) {
        return new Questionnaire(form.form(), form.pages()).view(data, TODAY);
    }

    private static List<String> errors(FimForm form, FormData data) {
        return view(form, data).errors().stream().map(e -> e.path() + " " + e.code()).toList();
    }

    private static String became(FimForm form, int rule) {
        RuleOutcome outcome = form.rules().get(rule);
        return outcome.kind() + ": " + outcome.reason();
    }

    private static String text(String id) {
        return field(id, "0:1", "input", "text", "");
    }

    private static String flag(String id, String count) {
        return field(id, count, "input", "bool", "");
    }

    private static FormData with(FormData data, String path, String value) {
        return data.with(FieldPath.parse(path), value);
    }

    @Test
    void ofAGroupInWhichNothingIsRequiredOneFieldMustBeAnswered() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = 'ja' DANN muss die Feldgruppe "
                                                + G
                                                + " befüllt sein."),
                                flag(A, "1:1"),
                                group(G, "0:1", text(B), text(C))));
        FormData yes = FormData.EMPTY.with(A, "true");
        assertEquals(List.of(G + "." + C + " FIELD-REQUIRED"), errors(form, yes));
        assertEquals(List.of(), errors(form, with(yes, G + "." + B, "x")));
        assertEquals(List.of(), errors(form, with(yes, G + "." + C, "x")));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "false")));
    }

    @Test
    void aRuleThatStandsAtTheGroupItselfDemandsIt() {
        FimForm form =
                form(
                        schema(
                                flag(A, "1:1"),
                                group(
                                        G,
                                        "0:1",
                                        text(B),
                                        text(C),
                                        rule(
                                                "R1",
                                                "WENN "
                                                        + A
                                                        + " = 'ja' DANN muss die Feldgruppe "
                                                        + G
                                                        + " befüllt sein."))));
        FormData yes = FormData.EMPTY.with(A, "true");
        assertEquals(List.of(G + "." + C + " FIELD-REQUIRED"), errors(form, yes));
    }

    @Test
    void ofTwoGroupsExactlyOneIsAnswered() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Es muss entweder die Feldgruppe "
                                                + G
                                                + " oder die Feldgruppe "
                                                + H
                                                + " befüllt werden."),
                                group(G, "0:1", text(A), text(B)),
                                group(H, "0:1", text(C), text(D))));
        assertEquals(List.of(H + "." + D + " FIELD-REQUIRED"), errors(form, FormData.EMPTY));
        FormData first = with(FormData.EMPTY, G + "." + A, "x");
        assertEquals(List.of(), errors(form, first));
        assertEquals(List.of(), errors(form, with(FormData.EMPTY, H + "." + C, "x")));
        assertEquals(
                List.of(H + "." + C + " FIELD-RULE"), errors(form, with(first, H + "." + C, "x")));
    }

    @Test
    void ofTwoGroupsOfWhichOneHasAValueFromTheStartNothingIsEnforced() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Es muss entweder die Feldgruppe "
                                                + G
                                                + " oder die Feldgruppe "
                                                + H
                                                + " befüllt werden."),
                                group(
                                        G,
                                        "0:1",
                                        field(
                                                A,
                                                "0:1",
                                                "input",
                                                "text",
                                                "<x:inhalt>Koblenz</x:inhalt>")),
                                group(H, "0:1", text(C))));
        assertEquals("NOT_ENFORCED: " + A + " has a value from the start", became(form, 0));
    }

    @Test
    void ofARepeatedFieldThereIsAtLeastOneEntry() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN " + A + " = 'ja' DANN muss " + B + " befüllt sein."),
                                flag(A, "1:1"),
                                field(B, "0:*", "input", "text", "")));
        assertEquals(List.of(B + " FIELD-TOO-FEW"), errors(form, FormData.EMPTY.with(A, "true")));
        assertEquals(List.of(), errors(form, FormData.EMPTY.with(A, "false")));
    }

    @Test
    void anOptionalGroupThatIsLeftOutNeedsNoEntries() {
        FimForm form = form(schema(group(G, "0:1", text(A), field(B, "2:5", "input", "text", ""))));
        assertEquals(List.of(), errors(form, FormData.EMPTY));
        assertEquals(
                List.of(G + "." + B + " FIELD-TOO-FEW"),
                errors(form, with(FormData.EMPTY, G + "." + A, "x")));
    }

    @Test
    void ofSeveralQuestionsOneIsAnsweredWithYes() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Mindestens eines der Felder "
                                                + A
                                                + ", "
                                                + B
                                                + " oder "
                                                + C
                                                + " muss den Wert \"wahr\" haben."),
                                flag(A, "1:1"),
                                flag(B, "1:1"),
                                flag(C, "0:1")));
        FormData none = FormData.EMPTY.with(A, "false").with(B, "false");
        assertEquals(List.of(C + " FIELD-REQUIRED"), errors(form, none));
        assertEquals(List.of(C + " FIELD-RULE"), errors(form, none.with(C, "false")));
        assertEquals(List.of(), errors(form, none.with(C, "true")));
        assertEquals(List.of(), errors(form, none.with(A, "true")));
    }

    @Test
    void rulesThatSayOtherwiseOfTheSameElementAreBothNotEnforced() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "Wenn "
                                                + A
                                                + " = ja, dann zeige "
                                                + C
                                                + " an, wenn "
                                                + A
                                                + " <> ja, dann zeige "
                                                + C
                                                + " nicht an."),
                                rule(
                                        "R2",
                                        "Wenn "
                                                + B
                                                + " = ja, dann zeige "
                                                + C
                                                + " an, wenn "
                                                + B
                                                + " <> ja, dann zeige "
                                                + C
                                                + " nicht an."),
                                flag(A, "1:1"),
                                flag(B, "1:1"),
                                text(C)));
        String reason = "NOT_ENFORCED: another rule says otherwise when the same element is shown";
        assertEquals(reason, became(form, 0));
        assertEquals(reason, became(form, 1));
        FormData one = FormData.EMPTY.with(A, "true").with(B, "false");
        assertTrue(view(form, one).visible(FieldPath.of(C)));
    }

    @Test
    void aNoteThatIsShownAsADutyIsOnlyShown() {
        FimForm form =
                form(
                        schema(
                                rule(
                                        "R1",
                                        "WENN "
                                                + A
                                                + " = FALSCH, DANN zeige als Pflicht "
                                                + B
                                                + " an, SONST zeige "
                                                + B
                                                + " nicht an."),
                                flag(A, "1:1"),
                                field(
                                        B,
                                        "1:1",
                                        "label",
                                        "text",
                                        "<x:inhalt>Bitte beachten</x:inhalt>")));
        assertTrue(view(form, FormData.EMPTY.with(A, "false")).visible(FieldPath.of(B)));
        assertFalse(view(form, FormData.EMPTY.with(A, "true")).visible(FieldPath.of(B)));
    }
}
