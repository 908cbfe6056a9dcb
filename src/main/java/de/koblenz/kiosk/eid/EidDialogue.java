package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Collection;

/// Reading an eID card, step by step, by whichever road: our own protocols ([EidWorkflow]) or a running AusweisApp. Each call does
/// what can be done without people and says what is needed next; a call that does not fit the step changes nothing. No call throws
/// for anything that card, citizen or the far end do. Calls block while the card works, up to some seconds (at the reader's own keypad:
/// while the citizen types); secrets given are always erased.
///
/// Not thread-safe, but for [#giveUp()]: one thread speaks with the card.
public interface EidDialogue extends AutoCloseable {
    EidStep step();

    /// Begins: finds out who we are, and checks that the certificate suffices before anybody is asked for anything.
    EidStep start();

    /// The citizen agrees.
    ///
    /// @param chosen optional groups that may be read
    EidStep consent(Collection<DataGroup> chosen);

    /// A member of staff has compared the photo with the person: the one card that is laid on next may be read with its CAN.
    EidStep staffConfirmed(StaffConfirmation confirmation);

    /// A card lies on the reader; an earlier one is given up.
    EidStep card(CardReader reader);

    /// Whether what is needed next must be typed on the reader's own keypad: then [#atKeypad()] takes the place of [#pin(Secret)] and [#can(Secret)].
    boolean keypad();

    /// Lets the citizen type at the reader what the step asks for.
    EidStep atKeypad();

    /// The PIN was entered; it is erased.
    EidStep pin(Secret pin);

    /// The CAN was entered; it is erased.
    EidStep can(Secret can);

    /// The citizen gives it up: whatever runs ends before the card's next command, and no other call begins anything any more. Does not
    /// wait; the only call that may come from any thread.
    void giveUp();

    /// Gives it up; the card may be taken away. What has ended stays as it ended.
    EidStep cancel();

    /// As [#cancel()].
    @Override
    default void close() {
        cancel();
    }
}
