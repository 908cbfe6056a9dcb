package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.service.catalog.LeikaName;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Turns the state of the terminal into the page that the citizen sees: a pure function, with every word
/// from the text files. Thread-safe.
public final class SessionPresenter {
    private final Locales locales;
    private final KioskGeometry geometry;
    private final UnaryOperator<String> office;
    private final CatalogPages catalog;
    private final GuidePages guide;
    private final CardPages card;
    private final Map<String, Words> words = new ConcurrentHashMap<>();

    /// @param office name in the header by language tag
    public SessionPresenter(
            Locales locales,
            KioskGeometry geometry,
            UnaryOperator<String> office,
            CatalogPages catalog,
            GuidePages guide,
            CardPages card) {
        this.locales = locales;
        this.geometry = geometry;
        this.office = office;
        this.catalog = catalog;
        this.guide = guide;
        this.card = card;
    }

    /// The page of a terminal that cannot even read its configuration, with nothing to touch.
    ///
    /// @param code failure code for the help desk
    public static Screen outOfService(Texts texts, KioskGeometry geometry, String code) {
        ScreenLook look = new ScreenLook(geometry, false, false, false, false, "de", false);
        return OverlayPages.outOfService(Words.of("de", texts), code, Optional.empty(), List.of())
                .on(look, "", List.of());
    }

    /// The page of a terminal that starts and knows nothing of its configuration yet.
    public static Screen starting(Texts texts, KioskGeometry geometry) {
        ScreenLook look = new ScreenLook(geometry, false, false, false, false, "de", false);
        return OverlayPages.starting(Words.of("de", texts)).on(look, "", List.of());
    }

    /// The page of `state` at `now`; time is only used for what is left of a time limit.
    public Screen present(TerminalState state, Moment now) {
        String tag = state.session().map(SessionState::language).orElse(locales.tags().getFirst());
        Words said = words.computeIfAbsent(tag, key -> Words.of(key, locales.texts(key)));
        ScreenLook look = look(tag, state.session().map(SessionState::aids).orElse(Set.of()));
        boolean staff = state.session().filter(s -> s.page() instanceof Page.Staff).isPresent();
        if (!state.inService() && !staff) {
            List<Screen.Control> door =
                    state.staffed() ? List.of(StaffPages.door(said)) : List.of();
            Optional<String> notice =
                    Optional.ofNullable(state.notice().get(tag))
                            .or(() -> Optional.ofNullable(state.notice().get("de")));
            return OverlayPages.outOfService(said, state.code(), notice, door)
                    .on(look, office.apply(tag), List.of());
        }
        List<Screen.Control> bar = bar(said, state.session());
        if (state.session().isEmpty() && state.cardLeft().isPresent()) {
            return OverlayPages.cardLeft(said).on(look, office.apply(tag), List.of());
        }
        if (state.session().isEmpty()) {
            return catalog.start(said, look, idleLine(now.wall())).on(look, office.apply(tag), bar);
        }
        SessionState session = state.session().get();
        Draft draft =
                switch (session.overlay().kind()) {
                    case NONE -> page(said, look, state, session, now);
                    case LANGUAGE -> OverlayPages.languages(said, locales, tag);
                    case AIDS -> OverlayPages.aids(said, session.aids(), locales.tags());
                    case HELP ->
                            OverlayPages.help(
                                    said, guide.explanation(said, look, session, now).isPresent());
                    case END -> OverlayPages.end(said);
                    case TIMEOUT ->
                            OverlayPages.timeout(said, session.overlay().until(), now.steady());
                    case COVER -> OverlayPages.cover(said);
                };
        List<Screen.Control> services =
                session.overlay().kind() == Overlay.Kind.COVER ? List.of() : bar;
        return draft.on(look, office.apply(tag), services);
    }

    private Draft page(
            Words said, ScreenLook look, TerminalState state, SessionState session, Moment now) {
        return switch (session.page()) {
            case Page.Start() -> catalog.start(said, look, "");
            case Page.Situation(var situation, int part) ->
                    catalog.situation(said, look, situation, part, now.wall());
            case Page.Search search -> catalog.search(said, look, search, now.wall());
            case Page.Elsewhere(LeikaName service) -> catalog.elsewhere(said, service);
            case Page.Service(String id) ->
                    catalog.service(said, id, state, session.alert(), now.wall());
            case Page.Description(String id, int part) -> catalog.description(said, look, id, part);
            case Page.PinService() -> CardPages.menu(said);
            case Page.Card() -> card.page(said, session);
            case Page.Staff(var visit) -> StaffPages.page(said, look, state, visit, now.steady());
            case Page.Guide(String key) -> guide.page(said, look, state, session, key, now);
        };
    }

    private ScreenLook look(String tag, Set<Aid> aids) {
        return new ScreenLook(
                geometry,
                aids.contains(Aid.HIGH_CONTRAST),
                aids.contains(Aid.LARGE_TEXT),
                aids.contains(Aid.LOW_REACH),
                Locales.rightToLeft(tag),
                tag,
                aids.contains(Aid.KEY_FILTER));
    }

    /// The service bar, the same on every page: language, aids, help, end.
    private static List<Screen.Control> bar(Words words, Optional<SessionState> session) {
        Overlay.Kind open = session.map(s -> s.overlay().kind()).orElse(Overlay.Kind.NONE);
        return List.of(
                service(words, "language", Symbol.LANGUAGE, Overlay.Kind.LANGUAGE, open),
                service(words, "aids", Symbol.AIDS, Overlay.Kind.AIDS, open),
                service(words, "help", Symbol.HELP, Overlay.Kind.HELP, open),
                service(words, "end", Symbol.END, Overlay.Kind.END, open));
    }

    /// A second touch of the same button leads back, so that nobody is caught on an overlay.
    private static Screen.Control service(
            Words words, String id, Symbol symbol, Overlay.Kind kind, Overlay.Kind open) {
        return new Screen.Control(
                id,
                words.of("bar." + id),
                symbol,
                kind == open
                        ? new SessionEvent.OverlayClosed()
                        : new SessionEvent.OverlayOpened(kind));
    }

    /// "Bitte berühren" in every language in turn, six seconds each.
    private String idleLine(Instant now) {
        List<String> tags = locales.tags();
        String tag = tags.get((int) Math.floorMod(now.getEpochSecond() / 6, (long) tags.size()));
        return locales.texts(tag).of("start.idle");
    }
}
