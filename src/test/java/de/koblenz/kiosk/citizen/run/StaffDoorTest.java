package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.secret.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The staff code: how it is kept, typed and looked at.
class StaffDoorTest {
    private static final int[] RIGHT = {4, 7, 1, 1, 0, 9, 2, 5};
    private static final int[] WRONG = {4, 7, 1, 1, 0, 9, 2, 6};
    private static final StaffCode CODE = StaffCode.of(secret(RIGHT), new SecureRandom());

    private Instant now = Instant.parse("2026-06-03T08:00:00Z");
    private final List<Integer> counts = new ArrayList<>();
    private final StaffDoor door = new StaffDoor(Optional.of(CODE), () -> now);

    private static Secret secret(int... digits) {
        Secret secret = new Secret();
        for (int digit : digits) {
            secret.append(digit);
        }
        return secret;
    }

    private StaffDoor.Verdict typed(int... digits) {
        door.open(counts::add);
        for (int digit : digits) {
            door.press(digit);
        }
        return door.check();
    }

    @Test
    void theFileHoldsNeitherTheCodeNorTwiceTheSame() throws Exception {
        String line = CODE.line();
        assertFalse(line.contains("47110925"), line);
        assertFalse(line.equals(StaffCode.of(secret(RIGHT), new SecureRandom()).line()));
        assertTrue(StaffCode.parse(line + "\n").matches(secret(RIGHT)));
        assertFalse(StaffCode.parse(line).matches(secret(WRONG)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47110925",
                "pbkdf2-sha512:1:AAAAAAAAAAAAAAAAAAAAAA==:AAAA",
                "pbkdf2-sha512:210000:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2-sha512:99999999999:AAAAAAAAAAAAAAAAAAAAAA==:x",
                "md5:210000:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoSlowHashIsRefusedWithoutRepeatingIt(String line) {
        IOException refused = assertThrows(IOException.class, () -> StaffCode.parse(line));
        assertFalse(String.valueOf(refused.getMessage()).contains("47110925"));
    }

    @Test
    void theRightCodeOpens() {
        assertInstanceOf(StaffDoor.Verdict.Right.class, typed(RIGHT));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), counts);
    }

    @Test
    void aDigitCanBeTakenBack() {
        door.open(counts::add);
        door.press(4);
        door.press(9);
        door.erase();
        for (int i = 1; i < RIGHT.length; i++) {
            door.press(RIGHT[i]);
        }
        door.press(3);
        assertInstanceOf(StaffDoor.Verdict.Right.class, door.check());
        assertEquals(List.of(1, 2, 1, 2, 3, 4, 5, 6, 7, 8), counts);
    }

    @Test
    void aCodeIsLookedAtOnce() {
        typed(RIGHT);
        assertInstanceOf(StaffDoor.Verdict.Wrong.class, door.check(), "it was erased");
    }

    @Test
    void afterThreeWrongCodesEachFurtherOneHasToWaitLonger() {
        assertEquals(new StaffDoor.Verdict.Wrong(now), typed(WRONG));
        assertEquals(new StaffDoor.Verdict.Wrong(now), typed(WRONG));
        Instant pause = now.plusSeconds(30);
        assertEquals(new StaffDoor.Verdict.Wrong(pause), typed(WRONG));
        now = pause.minusMillis(1);
        assertEquals(new StaffDoor.Verdict.Wrong(pause), typed(RIGHT), "too early: not looked at");
        now = pause;
        assertEquals(new StaffDoor.Verdict.Wrong(now.plusSeconds(60)), typed(WRONG));
        now = now.plusSeconds(60);
        assertEquals(new StaffDoor.Verdict.Wrong(now.plusSeconds(120)), typed(WRONG));
        now = now.plusSeconds(120);
        assertInstanceOf(StaffDoor.Verdict.Right.class, typed(RIGHT));
        assertEquals(new StaffDoor.Verdict.Wrong(now), typed(WRONG), "it begins anew");
    }

    @Test
    void thePauseIsAnHourAtMost() {
        for (int i = 0; i < 14; i++) {
            StaffDoor.Verdict verdict = typed(WRONG);
            Instant again = ((StaffDoor.Verdict.Wrong) verdict).again();
            assertTrue(!again.isAfter(now.plus(Duration.ofHours(1))));
            now = again;
        }
    }

    @Test
    void whereNoCodeIsSetNobodyComesIn() {
        StaffDoor open = new StaffDoor(Optional.empty(), () -> now);
        open.open(_ -> {});
        assertInstanceOf(StaffDoor.Verdict.NoCodeSet.class, open.check());
    }

    @Test
    void aClosedPadTakesNothing() {
        door.open(counts::add);
        door.close();
        door.press(4);
        door.erase();
        assertEquals(List.of(), counts);
    }
}
