package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All that the screens of a terminal depend on.
///
/// @param inService false where an operator closed the terminal or it cannot work
/// @param code failure code of being out of service, empty where an operator closed it
/// @param notice what an operator says to citizens while it is out of service, by BCP 47 tag
/// @param devices newest health of each device
/// @param cardLeft a card that lies on the reader while nobody is there
/// @param session the citizen's session; empty while nobody is there
public record TerminalState(
        boolean inService,
        String code,
        Map<String, String> notice,
        Map<DeviceId, DeviceHealth> devices,
        Optional<LeftCard> cardLeft,
        Optional<SessionState> session) {

    /// In service, no device heard of yet, nobody there.
    public static final TerminalState FRESH =
            new TerminalState(true, "", Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public TerminalState {
        notice = Map.copyOf(notice);
        devices = Map.copyOf(devices);
    }

    /// Without a word of an operator.
    public TerminalState(
            boolean inService,
            String code,
            Map<DeviceId, DeviceHealth> devices,
            Optional<LeftCard> cardLeft,
            Optional<SessionState> session) {
        this(inService, code, Map.of(), devices, cardLeft, session);
    }

    /// Whether there is anything behind the pages for staff: not at a terminal that could not open its store, whose
    /// failure code stands on the screen instead.
    public boolean staffed() {
        return inService || code.isEmpty();
    }

    TerminalState with(SessionState next) {
        return new TerminalState(
                inService, code, notice, devices, Optional.empty(), Optional.of(next));
    }

    TerminalState withoutSession() {
        return new TerminalState(inService, code, notice, devices, cardLeft, Optional.empty());
    }

    TerminalState with(DeviceHealth health) {
        Map<DeviceId, DeviceHealth> next = new HashMap<>(devices);
        next.put(health.id(), health);
        return new TerminalState(inService, code, notice, next, cardLeft, session);
    }

    TerminalState inService(boolean now, String why, Map<String, String> words) {
        return new TerminalState(now, why, words, devices, cardLeft, session);
    }

    TerminalState with(Optional<LeftCard> card) {
        return new TerminalState(inService, code, notice, devices, card, session);
    }
}
