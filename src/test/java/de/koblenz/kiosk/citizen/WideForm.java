package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.service.fim.pack.HandIn;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.form.QuestionPage;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// An invented form with everything that federal schemata may ask: lists of thousands of values with long names, groups
/// in groups, times, amounts, documents, words without end.
public final class WideForm {
    public static final String ID = "erfundenes-formular";

    /// The same with many fields more, 100 in all.
    public static final String LONG_ID = "erfundenes-langes-formular";

    private static final int FIELDS = 100;

    private static final String LONG =
            "Bitte lesen Sie diese Erläuterung in Ruhe, denn sie sagt, welche Angaben die Behörde braucht. "
                    + "Die Angaben werden nur für diesen Antrag verwendet und danach gelöscht. "
                    + "Haben Sie eine Unterlage nicht zur Hand, so reichen Sie sie später nach. ";

    private static final List<String> COUNTRIES =
            List.of(
                    "Ägypten",
                    "Albanien",
                    "Belgien",
                    "Bosnien und Herzegowina",
                    "Bulgarien",
                    "Côte d’Ivoire",
                    "Dänemark",
                    "Estland",
                    "Finnland",
                    "Frankreich",
                    "Griechenland",
                    "Irland",
                    "Island",
                    "Italien",
                    "Japan",
                    "Kroatien",
                    "Lettland",
                    "Litauen",
                    "Luxemburg",
                    "Malta",
                    "Niederlande",
                    "Norwegen",
                    "Österreich",
                    "Polen",
                    "Portugal",
                    "Rumänien",
                    "Schweden",
                    "Schweiz",
                    "Türkei",
                    "Ukraine",
                    "Ungarn",
                    "Vereinigtes Königreich");

    private WideForm() {}

    private static Field text(String id) {
        return Field.of(id, FieldType.Text.of(Letters.TEXT, 60));
    }

    private static CodeList numbered(String id, int count) {
        return new CodeList(
                id, IntStream.range(0, count).mapToObj(i -> CodeList.Code.of("c" + i)).toList());
    }

    /// The form with further fields of every kind, until there are 100.
    static FormDefinition longForm() {
        List<FormElement> elements = new ArrayList<>(form().elements());
        long fields = form().all().values().stream().filter(Field.class::isInstance).count();
        for (int i = 0; fields + i < FIELDS; i++) {
            elements.add(
                    switch (i % 4) {
                        case 0 -> text("more" + i);
                        case 1 -> Field.of("more" + i, FieldType.DateValue.ANY);
                        case 2 -> Field.of("more" + i, new FieldType.Choice(numbered("colour", 9)));
                        default ->
                                text("more" + i)
                                        .visibleIf(
                                                new Condition.Equals(
                                                        FieldPath.of("more" + (i - 1)), "c0"));
                    });
        }
        return new FormDefinition(LONG_ID, elements);
    }

    static List<QuestionPage> longPages() {
        List<QuestionPage> pages = new ArrayList<>(pages());
        for (FormElement element : longForm().elements()) {
            if (element.id().startsWith("more")) {
                pages.add(new QuestionPage(element.id(), List.of(FieldPath.of(element.id()))));
            }
        }
        return pages;
    }

    static Map<String, String> longTexts() {
        Map<String, String> texts = texts();
        for (FormElement element : longForm().elements()) {
            if (element.id().startsWith("more")) {
                name(texts, element.id(), "Weitere Angabe " + element.id().substring(4), "");
                for (int i = 0; i < 9; i++) {
                    texts.put("field." + element.id() + ".option.c" + i, "Antwort " + i);
                }
            }
        }
        return texts;
    }

