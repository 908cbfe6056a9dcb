package de.koblenz.kiosk.service.fim;

import static de.koblenz.kiosk.service.fim.SchemaFixtures.field;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.form;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.group;
import static de.koblenz.kiosk.service.fim.SchemaFixtures.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.xml.SourceFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Schemata of XDatenfelder 2 and 3 become forms, and nothing is lost in silence.
class SchemaImportTest {
    @TempDir Path folder;

    private static Field at(FimForm form, String path) {
        return form.form().field(FieldPath.parse(path)).orElseThrow();
    }

    private static FieldGroup groupAt(FimForm form, String path) {
        return (FieldGroup) form.form().find(FieldPath.parse(path)).orElseThrow();
    }

    private static List<String> notes(FimForm form, Weight weight) {
        return form.notes().stream()
                .filter(note -> note.weight() == weight)
                .map(note -> note.element() + " " + note.problem().code())
                .toList();
    }

    // ---- version 3

    @Test
    void theSchemaSaysWhoItIs() {
        SchemaIdentity dog = SchemaFixtures.dog().identity();
        assertEquals("XDatenfelder 3.0.0", dog.standard());
        assertEquals("S99000000001 1.0.0", dog.id() + " " + dog.version());
        assertEquals("Hund anmelden", dog.title());
        assertEquals(Optional.of(ReleaseState.APPROVED_GOLD), dog.release());
        assertEquals(
                Optional.of(LocalDate.of(2026, 1, 1)),
                dog.validity().from().map(Validity.Limit::day));
        assertEquals(
                Optional.of(LocalDate.of(2036, 12, 31)),
                dog.validity().until().map(Validity.Limit::day));
        assertTrue(dog.sha256().matches("[0-9a-f]{64}"));
    }

    @Test
    void everyDataTypeHasItsForm() {
        FimForm dog = SchemaFixtures.dog();
        assertEquals(
                new FieldType.Text(15, 15, Optional.of("[0-9]{15}"), Letters.DIGITS),
                at(dog, "F99000000008").type());
        assertEquals(
                new FieldType.Text(1, 80, Optional.empty(), Letters.NAME),
                at(dog, "G60000000083.F60000000228").type());
        assertEquals(new FieldType.WholeNumber(5, 120, ""), at(dog, "F99000000004").type());
        assertEquals(
                new FieldType.Decimal(new BigDecimal("0.5"), new BigDecimal("120"), 6, ""),
                at(dog, "F99000000005").type());
        assertEquals(new FieldType.Money(0, 9_999_999_999L), at(dog, "F99000000006").type());
        assertEquals(new FieldType.Flag(), at(dog, "F99000000007").type());
        assertEquals(new FieldType.TimeValue(), at(dog, "F99000000009").type());
        assertEquals(
                new FieldType.DateValue(
                        Optional.of(new DateBound.Day(LocalDate.of(2000, 1, 1))),
                        Optional.of(new DateBound.Day(LocalDate.of(2099, 12, 31)))),
                at(dog, "F99000000011").type());
        assertEquals(
                new FieldType.Attachment(List.of("application/pdf", "image/jpeg"), 5_000_000),
                at(dog, "F99000000013").type());
    }

    @Test
    void fieldsAreOfTheirKindAndHoldWhatTheyHold() {
        FimForm dog = SchemaFixtures.dog();
        assertEquals(FieldKind.LABEL, at(dog, "F99000000001").kind());
        assertEquals(
                "Bitte halten Sie den Chip-Nachweis bereit.",
                dog.texts().get("field.F99000000001.label"));
        assertEquals(FieldKind.LOCKED, at(dog, "F99000000015").kind());
        assertEquals("Koblenz", at(dog, "F99000000015").content());
        assertEquals(FieldKind.HIDDEN, at(dog, "F99000000016").kind());
        assertEquals("HStS-2026", at(dog, "F99000000016").content());
    }

