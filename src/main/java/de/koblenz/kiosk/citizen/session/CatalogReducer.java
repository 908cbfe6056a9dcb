package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Hit;
import java.util.List;

/// The part of the session in which a citizen finds a service: start page, lists, search. Pure.
final class CatalogReducer {
    private CatalogReducer() {}

    /// An event on the start page.
    static Move start(SessionState session, SessionEvent event) {
        return switch (event) {
            case SessionEvent.SituationChosen(var situation) ->
                    Move.to(session.forward(new Page.Situation(situation, 0)));
            case SessionEvent.SearchOpened() ->
                    Move.to(session.forward(new Page.Search("", List.of(), false, 0)));
            case SessionEvent.ServiceChosen(String id) ->
                    Move.to(session.forward(new Page.Service(id)));
            case SessionEvent.PinServiceChosen() -> Move.to(session.forward(new Page.PinService()));
            default -> Move.to(session);
        };
    }

    /// An event on a list.
    static Move situation(SessionState session, Page.Situation situation, SessionEvent event) {
        return switch (event) {
            case SessionEvent.ServiceChosen(String id) ->
                    Move.to(session.forward(new Page.Service(id)));
            case SessionEvent.PinServiceChosen() -> Move.to(session.forward(new Page.PinService()));
            case SessionEvent.MorePressed() ->
                    Move.to(
                            session.withPage(
                                    new Page.Situation(
                                            situation.situation(), situation.part() + 1)));
            case SessionEvent.BackPressed() -> Move.to(session.back());
            default -> Move.to(session);
        };
    }

    /// An event in the search.
    static Move search(SessionState session, Page.Search search, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Entered(String target, String typed)
                    when target.equals(SessionEvent.Entered.SEARCH)
                            && typed.length() <= Page.Search.MOST_CHARACTERS ->
                    Move.to(
                            session.withPage(new Page.Search(typed, search.hits(), false, 0)),
                            new Effect.SearchCatalog(typed));
            case SessionEvent.HitsOpened() when !search.hitsOnly() ->
                    Move.to(
                            session.forward(
                                    new Page.Search(search.typed(), search.hits(), true, 0)));
            case SessionEvent.MorePressed() ->
                    Move.to(
                            session.withPage(
                                    new Page.Search(
                                            search.typed(),
                                            search.hits(),
                                            search.hitsOnly(),
                                            search.part() + 1)));
            case SessionEvent.ServiceChosen(String id) ->
                    Move.to(session.forward(found(search, id)));
            case SessionEvent.PinServiceChosen() -> Move.to(session.forward(new Page.PinService()));
            case SessionEvent.BackPressed() -> Move.to(session.back());
            default -> Move.to(session);
        };
    }

    /// An event on the description of a service.
    static Move description(SessionState session, Page.Description page, SessionEvent event) {
        return switch (event) {
            case SessionEvent.MorePressed() ->
                    Move.to(
                            session.withPage(
                                    new Page.Description(page.serviceId(), page.part() + 1)));
            case SessionEvent.BackPressed() -> Move.to(session.back());
            default -> Move.to(session);
        };
    }

    private static Page found(Page.Search search, String id) {
        return search.hits().stream()
                .filter(hit -> hit.id().equals(id))
                .findFirst()
                .flatMap(Hit::federal)
                .<Page>map(Page.Elsewhere::new)
                .orElseGet(() -> new Page.Service(id));
    }

    /// The search has answered; hits of an older text are dropped.
    static Move hits(SessionState session, String typed, List<Hit> hits) {
        return session.page() instanceof Page.Search search && search.typed().equals(typed)
                ? Move.to(
                        session.withPage(
                                new Page.Search(typed, hits, search.hitsOnly(), search.part())))
                : Move.to(session);
    }
}
