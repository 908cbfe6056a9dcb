package de.koblenz.kiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.CanPurpose;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.DataGroupReader;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Readings by the AusweisApp against the transcripts of its published SDK documentation ("Workflow", "Messages", version 1.26.2): no
/// eID-Server can be reached from a test, so the app's own side of a reading is played.
class AusweisAppReadingTest {
    private static final StaffConfirmation CONFIRMED =
            new StaffConfirmation("service", Instant.parse("2026-11-22T10:00:00Z"));
    private static final URI TOKEN = URI.create("https://test.governikus-eid.de/DEMO");
    private static final String RUN =
            "> {\"cmd\":\"RUN_AUTH\",\"tcTokenURL\":\"https://test.governikus-eid.de/DEMO\",\"status\":false}\n"
                    + "< {\"msg\":\"AUTH\"}\n";
    private static final String RIGHTS =
            "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[\"FamilyName\",\"GivenNames\",\"DocumentType\"],"
                    + "\"optional\":[\"GivenNames\"],\"required\":[\"FamilyName\",\"DocumentType\"]}}\n";
    private static final String CERTIFICATE =
            "> {\"cmd\":\"GET_CERTIFICATE\"}\n"
                    + "< {\"msg\":\"CERTIFICATE\",\"description\":{\"issuerName\":\"Governikus Test DVCA\","
                    + "\"issuerUrl\":\"http://www.governikus.de\",\"subjectName\":\"Governikus GmbH & Co. KG\","
                    + "\"subjectUrl\":\"https://test.governikus-eid.de\",\"termsOfUsage\":\"Anschrift: Am Fallturm 9\","
                    + "\"purpose\":\"Demonstration des eID-Service\"},"
                    + "\"validity\":{\"effectiveDate\":\"2016-07-31\",\"expirationDate\":\"2016-08-30\"}}\n";
    private static final String DECLINE =
            "> {\"cmd\":\"SET_ACCESS_RIGHTS\",\"chat\":[]}\n"
                    + "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[\"FamilyName\",\"DocumentType\"],"
                    + "\"optional\":[\"GivenNames\"],\"required\":[\"FamilyName\",\"DocumentType\"]}}\n"
                    + "> {\"cmd\":\"ACCEPT\"}\n";
    private static final String DONE =
            "< {\"msg\":\"AUTH\",\"result\":{\"major\":\"http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok\"},"
                    + "\"url\":\"https://test.governikus-eid.de/DEMO/?refID=123456\"}\n";
    private static final EidRequest REQUEST =
            new EidRequest(
                    Set.of(DataGroup.FAMILY_NAMES, DataGroup.DOCUMENT_TYPE),
                    Set.of(DataGroup.GIVEN_NAMES),
                    OptionalInt.empty(),
                    Optional.empty(),
                    false,
                    EidRequest.Manner.WITH_PIN);

    private static String enter(String what, int tries, boolean keypad) {
        return "< {\"msg\":\""
                + what
                + "\",\"reader\":{\"attached\":true,\"card\":{\"inoperative\":false,\"deactivated\":false,\"retryCounter\":"
                + tries
                + "},\"keypad\":"
                + keypad
                + ",\"name\":\"NFC\"}}\n";
    }

    private static String set(String what, String digits) {
        return "> {\"cmd\":\"" + what + "\",\"value\":\"" + digits + "\"}\n";
    }

    /// A server that counts its sessions.
    private static final class Server implements EidServer {
        private final List<URI> asked = new ArrayList<>();

        @Override
        public URI open(EidRequest request) {
            return TOKEN;
        }

        @Override
        public EidStep.IdentityRead result(URI refresh) {
            asked.add(refresh);
            return new EidStep.IdentityRead(
                    DataGroupReader.read(Map.of(), Set.of()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0);
        }
    }

    private final Server server = new Server();
    private final List<StaffConfirmation> register = new ArrayList<>();

    private AusweisAppReading reading(AusweisApp app, EidRequest request) {
        return new AusweisAppReading(app, server, register::add, request);
    }

    @FunctionalInterface
    private interface Scene {
        void play(AusweisAppReading reading) throws Exception;
    }

