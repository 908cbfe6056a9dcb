package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A card that lies on the reader when a session ends: somebody forgets it. As long as it lies there nobody begins
/// a session, so that nobody's card is another's.
///
/// @param since when it was noticed, by the steady clock; [Instant#MAX] until time has passed
/// @param calls how often attention was drawn to it
public record LeftCard(Instant since, int calls) {
    /// The terminal's reader for identity cards.
    public static final DeviceId READER = new DeviceId("card-reader");

    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(5);
    private static final Duration UNTIL_STAFF = Duration.ofSeconds(60);
    private static final int MOST_CALLS = 12;

    /// Whether the citizen has not come back for it, so that staff are needed.
    public boolean forStaff(Instant now) {
        return calls > 0 && !now.isBefore(since.plus(UNTIL_STAFF));
    }

    /// A session has ended.
    static TerminalState ended(TerminalState state) {
        return lies(state) ? state.with(Optional.of(new LeftCard(Instant.MAX, 0))) : state;
    }

    /// Time has passed without a session.
    static Transition ticked(TerminalState state, Instant now) {
        if (state.cardLeft().isEmpty()) {
            return Transition.to(state);
        }
        LeftCard left = state.cardLeft().get();
        if (left.calls == 0) {
            return called(state, new LeftCard(now, 1));
        }
        boolean again =
                left.calls < MOST_CALLS
                        && !now.isBefore(left.since.plus(BETWEEN_CALLS.multipliedBy(left.calls)));
        return again
                ? called(state, new LeftCard(left.since, left.calls + 1))
                : Transition.to(state);
    }

    private static Transition called(TerminalState state, LeftCard left) {
        return Transition.to(state.with(Optional.of(left)), new Effect.CallForCard());
    }

    /// A device has changed: a card that was taken is forgotten no more.
    static TerminalState seen(TerminalState state) {
        return state.cardLeft().isPresent() && !lies(state)
                ? state.with(Optional.<LeftCard>empty())
                : state;
    }

    private static boolean lies(TerminalState state) {
        DeviceHealth reader = state.devices().get(READER);
        return reader != null && "present".equals(reader.details().get("media"));
    }
}
