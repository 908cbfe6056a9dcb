package de.koblenz.kiosk.device.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.profile.ReaderProfile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;

/// The bytes between driver and keypad. What readers answer follows PC/SC part 10 and TR-03119; the feature list and the output of EstablishPACEChannel
/// have the values of the test data that the AusweisApp publishes with its sources.
class ReaderControlsTest {
    /// VERIFY_PIN_DIRECT, MODIFY_PIN_DIRECT, GET_TLV_PROPERTIES, EXECUTE_PACE: tag, length 4, control code of the CCID driver.
    private static final String FEATURES =
            "06 04 42330006 07 04 42330007 12 04 42330012 20 04 42330020";

    private static final ReaderProfile KEYPAD =
            new ReaderProfile("K", "K", "", "*", true, true, false);
    private static final ReaderProfile PLAIN =
            new ReaderProfile("P", "P", "", "*", false, false, false);

    private static byte[] hex(String digits) {
        return ObservedReader.hex(digits);
    }

    private static ReaderFeatures.Control script(String... pairs) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], pairs[i + 1]);
        }
        return (code, data) -> {
            String question = Integer.toHexString(code) + ":" + ObservedReader.hex(data);
            String answer = answers.get(question);
            if (answer == null) {
                throw new CardException("not scripted: " + question);
            }
            return hex(answer);
        };
    }

    @Test
    void aReaderThatOffersPaceForIdentityCardsHasAKeypad() {
        ReaderControls controls =
                ReaderControls.of(
                        KEYPAD,
                        script(
                                "42000d48:",
                                FEATURES,
                                // dwMaxAPDUDataSize 0x10000, then wIdVendor.
                                "42330012:",
                                "0A 04 00000100 0B 02 4B0C",
                                // GetReaderPACECapabilities: result 0, one byte: PACE, eID, eSign.
                                "42330020:010000",
                                "00000000 0100 70"));
        assertTrue(controls.keypad());
        assertTrue(controls.changesPin());
        assertTrue(controls.extendedLength());
    }

    @Test
    void paceWithoutTheBitForIdentityCardsIsNoKeypad() {
        ReaderControls controls =
                ReaderControls.of(
                        KEYPAD,
                        script("42000d48:", FEATURES, "42330020:010000", "00000000 0100 40"));
        assertFalse(controls.keypad());
    }

    @Test
    void aReaderOfWhichNothingIsPromisedIsAskedNothing() {
        ReaderControls controls =
                ReaderControls.of(
                        PLAIN,
                        (_, _) -> {
                            throw new AssertionError("asked");
                        });
        assertFalse(controls.keypad());
        assertFalse(controls.extendedLength());
    }

    @Test
    void aDriverThatKnowsNoFeaturesHasWhatItsProfileSays() {
        ReaderControls controls = ReaderControls.of(KEYPAD, script());
        assertFalse(controls.keypad());
        assertTrue(controls.extendedLength());
    }

    @Test
    void theQuestionForAPasswordIsAsThePcScPartTenAmendmentSays() {
        // 02 EstablishPACEChannel, length, PIN-ID 3, template, no PIN, description: lowest byte
        // first.
        assertArrayEquals(
                hex("02 0A00 03 02 7F4C 00 0300 300100"),
                PaceControl.establish(3, hex("7F4C"), hex("300100")));
        assertArrayEquals(
                hex("02 0500 02 00 00 0000"), PaceControl.establish(2, new byte[0], new byte[0]));
    }

    @Test
    void theOutputOfAnEstablishedChannelIsRead() {
        String identity = "24E41D62B8C848226B86FCC6C7657577DCA47AD2BF21573617BAE84807F85C6B";
        assertEquals(
                new PaceOutcome.Established(
                        Optional.of("DECVCAeID00103"),
                        Optional.of("DECVCAeID00102"),
                        identity.toLowerCase(java.util.Locale.ROOT)),
                PaceControl.outcome(
                        hex(
                                "00000000 4600 9000 0200 3100"
                                        + "0E 4445435643416549443030313033"
                                        + "0E 4445435643416549443030313032"
                                        + "2000"
                                        + identity)));
    }

    @Test
    void aChannelWithoutRightsHasNeitherNamesNorIdentity() {
        assertEquals(
                new PaceOutcome.Established(Optional.empty(), Optional.empty(), ""),
                PaceControl.outcome(hex("00000000 0400 9000 0000")));
    }

    @Test
    void theCodesOfTheGuidelineAreTold() {
        Map<String, PaceOutcome> codes =
                Map.of(
                        "C26306F0",
                        new PaceOutcome.Refused(PaceOutcome.Command.AUTHENTICATE, 0x63C2),
                        "006306F0",
                        new PaceOutcome.Refused(PaceOutcome.Command.AUTHENTICATE, 0x6300),
                        "806A02F0",
                        new PaceOutcome.Refused(PaceOutcome.Command.SET_TEMPLATE, 0x6A80),
                        "826A00F0",
                        new PaceOutcome.Refused(PaceOutcome.Command.CARD_ACCESS, 0x6A82),
                        "020010F0",
                        new PaceOutcome.CardGone(),
                        "010020F0",
                        new PaceOutcome.NotEntered(KeypadReason.CANCELLED),
                        "020020F0",
                        new PaceOutcome.NotEntered(KeypadReason.TIMED_OUT),
                        "030020F0",
                        new PaceOutcome.NoOwnPin(),
                        "060000E0",
                        new PaceOutcome.Fault(0xE0000006));
        codes.forEach((code, outcome) ->
                assertEquals(outcome, PaceControl.outcome(hex(code + "0000")), code));
    }

    @Test
    void aNewPinIsAskedForTwiceWithSixDigits() {
        assertArrayEquals(
                hex(
                        "3C 3C" // bTimeOut, bTimeOut2: 60 s
                                + "82" // bmFormatString: ASCII, in bytes
                                + "00 00" // bmPINBlockString, bmPINLengthFormat
                                + "00 00" // bInsertionOffsetOld, bInsertionOffsetNew
                                + "0606" // wPINMaxExtraDigit: six to six digits
                                + "01" // bConfirmPIN: twice
                                + "02" // bEntryValidationCondition: the green key
                                + "02 0704" // bNumberMessage, wLangId: German
                                + "00 01 02" // bMsgIndex1 to 3
                                + "000000" // bTeoPrologue
                                + "04000000 002C0203"), // ulDataLength, abData
                PinControl.change(hex("002C0203")));
    }

    @Test
    void theEndOfAnEntryIsTold() {
        Map<String, PinOutcome> answers =
                Map.of(
                        "9000",
                        new PinOutcome.Answered(0x9000),
                        "6A80",
                        new PinOutcome.Answered(0x6A80),
                        "6400",
                        new PinOutcome.NotEntered(KeypadReason.TIMED_OUT),
                        "6401",
                        new PinOutcome.NotEntered(KeypadReason.CANCELLED),
                        "6402",
                        new PinOutcome.NotEntered(KeypadReason.DIFFERENT),
                        "6403",
                        new PinOutcome.NotEntered(KeypadReason.LENGTH),
                        "6B80",
                        new PinOutcome.Fault(),
                        "90",
                        new PinOutcome.Fault());
        answers.forEach((answer, outcome) ->
                assertEquals(outcome, PinControl.outcome(hex(answer)), answer));
    }

    @Test
    void aFeatureListThatEndsTooEarlyOffersWhatWasReadable() {
        ReaderFeatures features = ReaderFeatures.parse(hex("20 04 42330020 07 04 4233"));
        assertEquals(OptionalInt.of(0x42330020), features.code(ReaderFeatures.EXECUTE_PACE));
        assertEquals(OptionalInt.empty(), features.code(ReaderFeatures.MODIFY_PIN_DIRECT));
    }

    @Test
    void aReaderMayAnswerAnything() {
        Random random = new Random(20_261_122);
        byte[] good = hex("00000000 1700 9000 0200 3100 03 414243 00 0A00 00112233445566778899");
        assertInstanceOf(PaceOutcome.Established.class, PaceControl.outcome(good));
        for (int i = 0; i < 200_000; i++) {
            byte[] answer = new byte[random.nextInt(40)];
            random.nextBytes(answer);
            byte[] changed = Arrays.copyOf(good, random.nextInt(good.length + 3));
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            for (byte[] bytes : new byte[][] {answer, changed}) {
                assertNotNull(PaceControl.outcome(bytes));
                assertNotNull(PinControl.outcome(bytes));
                assertNotNull(ReaderFeatures.parse(bytes));
                assertNotNull(ReaderFeatures.longestData(bytes));
                PaceControl.offersEid(bytes);
            }
        }
    }
}
