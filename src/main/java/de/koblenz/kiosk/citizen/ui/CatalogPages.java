package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.LeikaName;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import de.koblenz.kiosk.service.catalog.Need;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// The pages on which a service is found: start, life situation, search, service page. Thread-safe.
public final class CatalogPages {
    private final ServiceCatalog catalog;
    private final Journeys journeys;
    private final BiFunction<TerminalState, String, Optional<String>> obstacle;
    private final ZoneId zone;

    /// @param journeys the services that the terminal can do
    /// @param obstacle failure code of what keeps a guided service from being started now, if anything
    /// @param zone the office's time zone, for what is valid today
    public CatalogPages(
            ServiceCatalog catalog,
            Journeys journeys,
            BiFunction<TerminalState, String, Optional<String>> obstacle,
            ZoneId zone) {
        this.catalog = catalog;
        this.journeys = journeys;
        this.obstacle = obstacle;
        this.zone = zone;
    }

    Draft start(Words words, ScreenLook look, String idleLine) {
        boolean little = look.largeText() && look.lowReach();
        List<Screen.Tile> tiles = new ArrayList<>();
        for (LifeSituation tile : catalog.tiles()) {
            tiles.add(
                    new Screen.Tile(
                            new Screen.Control(
                                    "tile." + tile,
                                    words.of(tile.titleKey()),
                                    symbol(tile),
                                    new SessionEvent.SituationChosen(tile)),
                            words.of(tile.examplesKey())));
        }
        return Draft.of(
                        "start",
                        words.of("start.title"),
                        words.of("start.hint"),
                        new Screen.Start(
                                new Screen.Control(
                                        "search",
                                        words.of(little ? "start.searchShort" : "start.search"),
                                        Symbol.SEARCH,
                                        new SessionEvent.SearchOpened()),
                                tiles))
                .idle(idleLine);
    }

    Draft situation(Words words, ScreenLook look, LifeSituation situation, int part, Instant now) {
        LocalDate today = today(now);
        List<Screen.Cell> all = new ArrayList<>();
        if (situation == LifeSituation.AUSWEIS_PASS) {
            all.add(pinService(words));
        }
        catalog.online(situation)
                .forEach(service ->
                        journeys.service(service.id())
                                .ifPresent(known -> all.add(cell(words, known, today))));
        int fitting = PageCapacity.of(look).cells();
        return Draft.of(
                        "situation." + situation,
                        words.of(situation.titleKey()),
                        words.of("situation.hint"),
                        new Screen.Cells(
                                PageCapacity.part(all, fitting, part),
                                more(words, all.size(), fitting, part)))
                .back(words);
    }

    static Optional<Screen.Control> more(Words words, int size, int fitting, int part) {
        return more(words, PageCapacity.parts(size, fitting), part);
    }

    /// "Mehr" on a list with so many parts.
    static Optional<Screen.Control> more(Words words, int parts, int part) {
        if (parts == 1) {
            return Optional.empty();
        }
        boolean last = Math.floorMod(part, parts) == parts - 1;
        return Optional.of(
                new Screen.Control(
                        "more",
                        words.of(last ? "button.fromStart" : "button.more"),
                        Symbol.MORE,
                        new SessionEvent.MorePressed()));
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    private Screen.Cell cell(Words words, Leistung service, LocalDate today) {
        List<Screen.Badge> badges = new ArrayList<>();
        if (journeys.guided(service.id(), today)) {
            badges.add(new Screen.Badge(Symbol.PRINTER, words.of("badge.here")));
        }
        if (service.page().needs().contains(Need.AUSWEIS_PIN)) {
            badges.add(new Screen.Badge(Symbol.ID_CARD, words.of("badge.eid")));
        }
        return new Screen.Cell(
                new Screen.Control(
                        "service." + service.id(),
                        words.name(service),
                        Symbol.NONE,
                        new SessionEvent.ServiceChosen(service.id())),
                service.online() ? words.fee(service) : words.of(service.status().labelKey()),
                badges);
    }

    /// The terminal's own service for the PIN of the identity card; the city's catalogue does not have it.
    private static Screen.Cell pinService(Words words) {
        return new Screen.Cell(
                new Screen.Control(
                        "service.pin",
                        words.of("pin.service"),
                        Symbol.NONE,
                        new SessionEvent.PinServiceChosen()),
                words.of("pin.fee"),
                List.of(
                        new Screen.Badge(Symbol.PRINTER, words.of("badge.here")),
                        new Screen.Badge(Symbol.ID_CARD, words.of("badge.card"))));
    }

    /// Whether what is typed is one of the words by which people look for it.
    private static boolean meansPin(Words words, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.GERMAN);
        return wanted.length() > 1
                && Arrays.stream(words.of("pin.searchWords").split(",", -1))
                        .map(word -> word.strip().toLowerCase(Locale.GERMAN))
                        .anyMatch(word -> word.startsWith(wanted));
    }

