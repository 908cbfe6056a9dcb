package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.LeftCard;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionReducer;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Timeouts;
import de.koblenz.kiosk.citizen.ui.AnswerWords;
import de.koblenz.kiosk.citizen.ui.CardPages;
import de.koblenz.kiosk.citizen.ui.CatalogPages;
import de.koblenz.kiosk.citizen.ui.ConsentWords;
import de.koblenz.kiosk.citizen.ui.GuidePages;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.text.Locales;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Opens every page of a package one after the other, with the reducer and presenter of the terminal and nothing around
/// them. Conditions hide no page here, and each repeated group gets one instance. One thread.
final class PreviewWalk {
    /// Parts of check-answers, and instances within instances; beyond, a page says nothing new.
    private static final int MOST_PARTS = 40;

    private final ServicePackage pack;
    private final Optional<Journey> journey;
    private final SessionReducer reducer;
    private final SessionPresenter presenter;
    private final Moment now;
    private final List<Seen> seen = new ArrayList<>();
    private TerminalState state = TerminalState.FRESH;
    private long ids;
    private boolean known;

    /// A page.
    ///
    /// @param name key of the page, for file names
    record Seen(String name, Screen screen) {}

    /// @param locale language of the pages
    /// @param aids how they look
    /// @param at day of the pages
    PreviewWalk(
            Installation installation,
            Locales locales,
            ServicePackage pack,
            String locale,
            Set<Aid> aids,
            Instant at) {
        this.pack = pack;
        this.journey = pack.journey().map(OpenForm::of);
        this.now = new Moment(at, Instant.EPOCH);
        ServiceCatalog catalog = catalog(installation.catalog());
        Journeys journeys =
                new Journeys(
                        catalog,
                        journey.<Map<String, Journey>>map(it -> Map.of(pack.id(), it))
                                .orElse(Map.of()),
                        true);
        // What comes into force next year is looked at today.
        journeys.add(Map.of(pack.id(), pack.unlimited()));
        OrderMaker orders =
                new OrderMaker(
                        journeys,
                        AnswerWords.forCopies(locales.texts("de")),
                        new ConsentWords(locales));
        GuideReducer guide = new GuideReducer(journeys, orders, KioskGraph.ZONE);
        reducer = new SessionReducer(guide, Timeouts.STANDARD, locales.tags());
        presenter =
                new SessionPresenter(
                        locales,
                        FrontStage.geometry(installation),
                        tag -> installation.settings().terminal().office().name().in(tag),
                        new CatalogPages(catalog, journeys, guide::obstacle, KioskGraph.ZONE),
                        new GuidePages(journeys, orders, KioskGraph.ZONE),
                        new CardPages(journeys));
        send(new SessionEvent.DeviceChanged(device("receipt-printer", Map.of("paper", "full"))));
        send(
                new SessionEvent.DeviceChanged(
                        new DeviceHealth(LeftCard.READER, DeviceState.ONLINE, Map.of())));
        send(new SessionEvent.Touched());
        send(new SessionEvent.LanguageChosen(locale));
        aids.forEach(aid -> send(new SessionEvent.AidSwitched(aid)));
    }

    private static DeviceHealth device(String id, Map<String, String> details) {
        return new DeviceHealth(new DeviceId(id), DeviceState.ONLINE, details);
    }

    /// The catalogue with this service in it, online.
    private ServiceCatalog catalog(ServiceCatalog city) {
        Optional<Leistung> own = pack.service().or(() -> city.find(pack.id()));
        known = own.isPresent();
        // Nobody sees the page of one that stands in for it.
        Leistung like = own.orElseGet(() -> city.all().getFirst());
        List<Leistung> services = new ArrayList<>();
        services.add(
                new Leistung(
                        pack.id(),
                        like.leika(),
                        like.name(),
                        like.shortName(),
                        like.summary(),
                        like.office(),
                        OzgStatus.ONLINE,
                        like.reason(),
                        like.fee(),
                        like.feeNote(),
                        like.trust(),
                        like.provenance(),
                        like.tile(),
                        like.page()));
        services.addAll(city.all());
        return new ServiceCatalog(city.offices(), services);
    }

    private void send(SessionEvent event) {
        Stamp stamp = new Stamp(now, new UUID(0x4000L, 0x8000000000000000L + ids++));
        state = reducer.next(state, stamp, event).state();
    }

    private Screen screen() {
        return presenter.present(state, now);
    }

    private void see(String name) {
        seen.add(new Seen(name, screen()));
    }

    /// All pages in their order: that of the service, where the catalogue knows it, the questions, check-answers.
    List<Seen> pages() {
        send(new SessionEvent.ServiceChosen(pack.id()));
        if (known) {
            see("service");
            described();
        }
        send(new SessionEvent.ServiceStarted());
        Set<String> done = new HashSet<>();
        Optional<String> next = next(done);
        while (next.isPresent()) {
            done.add(next.get());
            open(next.get());
            next = next(done);
        }
        return List.copyOf(seen);
    }

    /// All that is said about the service.
    private void described() {
        if (screen().body() instanceof Screen.ServiceFacts facts && facts.more().isPresent()) {
            send(new SessionEvent.MorePressed());
            see("description");
            parts("description");
            send(new SessionEvent.BackPressed());
        }
    }

    private Optional<String> next(Set<String> done) {
        return positions().stream()
                .flatMap(found -> found.keys().stream())
                .filter(key -> !done.contains(key))
                .findFirst();
    }

    private Optional<Positions> positions() {
        Optional<Guided> guided = state.session().flatMap(SessionState::guided);
        return guided.isEmpty() || journey.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Positions(
                                journey.get(),
                                guided.get(),
                                LocalDate.ofInstant(now.wall(), KioskGraph.ZONE)));
    }

    private void open(String key) {
        send(new SessionEvent.ChangePressed(key));
        String name = key.substring(key.indexOf(':') + 1);
        see(name);
        if (screen().body() instanceof Screen.Instances group && group.instances().isEmpty()) {
            send(new SessionEvent.InstanceAdded());
            send(new SessionEvent.BackPressed());
            see(name + "-one");
        }
        if (screen().body() instanceof Screen.Search) {
            send(new SessionEvent.HitsOpened());
            see(name + "-list");
        }
        if (screen().body() instanceof Screen.Summary) {
            parts(name);
        }
    }

    private void parts(String name) {
        Screen first = screen();
        for (int part = 2; part <= MOST_PARTS; part++) {
            send(new SessionEvent.MorePressed());
            if (screen().equals(first)) {
                return;
            }
            see(name + "-" + part);
        }
    }
}
