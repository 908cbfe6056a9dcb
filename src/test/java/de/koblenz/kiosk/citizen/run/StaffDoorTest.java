package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.eid.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The staff code: how it is kept, typed and looked at.
class StaffDoorTest {
    private static final int[] RIGHT = {4, 7, 1, 1, 0, 9, 2, 5};
    private static final int[] WRONG = {4, 7, 1, 1, 0, 9, 2, 6};
    private static final StaffCode CODE = StaffCode.of(secret(RIGHT), 1, new SecureRandom());

    private static final Instant MORNING = Instant.parse("2026-06-03T08:00:00Z");

    @TempDir private Path folder;

    /// The steady clock, and by how much the time of day is ahead of it.
    private Instant now = Instant.EPOCH;

    private Duration ahead = Duration.between(now, MORNING);
    private final List<Integer> counts = new ArrayList<>();
    private @Nullable StaffDoor opened;

    private StaffDoor door() {
        if (opened == null) {
            opened = door(Optional.of(CODE));
        }
        return opened;
    }

    private Moment moment() {
        return new Moment(now.plus(ahead), now);
    }

    private StaffDoor door(Optional<StaffCode> code) {
        return new StaffDoor(code, new WrongCodes(folder.resolve("staff-codes")), this::moment);
    }

    /// The terminal is started again after a while, with a steady clock of its own.
    private void startAgainAfter(Duration off) {
        ahead = ahead.plus(off).plus(Duration.between(Instant.EPOCH, now));
        now = Instant.EPOCH;
        opened = null;
    }

    private static Secret secret(int... digits) {
        Secret secret = new Secret();
        for (int digit : digits) {
            secret.append(digit);
        }
        return secret;
    }

    private StaffDoor.Verdict typed(int... digits) {
        door().open(counts::add);
        for (int digit : digits) {
            door().press(digit);
        }
        return door().check();
    }

    @Test
    void theFileHoldsNeitherTheCodeNorTwiceTheSame() throws Exception {
        String line = StaffCode.of(secret(RIGHT), new SecureRandom()).line();
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
        door().open(counts::add);
        door().press(4);
        door().press(9);
        door().erase();
        for (int i = 1; i < RIGHT.length; i++) {
            door().press(RIGHT[i]);
        }
        door().press(3);
        assertInstanceOf(StaffDoor.Verdict.Right.class, door().check());
        assertEquals(List.of(1, 2, 1, 2, 3, 4, 5, 6, 7, 8), counts);
    }

    @Test
    void aCodeIsLookedAtOnce() {
        typed(RIGHT);
        assertInstanceOf(StaffDoor.Verdict.Wrong.class, door().check(), "it was erased");
    }

    @Test
    void whoWatchesIsToldHowManyWrongCodesCameInARow() {
        List<Integer> told = new ArrayList<>();
        door().watch(told::add);
        for (int[] code : List.of(WRONG, WRONG, RIGHT, WRONG)) {
            typed(code);
        }
        assertEquals(List.of(1, 2, 0, 1), told);
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

    private Instant again() {
        return ((StaffDoor.Verdict.Wrong) typed(WRONG)).again();
    }

    @Test
    void aClockThatIsSetNeitherShortensNorProlongsAPause() {
        again();
        again();
        Instant pause = again();
        ahead = ahead.plus(Duration.ofDays(1));
        assertEquals(new StaffDoor.Verdict.Wrong(pause), typed(RIGHT));
        ahead = ahead.minus(Duration.ofDays(9));
        now = pause;
        assertInstanceOf(StaffDoor.Verdict.Right.class, typed(RIGHT));
    }

    @Test
    void theCountAndTheRestOfThePauseOutliveTheProgram() {
        again();
        again();
        startAgainAfter(Duration.ZERO);
        assertEquals(now.plusSeconds(30), again(), "the third one");
        startAgainAfter(Duration.ofSeconds(10));
        assertEquals(new StaffDoor.Verdict.Wrong(now.plusSeconds(20)), typed(RIGHT));
        now = now.plusSeconds(20);
        assertEquals(now.plusSeconds(60), again(), "the fourth one");
        startAgainAfter(Duration.ofHours(-3));
        assertEquals(
                new StaffDoor.Verdict.Wrong(now.plusSeconds(60)),
                typed(RIGHT),
                "a clock that was set back makes it no longer than it is");
        startAgainAfter(Duration.ofDays(1));
        assertInstanceOf(StaffDoor.Verdict.Right.class, typed(RIGHT));
        startAgainAfter(Duration.ZERO);
        assertEquals(now, again(), "the right code has ended it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "x 2026-06-03T08:00:00Z", "-7 2026-06-03T08:00:00Z", "7 soon"})
    void aFileThatSaysNothingKeepsNobodyOut(String line) throws Exception {
        Files.writeString(folder.resolve("staff-codes"), line);
        assertInstanceOf(StaffDoor.Verdict.Right.class, typed(RIGHT));
    }

    @Test
    void thePauseIsAnHourAtMost() {
        for (int i = 0; i < 14; i++) {
            StaffDoor.Verdict verdict = typed(WRONG);
            Instant later = ((StaffDoor.Verdict.Wrong) verdict).again();
            assertTrue(!later.isAfter(now.plus(Duration.ofHours(1))));
            now = later;
        }
    }

    @Test
    void whereNoCodeIsSetNobodyComesIn() {
        StaffDoor open = door(Optional.empty());
        open.open(_ -> {});
        assertInstanceOf(StaffDoor.Verdict.NoCodeSet.class, open.check());
    }

    @Test
    void aClosedPadTakesNothing() {
        door().open(counts::add);
        door().close();
        door().press(4);
        door().erase();
        assertEquals(List.of(), counts);
    }
}
