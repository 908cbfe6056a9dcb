package de.koblenz.kiosk.service.fim;

import static de.koblenz.kiosk.service.fim.SchemaFixtures.field;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.form;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.group;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.named;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.form.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One card fills in one person, the one who applies; nobody else, in whatever order they stand.
class CardHolderTest {
    private static String text(String id) {
        return field(id, "1:1", "input", "text", "");
    }

    private static final String NAMES = text("F60000000228") + text("F60000000227");
    private static final String ADDRESS =
            text("F60000000243")
                    + text("F60000000244")
                    + text("F60000000246")
                    + text("F60000000247");
    private static final String BIRTH =
            group(
                    "G60000000083",
                    "1:1",
                    field("F60000000231", "1:1", "input", "num_int", ""),
                    field("F60000000232", "1:1", "input", "num_int", ""),
                    field("F60000000233", "1:1", "input", "num_int", ""));

    private static final String ALL = "228 227 231 232 233 243 244 246 247";

    /// The groups that the card fills in, with the last digits of the fields: `G1: 227 228`.
    private static String filled(FimForm form) {
        return form.form().all().entrySet().stream()
                .filter(entry ->
                        entry.getValue() instanceof Field field && !field.prefill().isEmpty())
                .collect(
                        Collectors.groupingBy(
                                entry -> entry.getKey().segments().getFirst().id(),
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(
                                        entry ->
                                                entry.getKey()
                                                        .id()
                                                        .substring(
                                                                entry.getKey().id().length() - 3),
                                        Collectors.joining(" "))))
                .toString();
    }

    private static List<String> changed(FimForm form) {
        return form.notes().stream()
                .filter(note -> note.weight() == Weight.CHANGED)
                .map(note -> note.problem().message())
                .toList();
    }

    private static String person(String id, String label, String... inside) {
        return named(label, group(id, "1:1", inside));
    }

    @Test
    void theApplicantIsFilledInWhereverItStands() {
        String applicant =
                person("G99000000001", "Antragstellende Person", NAMES, plainBirth(), ADDRESS);
        String dead = person("G99000000002", "Verstorbene Person", NAMES, plainBirth(), ADDRESS);
        assertEquals("{G99000000001=" + ALL + "}", filled(form(schema(applicant, dead))));
        assertEquals("{G99000000001=" + ALL + "}", filled(form(schema(dead, applicant))));
    }

    private static String plainBirth() {
        return named("Geburtsdatum", BIRTH);
    }

    /// The child's birth date is not that of the applicant's card.
    @Test
    void whatTheApplicantIsNotAskedForIsNotFilledInForAnother() {
        FimForm form =
                form(
                        schema(
                                person("G99000000001", "Angaben zum Antragsteller", NAMES),
                                person(
                                        "G99000000002",
                                        "Kind",
                                        text("F60000000228"),
                                        plainBirth(),
                                        text("F60000000234"))));
        assertEquals("{G99000000001=228 227}", filled(form));
        assertEquals(1, changed(form).size());
        assertTrue(
                changed(form)
                        .getFirst()
                        .endsWith(
                                "if it is: prefill: {G99000000002.G60000000083.F60000000231: eid.birthDay,"
                                        + " G99000000002.G60000000083.F60000000232: eid.birthMonth,"
                                        + " G99000000002.G60000000083.F60000000233: eid.birthYear,"
                                        + " G99000000002.F60000000234: eid.birthPlace}"),
                changed(form).getFirst());
    }

    @Test
    void theAddressOfTheFirmOfAnApplicantIsAsked() {
        FimForm form =
                form(
                        schema(
                                person("G99000000001", "Angaben zum Unternehmen", ADDRESS),
                                person("G99000000002", "Über Sie", NAMES)));
        assertEquals("{G99000000002=228 227}", filled(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Verstorbene Person",
                "Angaben zum Kind des Antragstellers",
                "Ihr Kind",
                "Ehegatte der antragstellenden Person",
                "Angaben Antragsteller oder Gesetzlicher Vertreter",
                "Die gesuchte Person",
                "Person",
                "Halter",
                "Angaben zur arbeitnehmenden Person"
            })
    void whoIsNotClearlyTheApplicantIsAsked(String label) {
        FimForm form = form(schema(person("G99000000001", label, NAMES, plainBirth(), ADDRESS)));
        assertEquals("{}", filled(form));
        assertTrue(
                changed(form)
                        .getFirst()
                        .contains("prefill: {G99000000001.F60000000227: eid.familyName, "),
                changed(form).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Antragsteller",
                "Antragsteller/in",
                "Angaben zur antragstellenden Person",
                "Persönliche Angaben zur antragstellenden Person",
                "Antragstellerin oder Antragsteller",
                "Anzeigende Person",
                "Über Sie",
                "Über Sie als Wohnungsgeber",
                "Ihre Angaben",
                "Angaben zu Ihrer Person",
                "Wer sind Sie?",
                "Antragsteller/Anzeigender (nicht geschäftlich)",
                "Persönliche Angaben"
            })
    void theApplicantHasManyNames(String label) {
        FimForm form = form(schema(person("G99000000001", label, NAMES, plainBirth(), ADDRESS)));
        assertEquals("{G99000000001=" + ALL + "}", filled(form));
        assertEquals(List.of(), changed(form));
    }

    @Test
    void aFormWithoutGroupsIsAboutWhoFillsItIn() {
        assertEquals(
                "{F60000000228=228, F60000000227=227}",
                filled(form(schema(text("F60000000228"), text("F60000000227")))));
    }

    @Test
    void ofTwoApplicantsNobodyIsFilledIn() {
        String two =
                schema(
                        person("G99000000001", "Antragsteller", NAMES),
                        person("G99000000002", "Antragstellerin", NAMES));
        assertEquals("{}", filled(form(two)));
    }

    @Test
    void theRepresentativeWithinTheApplicantsGroupIsAsked() {
        FimForm form =
                form(
                        schema(
                                person(
                                        "G99000000001",
                                        "Antragsteller",
                                        NAMES,
                                        person("G99000000002", "Vertretung", NAMES, ADDRESS),
                                        person("G99000000003", "Anschrift", ADDRESS))));
        assertEquals("{G99000000001=228 227 243 244 246 247}", filled(form));
        assertTrue(
                form.form().all().entrySet().stream()
                        .filter(entry -> entry.getKey().toString().contains("G99000000002"))
                        .noneMatch(entry ->
                                entry.getValue() instanceof Field field
                                        && !field.prefill().isEmpty()));
    }

    /// Parts of two addresses make none.
    @Test
    void oneAddressIsFilledInAsAWhole() {
        FimForm form =
                form(
                        schema(
                                person(
                                        "G99000000001",
                                        "Antragsteller",
                                        NAMES,
                                        person(
                                                "G99000000002",
                                                "Wohnanschrift",
                                                text("F60000000243"),
                                                text("F60000000247")),
                                        person("G99000000003", "Anschrift", ADDRESS))));
        assertEquals("{G99000000001=228 227 243 247}", filled(form));
    }

    @Test
    void whatAnExpertCallsACompanyIsNoPerson() {
        String company =
                person("G99000000001", "Antragsteller/in", NAMES, ADDRESS)
                        .replace("Gruppe G99000000001", "Person (juristische Person)");
        assertEquals("{}", filled(form(schema(company))));
    }
}