    /// A service that only the federal list has: found, and said to be elsewhere.
    private static Screen.Cell cell(Words words, String id, LeikaName service) {
        return new Screen.Cell(
                new Screen.Control(
                        "service." + id,
                        service.name(),
                        Symbol.NONE,
                        new SessionEvent.ServiceChosen(id)),
                words.of("elsewhere.note"),
                List.of());
    }

    /// Who is responsible for a service that the city's catalogue does not have.
    Draft elsewhere(Words words, LeikaName service) {
        return Draft.of(
                        "elsewhere",
                        service.name(),
                        words.of("elsewhere.hint"),
                        Screen.ServiceFacts.of(
                                List.of(
                                        new Screen.Fact(
                                                Symbol.PLACE,
                                                words.of("fact.office"),
                                                words.of(service.responsible().textKey())),
                                        new Screen.Fact(
                                                Symbol.PHONE,
                                                words.of("elsewhere.askLabel"),
                                                words.of("elsewhere.ask")),
                                        new Screen.Fact(
                                                Symbol.DOCUMENT,
                                                words.of("elsewhere.keyLabel"),
                                                Formats.code(service.key().digits()))),
                                Optional.of(
                                        new Screen.Qr(
                                                words.of("elsewhere.address"),
                                                words.of("elsewhere.qr")))))
                .back(words);
    }

    Draft search(Words words, ScreenLook look, Page.Search search, Instant now) {
        LocalDate today = today(now);
        List<Screen.Cell> hits = new ArrayList<>();
        if (meansPin(words, search.typed())) {
            hits.add(pinService(words));
        }
        for (Hit hit : search.hits()) {
            hit.federal()
                    .map(service -> cell(words, hit.id(), service))
                    .or(() ->
                            journeys.service(hit.id()).map(service -> cell(words, service, today)))
                    .ifPresent(hits::add);
        }
        if (search.hitsOnly()) {
            int fitting = PageCapacity.of(look).hitCells();
            return Draft.of(
                            "hits",
                            words.of("search.hitsTitle"),
                            words.of("search.hitsHint"),
                            new Screen.Cells(
                                    PageCapacity.part(hits, fitting, search.part()),
                                    more(words, hits.size(), fitting, search.part())))
                    .back(words);
        }
        List<Screen.Cell> shown =
                look.lowReach()
                        ? List.of()
                        : hits.stream().limit(PageCapacity.of(look).hits()).toList();
        Optional<Screen.Control> showHits =
                look.lowReach() && !hits.isEmpty()
                        ? Optional.of(
                                new Screen.Control(
                                        "hits",
                                        words.of(
                                                "search.showHits",
                                                "count",
                                                Formats.code(Integer.toString(hits.size()))),
                                        Symbol.SEARCH,
                                        new SessionEvent.HitsOpened()))
                        : Optional.empty();
        boolean nothing = search.typed().strip().length() > 2 && hits.isEmpty();
        return Draft.of(
                        "search",
                        words.of("search.title"),
                        words.of("search.hint"),
                        new Screen.Search(
                                new Screen.Entry(
                                        SessionEvent.Entered.SEARCH,
                                        words.of("search.label"),
                                        search.typed(),
                                        "",
                                        Screen.Entry.Keyboard.LETTERS,
                                        Page.Search.MOST_CHARACTERS,
                                        "",
                                        ""),
                                shown,
                                nothing ? words.of("search.nothing") : "",
                                showHits))
                .back(words);
    }

    Draft service(Words words, String id, TerminalState state, String alert, Instant now) {
        LocalDate today = today(now);
        Optional<Leistung> found = journeys.service(id);
        if (found.isEmpty()) {
            return Draft.of(
                            "service",
                            words.of("search.nothing"),
                            "",
                            Screen.ServiceFacts.of(List.of(), Optional.empty()))
                    .back(words);
        }
        Leistung service = found.get();
        Draft draft =
                Draft.of(
                                "service." + id,
                                words.name(service),
                                words.of(service.summary()),
                                new Screen.ServiceFacts(
                                        facts(words, service),
                                        qr(words, service, today),
                                        journeys.guided(id, today)
                                                ? Description.control(
                                                        words, journeys.description(id))
                                                : Optional.empty()))
                        .back(words);
        if (!service.online()) {
            return draft.alert(
                    new Screen.Alert(Screen.Alert.Level.INFO, reason(words, service), ""));
        }
        if (!journeys.guided(id, today)) {
            Draft told =
                    journeys.closed(id, today)
                            ? draft.alert(
                                    new Screen.Alert(
                                            Screen.Alert.Level.INFO,
                                            Alerts.text(words, Journeys.CLOSED),
                                            ""))
                            : draft;
            // The place of "Jetzt starten" is free.
            return Description.control(words, journeys.description(id))
                    .map(more -> told.aside(more.label(), more.symbol(), more.action()))
                    .orElse(told);
        }
        Optional<String> code = alert.isEmpty() ? obstacle.apply(state, id) : Optional.of(alert);
        if (code.isPresent()) {
            return draft.alert(Alerts.of(words, code.get()));
        }
        Draft ready = draft.next(words.of("button.start"), new SessionEvent.ServiceStarted());
        return asks(words, id)
                ? ready
                : ready.alert(
                        new Screen.Alert(Screen.Alert.Level.INFO, words.of("service.german"), ""));
    }

