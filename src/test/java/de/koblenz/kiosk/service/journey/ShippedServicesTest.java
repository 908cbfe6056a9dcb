package de.koblenz.kiosk.service.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.service.catalog.DefaultCatalogue;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.form.FormView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The two services that the product ships, walked through as a citizen would.
class ShippedServicesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);

    private static Map<String, Journey> journeys;
    private static Journey permit;
    private static Journey pool;

    @BeforeAll
    static void read() {
        journeys = ShippedServices.read();
        permit = Objects.requireNonNull(journeys.get("bewohnerparkausweis"));
        pool = Objects.requireNonNull(journeys.get("schwimmbad-ticket"));
    }

    @Test
    void bothServicesAreReadWithoutAProblem() {
        assertEquals(Set.of("bewohnerparkausweis", "schwimmbad-ticket"), journeys.keySet());
    }

    @Test
    void theSchemaAcceptsWhatTheReaderAccepts() throws IOException {
        SchemaCheck schema =
                new SchemaCheck(ShippedServices.CONFIG.resolve("schema/service.schema.json"));
        for (String id : journeys.keySet()) {
            Path folder = ShippedServices.CONFIG.resolve("services").resolve(id);
            String yaml = Files.readString(folder.resolve("service.yaml"));
            assertEquals(List.of(), schema.mistakes(yaml), id);
            assertTrue(
                    yaml.startsWith(
                            "# yaml-language-server: $schema=../../schema/service.schema.json\n"));
        }
    }

    @Test
    void eachLanguageSaysEverything() {
        Problems problems = new Problems();
        for (String language : List.of("de", "en")) {
            Set<String> keys = TextFiles.read(ShippedServices.CONFIG, language, problems).keySet();
            for (Journey journey : journeys.values()) {
                assertEquals(Set.of(), JourneyTexts.missing(journey, keys), language);
            }
            assertTrue(keys.containsAll(Set.of(JourneyTexts.YES, JourneyTexts.NO)));
        }
        assertEquals(List.of(), problems.sorted());
    }

    @Test
    void questionsAreShort() {
        Map<String, String> texts = TextFiles.read(ShippedServices.CONFIG, "de", new Problems());
        texts.forEach((key, text) -> {
            if (key.matches("service\\..*\\.page\\..*\\.title")) {
                assertTrue(text.endsWith("?"), text);
                assertTrue(text.split(" ").length <= 12, text);
            }
        });
    }

    // ---- the permit

    /// What a citizen types, page by page.
    private static Map<String, List<String>> typed(String owner) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("given-names", List.of("Ada Zoe\u0308"));
        typed.put("family-name", List.of("O’Neill-Müller"));
        typed.put("birth-date", List.of("3|6|1990"));
        typed.put("street", List.of("Lindenallee", "7a"));
        typed.put("postcode", List.of("56073"));
        typed.put("zone", List.of("goldgrube"));
        typed.put("licence-plate", List.of("ko-ib123"));
        typed.put("owner", List.of(owner));
        if (!owner.equals("self")) {
            typed.put("permission", List.of("true"));
        }
        typed.put("length", List.of("4.350"));
        typed.put("width", List.of("1800"));
        typed.put("start", List.of("1|7|2026"));
        typed.put("declaration", List.of("true"));
        return typed;
    }

    /// Answers page after page and returns the keys of the pages that came.
    private static List<String> walk(
            Journey journey, Map<String, List<String>> typed, List<FormData> end) {
        FormData data = end.isEmpty() ? FormData.EMPTY : end.removeFirst();
        List<String> keys = new ArrayList<>();
        Optional<FormPages.Page> page = journey.questionnaire().pages(data, TODAY).first();
        while (page.isPresent()) {
            String key = page.get().key();
            keys.add(key);
            for (int i = 0; i < page.get().fields().size(); i++) {
                FieldPath field = page.get().fields().get(i);
                CheckResult result =
                        journey.questionnaire()
                                .view(data, TODAY)
                                .check(field, typed.getOrDefault(key, List.of()).get(i));
                if (!(result instanceof CheckResult.Accepted(String canonical))) {
                    throw new AssertionError(key + ": " + result);
                }
                data = data.with(field, canonical);
            }
            page = journey.questionnaire().pages(data, TODAY).after(key);
        }
        end.add(data);
        return keys;
    }

    @Test
    void thePermitAsksOneQuestionPerPageAndTheOwnerOnlyWhenItIsSomebodyElse() {
        List<FormData> end = new ArrayList<>();
        assertEquals(List.copyOf(typed("self").keySet()), walk(permit, typed("self"), end));
        assertEquals(
                List.copyOf(typed("other").keySet()),
                walk(permit, typed("other"), new ArrayList<>()));
        assertEquals(List.of(), permit.questionnaire().pages(end.getFirst(), TODAY).errors());
    }

    @Test
    void thePermitIsSentAsJsonByFieldId() {
        List<FormData> end = new ArrayList<>();
        walk(permit, typed("self"), end);
        assertEquals(
                "{\"applicant\":{\"givenNames\":\"Ada Zoë\",\"familyName\":\"O’Neill-Müller\","
                        + "\"birthDate\":\"1990-06-03\"},"
                        + "\"address\":{\"street\":\"Lindenallee\",\"houseNumber\":\"7a\","
                        + "\"postcode\":\"56073\",\"town\":\"Koblenz\"},"
                        + "\"vehicle\":{\"licencePlate\":\"KO-IB 123\",\"owner\":\"self\","
                        + "\"length\":4350,\"width\":1800},"
                        + "\"permit\":{\"zone\":\"goldgrube\",\"start\":\"2026-07-01\"},"
                        + "\"declaration\":true}",
                ApplicationData.json(permit.questionnaire().form(), end.getFirst(), TODAY));
    }

    /// Pages and answers are codes: neither the citizen's language nor the machine's changes them.
    @Test
    void noLanguageChangesPagesOrAnswers() {
        List<FormData> german = new ArrayList<>();
        List<String> pages = walk(permit, typed("other"), german);
        Locale before = Locale.getDefault();
        try {
            for (String language :
                    List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                List<FormData> other = new ArrayList<>();
                assertEquals(pages, walk(permit, typed("other"), other), language);
                assertEquals(german, other, language);
                assertEquals(
                        ApplicationData.json(
                                permit.questionnaire().form(), german.getFirst(), TODAY),
                        ApplicationData.json(
                                permit.questionnaire().form(), other.getFirst(), TODAY));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void withoutPermissionOfTheOwnerItDoesNotGoOn() {
        FormData data = FormData.EMPTY.with("vehicle.owner", "other");
        FieldPath permission = FieldPath.parse("vehicle.permission");
        CheckResult result = permit.questionnaire().view(data, TODAY).check(permission, "false");
        assertEquals(new CheckResult.Rejected("FIELD-RULE", Map.of("rule", "permission")), result);
        assertEquals(
                "service.bewohnerparkausweis.rule.permission",
                new JourneyTexts(permit).error("FIELD-RULE", Map.of("rule", "permission")));
    }

    @Test
    void thePermitCostsByAreaWithHalfCentsRoundedUp() {
        assertEquals(
                Optional.of(18_322), cents("4350", "1800")); // 4.35 × 1.8 × 0.45 × 52 = 183.222
        assertEquals(Optional.of(10_000), cents("2500", "1600")); // 93.60, so the least amount
        assertEquals(Optional.of(72_306), cents("12000", "2575")); // 723.06
        assertEquals(Optional.of(10_764), cents("2500", "1840")); // 107.64
        assertEquals(Optional.empty(), cents("4350", ""));
    }

    private static Optional<Integer> cents(String length, String width) {
        FormData data = FormData.EMPTY.with("vehicle.length", length).with("vehicle.width", width);
        FormView view = permit.questionnaire().view(data, TODAY);
        return permit.charge()
                .bill(
                        "Bewohnerparkausweis",
                        DefaultCatalogue.read().find("bewohnerparkausweis").orElseThrow().fee(),
                        view,
                        List.of())
                .map(Bill::cents);
    }

    @Test
    void thePermitNeedsPaymentSubmissionAndPrinter() {
        assertEquals(
                EnumSet.of(
                        Preflight.Need.PAYMENT, Preflight.Need.SUBMISSION, Preflight.Need.PRINTER),
                Preflight.needs(permit));
        assertEquals("99108001001000", permit.step(Step.Submission.class).orElseThrow().leikaKey());
    }

    @Test
    void theAnswersAreListedInTheOrderOfThePages() {
        List<FormData> end = new ArrayList<>();
        walk(permit, typed("self"), end);
        List<Answer> answers =
                ApplicationData.answers(permit.questionnaire(), end.getFirst(), TODAY);
        assertEquals(
                List.copyOf(typed("self").keySet()),
                answers.stream().map(Answer::pageKey).distinct().toList());
        assertEquals(14 - 1, answers.size());
        assertTrue(answers.stream().noneMatch(answer -> answer.toString().contains("Neill")));
    }

    // ---- the pool

    private static FormData asked(boolean contact) {
        return FormView.prefilled(
                pool.questionnaire().form(),
                FormData.EMPTY,
                Map.of(Journey.VENUE_ASKS_CONTACT, Boolean.toString(contact)));
    }

    @Test
    void thePoolAsksForContactDataOnlyWhereTheVenueDoes() {
        assertEquals(List.of(), pool.questionnaire().pages(asked(false), TODAY).visible());
        assertEquals(List.of(), pool.questionnaire().pages(FormData.EMPTY, TODAY).visible());
        assertEquals(
                Optional.empty(),
                pool.questionnaire().pages(asked(false), TODAY).firstIncomplete());
        Map<String, List<String>> typed =
                Map.of(
                        "contact-name", List.of("Ada O’Neill"),
                        "contact-way", List.of("phone"),
                        "contact-phone", List.of("0261 1234567"));
        List<FormData> end = new ArrayList<>(List.of(asked(true)));
        assertEquals(
                List.of("contact-name", "contact-way", "contact-phone"), walk(pool, typed, end));
    }

    @Test
    void changingTheWayOfContactLeavesTheOtherAnswerOut() {
        FormData data =
                asked(true)
                        .with("contact.name", "Ada")
                        .with("contact.phone", "115")
                        .with("contact.email", "a@b.de")
                        .with("contact.way", "email");
        assertEquals(
                "{\"contactAsked\":true,\"contact\":{\"name\":\"Ada\",\"way\":\"email\",\"email\":\"a@b.de\"}}",
                ApplicationData.json(pool.questionnaire().form(), data, TODAY));
    }

    @Test
    void thePoolIsPaidByTariffs() {
        Optional<Bill> bill =
                pool.charge()
                        .bill(
                                "Ticket",
                                DefaultCatalogue.read()
                                        .find("schwimmbad-ticket")
                                        .orElseThrow()
                                        .fee(),
                                pool.questionnaire().view(FormData.EMPTY, TODAY),
                                List.of(
                                        new Bill.Position("Erwachsene", 2, 550),
                                        new Bill.Position("Kinder", 0, 300)));
        assertEquals(1, bill.orElseThrow().positions().size());
        assertEquals(1100, bill.orElseThrow().cents());
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Preflight.Need.IDENTITY_CARD)),
                Preflight.needs(pool));
        assertEquals(3 * 250 + 250, Preflight.paperMillimetres(pool, 3));
    }

    // ---- texts and codes

    @Test
    void allCodesOfAnswersHaveATextThatSaysWhatToDo() throws IOException {
        String source =
                Files.readString(
                        ShippedServices.CONFIG.resolveSibling(
                                "src/main/java/de/koblenz/kiosk/service/form/CheckCode.java"));
        Set<String> codes = new TreeSet<>();
        var matcher = java.util.regex.Pattern.compile("\"(FIELD-[A-Z-]+)\"").matcher(source);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        assertTrue(codes.size() > 15);
        codes.remove("FIELD-RULE"); // worded by each service
        for (String language : List.of("de", "en")) {
            Set<String> worded =
                    TextFiles.read(ShippedServices.CONFIG, language, new Problems())
                            .keySet()
                            .stream()
                            .filter(key -> key.startsWith("code.FIELD-"))
                            .map(key -> key.substring(5, key.length() - 5))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(codes, worded, language);
        }
    }
}
