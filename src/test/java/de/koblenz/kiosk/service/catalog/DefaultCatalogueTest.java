package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The catalogue as it is shipped: counts of the city's report, and nothing that a screen cannot show.
class DefaultCatalogueTest {
    private static ServiceCatalog catalog;

    @BeforeAll
    static void read() {
        catalog = DefaultCatalogue.read();
    }

    @Test
    void itHasTheCountsOfTheCitysReport() {
        assertEquals(144, catalog.all().size());
        assertEquals(
                Map.of(
                        OzgStatus.ONLINE, 59L,
                        OzgStatus.UMSETZUNG, 27L,
                        OzgStatus.GEPLANT, 48L,
                        OzgStatus.NICHT_UMSETZBAR, 10L),
                count(Leistung::status));
    }

    @Test
    void eachTileHasItsNumberOfServices() {
        Map<LifeSituation, Integer> expected =
                Map.of(
                        LifeSituation.UMZIEHEN_WOHNEN, 6,
                        LifeSituation.AUSWEIS_PASS, 5,
                        LifeSituation.URKUNDEN_AUSKUENFTE, 14,
                        LifeSituation.FAMILIE_SCHULE, 4,
                        LifeSituation.AUTO_PARKEN, 10,
                        LifeSituation.HUND_STEUERN, 4,
                        LifeSituation.GEWERBE_GENEHMIGUNG, 6,
                        LifeSituation.FREIZEIT_WAHL_STOERUNG, 10);
        assertAll(
                expected.entrySet().stream()
                        .map(tile ->
                                () ->
                                        assertEquals(
                                                tile.getValue(),
                                                catalog.online(tile.getKey()).size(),
                                                tile.getKey().name())));
        assertEquals(List.of(LifeSituation.values()), catalog.tiles());
    }

    @Test
    void eachOfficeHasItsServices() {
        Map<String, Integer> byOffice =
                catalog.offices().stream()
                        .collect(Collectors.toMap(Fachamt::id, o -> catalog.of(o).size()));
        assertEquals(
                Map.of(
                        "buergeramt", 41,
                        "ordnungsamt", 40,
                        "standesamt", 13,
                        "steueramt", 10,
                        "jugend-familie-soziales", 12,
                        "kultur-schule", 9,
                        "sport-baeder", 6,
                        "bauordnung", 7,
                        "tiefbauamt", 4,
                        "gruenflaechen-bestattung", 2),
                byOffice);
    }

