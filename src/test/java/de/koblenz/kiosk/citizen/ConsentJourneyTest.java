package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A declaration from the page to the application.
class ConsentJourneyTest {
    private static final String CONSENT = "F99000000021";
    private static final String DECLARED = "Ich habe das Merkblatt gelesen.";
    private static final String PAGE = "question.hund-anmelden." + CONSENT;
    private static final Map<String, String> ENGLISH =
            Map.of(
                    "service.hund-anmelden.field." + CONSENT + ".label",
                    "Declaration",
                    "service.hund-anmelden.field." + CONSENT + ".option.true",
                    "I have read the leaflet.");
    private static final String ENGLISH_WORDS = "Declaration\nI have read the leaflet.";

    @TempDir Path services;

    private static String field(String id, String kind, String more) {
        return "<x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeld><x:identifikation><x:id>"
                + id
                + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Zu "
                + id
                + "</x:name><x:bezeichnungEingabe>Erklärung</x:bezeichnungEingabe>"
                + more
                + "<x:feldart><code>input</code></x:feldart><x:datentyp><code>"
                + kind
                + "</code></x:datentyp></x:datenfeld></x:enthaelt></x:struktur>\n";
    }

    private ServicePackage read(String content) throws IOException {
        String first = "    <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt>\n";
        return ChangedPackage.read(
                services,
                schema ->
                        schema.replaceFirst(
                                first,
                                field(
                                                CONSENT,
                                                "bool",
                                                "<x:hilfetextEingabe>"
                                                        + DECLARED
                                                        + "</x:hilfetextEingabe>"
                                                        + content)
                                        + field("F99000000022", "text", "")
                                        + field("F99000000023", "date", "")
                                        + first),
                overlay ->
                        overlay
                                + "consent:\n  "
                                + CONSENT
                                + ": {wording: F99000000022, time: F99000000023}\n");
    }

    private static TestTerminal terminal(ServicePackage read) {
        Locales shipped = ShippedKiosk.CONFIG.locales();
        Map<String, Texts> texts = new HashMap<>();
        for (String tag : shipped.tags()) {
            Map<String, String> words = new HashMap<>(read.words(tag));
            if (tag.equals("en")) {
                words.putAll(ENGLISH);
            }
            texts.put(tag, shipped.texts(tag).with(key -> Optional.ofNullable(words.get(key))));
        }
        TestTerminal terminal =
                TestTerminal.open(KioskGeometry.PORTRAIT, new Locales(shipped.tags(), texts));
        terminal.journeys().add(Map.of(read.id(), read));
        return terminal;
    }