    /// Whether all questions of a service are there in the citizen's language.
    private boolean asks(Words words, String id) {
        Optional<Journey> journey = journeys.find(id);
        return journey.isEmpty()
                || journey.get().questionnaire().pages().stream()
                        .map(new JourneyTexts(journey.get())::title)
                        .allMatch(words.texts()::says);
    }

    /// All that is said about a service.
    Draft description(Words words, ScreenLook look, String id, int part) {
        return new Description(words, look, journeys.description(id).orElseThrow())
                .page(journeys.service(id).map(words::name).orElse(""), part);
    }

    private static String reason(Words words, Leistung service) {
        return service.reason()
                .map(words::of)
                .or(() -> service.status().reasonKey().map(words::of))
                .orElse("");
    }

    private List<Screen.Fact> facts(Words words, Leistung service) {
        List<Screen.Fact> facts = new ArrayList<>();
        facts.add(new Screen.Fact(Symbol.MONEY, words.of("fact.fee"), feeWords(words, service)));
        service.page()
                .minutes()
                .ifPresent(minutes ->
                        facts.add(
                                new Screen.Fact(
                                        Symbol.CLOCK,
                                        words.of("fact.duration"),
                                        words.of(
                                                "fact.minutes",
                                                "minutes",
                                                Integer.toString(minutes)))));
        List<Need> needs = service.page().needs();
        if (!needs.isEmpty()) {
            facts.add(
                    new Screen.Fact(
                            Symbol.DOCUMENT,
                            words.of("fact.needs"),
                            String.join(
                                    " · ",
                                    needs.stream()
                                            .map(need -> words.of(need.textKey()))
                                            .toList())));
        }
        facts.add(
                new Screen.Fact(
                        Symbol.PLACE,
                        words.of("fact.office"),
                        words.of(service.office().name())
                                + ", "
                                + service.page()
                                        .whereToGo()
                                        .map(words::of)
                                        .orElse(service.office().address())));
        service.office()
                .phone()
                .ifPresent(phone ->
                        facts.add(
                                new Screen.Fact(
                                        Symbol.PHONE,
                                        words.of("fact.phone"),
                                        Formats.code(phone))));
        service.page()
                .provider()
                .ifPresent(provider ->
                        facts.add(
                                new Screen.Fact(
                                        Symbol.INFO,
                                        words.of("fact.provider"),
                                        words.of(provider))));
        service.page()
                .note()
                .ifPresent(note ->
                        facts.add(
                                new Screen.Fact(
                                        Symbol.INFO, words.of("fact.note"), words.of(note))));
        return facts;
    }

    private static String feeWords(Words words, Leistung service) {
        String fee = words.fee(service);
        return service.feeNote().map(note -> fee + " – " + words.of(note)).orElse(fee);
    }

    private Optional<Screen.Qr> qr(Words words, Leistung service, LocalDate today) {
        boolean nobody =
                service.status() == OzgStatus.NICHT_UMSETZBAR
                        && service.page().provider().isEmpty();
        return journeys.guided(service.id(), today) || nobody
                ? Optional.empty()
                : Optional.of(
                        new Screen.Qr(service.page().url().toString(), words.of("service.qr")));
    }

    private static Symbol symbol(LifeSituation tile) {
        return switch (tile) {
            case UMZIEHEN_WOHNEN -> Symbol.HOME_MOVE;
            case AUSWEIS_PASS -> Symbol.ID_CARD;
            case URKUNDEN_AUSKUENFTE -> Symbol.CERTIFICATE;
            case FAMILIE_SCHULE -> Symbol.FAMILY;
            case AUTO_PARKEN -> Symbol.CAR;
            case HUND_STEUERN -> Symbol.DOG;
            case GEWERBE_GENEHMIGUNG -> Symbol.TRADE;
            case FREIZEIT_WAHL_STOERUNG -> Symbol.LEISURE;
        };
    }
}
