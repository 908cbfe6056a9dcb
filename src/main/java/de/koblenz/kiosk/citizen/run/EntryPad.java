package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.CardEntry;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is being typed for a card, digit by digit from the keys of the screen, in buffers that are erased. Tells only how
/// many digits there are, in the order in which they changed. Thread-safe: the thread of the screen types, that of the
/// session erases, that of the card takes.
final class EntryPad implements PinPad {
    private final Consumer<SessionEvent> post;
    private String visit = "";
    private int most;
    private @Nullable Secret typed;
    private @Nullable Secret before;

    /// @param post takes the counts; must not block
    EntryPad(Consumer<SessionEvent> post) {
        this.post = post;
    }

    /// Takes digits for a visit, none being there yet.
    synchronized void open(String forVisit, CardEntry entry) {
        close();
        visit = forVisit;
        most = entry.digits();
        typed = new Secret();
    }

    @Override
    public synchronized void press(int digit) {
        if (typed != null && typed.length() < most) {
            typed.append(digit);
            tell(typed.length());
        }
    }

    @Override
    public synchronized void erase() {
        if (typed != null && typed.length() > 0) {
            typed.removeLast();
            tell(typed.length());
        }
    }

    /// Erases what was typed; the entry goes on from its beginning.
    synchronized void wipe() {
        if (typed != null) {
            erase(typed);
            erase(before);
            before = null;
            typed = new Secret();
            tell(0);
        }
    }

    /// Keeps what was typed, to be typed a second time.
    synchronized void keep() {
        if (typed != null) {
            erase(before);
            before = typed;
            typed = new Secret();
            tell(0);
        }
    }

    /// Hands over what was typed, and takes no more digits.
    Optional<Typed> take() {
        synchronized (this) {
            if (typed == null) {
                return Optional.empty();
            }
            Typed taken = new Typed(before == null ? new Secret() : before, typed, before != null);
            before = null;
            typed = null;
            return Optional.of(taken);
        }
    }

    /// What was typed; whoever gets it closes it.
    ///
    /// @param first what was typed the first time, where it was typed twice
    record Typed(Secret first, Secret last, boolean twice) implements AutoCloseable {
        @Override
        public void close() {
            first.close();
            last.close();
        }
    }

    /// Erases everything and takes no more digits.
    synchronized void close() {
        erase(typed);
        erase(before);
        typed = null;
        before = null;
        visit = "";
    }

    private static void erase(@Nullable Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    private void tell(int count) {
        post.accept(new SessionEvent.DigitsCounted(visit, count));
    }
}
