package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.document.ReceiptPart;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A citizen goes through a service that is a folder of federal files, by what stands on the screen alone.
class PackageJourneyTest {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty("kiosk.project", "."),
                    "src/test/resources/fim/paket/hund-anmelden");

    private static final ServicePackage DOG =
            new PackageReader(ShippedKiosk.CONFIG.catalog()).read(FOLDER);

    private final TestTerminal terminal = TestTerminal.open(KioskGeometry.PORTRAIT, locales(DOG));

    private static Locales locales(ServicePackage read) {
        Locales shipped = ShippedKiosk.CONFIG.locales();
        Map<String, Texts> texts = new HashMap<>();
        for (String tag : shipped.tags()) {
            Map<String, String> words = read.words(tag);
            texts.put(tag, shipped.texts(tag).with(key -> Optional.ofNullable(words.get(key))));
        }
        return new Locales(shipped.tags(), texts);
    }

    private static CitizenScript holder() {
        return CitizenScript.byTile("hund-anmelden", "HUND_STEUERN")
                .chooses("identity", "identity.HAND")
                .types("G99000000010.F60000000228", "Erika")
                .types("G99000000010.F60000000227", "Mustermann")
                .chooses("question.hund-anmelden.F99000000001", "option.gross")
                .types("F99000000003", "2")
                .chooses("question.hund-anmelden.F99000000002", "option.true")
                .chooses("copy", "copy.PAPER");
    }

    private void openPage() {
        terminal.send(new SessionEvent.SituationChosen(LifeSituation.HUND_STEUERN));
        terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
    }

    @Test
    void beforeItIsReadItsPageIsThereWithoutStart() {
        openPage();
        assertTrue(terminal.screen().next().isEmpty());
        terminal.journeys().add(Map.of(DOG.id(), DOG));
        assertTrue(terminal.screen().next().isPresent());
        Screen.ServiceFacts facts =
                assertInstanceOf(Screen.ServiceFacts.class, terminal.screen().body());
        assertTrue(facts.toString().contains("je nach Ihren Angaben – 5,90 € bis 60,90 €"));
    }

    @Test
    void aPackageIsGoneThroughToItsOrder() {
        terminal.journeys().add(Map.of(DOG.id(), DOG));
        terminal.follow(holder(), "order.running");
        OrderRequest order = terminal.world().placed().getLast();
        assertEquals(2_490, order.cents());
        assertEquals(
                List.of(
                        new OrderRequest.LaterDocument(
                                "Nachweis der Versicherung",
                                Optional.of(
                                        LocalDate.ofInstant(terminal.now(), TestTerminal.ZONE)
                                                .plusDays(10)),
                                "https://www.example.de/hochladen")),
                order.later());
        OrderRequest.Application application = order.application().orElseThrow();
        assertEquals("99102013002000", application.leikaKey());
        assertEquals(
                "{\"G99000000010\":{\"F60000000228\":\"Erika\",\"F60000000227\":\"Mustermann\"},"
                        + "\"F99000000001\":\"gross\",\"F99000000002\":true,\"F99000000003\":2,"
                        + "\"F99000000004\":\"phone\"}",
                application.dataJson());
        assertEquals(
                List.of(
                        "Vornamen: Erika",
                        "Nachname: Mustermann",
                        "Wie groß ist Ihr Hund?: über 40 cm",
                        "Ist Ihr Hund versichert?: Ja",
                        "Wie viele Hunde haben Sie?: 2",
                        "Nachweis der Versicherung: Ich schicke die Unterlage mit dem Handy."),
                order.copy().stream().map(line -> line.label() + ": " + line.value()).toList());
    }

    /// The parts of a receipt as one line each.
    private static List<String> receipt(OrderRequest order) {
        return order.receipt().parts().stream()
                .map(part ->
                        switch (part) {
                            case ReceiptPart.Known known -> known.name();
                            case ReceiptPart.Words(ReceiptPart.Style style, String text) ->
                                    style + " " + text;
                            case ReceiptPart.Code(String address, String caption) ->
                                    address + " " + caption;
                        })
                .toList();
    }

    @Test
    void withoutATemplateTheReceiptIsTheUsualOne() {
        terminal.journeys().add(Map.of(DOG.id(), DOG));
        terminal.follow(holder(), "order.running");
        assertEquals(OrderRequest.ReceiptPlan.USUAL, terminal.world().placed().getLast().receipt());
    }

    @Test
    void aTemplateSpeaksGermanAndBelowItTheLanguageOfTheScreen(@TempDir Path services)
            throws IOException {
        ServicePackage read =
                ChangedPackage.read(
                        services,
                        UnaryOperator.identity(),
                        overlay ->
                                overlay
                                        + """
                                        print:
                                          receipt:
                                            - heading: {de: Anmeldung eines Hundes, en: Registration of a dog}
                                            - order
                                            - answers: [F99000000003, F99000000001]
                                            - payment
                                            - sending
                                            - documents
                                            - text: Die Marke kommt mit der Post.
                                            - qr: {url: "https://www.example.de/{reference}", caption: {de: Stand, en: State}}
                                            - office
                                        """);
        TestTerminal english = TestTerminal.open(KioskGeometry.PORTRAIT, locales(read));
        english.journeys().add(Map.of(read.id(), read));
        english.follow(holder(), "check");
        english.send(new SessionEvent.LanguageChosen("en"));
        english.follow(holder(), "order.running");
        OrderRequest order = english.world().placed().getLast();
        assertEquals(
                List.of(
                        "HEADING Anmeldung eines Hundes",
                        "HEADING Registration of a dog",
                        "ORDER",
                        "ANSWERS",
                        "PAYMENT",
                        "SENDING",
                        "DOCUMENTS",
                        "TEXT Die Marke kommt mit der Post.",
                        "https://www.example.de/{reference} Stand\nState",
                        "TITLE Kämmerei und Steueramt",
                        "TITLE Treasury and tax office",
                        "TEXT Rathaus, Willi-Hörter-Platz 1"),
                receipt(order));
        assertEquals(
                List.of("Wie viele Hunde haben Sie?: 2", "Wie groß ist Ihr Hund?: über 40 cm"),
                order.receipt().answers().stream()
                        .map(line -> line.label() + ": " + line.value())
                        .toList());
    }

    @Test
    void whoWantsNoCopyIsToldWhetherTheReceiptShowsAnswers(@TempDir Path services)
            throws IOException {
        ServicePackage read =
                ChangedPackage.read(
                        services,
                        UnaryOperator.identity(),
                        overlay ->
                                overlay
                                        + """
                                        print:
                                          receipt:
                                            - order
                                            - answers: [F99000000003]
                                            - payment
                                            - sending
                                            - documents
                                        """);
        assertEquals("Sie bekommen nur den Beleg mit der Nummer.", withoutCopy(DOG));
        assertEquals(
                "Sie bekommen nur den Beleg mit der Nummer. Darauf steht ein Teil Ihrer Angaben.",
                withoutCopy(read));
    }

    private static String withoutCopy(ServicePackage read) {
        TestTerminal terminal = TestTerminal.open(KioskGeometry.PORTRAIT, locales(read));
        terminal.journeys().add(Map.of(read.id(), read));
        terminal.follow(holder(), "copy");
        return assertInstanceOf(Screen.Choices.class, terminal.screen().body()).choices().stream()
                .filter(choice -> choice.control().id().equals("copy.NONE"))
                .map(Screen.Choice::note)
                .toList()
                .getFirst();
    }

    @Test
    void eachEntryCostsAndOneThatWasRemovedDoesNot(@TempDir Path services) throws IOException {
        ServicePackage read =
                ChangedPackage.read(
                        services,
                        UnaryOperator.identity(),
                        overlay ->
                                overlay.replaceFirst(
                                        "(?s)fee:.*?note:",
                                        "fee:\n  formula: \"min(entries(G99000000011), 3) * 6 €\"\n  note:"));
        TestTerminal one = TestTerminal.open(KioskGeometry.PORTRAIT, locales(read));
        one.journeys().add(Map.of(read.id(), read));
        one.follow(holder(), "check");
        assertEquals("heute nichts", sum(one));
        one.send(new SessionEvent.ChangePressed("question:G99000000011"));
        for (String name : List.of("Bello", "Luna", "Rex", "Hasso")) {
            one.touch("add");
            one.type(ScreenParts.entries(one.screen()).getFirst().target(), name);
            one.touch("next");
            one.touch("next");
        }
        one.touch("next");
        assertEquals("18,00\u00a0€", sum(one));
        one.send(new SessionEvent.ChangePressed("question:G99000000011"));
        for (String gone : List.of("a1", "a3")) {
            one.touch("remove." + gone);
            one.touch("next");
        }
        one.touch("next");
        assertEquals("12,00\u00a0€", sum(one));
        one.follow(holder(), "order.running");
        OrderRequest order = one.world().placed().getLast();
        assertEquals(1_200, order.cents());
        assertEquals(
                List.of(new OrderRequest.Position("Hund anmelden", 2, 600)), order.positions());
    }

    private static String sum(TestTerminal terminal) {
        return assertInstanceOf(Screen.Summary.class, terminal.screen().body()).sum();
    }

    @Test
    void beforeItIsSentItSaysWhichDocumentsAreToBeHandedInAndUntilWhen() {
        terminal.journeys().add(Map.of(DOG.id(), DOG));
        terminal.follow(holder(), "check");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Screen.Summary page = assertInstanceOf(Screen.Summary.class, terminal.screen().body());
            page.rows().forEach(row -> rows.add(row.label() + "|" + row.value()));
            terminal.send(new SessionEvent.MorePressed());
        }
        int heading = rows.indexOf("|Diese Unterlagen reichen Sie nach");
        assertTrue(heading > 0, rows.toString());
        assertEquals(
                "Nachweis der Versicherung|Bis 13. Juni 2026. Das geht auch mit dem Handy.",
                rows.get(heading + 1));
    }

    @Test
    void whoIsExemptPaysNothingAndReadsWhy() {
        terminal.journeys().add(Map.of(DOG.id(), DOG));
        terminal.follow(holder().types("F99000000003", "5"), "order.running");
        OrderRequest order = terminal.world().placed().getLast();
        assertEquals(0, order.cents());
        assertEquals(
                List.of(new OrderRequest.Position("Erfundene Ermäßigung", 1, 0)),
                order.positions());
    }

    @Test
    void noWordIsMissingOnAnyOfItsPages() {
        for (String language : List.of("de", "de-simple", "en")) {
            TestTerminal fresh = TestTerminal.open(KioskGeometry.PORTRAIT, locales(DOG));
            fresh.journeys().add(Map.of(DOG.id(), DOG));
            fresh.send(new SessionEvent.LanguageChosen(language));
            CitizenScript citizen = holder();
            for (int i = 0; i < 60 && !fresh.screen().key().equals("order.running"); i++) {
                assertFalse(fresh.screen().toString().contains("⟦"), fresh.screen().toString());
                switch (citizen.next(fresh.screen())) {
                    case CitizenScript.Act.Touch(String control) -> fresh.touch(control);
                    case CitizenScript.Act.Type(String target, String text) ->
                            fresh.type(target, text);
                    case CitizenScript.Act.Scan _,
                            CitizenScript.Act.Wait _,
                            CitizenScript.Act.Leave _ ->
                            throw new AssertionError(fresh.screen());
                }
            }
            assertEquals("order.running", fresh.screen().key());
        }
    }
}
