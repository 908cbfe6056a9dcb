package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.journey.Journey;

/// What touches and letters do on one page of a guided service, before "Weiter". Pure.
///
/// @param towns what is known of postcodes
/// @param positions the pages as they are now
/// @param key of the page
/// @param language of the screen, BCP 47
record Answering(Journey journey, Towns towns, Positions positions, String key, String language) {
    /// The guided service after an event; the same where the event is none of the page.
    Guided next(Guided guided, SessionEvent event) {
        return switch (event) {
            case SessionEvent.MorePressed() -> guided.showing(guided.part() + 1);
            case SessionEvent.EarlierPressed() -> guided.showing(guided.part() - 1);
            case SessionEvent.SearchOpened() -> keyboard(guided);
            case SessionEvent.HitsOpened() -> Answers.listing(guided, positions, key, true);
            case SessionEvent.PartFocused(String target, int part) ->
                    Answers.focused(guided, positions, key, target, part);
            case SessionEvent.Entered(String target, String text) ->
                    Answers.typed(guided, towns, positions, key, target, text);
            case SessionEvent.OptionChosen(String target, String code) ->
                    chosen(guided, target, code);
            case SessionEvent.Counted(String tariff, int delta) ->
                    Answers.counted(guided, tariff, delta);
            default -> guided;
        };
    }

    /// What is chosen was chosen by the words that stood there; what is taken back leaves them as they were.
    private Guided chosen(Guided guided, String target, String code) {
        Guided next = Answers.chosen(guided, journey, towns, positions, key, target, code);
        boolean taken = !next.equals(guided) && code.equals(next.drafts().get(target));
        return taken ? next.spoken(Answers.path(target), language) : next;
    }

    /// In place of a long list, or of towns that are offered.
    private Guided keyboard(Guided guided) {
        return positions
                .question(key)
                .map(page ->
                        new TownProposals(towns, positions.pages())
                                .other(guided, Answers.entries(positions.pages(), page)))
                .map(typing -> Answers.listing(typing, positions, key, false))
                .orElse(guided);
    }
}
