package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.eid.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the staff code is typed and looked at: digits in a buffer that is erased, and after three wrong codes a pause that
/// doubles with each further one, whoever types it. A pause goes on when the terminal is started again. Thread-safe.
public final class StaffDoor implements PinPad {
    /// Wrong codes without a pause: anybody may mistype.
    private static final int FREE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Optional<StaffCode> code;
    private final WrongCodes memory;
    private final Supplier<Moment> clock;
    private @Nullable Secret typed;
    private IntConsumer counted = _ -> {};
    private volatile IntConsumer watch = _ -> {};
    private int wrong;

    /// By the steady clock.
    private Instant again;

    /// What came of a code.
    sealed interface Verdict {
        record Right() implements Verdict {}

        /// @param again when the next one is looked at, by the steady clock
        record Wrong(Instant again) implements Verdict {}

        record NoCodeSet() implements Verdict {}
    }

    /// @param code empty where none is set: then nobody comes in
    /// @param memory of the wrong codes before this start
    public StaffDoor(Optional<StaffCode> code, WrongCodes memory, Supplier<Moment> clock) {
        this.code = code;
        this.memory = memory;
        this.clock = clock;
        WrongCodes.Count before = memory.recall();
        this.wrong = before.inARow();
        this.again = clock.get().steady().plus(left(before.last()));
    }

    /// Tells somebody after each code how many wrong ones came in a row, 0 after a right one.
    public void watch(IntConsumer listener) {
        watch = listener;
    }

    /// What is left of a pause that a start has interrupted: by the time of day, as no other clock goes on meanwhile. One
    /// that was set back makes it no longer than it is.
    private Duration left(Instant last) {
        Duration since = Duration.between(last, clock.get().wall());
        if (since.isNegative()) {
            return pause();
        }
        Duration left = pause().minus(since);
        return left.isNegative() ? Duration.ZERO : left;
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
            if (clock.get().steady().isBefore(again())) {
                return new Verdict.Wrong(again());
            }
            // Counted before it is looked at: whoever pulls the plug then has tried all the same.
            tried();
            Verdict verdict = code.get().matches(given) ? right() : wrong();
            watch.accept(inARow());
            return verdict;
        }
    }

    private synchronized void tried() {
        memory.remember(new WrongCodes.Count(wrong + 1, clock.get().wall()));
    }

    private synchronized Secret take() {
        Secret given = typed == null ? new Secret() : typed;
        typed = null;
        return given;
    }

    private synchronized int inARow() {
        return wrong;
    }

    private synchronized Instant again() {
        return again;
    }

    private synchronized Verdict right() {
        wrong = 0;
        again = Instant.MIN;
        memory.remember(WrongCodes.Count.NONE);
        return new Verdict.Right();
    }

    private synchronized Verdict wrong() {
        wrong++;
        again = clock.get().steady().plus(pause());
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