    @Test
    void inlineValuesAndFilesOfThePackageAreChoices() {
        FimForm dog = SchemaFixtures.dog();
        CodeList inline = ((FieldType.Choice) at(dog, "F99000000002").type()).codes();
        assertEquals(
                "Privat, Gewerblich",
                inline.codes().stream()
                        .map(code -> String.valueOf(dog.texts().get(code.textKey())))
                        .collect(Collectors.joining(", ")));
        CodeList file = ((FieldType.Choice) at(dog, "F99000000003").type()).codes();
        assertEquals(
                "010=Dackel, 020=Pudel, 030=Schäferhund, 099=Mischling",
                file.codes().stream()
                        .map(code -> code.code() + "=" + dog.texts().get(code.textKey()))
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void groupsRepeatAsTheirCountSays() {
        FimForm dog = SchemaFixtures.dog();
        assertEquals(
                new Occurrence(0, Occurrence.UNBOUNDED), groupAt(dog, "G99000000002").occurrence());
        assertEquals(new Occurrence(0, 1), groupAt(dog, "G99000000002.G99000000003").occurrence());
        assertEquals(new Occurrence(0, 3), groupAt(dog, "F99000000017").occurrence());
        assertEquals(Condition.always(), at(dog, "F99000000017.F99000000017").required());
    }

    @Test
    void ofAGroupOfAlternativesOneIsChosenFirst() {
        FimForm dog = SchemaFixtures.dog();
        Questionnaire questions = new Questionnaire(dog.form(), dog.pages());
        LocalDate day = LocalDate.of(2026, 6, 6);
        FormData none = FormData.EMPTY;
        FieldPath iban = FieldPath.parse("G99000000004.F99000000019");
        assertFalse(questions.view(none, day).visible(iban));
        FormData chosen = none.with("G99000000004.auswahl", "F99000000019");
        assertTrue(questions.view(chosen, day).required(iban));
        assertFalse(
                questions.view(chosen, day).visible(FieldPath.parse("G99000000004.F99000000020")));
    }

    /// In published schemata the elements of such a group are all optional, as only one of them is there.
    @Test
    void theChosenAlternativeMustBeAnswered() {
        FimForm form =
                form(
                        schema(
                                group(
                                                "G99000000001",
                                                "1:1",
                                                field("F99000000001", "0:1", "input", "text", ""),
                                                group(
                                                        "G99000000002",
                                                        "0:1",
                                                        field(
                                                                "F99000000002",
                                                                "1:1",
                                                                "input",
                                                                "text",
                                                                "")))
                                        .replaceFirst(
                                                "</x:name>",
                                                "</x:name><x:art><code>X</code></x:art>")));
        assertEquals(
                List.of("G99000000001.F99000000001 FIELD-REQUIRED"),
                wrong(form, FormData.EMPTY.with("G99000000001.auswahl", "F99000000001")));
        assertEquals(
                List.of("G99000000001.G99000000002.F99000000002 FIELD-REQUIRED"),
                wrong(form, FormData.EMPTY.with("G99000000001.auswahl", "G99000000002")));
    }

    private static List<String> wrong(FimForm form, FormData data) {
        return new Questionnaire(form.form(), form.pages())
                .view(data, LocalDate.of(2026, 6, 6)).errors().stream()
                        .map(error -> error.path() + " " + error.code())
                        .toList();
    }

    @Test
    void aDateOfBirthIsAskedAsOneQuestionByItsName() {
        FimForm form =
                form(
                        schema(
                                SchemaFixtures.named(
                                        "Geburtsdatum",
                                        group(
                                                "G60000000083",
                                                "1:1",
                                                field(
                                                        "F60000000231",
                                                        "0:1",
                                                        "input",
                                                        "num_int",
                                                        ""),
                                                field(
                                                        "F60000000232",
                                                        "0:1",
                                                        "input",
                                                        "num_int",
                                                        ""),
                                                field(
                                                        "F60000000233",
                                                        "1:1",
                                                        "input",
                                                        "num_int",
                                                        ""))),
                                field("F99000000001", "1:1", "input", "text", "")));
        assertEquals(
                List.of("F60000000231", "F99000000001"),
                form.pages().stream().map(QuestionPage::key).toList());
        assertEquals("Geburtsdatum", form.texts().get("page.F60000000231.title"));
    }

    @Test
    void birthNameDegreeAndNationalityStandOnTheCard() {
        FimForm form =
                form(
                        schema(
                                SchemaFixtures.named(
                                        "Antragstellende Person",
                                        group(
                                                "G99000000001",
                                                "1:1",
                                                field("F60000000227", "1:1", "input", "text", ""),
                                                field("F60000000229", "0:1", "input", "text", ""),
                                                field("F60000000230", "0:1", "input", "text", ""),
                                                field(
                                                        "F60000000236",
                                                        "1:1",
                                                        "select",
                                                        "text",
                                                        LIST)))));
        assertEquals(
                List.of("eid.familyName", "eid.doctoralDegree", "eid.birthName", "eid.nationality"),
                form.form().all().values().stream()
                        .filter(Field.class::isInstance)
                        .map(element -> ((Field) element).prefill())
                        .toList());
    }

    private static final String LIST =
            "<x:werte><x:wert><x:code>000</x:code><x:name>deutsch</x:name></x:wert></x:werte>";

    @Test
    void theCardFillsInTheFirstPersonOnly() {
        FimForm dog = SchemaFixtures.dog();
        assertEquals("eid.familyName", at(dog, "G60000000083.F60000000227").prefill());
        assertEquals("eid.postcode", at(dog, "G60000000083.F60000000246").prefill());
        assertEquals("", at(dog, "G99000000002.G99000000003.F60000000227").prefill());
        assertTrue(notes(dog, Weight.TOLD).contains("F60000000227 FIM-PREFILL"));
    }

    @Test
    void whatTheTerminalCannotDoIsListed() {
        FimForm dog = SchemaFixtures.dog();
        assertTrue(dog.complete());
        assertTrue(
                notes(dog, Weight.LOST)
                        .containsAll(List.of("F99000000010 FIM-TYPE", "F99000000014 FIM-TYPE")));
        assertEquals(
                List.of(
                        "F99000000013 FIM-ATTACHMENT",
                        "F99000000017 FIM-REPEATED",
                        "G99000000004 FIM-ONE-OF"),
                notes(dog, Weight.CHANGED));
        String lost =
                dog.notes().stream()
                        .filter(note -> note.problem().code().equals("FIM-TYPE"))
                        .findFirst()
                        .orElseThrow()
                        .toString();
        assertTrue(
                lost.matches(
                        "erfundene-hundeanmeldung\\.xdf3\\.xml:[0-9]+:9: F99000000010: is left out: .*'datetime' \\[FIM-TYPE]"),
                lost);
    }

    @Test
    void pagesAskOneThingEachAndKeepAddressesTogether() {
        List<QuestionPage> pages = SchemaFixtures.dog().pages();
        assertTrue(
                pages.contains(
                        new QuestionPage(
                                "F60000000243",
                                List.of(
                                        FieldPath.parse("G60000000083.F60000000243"),
                                        FieldPath.parse("G60000000083.F60000000244")))));
        assertTrue(pages.stream().noneMatch(page -> page.key().equals("F99000000016")));
        assertTrue(pages.stream().anyMatch(page -> page.key().equals("G99000000002")));
        // It is called by both.
        assertFalse(SchemaFixtures.dog().texts().containsKey("page.F60000000243.title"));
    }

    @Test
    void nothingOfTheFixtureIsUnknown() {
        assertFalse(SchemaFixtures.codes(SchemaFixtures.dog()).contains("FIM-UNKNOWN"));
        assertFalse(SchemaFixtures.codes(SchemaFixtures.grave()).contains("FIM-UNKNOWN"));
    }

    // ---- version 2

    @Test
    void version2SaysWhoItIs() {
        SchemaIdentity grave = SchemaFixtures.grave().identity();
        assertEquals("XDatenfelder 2", grave.standard());
        assertEquals("S99000001 1.0", grave.id() + " " + grave.version());
        assertEquals("Grab abmelden", grave.title());
        assertEquals(Optional.of(ReleaseState.METHOD_APPROVED), grave.release());
    }

    @Test
    void version2WritesItsLimitsAsJson() {
        FimForm grave = SchemaFixtures.grave();
        assertEquals(
                new FieldType.Text(1, 10, Optional.of("[A-Z]-[0-9]{1,4}"), Letters.TEXT),
                at(grave, "F99000004").type());
        assertEquals(
                new FieldType.Decimal(new BigDecimal("0.5"), new BigDecimal("3.5"), 6, ""),
                at(grave, "F99000010").type());
        assertTrue(notes(grave, Weight.LOST).contains("F99000005 FIM-LIMITS"));
    }

    @Test
    void version2KnowsTheHarmonisedFieldsByTheirShortIds() {
        FimForm grave = SchemaFixtures.grave();
        assertEquals("eid.familyName", at(grave, "G60000083.F60000227").prefill());
        assertEquals("eid.givenNames", at(grave, "G60000083.F60000228").prefill());
        // A repeated group is about others.
        assertEquals("", at(grave, "G99000001.F60000227").prefill());
    }

    @Test
    void version2RefersToCodeListsOneElementDeeper() {
        FieldType.Choice kind = (FieldType.Choice) at(SchemaFixtures.grave(), "F99000003").type();
        assertEquals(
                List.of("R", "W", "U"),
                kind.codes().codes().stream().map(CodeList.Code::code).toList());
    }

    // ---- what is left out

    @Test
    void aRequiredFieldThatCannotBeAskedStopsTheService() {
        FimForm form =
                form(
                        schema(
                                field("F99000000001", "1:1", "input", "obj", ""),
                                field("F99000000002", "1:1", "input", "text", "")));
        assertEquals(List.of("F99000000001 FIM-TYPE"), notes(form, Weight.BLOCKING));
        assertFalse(form.complete());
        assertEquals(1, form.form().elements().size());
    }

    @Test
    void aCodeListThatDoesNotLieInThePackageStopsTheService() {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "select",
                                        "text",
                                        "<x:codelisteReferenz><x:canonicalIdentification>urn:x</x:canonicalIdentification></x:codelisteReferenz>"),
                                field("F99000000002", "1:1", "input", "text", "")));
        assertEquals(
                "test.xdf3.xml:4:49: F99000000001: is left out: the code list urn:x does not lie in the package; get it as genericode (XRepository) and put it into codelisten/"
                        + " [FIM-LIST]",
                form.notes().getFirst().toString());
        assertFalse(form.complete());
    }

    @Test
    void anElementThatStandsTwiceInItsGroupIsNotAskedTwice() {
        FimForm form =
                form(
                        schema(
                                field("F99000000001", "1:1", "input", "text", ""),
                                field("F99000000001", "1:1", "input", "text", "")));
        assertEquals(List.of("F99000000001 FIM-TWICE"), notes(form, Weight.BLOCKING));
    }

    /// Each limit that is not looked at is named.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    num_int | pattern='[0-9]{5}' minLength='5' maxLength='5' | minLength '5', maxLength '5', pattern '[0-9]{5}'
                    time | minValue='08:00:00' | minValue '08:00:00'
                    date | pattern='2026-.*' | pattern '2026-.*'
                    bool | minLength='1' | minLength '1'
                    text | minLength='5000' maxLength='9000' | at least '5000' characters
                    num_int | minValue='0.2' maxValue='0.8' | no whole number
                    """)
    void whatALimitCannotDoHereIsSaid(String type, String limits, String said) {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "input",
                                        type,
                                        "<x:praezisierung " + limits + "/>")));
        assertTrue(
                form.notes().stream()
                        .filter(note -> note.weight() == Weight.LOST)
                        .filter(note -> note.problem().code().equals("FIM-LIMITS"))
                        .anyMatch(note -> note.problem().message().contains(said)),
                form.notes().toString());
    }

    /// 4000 characters at least and at most is nothing that anybody can answer.
    @Test
    void whatNobodyCanTypeIsNotAskedFor() {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:praezisierung minLength='5000' maxLength='9000'/>")));
        assertEquals(
                new FieldType.Text(0, 4000, Optional.empty(), Letters.TEXT),
                at(form, "F99000000001").type());
    }

    @Test
    void listsOfTypedFieldsAndHelpOfValuesAreSaid() {
        FimForm form =
                form(
                        schema(
                                field("F99000000001", "1:1", "input", "text", LIST),
                                field(
                                        "F99000000002",
                                        "1:1",
                                        "select",
                                        "text",
                                        LIST.replace(
                                                "</x:name>", "</x:name><x:hilfe>Wer?</x:hilfe>"))));
        assertEquals(
                List.of("F99000000001 FIM-LIST", "F99000000002 FIM-VALUES"),
                notes(form, Weight.LOST));
    }

    @Test
    void rowsOfACodeListThatAreNotUsedAreSaid() throws Exception {
        assertEquals(
                List.of("F99000000001 FIM-VALUES"), notes(listed("code", "name"), Weight.LOST));
        FimForm unknown = listed("code", "gibtsnicht");
        assertEquals(List.of("F99000000001 FIM-LIST"), notes(unknown, Weight.CHANGED));
        assertEquals("eins", unknown.texts().get("list.u-version-1.1"));
        assertTrue(
                notes(listed("gibtsnicht", ""), Weight.BLOCKING).contains("F99000000001 FIM-LIST"));
    }

    private FimForm listed(String code, String name) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("list.xml"),
                        """
                        <g:CodeList xmlns:g="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><g:Identification>
                        <g:CanonicalUri>u</g:CanonicalUri><g:Version>1</g:Version></g:Identification>
                        <g:ColumnSet><g:Column Id="code"/><g:Column Id="name"/><g:Key><g:ColumnRef Ref="code"/></g:Key></g:ColumnSet>
                        <g:SimpleCodeList>
                        <g:Row><g:Value><g:SimpleValue>1</g:SimpleValue></g:Value><g:Value><g:SimpleValue>eins</g:SimpleValue></g:Value></g:Row>
                        <g:Row><g:Value><g:SimpleValue>1</g:SimpleValue></g:Value><g:Value><g:SimpleValue>anders</g:SimpleValue></g:Value></g:Row>
                        <g:Row><g:Value ColumnRef="name"><g:SimpleValue>ohne</g:SimpleValue></g:Value></g:Row>
                        </g:SimpleCodeList></g:CodeList>
                        """);
        Problems problems = new Problems();
        String xml =
                schema(
                        field(
                                "F99000000001",
                                "1:1",
                                "select",
                                "text",
                                "<x:codelisteReferenz><x:canonicalIdentification>u</x:canonicalIdentification><x:version>1</x:version></x:codelisteReferenz><x:codeKey>"
                                        + code
                                        + "</x:codeKey><x:nameKey>"
                                        + name
                                        + "</x:nameKey>"),
                        field("F99000000002", "1:1", "input", "text", ""));
        CodeLists lists =
                CodeLists.read(List.of(SourceFile.at(file, "codelisten/list.xml")), problems);
        return SchemaImport.form(xml.getBytes(StandardCharsets.UTF_8), "test.xdf3.xml", lists);
    }

    @Test
    void elementsThatTheFederationHasGivenUpAreSaid() {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:freigabestatus><code>7</code></x:freigabestatus>")));
        assertEquals(List.of("F99000000001 FIM-RELEASE"), notes(form, Weight.TOLD));
    }

    @Test
    void limitsThatMakeNoSenseAreNotCheckedAndListed() {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:praezisierung minLength='9' maxLength='3'/>"),
                                field(
                                        "F99000000002",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:praezisierung pattern='(['/>"),
                                field(
                                        "F99000000003",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:praezisierung pattern='[a-z-[aeiou]]'/>"),
                                field(
                                        "F99000000004",
                                        "1:1",
                                        "input",
                                        "num_int",
                                        "<x:praezisierung minValue='viel'/>"),
                                field(
                                        "F99000000005",
                                        "1:1",
                                        "input",
                                        "date",
                                        "<x:praezisierung maxValue='heute'/>"),
                                field(
                                        "F99000000006",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:praezisierung maxLength='99999'/>"),
                                field(
                                        "F99000000007",
                                        "1:1",
                                        "locked",
                                        "num_int",
                                        "<x:inhalt>drei</x:inhalt>")));
        assertEquals(
                List.of(
                        "F99000000001 FIM-LIMITS",
                        "F99000000002 FIM-PATTERN",
                        "F99000000003 FIM-PATTERN",
                        "F99000000004 FIM-LIMITS",
                        "F99000000005 FIM-LIMITS",
                        "F99000000007 FIM-CONTENT",
                        "F99000000007 FIM-EMPTY"),
                notes(form, Weight.LOST));
        assertEquals(List.of("F99000000006 FIM-LENGTH"), notes(form, Weight.CHANGED));
    }

    @Test
    void aSchemaThatIsNotReleasedSaysSo() {
        FimForm form =
                form(
                        schema(field("F99000000001", "1:1", "input", "text", ""))
                                .replace("<code>6</code>", "<code>3</code>"));
        assertTrue(
                form.notes().getFirst().toString().contains("not released: Entwurf [FIM-RELEASE]"));
    }

    @Test
    void anElementThatTheStandardDoesNotNameIsListedOnce() {
        String strange = "<x:neuesMerkmal>1</x:neuesMerkmal>";
        FimForm form =
                form(
                        schema(
                                field("F99000000001", "1:1", "input", "text", strange),
                                field("F99000000002", "1:1", "input", "text", strange)));
        assertEquals(1, notes(form, Weight.LOST).size());
        assertTrue(
                form.notes()
                        .getFirst()
                        .toString()
                        .endsWith(
                                "the element 'neuesMerkmal' of 'datenfeld' is not known; what it says is not used (2 times) [FIM-UNKNOWN]"));
    }

    @Test
    void groupsThatLieTooDeepAreLeftOut() {
        String deep = field("F99000000001", "1:1", "input", "text", "");
        for (int i = 0; i < 13; i++) {
            deep =
                    group(
                            "G990000000" + (10 + i),
                            "1:1",
                            deep,
                            field("F9900000" + (20 + i), "1:1", "input", "text", ""));
        }
        FimForm form = form(schema(deep));
        assertTrue(
                notes(form, Weight.BLOCKING).stream().anyMatch(note -> note.endsWith("FIM-DEPTH")));
    }

    @Test
    void wordsOfStrangersAreMadePlain() {
        FimForm form =
                form(
                        schema(
                                field(
                                        "F99000000001",
                                        "1:1",
                                        "input",
                                        "text",
                                        "<x:hilfetextEingabe>Zeile 1\n\t Zeile 2 \u202Eegürtne {name}</x:hilfetextEingabe>")));
        assertEquals(
                "Zeile 1 Zeile 2 egürtne (name).", form.texts().get("field.F99000000001.hint"));
    }

    // ---- what is refused

    @Test
    void whatIsNoSchemaIsRefused() {
        assertTrue(SchemaFixtures.refusal("<a/>").endsWith("[FIM-KIND]"));
        assertTrue(
                SchemaFixtures.refusal(
                                "<x:xdatenfelder.datenfeldgruppe.0103 xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_3.0.0'/>")
                        .endsWith("[FIM-KIND]"));
        assertTrue(
                SchemaFixtures.refusal(
                                "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_1'/>")
                        .endsWith("[FIM-KIND]"));
        assertTrue(SchemaFixtures.refusal(schema()).contains("the schema asks nothing"));
        assertTrue(
                SchemaFixtures.refusal(schema(field("1", "1:1", "input", "text", "")))
                        .contains("nothing of the schema can be asked"));
    }

    @Test
    void everyElementOfAFormHasItsWords() {
        for (FimForm form : List.of(SchemaFixtures.dog(), SchemaFixtures.grave())) {
            form.form()
                    .all()
                    .forEach((FieldPath path, FormElement _) ->
                            // A group that is called by a question has no heading.
                            assertTrue(
                                    path.id().equals("G99000000004")
                                            || form.texts().containsKey(path.textKey() + ".label"),
                                    path.toString()));
            form.pages().stream()
                    .filter(page -> page.fields().size() == 1)
                    .forEach(page ->
                            assertTrue(form.texts().containsKey("page." + page.key() + ".title")));
        }
    }
}
