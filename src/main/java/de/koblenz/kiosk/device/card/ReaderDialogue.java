package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.card.CardLostException.Cause;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;

/// Keeps a session with PC/SC, knows which readers are there and whether a card lies on one. The reader's thread only,
/// but for [#sight()].
///
/// The stack below throws unchecked exceptions where a card or reader has gone (`IllegalStateException`,
/// `IllegalArgumentException`), not only `CardException`: all end in one place here, [#cause(Exception)].
final class ReaderDialogue {
    /// What is known at one moment.
    ///
    /// @param profile of the reader in use
    record Sight(DeviceState state, String media, String service, Optional<ReaderProfile> profile) {
        static final Sight STARTING =
                new Sight(DeviceState.STARTING, "unknown", "down", Optional.empty());

        static Sight without(String service) {
            return new Sight(DeviceState.NO_DEVICE, "unknown", service, Optional.empty());
        }

        Map<String, String> details() {
            return Map.of("media", media, "service", service);
        }
    }

    /// A reader that may be used, with its profile.
    private record Candidate(CardTerminal terminal, ReaderProfile profile, boolean media) {}

    private final CardService service;
    private final ReaderProfiles profiles;
    private final ReaderTimings timings;
    private final LongSupplier nanos;
    private CardService.@Nullable Session session;
    private long nextTry;
    private boolean tried;
    private @Nullable ReaderChannel open;
    private volatile Sight sight = Sight.STARTING;

    ReaderDialogue(
            CardService service,
            ReaderProfiles profiles,
            ReaderTimings timings,
            LongSupplier nanos) {
        this.service = service;
        this.profiles = profiles;
        this.timings = timings;
        this.nanos = nanos;
    }

    Sight sight() {
        return sight;
    }

    /// Looks at service, readers and card; never fails.
    void attend() {
        CardTerminals terminals = terminals();
        if (terminals == null) {
            return;
        }
        try {
            List<Candidate> candidates = candidates(terminals);
            keepOrLose(candidates);
            Optional<Candidate> used = used(candidates);
            sight =
                    used.map(candidate ->
                                    new Sight(
                                            DeviceState.ONLINE,
                                            candidate.media() ? "present" : "notPresent",
                                            "up",
                                            Optional.of(candidate.profile())))
                            .orElse(Sight.without("up"));
        } catch (CardException | RuntimeException e) {
            // Whatever it was that a mere look met: a new session knows better.
            end(cause(e) == Cause.SERVICE_GONE ? serviceWord(e) : "down");
        }
    }

    private @Nullable CardTerminals terminals() {
        CardService.Session known = session;
        if (known != null) {
            return known.terminals();
        }
        long now = nanos.getAsLong();
        if (tried && now - nextTry < 0) {
            return null;
        }
        tried = true;
        nextTry = now + timings.reconnect().toNanos();
        try {
            CardService.Session begun = service.connect();
            session = begun;
            return begun.terminals();
        } catch (CardException | RuntimeException e) {
            sight = Sight.without(serviceWord(e));
            return null;
        }
    }

    private static String serviceWord(Exception e) {
        return e instanceof PcscException fault && fault.fault() == PcscFault.SECURITY_VIOLATION
                ? "denied"
                : "down";
    }

    private List<Candidate> candidates(CardTerminals terminals) throws CardException {
        List<Candidate> candidates = new ArrayList<>();
        for (CardTerminal terminal : terminals.list(CardTerminals.State.ALL)) {
            ReaderProfile profile = profiles.of(terminal.getName());
            if (!profile.ignored()) {
                try {
                    candidates.add(new Candidate(terminal, profile, terminal.isCardPresent()));
                } catch (CardException | RuntimeException e) {
                    // Unplugged between the two questions: one reader less.
                    if (cause(e) != Cause.READER_GONE) {
                        throw e;
                    }
                }
            }
        }
        return candidates;
    }

