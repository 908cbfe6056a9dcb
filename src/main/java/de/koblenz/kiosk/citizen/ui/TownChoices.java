package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Answers;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.TownProposals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an address page says and offers once the postcode is known.
record TownChoices(Words words, ScreenLook look, TownProposals towns, Guided guided) {
    /// Tiles of the towns that a postcode has, and one for any other; nothing where there is no choice.
    ///
    /// @param below whether they stand below entries, in place of the keyboard
    Optional<Screen.Choices> offered(Answers.EntryPlace entry, boolean below) {
        List<String> names = towns.offered(guided, entry);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        int fitting =
                below
                        ? new Room(look).belowEntries(longest)
                        : PageCapacity.of(look).choices(look, longest);
        String said = Answers.text(guided, entry);
        List<Screen.Choice> choices = new ArrayList<>();
        for (String name : PageCapacity.part(names, fitting - 1, guided.part())) {
            choices.add(
                    choice(
                            "option." + name,
                            name,
                            new SessionEvent.OptionChosen(entry.target(), name),
                            name.equals(said)));
        }
        choices.add(
                choice(
                        "town.other",
                        words.of("town.other"),
                        new SessionEvent.SearchOpened(),
                        false));
        return Optional.of(
                new Screen.Choices(
                        choices,
                        CatalogPages.more(words, names.size(), fitting - 1, guided.part()),
                        ""));
    }

    private static Screen.Choice choice(
            String id, String label, SessionEvent event, boolean selected) {
        return new Screen.Choice(
                new Screen.Control(id, label, Symbol.NONE, event), "", selected, "");
    }

    /// What is to be said of the towns on a page.
    List<String> hints(List<Answers.EntryPlace> entries) {
        List<String> hints = new ArrayList<>();
        for (Answers.EntryPlace entry : entries) {
            if (towns.filledIn(guided, entry)) {
                hints.add(words.of("town.filled", Map.of("town", Answers.text(guided, entry))));
            } else if (!towns.offered(guided, entry).isEmpty()) {
                hints.add(words.of("town.choose"));
            }
        }
        return hints;
    }
}
