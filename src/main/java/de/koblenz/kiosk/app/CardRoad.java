package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.OnSiteRegister;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.health.OutsideServices;
import java.time.Clock;
import java.util.Optional;

/// By which road identity cards are reached here (ADR 0007). Thread-safe.
interface CardRoad extends AutoCloseable {
    /// Whether cards are read here, and not only their PIN managed.
    boolean identifies();

    /// The right to read cards, as far as it is known; never blocks.
    OutsideServices.Right right();

    /// Something is done with the PIN of a card.
    PinDialogue pins(PinGoal goal);

    /// A card is read; empty where this terminal has no right to, or cannot find out now.
    ///
    /// @param clock in the office's zone: by it cards and certificates expire
    /// @param register hears of confirmed on-site readings
    Optional<EidDialogue> reading(EidRequest request, Clock clock, OnSiteRegister register);

    /// Makes the first card as quick as the next; takes most of a second.
    void warmUp();

    @Override
    void close();
}