    static FormDefinition form() {
        List<FormElement> elements = new ArrayList<>();
        elements.add(text("notice").as(FieldKind.LABEL));
        elements.add(
                FieldGroup.once(
                        "person",
                        Field.of("name", FieldType.Text.of(Letters.NAME, 120)),
                        Field.of("born", FieldType.DateValue.ANY),
                        Field.of("postcode", FieldType.Text.of(Letters.POSTCODE, 5)),
                        text("town"),
                        Field.of("email", FieldType.Text.of(Letters.EMAIL, 80)).optional(),
                        Field.of("phone", FieldType.Text.of(Letters.PHONE, 20)).optional()));
        elements.add(
                FieldGroup.once(
                        "work",
                        Field.of("F60000000246", FieldType.Text.of(Letters.DIGITS, 5)),
                        Field.of("F60000000247", FieldType.Text.of(Letters.TEXT, 44))));
        elements.add(
                Field.of("country", new FieldType.Choice(numbered("country", COUNTRIES.size()))));
        elements.add(Field.of("trade", new FieldType.Choice(numbered("trade", 2_400))).optional());
        elements.add(Field.of("colour", new FieldType.Choice(numbered("colour", 9))).optional());
        elements.add(Field.of("at", new FieldType.TimeValue()));
        elements.add(
                Field.of(
                        "area",
                        new FieldType.Decimal(BigDecimal.ZERO, new BigDecimal("99999"), 2, "m²")));
        elements.add(Field.of("income", new FieldType.Money(0, 100_000_000)).optional());
        elements.add(text("region").as(FieldKind.LOCKED).containing("Koblenz"));
        elements.add(text("reason"));
        elements.add(children());
        elements.add(
                new FieldGroup(
                        "dogs",
                        new Occurrence(1, Occurrence.UNBOUNDED),
                        List.of(
                                text("name"),
                                Field.of("chip", FieldType.Text.of(Letters.DIGITS, 15))),
                        Condition.always()));
        elements.add(Field.of("proof", new FieldType.Attachment(List.of("application/pdf"), 0)));
        elements.add(Field.of("photo", new FieldType.Attachment(List.of(), 5_000_000)).optional());
        elements.add(Field.of("agreed", new FieldType.Consent()));
        return new FormDefinition(ID, elements);
    }

    private static FieldGroup children() {
        FieldGroup schools =
                new FieldGroup(
                        "schools",
                        new Occurrence(0, Occurrence.UNBOUNDED),
                        List.of(text("name"), Field.of("bell", new FieldType.TimeValue())),
                        Condition.always());
        return new FieldGroup(
                "children",
                new Occurrence(0, 3),
                List.of(
                        Field.of("name", FieldType.Text.of(Letters.NAME, 80)),
                        Field.of("born", FieldType.DateValue.ANY).optional(),
                        schools),
                Condition.always());
    }

    static List<QuestionPage> pages() {
        List<QuestionPage> pages = new ArrayList<>();
        for (String fields :
                List.of(
                        "notice",
                        "person.name",
                        "person.born",
                        "person.postcode person.town",
                        "person.email",
                        "person.phone",
                        "work.F60000000246",
                        "work.F60000000247",
                        "country",
                        "trade",
                        "colour",
                        "at",
                        "area",
                        "income",
                        "region",
                        "reason",
                        "children",
                        "children.name",
                        "children.born",
                        "children.schools",
                        "children.schools.name",
                        "children.schools.bell",
                        "dogs",
                        "dogs.name",
                        "dogs.chip",
                        "proof",
                        "photo",
                        "agreed")) {
            List<FieldPath> paths = new ArrayList<>();
            for (String field : fields.split(" ", -1)) {
                paths.add(FieldPath.parse(field));
            }
            pages.add(new QuestionPage(paths.getFirst().toString().replace('.', '-'), paths));
        }
        return pages;
    }

