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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A declaration from the page to the application.
class ConsentJourneyTest {
    private static final String CONSENT = "F99000000021";
    private static final String DECLARED = "Ich habe das Merkblatt gelesen.";

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
            Map<String, String> words = read.words(tag);
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
