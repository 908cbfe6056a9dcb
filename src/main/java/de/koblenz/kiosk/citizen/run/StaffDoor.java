package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.eid.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Where the staff code is typed and looked at: digits in a buffer that is erased, and after three wrong codes a pause that
/// doubles with each further one, whoever types it. Thread-safe.
final class StaffDoor implements PinPad {
    /// Wrong codes without a pause: anybody may mistype.
    private static final int FREE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Optional<StaffCode> code;
    private final InstantSource clock;
    private @Nullable Secret typed;
    private IntConsumer counted = _ -> {};
    private int wrong;
    private Instant again = Instant.MIN;

    /// What came of a code.
    sealed interface Verdict {
        record Right() implements Verdict {}

        /// @param again when the next one is looked at
        record Wrong(Instant again) implements Verdict {}

        record NoCodeSet() implements Verdict {}
    }

    /// @param code empty where none is set: then nobody comes in
    StaffDoor(Optional<StaffCode> code, InstantSource clock) {
        this.code = code;
        this.clock = clock;
    }

    /// Takes digits, none being there yet.
    ///
    /// @param count is told how many there are, whenever that changes
    synchronized void open(IntConsumer count) {
        close();
        counted = count;
        typed = new Secret();
    }

    @Override
    public synchronized void press(int digit) {
        if (typed != null && typed.length() < StaffVisit.CODE_DIGITS) {
            typed.append(digit);
            counted.accept(typed.length());
        }
    }

    @Override
    public synchronized void erase() {
        if (typed != null && typed.length() > 0) {
            typed.removeLast();
            counted.accept(typed.length());
        }
    }

    /// Looks at what was typed and erases it. A code that comes before the pause is over is not looked at. Takes a third
    /// of a second, in which the pad does not wait; to be called by one thread at a time.
    Verdict check() {
        if (code.isEmpty()) {
            close();
            return new Verdict.NoCodeSet();
        }
        try (Secret given = take()) {
            boolean early = clock.instant().isBefore(again());
            return early
                    ? new Verdict.Wrong(again())
                    : code.get().matches(given) ? right() : wrong();
        }
    }

    private synchronized Secret take() {
        Secret given = typed == null ? new Secret() : typed;
        typed = null;
        return given;
    }

    private synchronized Instant again() {
        return again;
    }

    private synchronized Verdict right() {
        wrong = 0;
        again = Instant.MIN;
        return new Verdict.Right();
    }

    private synchronized Verdict wrong() {
        wrong++;
        again = clock.instant().plus(pause());
        return new Verdict.Wrong(again);
    }

    private Duration pause() {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(wrong - FREE, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /// Erases what was typed and takes no more.
    synchronized void close() {
        if (typed != null) {
            typed.close();
            typed = null;
        }
    }
}
