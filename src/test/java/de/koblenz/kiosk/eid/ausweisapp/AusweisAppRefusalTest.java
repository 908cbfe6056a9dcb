package de.koblenz.kiosk.eid.ausweisapp;

import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.CERTIFICATE;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.DECLINE;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.REQUEST;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.RIGHTS;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.RUN;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.enter;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.lay;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Readings by the AusweisApp that end before the data: refused, broken off, or not begun.
class AusweisAppRefusalTest {
    private final PlayedReadings readings = new PlayedReadings();

    @Test
    void aProviderThatWantsMoreThanTheServiceSaidIsRefusedBeforeAnybodyIsAsked() throws Exception {
        for (String more : List.of("DateOfBirth", "WriteAddress", "PinManagement", "Unheard")) {
            readings.play(
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
        readings.play(
                RUN + RIGHTS.replace("DocumentType", "FamilyName") + CERTIFICATE,
                more,
                reading ->
                        assertEquals(
                                new EidStep.Failed(EidFailure.RIGHTS_MISSING), reading.start()));
    }

    @Test
    void aSecondSessionThatAsksForSomethingElseIsRefused() throws Exception {
        readings.play(
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
        readings.play(
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
        readings.play(
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
        readings.play(
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
            readings.play(
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
        readings.play(
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
            try (AusweisAppReading reading = readings.reading(app, REQUEST)) {
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
                AusweisAppReading reading = readings.reading(app, REQUEST)) {
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