    private static CitizenScript until() {
        return CitizenScript.byTile("hund-anmelden", "HUND_STEUERN")
                .chooses("identity", "identity.HAND")
                .types("G99000000010.F60000000228", "Erika")
                .types("G99000000010.F60000000227", "Mustermann")
                .chooses("question.hund-anmelden.F99000000001", "option.gross")
                .types("F99000000003", "2")
                .chooses("question.hund-anmelden.F99000000002", "option.true")
                .chooses("copy", "copy.PAPER");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatWasAgreedToIsSentWithItsDayAndTheHashOfItsWords() throws Exception {
        TestTerminal terminal = terminal(read(""));
        terminal.follow(
                until().chooses("question.hund-anmelden." + CONSENT, "option.true"),
                "order.running");
        OrderRequest order = terminal.world().placed().getLast();
        String data = order.application().orElseThrow().dataJson();
        assertTrue(data.contains("\"" + CONSENT + "\":true"), data);
        assertTrue(data.contains("\"F99000000023\":\"2026-06-03\""), data);
        assertTrue(
                data.contains("\"F99000000022\":\"" + sha256("Erklärung\n" + DECLARED) + "\""),
                data);
        assertFalse(
                order.copy().stream().anyMatch(line -> line.label().contains("F99000000022")),
                "the citizen has answered one question");
    }

    /// Who agreed in English, and is on the page before the last.
    private TestTerminal agreedInEnglish() throws IOException {
        TestTerminal terminal = terminal(read(""));
        terminal.follow(until(), PAGE);
        terminal.send(new SessionEvent.LanguageChosen("en"));
        terminal.touch("option.true");
        terminal.send(new SessionEvent.NextPressed());
        terminal.follow(until(), "check");
        return terminal;
    }

    /// With the declaration as a choice that has one answer.
    private ServicePackage readChoice() throws IOException {
        String first = "    <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt>\n";
        String choice =
                field(CONSENT, "text", "<x:hilfetextEingabe>" + DECLARED + "</x:hilfetextEingabe>")
                        .replace("<code>input</code>", "<code>select</code>")
                        .replace(
                                "</x:datenfeld>",
                                "<x:werte><x:wert><x:code>ja</x:code><x:name>Einverstanden</x:name>"
                                        + "</x:wert></x:werte></x:datenfeld>");
        return ChangedPackage.read(
                services,
                schema ->
                        schema.replaceFirst(
                                first, choice + field("F99000000022", "text", "") + first),
                overlay -> overlay + "consent:\n  " + CONSENT + ": {wording: F99000000022}\n");
    }

    @Test
    void whatAChoiceWithOneAnswerDeclaresStandsOnThePageAndIsHashed() throws Exception {
        TestTerminal terminal = terminal(readChoice());
        terminal.follow(until(), PAGE);
        assertEquals(DECLARED, terminal.screen().hint());
        terminal.touch("option.ja");
        terminal.send(new SessionEvent.NextPressed());
        String data = sent(terminal);
        assertTrue(data.contains("\"" + CONSENT + "\":\"ja\""), data);
        String words = "Erklärung\n" + DECLARED + "\nEinverstanden";
        assertTrue(data.contains("\"F99000000022\":\"" + sha256(words) + "\""), data);
    }

    @Test
    void aChoiceWithOneAnswerIsTakenBackByTouchingItAgain() throws Exception {
        TestTerminal terminal = terminal(readChoice());
        terminal.follow(until(), PAGE);
        terminal.touch("option.ja");
        terminal.touch("option.ja");
        terminal.send(new SessionEvent.NextPressed());
        assertEquals(PAGE, terminal.screen().key());
    }

    private static String sent(TestTerminal terminal) {
        terminal.follow(until(), "order.running");
        return terminal.world().placed().getLast().application().orElseThrow().dataJson();
    }

    static List<SessionEvent> backToGerman() {
        return List.of(
                new SessionEvent.LanguageChosen("de"),
                new SessionEvent.LanguageChosen("de-simple"),
                new SessionEvent.AidsReset("de"));
    }

    @ParameterizedTest
    @MethodSource("backToGerman")
    void whatWasReadInEnglishIsProvedInEnglishWhateverIsSpokenAtTheEnd(SessionEvent change)
            throws Exception {
        TestTerminal terminal = agreedInEnglish();
        terminal.send(change);
        String data = sent(terminal);
        assertTrue(data.contains("\"F99000000022\":\"" + sha256(ENGLISH_WORDS) + "\""), data);
    }

    @Test
    void whoTakesItBackAndAgreesInGermanHasReadGerman() throws Exception {
        TestTerminal terminal = agreedInEnglish();
        terminal.send(new SessionEvent.ChangePressed("question:" + CONSENT));
        assertEquals(PAGE, terminal.screen().key());
        terminal.send(new SessionEvent.LanguageChosen("de"));
        terminal.touch("option.true");
        terminal.touch("option.true");
        terminal.send(new SessionEvent.NextPressed());
        String data = sent(terminal);
        assertTrue(
                data.contains("\"F99000000022\":\"" + sha256("Erklärung\n" + DECLARED) + "\""),
                data);
    }

    @Test
    void whoOnlyLooksAtItInGermanHasStillReadEnglish() throws Exception {
        TestTerminal terminal = agreedInEnglish();
        terminal.send(new SessionEvent.LanguageChosen("de"));
        terminal.send(new SessionEvent.ChangePressed("question:" + CONSENT));
        assertEquals(PAGE, terminal.screen().key());
        terminal.send(new SessionEvent.NextPressed());
        String data = sent(terminal);
        assertTrue(data.contains("\"F99000000022\":\"" + sha256(ENGLISH_WORDS) + "\""), data);
    }

    @Test
    void nobodyGoesOnWithoutAgreeing() throws Exception {
        TestTerminal terminal = terminal(read("<x:inhalt>true</x:inhalt>"));
        terminal.follow(until(), "question.hund-anmelden." + CONSENT);
        terminal.send(new SessionEvent.NextPressed());
        assertEquals("question.hund-anmelden." + CONSENT, terminal.screen().key());
        terminal.touch("option.true");
        terminal.touch("option.true");
        terminal.send(new SessionEvent.NextPressed());
        assertEquals(
                "question.hund-anmelden." + CONSENT,
                terminal.screen().key(),
                "what is taken back is not given");
        terminal.touch("option.true");
        terminal.send(new SessionEvent.NextPressed());
        assertNotEquals("question.hund-anmelden." + CONSENT, terminal.screen().key());
    }

    @Test
    void anAnswerOfTheSchemaFromTheStartIsTakenAwayAndTold() throws Exception {
        ServicePackage read = read("<x:inhalt>true</x:inhalt>");
        assertTrue(
                read.notes().stream()
                        .anyMatch(note ->
                                note.problem().code().equals("PKG-CONSENT")
                                        && note.problem().message().contains("from the start")));
    }
}
