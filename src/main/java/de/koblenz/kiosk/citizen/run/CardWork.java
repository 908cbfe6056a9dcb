package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Set;

/// One errand with a card, step by step, whichever way it goes. Calls may block for some seconds; none throws for anything
/// that card, citizen or authority do; a call that does not fit the step changes nothing. One thread, but for
/// [#giveUp()].
public interface CardWork extends AutoCloseable {
    /// Begins.
    CardStep begin();

    /// Where it stands.
    CardStep step();

    /// The citizen agrees.
    ///
    /// @param chosen optional data that may be read, too
    CardStep agree(Set<DataGroup> chosen);

    /// A card lies on the reader.
    CardStep card(CardReader reader);

    /// Whether what the step asks for is typed on the reader's own keypad: then [#atKeypad()] takes the place of [#enter].
    boolean keypad();

    /// Lets the citizen type at the reader; blocks meanwhile.
    CardStep atKeypad();

    /// What the step asks for was typed. Both are erased.
    ///
    /// @param first what was typed the first time, empty where it is typed once only
    CardStep enter(Secret first, Secret last);

    /// The citizen gives it up: what blocks now comes to its end without another command to the card. Does not wait; may be called from any
    /// thread.
    void giveUp();

    /// Gives it up.
    @Override
    void close();
}