    /// The reader with the open card, else one with a card, else any.
    private Optional<Candidate> used(List<Candidate> candidates) {
        ReaderChannel channel = open;
        if (channel != null) {
            Optional<Candidate> same = find(candidates, channel);
            if (same.isPresent()) {
                return same;
            }
        }
        return candidates.stream()
                .filter(Candidate::media)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static Optional<Candidate> find(List<Candidate> candidates, ReaderChannel channel) {
        String name = channel.terminal().getName();
        return candidates.stream().filter(c -> c.terminal().getName().equals(name)).findFirst();
    }

    private void keepOrLose(List<Candidate> candidates) {
        ReaderChannel channel = open;
        if (channel != null) {
            Optional<Candidate> found = find(candidates, channel);
            if (found.isEmpty()) {
                drop(Cause.READER_GONE);
            } else if (!found.get().media()) {
                drop(Cause.CARD_REMOVED);
            }
        }
    }

    private void drop(Cause reason) {
        ReaderChannel channel = open;
        if (channel != null) {
            channel.lose(reason);
            open = null;
        }
    }

    private void end(String serviceWord) {
        drop(Cause.SERVICE_GONE);
        CardService.Session known = session;
        if (known != null) {
            session = null;
            known.close();
        }
        sight = Sight.without(serviceWord);
    }

    /// Opens the card that lies there.
    ReaderChannel connect() throws CardLostException {
        drop(Cause.TRANSMISSION);
        attend();
        CardService.Session known = session;
        if (known == null) {
            throw new CardLostException(Cause.SERVICE_GONE);
        }
        if (sight.profile().isEmpty()) {
            throw new CardLostException(Cause.READER_GONE);
        }
        try {
            for (Candidate candidate : candidates(known.terminals())) {
                if (candidate.media()) {
                    ReaderChannel channel =
                            ReaderChannel.open(candidate.terminal(), candidate.profile());
                    open = channel;
                    return channel;
                }
            }
        } catch (CardException | RuntimeException e) {
            Cause cause = cause(e);
            if (cause == Cause.SERVICE_GONE) {
                end(serviceWord(e));
            }
            throw new CardLostException(cause, e);
        }
        throw new CardLostException(Cause.CARD_REMOVED);
    }

    /// Something that is done with card or reader.
    @FunctionalInterface
    interface Exchange<T> {
        T with(ReaderChannel channel) throws CardException, CardLostException;
    }

    /// Does it; after a failure the channel is lost and the reason is known.
    <T> T exchange(ReaderChannel channel, Exchange<T> what) throws CardLostException {
        try {
            return what.with(channel);
        } catch (CardException | RuntimeException e) {
            Cause cause = cause(e);
            if (cause == Cause.TRANSMISSION) {
                cause = settle(channel.terminal());
            }
            channel.lose(cause);
            if (channel.equals(open)) {
                open = null;
            }
            if (cause == Cause.SERVICE_GONE) {
                end(serviceWord(e));
            } else {
                attend();
            }
            throw new CardLostException(cause, e);
        }
    }

    /// Gives a channel free; does nothing to one that is lost.
    void close(ReaderChannel channel) {
        channel.lose(Cause.TRANSMISSION);
        if (channel.equals(open)) {
            open = null;
        }
    }

    /// A command that fails is nearly always a card that is being pulled, which PC/SC sees a little later.
    private Cause settle(CardTerminal terminal) {
        try {
            return terminal.waitForCardAbsent(timings.settle().toMillis())
                    ? Cause.CARD_REMOVED
                    : Cause.TRANSMISSION;
        } catch (CardException | RuntimeException e) {
            return cause(e);
        }
    }

    void close() {
        end("down");
    }

    /// What has gone away, by whatever exception of the stack.
    static Cause cause(Exception e) {
        return switch (e) {
            case PcscException fault -> fault.fault().lost();
            case CardNotPresentException _ -> Cause.CARD_REMOVED;
            // javax.smartcardio: "if this card has been disconnected or removed".
            case IllegalStateException _ -> Cause.CARD_REMOVED;
            // CardException, and IllegalArgumentException for an answer of no bytes.
            default -> Cause.TRANSMISSION;
        };
    }
}
