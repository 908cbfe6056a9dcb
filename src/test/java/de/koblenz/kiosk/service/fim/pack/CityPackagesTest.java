package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.Need;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the packages of the city say: nothing is lost of them, and citizens can read them.
class CityPackagesTest {
    private static final Path SERVICES = ShippedKiosk.FOLDER.resolve("services");
    private static final Map<String, ServicePackage> ALL =
            new PackageReader(ShippedKiosk.CONFIG.catalog()).readAll(SERVICES);

    /// Enough for a question that fills a quarter of the screen.
    private static final int MOST_WORDS = 12;

    private static final int MOST_SIMPLE_WORDS = 11;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{14,}");
    private static final Pattern PASSIVE =
            Pattern.compile("(?i)\\b(wird|werden|wurde|wurden)\\b", Pattern.UNICODE_CASE);

    static Set<String> packages() {
        return ALL.keySet();
    }

    static Stream<String> guided() {
        return ALL.values().stream()
                .filter(each -> each.forwarding().isEmpty())
                .map(each -> each.id());
    }

    private static final Pattern MISSING_DOCUMENT =
            Pattern.compile(
                    "(?i)(ausweis|pass|aufenthalt|eID).*(verlor|verlust|sperr|weg|fertig|abhol)");

    private static List<Need> needs(String id) {
        return ShippedKiosk.CONFIG.catalog().find(id).orElseThrow().page().needs();
    }

    private static ServicePackage get(String id) {
        return Objects.requireNonNull(ALL.get(id));
    }

    @Test
    void atLeastTwentyOnlineServicesCanBeStarted() {
        Set<String> startable = new TreeSet<>(ShippedKiosk.CONFIG.journeys().keySet());
        ALL.values().stream()
                .filter(ServicePackage::startable)
                .forEach(each -> startable.add(each.id()));
        List<String> online =
                startable.stream()
                        .filter(id ->
                                ShippedKiosk.CONFIG
                                        .catalog()
                                        .find(id)
                                        .filter(Leistung::online)
                                        .isPresent())
                        .toList();
        assertTrue(online.size() >= 20, online.size() + " " + online);
        Set<String> offices =
                online.stream()
                        .map(id ->
                                ShippedKiosk.CONFIG.catalog().find(id).orElseThrow().office().id())
                        .collect(Collectors.toSet());
        assertTrue(offices.size() >= 8, "spread over the offices: " + offices);
    }

    @Test
    void whereTheOfficeAsksForItsFeeLaterThePageDoesNotSayThatItIsFree() {
        ServicePackage marriage = get("eheurkunde");
        assertEquals(new Fee.Unknown(), marriage.service().orElseThrow().fee());
        assertEquals(new Charge.Free(), marriage.journey().orElseThrow().charge());
    }

    /// § 30c BZRG: only the Federal Office of Justice takes it online.
    @Test
    void theCertificateOfConductLeadsToTheFederalOffice() {
        for (String id :
                List.of(
                        "fuehrungszeugnis",
                        "fuehrungszeugnis-erweitert",
                        "fuehrungszeugnis-online")) {
            assertTrue(get(id).forwards(), id);
            assertEquals(
                    "www.fuehrungszeugnis.bund.de",
                    get(id).forwarding().orElseThrow().address().getHost());
        }
    }

    /// Who has lost an identity document, has it blocked or waits for it cannot show it: every service about one goes
    /// without, by hand. Named by words of the catalogue, so that a new package is looked at, too.
    @Test
    void noServiceAboutAMissingDocumentAsksForIt() {
        List<String> about =
                ShippedKiosk.CONFIG.catalog().all().stream()
                        .filter(service ->
                                MISSING_DOCUMENT.matcher(service.shortName().in("de")).find())
                        .map(Leistung::id)
                        .toList();
        assertTrue(about.contains("personalausweis-verloren"), about.toString());
        List<Journey> journeys = new ArrayList<>();
        for (String id : about) {
            Optional.ofNullable(ALL.get(id))
                    .flatMap(ServicePackage::journey)
                    .ifPresent(journeys::add);
            Optional.ofNullable(ShippedKiosk.CONFIG.journeys().get(id)).ifPresent(journeys::add);
        }
        assertFalse(journeys.isEmpty());
        for (Journey journey : journeys) {
            for (Step step : journey.steps()) {
                assertFalse(
                        step instanceof Step.Identification identification
                                && !identification.byHand(),
                        journey.serviceId());
            }
            assertFalse(needs(journey.serviceId()).contains(Need.AUSWEIS_PIN), journey.serviceId());
        }
    }

    /// Nobody comes with the wrong things: what the page of the service says is needed is what the steps ask for.
    @ParameterizedTest
    @MethodSource("guided")
    void whatTheServicePageSaysIsNeededIsWhatTheStepsAskFor(String id) {
        Journey journey = get(id).journey().orElseThrow();
        boolean card =
                journey.steps().stream()
                        .anyMatch(step ->
                                step instanceof Step.Identification identification
                                        && !identification.byHand());
        assertEquals(card, needs(id).contains(Need.AUSWEIS_PIN), "identity card");
        boolean paid = !journey.charge().equals(new Charge.Free());
        assertEquals(paid, needs(id).contains(Need.BANKKARTE), "bank card");
    }

