package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.secret.Secret;

/// Setting, changing and unblocking the PIN, step by step, by whichever road: our own protocols ([PinManagement]) or a running
/// AusweisApp. Like [EidDialogue]: no call throws for what card, citizen or the far end do, a call that does not fit the step changes nothing,
/// secrets given are always erased.
///
/// Not thread-safe, but for [#giveUp()]: one thread speaks with the card.
public interface PinDialogue extends AutoCloseable {
    PinStep step();

    /// A card lies on the reader; an earlier one is given up.
    PinStep card(CardReader reader);

    /// Whether what is needed next must be typed on the reader's own keypad: then [#atKeypad()] takes the place of the calls with a secret.
    boolean keypad();

    /// Lets the citizen type at the reader what the step asks for.
    PinStep atKeypad();

    /// The present PIN was entered; it is erased.
    PinStep pin(Secret pin);

    /// The CAN was entered; it is erased.
    PinStep can(Secret can);

    /// The PUK was entered; it is erased.
    PinStep puk(Secret puk);

    /// The new PIN was entered twice; both are erased.
    PinStep newPin(Secret pin, Secret repeated);

    /// The citizen gives it up: whatever runs ends before the card's next command, and no other call begins anything any more. Does not
    /// wait; the only call that may come from any thread.
    void giveUp();

    /// Gives it up; the card may be taken away. What has ended stays as it ended.
    PinStep cancel();

    /// As [#cancel()].
    @Override
    default void close() {
        cancel();
    }
}