    /// German words by their key after `service.<id>.`.
    static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        label(texts, "notice", LONG.repeat(6).strip());
        texts.put("page.notice.title", "Worum geht es?");
        name(
                texts,
                "person",
                "Angaben zur Person",
                "Gemeint ist die Person, die den Antrag stellt.");
        name(texts, "person.name", "Nachname", "So wie auf dem Ausweis.");
        name(texts, "person.born", "Geburtsdatum", "Tag, Monat, Jahr. Zum Beispiel 3 6 1990.");
        name(texts, "person.postcode", "Postleitzahl", "Fünf Ziffern.");
        name(texts, "person.town", "Ort", "");
        name(texts, "person.email", "E-Mail", "Dorthin schreiben wir, wenn etwas fehlt.");
        name(texts, "person.phone", "Telefon", "Mit Vorwahl.");
        name(texts, "work", "Arbeit", "");
        name(texts, "work.F60000000246", "Postleitzahl", "");
        name(texts, "work.F60000000247", "Ort", "");
        name(texts, "country", "Staatsangehörigkeit", "Suchen Sie nach dem Namen des Staates.");
        for (int i = 0; i < COUNTRIES.size(); i++) {
            texts.put("field.country.option.c" + i, COUNTRIES.get(i));
        }
        name(texts, "trade", "Wirtschaftszweig", "Nach der amtlichen Liste.");
        for (int i = 0; i < 2_400; i++) {
            texts.put(
                    "field.trade.option.c" + i,
                    "Herstellung von "
                            + List.of("Backwaren", "Möbeln", "Uhren", "Seilerwaren und Netzen")
                                    .get(i % 4)
                            + " (ohne handwerkliche Fertigung auf Bestellung), Unterklasse "
                            + (1_000 + i)
                            + (i % 7 == 0 ? ", einschließlich der Reparatur und Wartung" : ""));
        }
        name(texts, "colour", "Farbe", "");
        for (int i = 0; i < 9; i++) {
            texts.put("field.colour.option.c" + i, "Farbe Nummer " + (i + 1));
        }
        name(texts, "at", "Uhrzeit", "Stunde und Minute. Zum Beispiel 14 und 30.");
        name(texts, "area", "Fläche", "In Quadratmetern. Zum Beispiel 12,5.");
        name(texts, "income", "Einkommen im Monat", "");
        name(texts, "region", "Zuständige Stadt", "");
        name(
                texts,
                "reason",
                "Aus welchem Grund stellen Sie den Antrag, und seit wann liegt dieser Grund vor?",
                LONG.repeat(3).strip());
        name(texts, "children", "Kind", "Alle Kinder, die in Ihrem Haushalt leben.");
        name(texts, "children.name", "Vorname", "");
        name(texts, "children.born", "Geburtsdatum", "");
        name(texts, "children.schools", "Schule", "");
        name(texts, "children.schools.name", "Name der Schule", "");
        name(texts, "children.schools.bell", "Beginn des Unterrichts", "");
        name(texts, "dogs", "Hund", "Für jeden Hund wird eine Marke ausgegeben.");
        name(texts, "dogs.name", "Rufname", "");
        name(texts, "dogs.chip", "Chipnummer", "Fünfzehn Ziffern.");
        name(texts, "proof", "Nachweis der Haftpflicht", "Die Police oder eine Bestätigung.");
        name(texts, "photo", "Foto", "");
        name(texts, "agreed", "Erklärung", "");
        texts.put("field.agreed.option.true", "Ja, meine Angaben sind richtig und vollständig.");
        return texts;
    }

    private static void name(Map<String, String> texts, String path, String words, String hint) {
        label(texts, path, words);
        texts.put("page." + path.replace('.', '-') + ".title", words);
        if (!hint.isEmpty()) {
            texts.put("field." + path + ".hint", hint);
        }
    }

    private static void label(Map<String, String> texts, String path, String words) {
        texts.put("field." + path + ".label", words);
    }

    /// Its documents may be scanned here, one of them also sent with the telephone.
    static ServicePackage pack() {
        return new ServicePackage(
                ID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                new HandIn(
                        "https://www.example.de/hochladen",
                        Map.of(
                                FieldPath.of("proof"),
                                new HandIn.Document(
                                        List.of(HandIn.Way.SCAN, HandIn.Way.LATER),
                                        Period.ofWeeks(2)),
                                FieldPath.of("photo"),
                                new HandIn.Document(
                                        List.of(
                                                HandIn.Way.SCAN,
                                                HandIn.Way.PHONE,
                                                HandIn.Way.LATER),
                                        Period.ofWeeks(2)))),
                Map.of(),
                PrintTemplate.USUAL,
                Period.ZERO,
                List.of(),
                List.of(),
                List.of());
    }
}