    @ParameterizedTest
    @MethodSource("guided")
    void nothingBlocksAndNothingIsLost(String id) {
        List<ImportNote> heavy =
                get(id).notes().stream()
                        .filter(note ->
                                note.weight() == ImportNote.Weight.BLOCKING
                                        || note.weight() == ImportNote.Weight.LOST)
                        .toList();
        assertEquals(List.of(), heavy);
    }

    @ParameterizedTest
    @MethodSource("guided")
    void everyRuleIsEnforced(String id) {
        List<RuleOutcome> others =
                get(id).rules().stream()
                        .filter(rule -> rule.kind() != RuleOutcome.Kind.ENFORCED)
                        .toList();
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theDescriptionBelongsToTheServiceInTheCatalogue(String id) {
        LeistungTexts texts = get(id).description().orElseThrow();
        Leistung service = ShippedKiosk.CONFIG.catalog().find(id).orElseThrow();
        assertEquals(List.of(), texts.notes());
        assertEquals(service.leika().map(LeikaKey::digits).stream().toList(), texts.leikaKeys());
        assertEquals(OzgStatus.ONLINE, service.status());
        for (String language : List.of("de", "en")) {
            for (Module module :
                    List.of(
                            Module.COMMON_NAME,
                            Module.SHORT_TEXT,
                            Module.FULL_TEXT,
                            Module.DOCUMENTS)) {
                assertTrue(texts.find(module, language).isPresent(), module + " " + language);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guided")
    void everyQuestionIsShortAndEveryWordIsThereInEnglish(String id) {
        List<String> unfit = new ArrayList<>();
        for (String language : List.of("de", "en")) {
            Map<String, String> words = get(id).texts().getOrDefault(language, Map.of());
            assertEquals(get(id).texts().getOrDefault("de", Map.of()).keySet(), words.keySet());
            words.forEach((key, text) -> {
                if (key.endsWith(".title")
                        && (!text.endsWith("?") || text.split(" ", -1).length > MOST_WORDS)) {
                    unfit.add(text);
                }
            });
        }
        assertEquals(List.of(), unfit);
    }

    /// Leichte Sprache (DIN SPEC 33429): short sentences, long words parted by hyphens, no passive.
    @Test
    void theMostUsedServicesSpeakLeichteSprache() {
        List<String> unfit = new ArrayList<>();
        int speaking = 0;
        for (ServicePackage each : ALL.values()) {
            Map<String, String> simple = each.texts().getOrDefault("de-simple", Map.of());
            if (simple.isEmpty()) {
                continue;
            }
            speaking++;
            for (String key : each.texts().getOrDefault("de", Map.of()).keySet()) {
                if (!key.contains(".list.") && !simple.containsKey(key)) {
                    unfit.add("missing: " + key);
                }
            }
            simple.forEach((key, text) -> {
                if (key.endsWith(".title") && !text.endsWith("?")) {
                    unfit.add("no question: " + text);
                }
                for (String sentence : text.split("(?<=[.?!:])\\s+", -1)) {
                    if (sentence.split(" ", -1).length > MOST_SIMPLE_WORDS) {
                        unfit.add("long sentence: " + sentence);
                    }
                }
                if (LONG_WORD.matcher(text).find() || PASSIVE.matcher(text).find()) {
                    unfit.add("long word or passive: " + text);
                }
            });
        }
        assertEquals(List.of(), unfit);
        assertTrue(speaking >= 8, "packages in Leichte Sprache: " + speaking);
    }

    /// What is left out where words become easier is seldom a figure: a number to call, an example, a limit, a year.
    @Test
    void leichteSpracheKeepsTheFiguresAndTheAreaCode() {
        List<String> lost = new ArrayList<>();
        for (ServicePackage each : ALL.values()) {
            Map<String, String> german = each.texts().getOrDefault("de", Map.of());
            each.texts()
                    .getOrDefault("de-simple", Map.of())
                    .forEach((key, text) -> {
                        String said = german.getOrDefault(key, "");
                        Pattern.compile("[0-9]{3,}")
                                .matcher(said)
                                .results()
                                .filter(figure -> !text.contains(figure.group()))
                                .forEach(figure -> lost.add(key + ": " + figure.group()));
                        if (said.contains("Vorwahl") && !text.contains("Vor-Wahl")) {
                            lost.add(key + ": Vorwahl");
                        }
                    });
        }
        assertEquals(List.of(), lost);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyFederalFileSaysThatItIsInvented(String id) throws IOException {
        try (Stream<Path> files = Files.walk(SERVICES.resolve(id))) {
            for (Path file :
                    files.filter(each -> each.toString().matches(".*\\.(xml|bpmn)")).toList()) {
                String all = Files.readString(file, StandardCharsets.UTF_8);
                String start = all.substring(0, Math.min(300, all.length()));
                assertTrue(start.contains("ERFUNDEN"), file.toString());
            }
        }
    }

    @Test
    void bothVersionsOfTheSchemaAndDrawingsWithBranchesAndFaultsAreAmongThem() throws IOException {
        int old = 0;
        int branching = 0;
        try (Stream<Path> files = Files.walk(SERVICES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                old += file.toString().endsWith(".xdf2.xml") ? 1 : 0;
                if (file.toString().endsWith(".bpmn")) {
                    String drawing = Files.readString(file);
                    branching +=
                            drawing.contains("exclusiveGateway")
                                            && drawing.contains("errorEventDefinition")
                                    ? 1
                                    : 0;
                }
            }
        }
        assertTrue(old >= 3, "schemata of version 2: " + old);
        assertTrue(branching >= 5, "drawings with gateways and error events: " + branching);
    }
}
