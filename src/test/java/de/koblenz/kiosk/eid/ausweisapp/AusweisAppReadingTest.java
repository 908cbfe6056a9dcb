package de.koblenz.kiosk.eid.ausweisapp;

import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.CERTIFICATE;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.CONFIRMED;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.DECLINE;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.DONE;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.REQUEST;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.RIGHTS;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.RUN;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.enter;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.lay;
import static de.koblenz.kiosk.eid.ausweisapp.PlayedReadings.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.CanPurpose;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Readings by the AusweisApp against the transcripts of its SDK: no eID-Server can be reached from a test, so the app's own side of a
/// reading is played.
class AusweisAppReadingTest {
    private final PlayedReadings readings = new PlayedReadings();

    /// SDK, "Minimal successful authentication".
    @Test
    void theDocumentedReadingEndsAtTheServer() throws Exception {
        readings.play(
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
                readings.server.asked);
    }

    /// SDK, "Successful authentication with CAN".
    @Test
    void wrongPinsLeadOverTheCanToTheRightOne() throws Exception {
        readings.play(
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
        readings.play(
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
        readings.play(
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
    void onSiteTheCanFollowsTheWordOfStaff() throws Exception {
        EidRequest onSite =
                new EidRequest(
                        REQUEST.required(),
                        REQUEST.optional(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        EidRequest.Manner.ON_SITE_WITH_CAN);
        readings.play(
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
        assertEquals(List.of(CONFIRMED), readings.register);
    }

    /// SDK, message AUTH with reason (since 1.26.3), then a second card in a new session, without new consent.
    @Test
    void afterACardThatWasTakenAwayTheNextOneNeedsNoNewConsent() throws Exception {
        readings.play(
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
}