    @Test
    void noIdAndNoLeikaKeyStandsTwice() {
        Set<String> ids = new HashSet<>();
        Set<LeikaKey> keys = new HashSet<>();
        for (Leistung service : catalog.all()) {
            assertTrue(ids.add(service.id()), service.id());
            service.leika().ifPresent(key -> assertTrue(keys.add(key), key.digits()));
        }
        assertEquals(129, keys.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void eachServiceHasAShortNameThatFitsATile(String language) {
        Set<String> names = new HashSet<>();
        for (Leistung service : catalog.all()) {
            assertTrue(service.shortName().has(language), service.id());
            String name = service.shortName().in(language);
            assertTrue(ShortName.fits(name), name);
            assertTrue(names.add(name), "two services are called " + name);
        }
    }

    @Test
    void eachTextForCitizensIsThereInGermanAndEnglish() {
        for (Leistung service : catalog.all()) {
            Stream.of(
                            Optional.of(service.shortName()),
                            Optional.of(service.summary()),
                            Optional.of(service.office().name()),
                            service.reason(),
                            service.feeNote(),
                            service.page().whereToGo(),
                            service.page().note())
                    .flatMap(Optional::stream)
                    .forEach(text ->
                            assertEquals(
                                    Set.of("de", "en"),
                                    without(text.byLanguage().keySet(), "de-simple"),
                                    service.id()));
        }
    }

    private static Set<String> without(Set<String> all, String one) {
        Set<String> others = new HashSet<>(all);
        others.remove(one);
        return others;
    }

    @Test
    void aSummaryIsOneShortSentence() {
        for (Leistung service : catalog.all()) {
            service.summary()
                    .byLanguage()
                    .forEach((language, text) -> {
                        assertTrue(text.endsWith("."), text);
                        // Leichte Sprache says one thing in a sentence.
                        int most = language.equals("de-simple") ? 3 : 1;
                        assertTrue(text.replaceAll("[0-9]+\\.|[^.]", "").length() <= most, text);
                        assertTrue(text.split(" ").length <= 20, text);
                    });
        }
    }

    /// What the terminal does is described in Leichte Sprache on its way, too.
    @Test
    void whatIsSaidInLeichteSpracheIsShort() {
        int described = 0;
        for (Leistung service : catalog.all()) {
            described += service.summary().has("de-simple") ? 1 : 0;
            assertEquals(
                    service.summary().has("de-simple"),
                    service.shortName().has("de-simple"),
                    service.id());
            assertTrue(ShortName.fits(service.shortName().in("de-simple")), service.id());
            for (LocalizedText text :
                    Stream.of(
                                    Optional.of(service.summary()),
                                    service.feeNote(),
                                    service.page().note())
                            .flatMap(Optional::stream)
                            .toList()) {
                assertEquals(
                        service.summary().has("de-simple"), text.has("de-simple"), service.id());
                if (text.has("de-simple")) {
                    for (String sentence : text.in("de-simple").split("(?<=[.?!:])\\s+")) {
                        assertTrue(sentence.split(" ").length <= 12, sentence);
                    }
                    assertFalse(text.in("de-simple").matches(".*\\p{L}{14,}.*"), service.id());
                }
            }
        }
        assertEquals(26, described);
    }

    @Test
    void whatNobodyConfirmedIsMarkedAsAnAssumption() {
        assertEquals(138, assumed(p -> p.status().assumption()));
        assertEquals(140, assumed(p -> p.trust().assumption()));
        assertEquals(55, assumed(p -> p.page().filter(Basis::assumption).isPresent()));
        assertEquals(
                "UV/0245/2021 (online seit 03.06.2021)",
                service("schwimmbad-ticket").provenance().status().words());
    }

    @Test
    void whatNobodyKnowsIsNotInvented() {
        assertEquals(15, catalog.all().stream().filter(s -> s.leika().isEmpty()).count());
        assertEquals(11, catalog.all().stream().filter(s -> s.trust().isEmpty()).count());
        assertEquals(
                120, catalog.all().stream().filter(s -> s.fee() instanceof Fee.Unknown).count());
    }

    @Test
    void theMeldebescheinigungCostsMoneyOnPaperOnly() {
        assertEquals(new Fee.OnPaper(600), service("meldebescheinigung").fee());
    }

    @Test
    void theResidentParkingPermitHasTheFormulaOfTheCity() {
        assertEquals(new Fee.ByArea(10_000, 45, 52), service("bewohnerparkausweis").fee());
        assertEquals(
                new Fee.ByArea(10_000, 45, 52), service("bewohnerparkausweis-verlaengern").fee());
    }

    @Test
    void furtherBirthCertificatesOfOneOrderAreCheaper() {
        Fee fee = service("geburtsurkunde").fee();
        assertEquals(
                new Fee.PerPiece(
                        1200, 600, new LocalizedText(Map.of("de", "Urkunde", "en", "certificate"))),
                fee);
    }

    @Test
    void theCertificateOfConductLeadsToTheFederalOffice() {
        for (String id :
                List.of(
                        "fuehrungszeugnis",
                        "fuehrungszeugnis-erweitert",
                        "fuehrungszeugnis-online")) {
            assertEquals(
                    URI.create("https://www.fuehrungszeugnis.bund.de/"), service(id).page().url());
        }
    }

    @Test
    void aServiceWithoutAnOwnPageLeadsToTheCitysDirectory() {
        assertEquals(
                URI.create("https://www.koblenz.de/buergerservice/leistungen/"),
                service("baugenehmigung").page().url());
    }

    @Test
    void whereToGoIsTheOfficeUnlessThePageSaysOtherwise() {
        assertEquals(
                "Bürgeramt, Gymnasialstraße 6", service("meldebescheinigung").whereToGo().in("de"));
        assertEquals("An der Kasse des Bades", service("schwimmbad-ticket").whereToGo().in("de"));
    }

    @Test
    void whatCannotBeDoneOnlineSaysWhy() {
        for (Leistung service : catalog.all()) {
            assertEquals(
                    service.status() == OzgStatus.NICHT_UMSETZBAR,
                    service.reason().isPresent(),
                    service.id());
        }
    }

    @Test
    void theSchemaHasNothingAgainstIt() throws IOException {
        SchemaCheck schema =
                new SchemaCheck(DefaultCatalogue.CONFIG.resolve("schema/catalogue.schema.json"));
        String yaml = Files.readString(DefaultCatalogue.FILE);
        assertEquals(List.of(), schema.mistakes(yaml));
        assertTrue(
                yaml.startsWith("# yaml-language-server: $schema=schema/catalogue.schema.json\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void eachTextKeyOfTheCatalogueHasItsWords(String language) {
        Problems problems = new Problems();
        Map<String, ConfigNode> texts =
                ConfigReader.read(
                                DefaultCatalogue.CONFIG.resolve(
                                        "texts/parts/catalogue." + language + ".yaml"),
                                "texts",
                                problems)
                        .entries();
        Set<String> wanted = new TreeSet<>();
        for (LifeSituation tile : LifeSituation.values()) {
            wanted.add(tile.titleKey());
            wanted.add(tile.examplesKey());
        }
        for (OzgStatus status : OzgStatus.values()) {
            wanted.add(status.labelKey());
            status.reasonKey().ifPresent(wanted::add);
        }
        Arrays.stream(Need.values()).map(Need::textKey).forEach(wanted::add);
        LocalizedText piece = LocalizedText.german("Stück");
        Stream.of(
                        new Fee.Free(),
                        new Fee.Fixed(1),
                        new Fee.OnPaper(1),
                        new Fee.PerPiece(1, 1, piece),
                        new Fee.PerPiece(2, 1, piece),
                        new Fee.ByArea(1, 1, 1),
                        new Fee.ByTariff(),
                        new Fee.ByAnswers(),
                        new Fee.Tax(),
                        new Fee.Unknown())
                .map(Fee::textKey)
                .forEach(wanted::add);
        assertEquals(wanted, new TreeSet<>(texts.keySet()));
        texts.forEach((key, text) -> assertFalse(text.text().isBlank(), key));
        assertTrue(problems.none());
    }

    private static Leistung service(String id) {
        return catalog.find(id).orElseThrow();
    }

    private static <K> Map<K, Long> count(Function<Leistung, K> by) {
        return catalog.all().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static long assumed(Function<Provenance, Boolean> mark) {
        return catalog.all().stream().filter(s -> mark.apply(s.provenance())).count();
    }
}
