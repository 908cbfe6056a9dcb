package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityCitizen;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.service.form.CheckCode;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.journey.ApplicationData;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Citizens go through the questions of every package to the data that is sent.
class CityCitizensTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 3);
    private static final Map<String, ServicePackage> ALL =
            new PackageReader(ShippedKiosk.CONFIG.catalog())
                    .readAll(ShippedKiosk.FOLDER.resolve("services"));

    static Stream<CityCitizen> citizens() {
        return CityCitizen.all();
    }

    private static ServicePackage pack(CityCitizen citizen) {
        return Objects.requireNonNull(ALL.get(citizen.service()));
    }

    /// What came of a walk.
    private record Walk(FormData data, Set<String> pages, Set<String> answered) {}

    private static Walk walk(CityCitizen citizen) {
        Journey journey = pack(citizen).journey().orElseThrow();
        FormData data = FormData.EMPTY;
        Set<String> pages = new TreeSet<>();
        Set<String> answered = new HashSet<>();
        Optional<FormPages.Page> page = journey.questionnaire().pages(data, TODAY).first();
        while (page.isPresent()) {
            String key = page.get().key();
            pages.add(page.get().page().key());
            for (FieldPath path : page.get().fields()) {
                String definition = path.definition().toString();
                FormElement asked = journey.questionnaire().form().find(path).orElseThrow();
                if (asked instanceof Field field && !field.kind().answered()) {
                    continue;
                }
                if (asked instanceof FieldGroup) {
                    int wanted = citizen.entries().getOrDefault(definition, 0);
                    while (data.instances(path).size() < wanted) {
                        data = data.addInstance(path);
                    }
                    answered.add(definition);
                } else {
                    data = answer(journey, data, path, citizen);
                    answered.add(definition);
                }
            }
            page = journey.questionnaire().pages(data, TODAY).after(key);
        }
        return new Walk(data, pages, answered);
    }

    private static FormData answer(
            Journey journey, FormData data, FieldPath path, CityCitizen citizen) {
        String typed = citizen.answers().getOrDefault(path.definition().toString(), "");
        CheckResult result = journey.questionnaire().view(data, TODAY).check(path, typed);
        if (!(result instanceof CheckResult.Accepted(String canonical))) {
            throw new AssertionError(citizen + " at " + path + " with '" + typed + "': " + result);
        }
        return canonical.isEmpty() ? data : data.with(path, canonical);
    }

    @ParameterizedTest
    @MethodSource("citizens")
    void whatIsAnsweredIsWhatIsSent(CityCitizen citizen) {
        Journey journey = pack(citizen).journey().orElseThrow();
        Walk walk = walk(citizen);
        assertEquals(List.of(), journey.questionnaire().pages(walk.data(), TODAY).errors());
        Set<String> script = new TreeSet<>(citizen.answers().keySet());
        script.addAll(citizen.entries().keySet());
        script.removeAll(walk.answered());
        assertEquals(Set.of(), script, "nobody asked for these");
        String sent = ApplicationData.json(journey.questionnaire().form(), walk.data(), TODAY);
        citizen.answers()
                .forEach((path, _) -> {
                    String id = FieldPath.parse(path).id();
                    assertTrue(sent.contains("\"" + id + "\":"), id);
                });
        assertEquals(
                citizen.cents(),
                journey.charge()
                        .bill(
                                "Gebühr",
                                pack(citizen).service().orElseThrow().fee(),
                                journey.questionnaire().view(walk.data(), TODAY),
                                List.of())
                        .map(Bill::cents)
                        .orElse(0));
    }

    /// What the office cannot take is said at the question, not after sending.
    @ParameterizedTest
    @CsvSource({
        "eheurkunde, F99010000012, 3, R99010000006",
        "geburtsurkunde, F99009000014, 2, Ende_2",
        "kita-platz, G99018000003.F99018000036, 2026-06-02, R99018000011",
        "nebenwohnung-abmelden, G99002000003.F99002000030, 3, Ende_2",
        "parken-ausnahme, G99016000004.F99016000041, 2026-06-09, R99016000009",
        "wohnungsgeberbestaetigung, F99005000042, 2015-10-31, R99005000001"
    })
    void whatTheOfficeCannotTakeIsRefusedWithAWordWhatToDo(
            String service, String definition, String typed, String rule) {
        CityCitizen first =
                citizens().filter(each -> each.service().equals(service)).findFirst().orElseThrow();
        CheckResult result = answered(first, walk(first).data(), definition, typed);
        assertEquals(new CheckResult.Rejected(CheckCode.RULE, Map.of("rule", rule)), result);
        for (String language : List.of("de", "en")) {
            String words = pack(first).words(language).get("service." + service + ".rule." + rule);
            assertTrue(Objects.requireNonNull(words).endsWith("."), words);
        }
    }

    /// Only signs need time to be put up.
    @Test
    void withoutSignsParkingMayBeginTomorrow() {
        CityCitizen first =
                citizens()
                        .filter(each -> each.service().equals("parken-ausnahme"))
                        .findFirst()
                        .orElseThrow();
        FormData without =
                walk(first).data().with(FieldPath.parse("G99016000003.F99016000034"), "false");
        assertEquals(
                new CheckResult.Accepted("2026-06-04"),
                answered(first, without, "G99016000004.F99016000041", "2026-06-04"));
    }

    private static CheckResult answered(
            CityCitizen citizen, FormData data, String definition, String typed) {
        FormView view = pack(citizen).journey().orElseThrow().questionnaire().view(data, TODAY);
        FieldPath path =
                view.fields().keySet().stream()
                        .filter(each -> each.definition().toString().equals(definition))
                        .findFirst()
                        .orElseThrow();
        return view.check(path, typed);
    }

    @Test
    void betweenThemTheySeeEveryPageOfEveryService() {
        Set<String> unseen = new TreeSet<>();
        for (ServicePackage each : ALL.values()) {
            each.journey()
                    .filter(_ -> each.forwarding().isEmpty())
                    .ifPresent(journey ->
                            journey.questionnaire()
                                    .pages()
                                    .forEach(page -> unseen.add(each.id() + " " + page.key())));
        }
        citizens()
                .forEach(citizen ->
                        walk(citizen)
                                .pages()
                                .forEach(key -> unseen.remove(citizen.service() + " " + key)));
        assertEquals(Set.of(), unseen);
    }
}
