package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.CardEntry;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.List;
import java.util.Optional;

/// The pages while the reader's own keypad is used.
final class KeypadPages {
    private KeypadPages() {}

    /// What is asked for is typed on the reader's keypad; the screen says what.
    static Draft page(Words words, CardVisit visit, CardStep asked, CardStep.AtReader.Keys keys) {
        CardEntry entry = asked.entry().orElse(CardEntry.PIN);
        String key = "card.keypad." + entry;
        return switch (keys) {
            case AWAITED -> keypad(words, key, entry, asked);
            case LET_PASS ->
                    CardPages.noted(
                                    words,
                                    visit,
                                    entry,
                                    keypad(words, key + ".again", entry, asked))
                            .next(words.of("button.again"), new SessionEvent.NextPressed());
            case GIVEN_UP ->
                    Draft.of(
                            "card.keypad.givenUp",
                            words.of("card.keypad.givenUp.title"),
                            words.of("card.keypad.givenUp.hint"),
                            new Screen.Message(
                                    Symbol.ID_CARD,
                                    List.of(words.of("card.keypad.givenUp")),
                                    List.of(),
                                    Optional.empty()));
        };
    }

    private static Draft keypad(Words words, String key, CardEntry entry, CardStep asked) {
        String tries =
                CardPages.tries(asked).map(left -> words.of("card.tries." + left) + " ").orElse("");
        return Draft.of(
                key,
                words.of(CardPages.entryKey(asked, entry) + ".title"),
                tries + words.of(CardPages.entryKey(asked, entry) + ".hint"),
                new Screen.Message(
                        Symbol.ID_CARD,
                        List.of(words.of("card.keypad"), words.of("card.keypad.red")),
                        List.of(CardPages.without(words, entry)),
                        Optional.empty()));
    }
}