    private void play(String script, EidRequest request, Scene scene) throws Exception {
        try (PlayedApp played = new PlayedApp(script);
                AusweisApp app = played.app()) {
            try (AusweisAppReading reading = reading(app, request)) {
                scene.play(reading);
            }
            played.assertPlayed();
        }
    }

    private static EidStep lay(AusweisAppReading reading) {
        return reading.card(new UntouchedReader());
    }

    /// SDK, "Minimal successful authentication".
    @Test
    void theDocumentedReadingEndsAtTheServer() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + enter("ENTER_PIN", 3, false)
                        + set("SET_PIN", "123456")
                        + DONE,
                REQUEST,
                reading -> {
                    EidStep.ConsentNeeded consent =
                            assertInstanceOf(EidStep.ConsentNeeded.class, reading.start());
                    assertEquals("Governikus GmbH & Co. KG", consent.description().subjectName());
                    assertEquals(LocalDate.of(2016, 8, 30), consent.validUntil());
                    assertEquals(Set.of(DataGroup.GIVEN_NAMES), consent.optional());
                    assertEquals(new EidStep.CardNeeded(), reading.consent(List.of()));
                    assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), lay(reading));
                    assertFalse(reading.keypad());
                    assertInstanceOf(EidStep.IdentityRead.class, reading.pin(Secrets.of("123456")));
                });
        assertEquals(
                List.of(URI.create("https://test.governikus-eid.de/DEMO/?refID=123456")),
                server.asked);
    }

    /// SDK, "Successful authentication with CAN".
    @Test
    void wrongPinsLeadOverTheCanToTheRightOne() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + "< {\"msg\":\"INSERT_CARD\"}\n"
                        + enter("ENTER_PIN", 3, false)
                        + set("SET_PIN", "000000")
                        + enter("ENTER_PIN", 2, false)
                        + set("SET_PIN", "000001")
                        + enter("ENTER_CAN", 1, false)
                        + set("SET_CAN", "000000")
                        + enter("ENTER_CAN", 1, false)
                        + set("SET_CAN", "654321")
                        + enter("ENTER_PIN", 1, false)
                        + set("SET_PIN", "123456")
                        + DONE,
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    lay(reading);
                    assertEquals(
                            new EidStep.PinNeeded(2, EntryNote.WRONG),
                            reading.pin(Secrets.of("000000")));
                    assertEquals(
                            new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                            reading.pin(Secrets.of("000001")));
                    assertEquals(
                            new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                            reading.can(Secrets.of("000000")));
                    assertEquals(
                            new EidStep.PinNeeded(1, EntryNote.CAN_ACCEPTED),
                            reading.can(Secrets.of("654321")));
                    assertInstanceOf(EidStep.IdentityRead.class, reading.pin(Secrets.of("123456")));
                });
    }

    /// SDK, SET_PIN: with a keypad the value is left out.
    @Test
    void atAReaderWithAKeypadNothingIsSentButTheWord() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + enter("ENTER_PIN", 3, true)
                        + "> {\"cmd\":\"SET_PIN\"}\n"
                        + DONE,
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    lay(reading);
                    assertTrue(reading.keypad());
                    assertInstanceOf(EidStep.IdentityRead.class, reading.atKeypad());
                });
    }

    @Test
    void aGroupThatTheCitizenLeavesOnStays() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE.replace("\"chat\":[]", "\"chat\":[\"GivenNames\"]")
                        + enter("ENTER_PIN", 3, false),
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of(DataGroup.GIVEN_NAMES));
                    assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), lay(reading));
                });
    }

    @Test
    void aProviderThatWantsMoreThanTheServiceSaidIsRefusedBeforeAnybodyIsAsked() throws Exception {
        for (String more : List.of("DateOfBirth", "WriteAddress", "PinManagement", "Unheard")) {
            play(
                    RUN
                            + RIGHTS.replace("\"required\":[", "\"required\":[\"" + more + "\",")
                            + CERTIFICATE,
                    REQUEST,
                    reading ->
                            assertEquals(
                                    new EidStep.Failed(EidFailure.RIGHTS_REFUSED),
                                    reading.start(),
                                    more));
        }
    }

    @Test
    void aProviderThatMayNotReadWhatTheServiceNeedsIsOfNoUse() throws Exception {
        EidRequest more = EidRequest.of(DataGroup.FAMILY_NAMES, DataGroup.BIRTH_NAME);
        play(
                RUN + RIGHTS.replace("DocumentType", "FamilyName") + CERTIFICATE,
                more,
                reading ->
                        assertEquals(
                                new EidStep.Failed(EidFailure.RIGHTS_MISSING), reading.start()));
    }

    @Test
    void onSiteTheCanFollowsTheWordOfStaff() throws Exception {
        EidRequest onSite =
                new EidRequest(
                        REQUEST.required(),
                        REQUEST.optional(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        EidRequest.Manner.ON_SITE_WITH_CAN);
        play(
                RUN
                        + RIGHTS.replace(
                                "\"optional\":[\"GivenNames\"]",
                                "\"optional\":[\"GivenNames\",\"CanAllowed\"]")
                        + CERTIFICATE
                        + DECLINE.replace("\"chat\":[]", "\"chat\":[\"CanAllowed\"]")
                        + enter("ENTER_CAN", 3, false)
                        + set("SET_CAN", "654321")
                        + DONE,
                onSite,
                reading -> {
                    reading.start();
                    assertEquals(new EidStep.StaffNeeded(), reading.consent(List.of()));
                    assertEquals(new EidStep.CardNeeded(), reading.staffConfirmed(CONFIRMED));
                    assertEquals(
                            new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.NONE),
                            lay(reading));
                    assertInstanceOf(EidStep.IdentityRead.class, reading.can(Secrets.of("654321")));
                });
        assertEquals(List.of(CONFIRMED), register);
    }

    /// SDK, message AUTH with reason (since 1.26.3), then a second card in a new session, without new consent.
    @Test
    void afterACardThatWasTakenAwayTheNextOneNeedsNoNewConsent() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + enter("ENTER_PIN", 3, false)
                        + set("SET_PIN", "123456")
                        + "< {\"msg\":\"AUTH\",\"result\":{\"major\":\"http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error\","
                        + "\"minor\":\"http://www.bsi.bund.de/ecard/api/1.1/resultminor/al/common#internalError\","
                        + "\"reason\":\"Card_Removed\"},\"url\":\"https://test.governikus-eid.de/?refID=_abcdefgh\"}\n"
                        + RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + enter("ENTER_PIN", 3, false),
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    lay(reading);
                    assertEquals(
                            new EidStep.Failed(EidFailure.CARD_REMOVED),
                            reading.pin(Secrets.of("123456")));
                    assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), lay(reading));
                });
    }

    @Test
    void aSecondSessionThatAsksForSomethingElseIsRefused() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + DECLINE
                        + enter("ENTER_PIN", 3, false)
                        + set("SET_PIN", "123456")
                        + "< {\"msg\":\"READER\",\"name\":\"NFC\",\"attached\":true,\"keypad\":false,\"card\":null}\n"
                        + "< {\"msg\":\"INSERT_CARD\"}\n"
                        + "> {\"cmd\":\"CANCEL\"}\n< {\"msg\":\"AUTH\",\"result\":{\"major\":\"x\"}}\n"
                        + RUN
                        + RIGHTS
                        + CERTIFICATE.replace("Am Fallturm 9", "elsewhere"),
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    lay(reading);
                    assertEquals(
                            new EidStep.Failed(EidFailure.CARD_REMOVED),
                            reading.pin(Secrets.of("123456")));
                    assertEquals(new EidStep.Failed(EidFailure.RIGHTS_REFUSED), lay(reading));
                });
    }

    /// SDK, "Cancelled authentication".
    @Test
    void aCancelledReadingTellsTheApp() throws Exception {
        play(
                RUN
                        + RIGHTS
                        + CERTIFICATE
                        + "> {\"cmd\":\"CANCEL\"}\n"
                        + "< {\"msg\":\"AUTH\",\"result\":{\"description\":\"The process has been cancelled.\",\"language\":\"en\","
                        + "\"major\":\"http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error\","
                        + "\"message\":\"The process has been cancelled.\","
                        + "\"minor\":\"http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser\"},"
                        + "\"url\":\"https://test.governikus-eid.de/DEMO/?errID=123456\"}\n",
                REQUEST,
                reading -> {
                    reading.start();
                    assertEquals(new EidStep.Failed(EidFailure.CANCELLED), reading.cancel());
                });
    }

    @Test
    void aBlockedPinIsNotUnblockedInAReading() throws Exception {
        play(
                RUN + RIGHTS + CERTIFICATE + DECLINE + enter("ENTER_PUK", 0, false),
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    assertEquals(new EidStep.Failed(EidFailure.PIN_BLOCKED), lay(reading));
                });
    }

    @Test
    void whatIsNoPinStaysHere() throws Exception {
        play(
                RUN + RIGHTS + CERTIFICATE + DECLINE + enter("ENTER_PIN", 3, false),
                REQUEST,
                reading -> {
                    reading.start();
                    reading.consent(List.of());
                    lay(reading);
                    assertEquals(
                            new EidStep.PinNeeded(3, EntryNote.TRANSPORT_PIN),
                            reading.pin(Secrets.of("12345")));
                    assertEquals(
                            new EidStep.PinNeeded(3, EntryNote.LENGTH),
                            reading.pin(Secrets.of("1234")));
                });
    }

    @Test
    void whateverTheAppSaysInsteadEndsInAClearFailure() throws Exception {
        for (String said :
                List.of(
                        "< {\"msg\":\"AUTH\",\"error\":\"invalid\"}",
                        "< {\"msg\":\"BAD_STATE\",\"error\":\"RUN_AUTH\"}",
                        "< {\"msg\":\"INVALID\",\"error\":\"unterminated string\"}",
                        "< {\"msg\":\"INTERNAL_ERROR\"}",
                        "< {\"msg\":\"UNKNOWN_COMMAND\",\"error\":\"RUN_AUTH\"}",
                        "< [1,2",
                        "< null",
                        "< {\"msg\":{}}",
                        "< {\"msg\":\"CERTIFICATE\",\"validity\":{\"expirationDate\":\"tomorrow\"}}")) {
            play(
                    RUN.substring(0, RUN.indexOf('\n') + 1) + said + "\n",
                    REQUEST,
                    reading ->
                            assertEquals(
                                    new EidStep.Failed(EidFailure.APP_FAILED),
                                    reading.start(),
                                    said));
        }
    }

    @Test
    void aConnectionThatBreaksIsTold() throws Exception {
        play(
                RUN + "< (gone)",
                REQUEST,
                reading ->
                        assertEquals(
                                new EidStep.Failed(EidFailure.APP_UNREACHABLE), reading.start()));
    }

    @Test
    void withoutAnAppNothingBegins() throws Exception {
        try (PlayedApp played = new PlayedApp();
                AusweisApp app = played.app()) {
            played.close();
            try (AusweisAppReading reading = reading(app, REQUEST)) {
                assertEquals(new EidStep.Failed(EidFailure.APP_UNREACHABLE), reading.start());
            }
        }
    }

    @Test
    void anAppOfAnotherLevelIsNotDriven() throws Exception {
        try (PlayedApp played =
                        new PlayedApp()
                                .withLevel(
                                        "{\"msg\":\"API_LEVEL\",\"available\":[1],\"current\":1}");
                AusweisApp app = played.app();
                AusweisAppReading reading = reading(app, REQUEST)) {
            assertEquals(new EidStep.Failed(EidFailure.APP_FAILED), reading.start());
        }
    }

    @Test
    void aServerThatCannotBeReachedIsTold() throws Exception {
        try (PlayedApp played = new PlayedApp();
                AusweisApp app = played.app();
                AusweisAppReading reading =
                        new AusweisAppReading(
                                app,
                                new EidServer() {
                                    @Override
                                    public URI open(EidRequest request) throws AuthorityException {
                                        throw new AuthorityException("down");
                                    }

                                    @Override
                                    public EidStep.IdentityRead result(URI refresh) {
                                        throw new AssertionError("asked");
                                    }
                                },
                                _ -> {},
                                REQUEST)) {
            assertEquals(new EidStep.Failed(EidFailure.AUTHORITY_UNREACHABLE), reading.start());
        }
    }
}
