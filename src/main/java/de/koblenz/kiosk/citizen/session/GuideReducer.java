package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.printer.PrinterCode;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Preflight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The part of the session that runs a guided service: places, questions, check-answers; its order is that of [OrderReducer].
/// Pure.
public final class GuideReducer {
    private static final String READER_GONE = "EID-READER-GONE";

    private final Journeys journeys;
    private final OrderMaker orders;
    private final ZoneId zone;

    /// @param zone of the office: what "today" means in a form
    public GuideReducer(Journeys journeys, OrderMaker orders, ZoneId zone) {
        this.journeys = journeys;
        this.orders = orders;
        this.zone = zone;
    }

    // ---- questions of the session reducer

    /// Failure code of what keeps the service from being done now: checked before the first question and
    /// again before payment (ux requirement R16).
    public Optional<String> obstacle(TerminalState state, String serviceId) {
        Optional<String> paper =
                journeys.find(serviceId)
                        .flatMap(journey -> PaperPreflight.obstacle(state, journey));
        if (paper.isPresent()) {
            return paper;
        }
        Set<Preflight.Need> needs = journeys.find(serviceId).map(Preflight::needs).orElse(Set.of());
        if (needs.contains(Preflight.Need.PRINTER)
                && state.devices().values().stream().noneMatch(GuideReducer::prints)) {
            return Optional.of("PRN-NOT-READY");
        }
        return needs.contains(Preflight.Need.IDENTITY_CARD) && !reads(state)
                ? Optional.of(READER_GONE)
                : Optional.empty();
    }

    /// Whether there is more to say about a service than its page does.
    boolean described(String serviceId) {
        return journeys.description(serviceId).isPresent();
    }

    /// Whether a card reader is there.
    public static boolean reads(TerminalState state) {
        return state.devices().values().stream()
                .anyMatch(health ->
                        health.id().equals(LeftCard.READER)
                                && health.state() == DeviceState.ONLINE);
    }

    private static boolean prints(DeviceHealth health) {
        String paper = health.details().getOrDefault("paper", "");
        return health.state() == DeviceState.ONLINE
                && (paper.equals("full") || paper.equals("low"));
    }

    // ---- events

    /// "Jetzt starten". What was answered before stays, as long as it is the same service.
    Move start(TerminalState state, SessionState session, String serviceId, Instant at) {
        Optional<Journey> journey = journeys.find(serviceId);
        if (journey.isEmpty()
                || !journeys.guided(serviceId, today(at))
                || obstacle(state, serviceId).isPresent()) {
            return Move.to(session);
        }
        Guided guided =
                session.guided()
                        .filter(g -> g.serviceId().equals(serviceId) && g.order().isEmpty())
                        .orElseGet(() -> Guided.begin(serviceId));
        Optional<String> first = new Positions(journey.get(), guided, today(at)).first();
        if (first.isEmpty()) {
            return Move.to(session);
        }
        Move begun = enter(session.forward(session.page()), guided, first.get());
        // Of another service nothing stays.
        List<String> pages =
                session.guided()
                        .filter(before ->
                                !before.serviceId().equals(serviceId) || before.order().isPresent())
                        .map(before -> before.scans().allPages())
                        .orElse(List.of());
        return pages.isEmpty() ? begun : begun.after(new Effect.ErasePages(pages));
    }

    /// An event on a page of the journey.
    Move next(TerminalState state, SessionState session, SessionEvent event, Stamp stamp) {
        Optional<Guided> running = session.guided();
        if (running.isEmpty() || !(session.page() instanceof Page.Guide(String key))) {
            return Move.to(session);
        }
        Guided guided = running.get();
        Optional<Journey> journey = journeys.find(guided.serviceId());
        if (journey.isEmpty()) {
            return Move.to(session);
        }
        if (key.equals(Positions.ORDER)) {
            return OrderReducer.next(session, guided, journey.get(), event);
        }
        Positions positions = new Positions(journey.get(), guided, today(stamp.at()));
        Optional<Move> grouped =
                guided.sight().explaining()
                        ? Optional.empty()
                        : GroupReducer.next(
                                session,
                                guided,
                                journey.get(),
                                positions,
                                key,
                                event,
                                today(stamp.at()));
        if (grouped.isPresent()) {
            return grouped.get();
        }
        Optional<Move> scanned =
                guided.sight().explaining()
                        ? Optional.empty()
                        : ScanReducer.next(
                                session,
                                guided,
                                positions,
                                key,
                                event,
                                path -> HandInWays.of(journeys, state, guided, path),
                                done ->
                                        forward(
                                                session,
                                                done,
                                                journey.get(),
                                                positions,
                                                key,
                                                today(stamp.at())),
                                stamp);
        if (scanned.isPresent()) {
            return scanned.get();
        }
        return switch (event) {
            case SessionEvent.BackPressed() when guided.sight().explaining() ->
                    Move.to(session.withGuided(guided.with(guided.sight().explaining(false))));
            case SessionEvent.BackPressed() -> back(session, guided, positions, key);
            case SessionEvent.NextPressed() -> {
                if (key.equals(Positions.CHECK)) {
                    yield place(state, session, guided, journey.get(), positions, stamp);
                }
                if (guided.awaits(key)) {
                    // "Noch einmal versuchen", once the booking service could not be reached.
                    yield session.alert().isEmpty()
                            ? Move.to(session)
                            : enter(session, guided, key);
                }
                if (key.equals(Positions.IDENTITY)
                        && guided.identity().way().equals(Optional.of(Guided.Identity.Way.CARD))
                        && !guided.identity().known()) {
                    yield reads(state)
                            ? CardReducer.open(
                                    session.withAlert(""),
                                    new CardErrand.Identify(CardAnswers.request(journey.get())),
                                    stamp)
                            : Move.to(session.withAlert("EID-READER-GONE"));
                }
                yield forward(session, guided, journey.get(), positions, key, today(stamp.at()));
            }
            case SessionEvent.ChangePressed(String wanted) ->
                    positions.keys().contains(wanted)
                            ? enter(
                                    session,
                                    guided.reviewing(true).walking(Optional.empty()),
                                    wanted)
                            : Move.to(session);
            default ->
                    Move.to(
                            session.withGuided(
                                    new Answering(
                                                    journey.get(),
                                                    journeys.towns(),
                                                    positions,
                                                    key,
                                                    session.language())
                                            .next(guided, event)));
        };
    }

    /// The card was read: what it says is in the form, and the citizen goes on with what is still to be asked.
    Move identified(SessionState session, PersonalData card, Instant at) {
        Optional<Guided> running = session.guided();
        Optional<Journey> journey = running.flatMap(guided -> journeys.find(guided.serviceId()));
        if (journey.isEmpty()) {
            return Move.to(session);
        }
        Guided filled = CardAnswers.fill(running.get(), journey.get(), card, today(at));
        return forward(
                session,
                filled,
                journey.get(),
                new Positions(journey.get(), filled, today(at)),
                Positions.IDENTITY,
                today(at));
    }

    /// The citizen types by hand after all, where that is enough.
    Move byHand(SessionState session, Instant at) {
        Optional<Guided> running = session.guided();
        Optional<Journey> journey = running.flatMap(guided -> journeys.find(guided.serviceId()));
        if (journey.isEmpty()) {
            return Move.to(session);
        }
        Guided chosen = Answers.way(running.get(), journey.get(), Guided.Identity.Way.HAND.name());
        return forward(
                session,
                chosen,
                journey.get(),
                new Positions(journey.get(), chosen, today(at)),
                Positions.IDENTITY,
                today(at));
    }

    private static Move back(SessionState session, Guided guided, Positions positions, String key) {
        boolean change = guided.reviewing() && guided.walked().isEmpty();
        if (change && Answers.incomplete(guided, positions).isEmpty()) {
            return enter(session, guided.reviewing(false), Positions.CHECK);
        }
        Optional<String> before = new Instances(positions).before(key);
        return before.isPresent()
                ? GroupReducer.enter(
                        session,
                        guided.reviewing(!change && guided.reviewing()),
                        positions,
                        before.get())
                : Move.to(session.withGuided(guided.turned()).back());
    }

    /// "Weiter": checks the page, then goes on, or back to check-answers where it came from.
    private Move forward(
            SessionState session,
            Guided guided,
            Journey journey,
            Positions positions,
            String key,
            LocalDate today) {
        Guided checked = Answers.check(guided, journeys.towns(), positions, key);
        if (checked.error().isPresent()) {
            return Move.to(session.withGuided(checked));
        }
        // The answer may have made pages come or go.
        Positions now = new Positions(journey, checked, today);
        Optional<String> after = new Instances(now).onward(checked, key);
        if (after.isPresent()) {
            return GroupReducer.enter(session, checked, now, after.get());
        }
        Optional<String> open = Answers.incomplete(checked, now);
        return enter(
                session,
                checked.reviewing(open.isPresent()).walking(Optional.empty()),
                open.orElse(Positions.CHECK));
    }

    /// Opens a page of the journey and asks for what it needs. Free places are always asked for anew; venues that
    /// are known stay on the page meanwhile.
    static Move enter(SessionState session, Guided guided, String key) {
        Guided turned = guided.turned();
        if (key.equals(Positions.SLOT) && turned.places().venueId().isEmpty()) {
            return enter(session, guided, Positions.VENUE);
        }
        return switch (key) {
            case Positions.VENUE -> to(session, turned, key, new Effect.LoadVenues(session.id()));
            case Positions.SLOT ->
                    to(
                            session,
                            turned.with(turned.places().withSlots(Optional.empty())),
                            key,
                            new Effect.LoadSlots(session.id(), turned.places().venueId()));
            default -> to(session, turned, key);
        };
    }

    private static Move to(SessionState session, Guided guided, String key, Effect... effects) {
        return Move.to(
                session.withAlert("").withGuided(guided).withPage(new Page.Guide(key)), effects);
    }

    private Move place(
            TerminalState state,
            SessionState session,
            Guided guided,
            Journey journey,
            Positions positions,
            Stamp stamp) {
        Optional<String> open = Answers.incomplete(guided, positions);
        if (open.isPresent()) {
            return enter(session, guided.reviewing(true), open.get());
        }
        // How much paper these answers need, the order desk reckons.
        Optional<String> obstacle =
                obstacle(state, guided.serviceId())
                        .filter(code -> !code.equals(PrinterCode.PAPER_LOW))
                        // A card that has been read is not needed again.
                        .filter(code -> !(code.equals(READER_GONE) && guided.identity().known()));
        if (obstacle.isPresent()) {
            return Move.to(session.withAlert(obstacle.get()));
        }
        if (journeys.closed(guided.serviceId(), today(stamp.at()))) {
            return Move.to(session.withAlert(Journeys.CLOSED));
        }
        Optional<OrderRequest> request =
                orders.make(
                        new OrderId(stamp.fresh()),
                        journey,
                        guided,
                        stamp.at().atZone(zone),
                        session.language());
        if (request.isEmpty()) {
            return Move.to(session.withAlert("APP-FAULT"));
        }
        OrderProgress placed =
                new OrderProgress(
                        request.get().id(),
                        OrderProgress.Phase.PLACED,
                        "",
                        request.get().cents(),
                        "",
                        Instant.MAX,
                        "",
                        false,
                        List.of(),
                        "");
        return to(
                session,
                guided.turned().with(placed),
                Positions.ORDER,
                new Effect.PlaceOrder(session.id(), request.get()));
    }

    // ---- answers from outside

    Move venues(SessionState session, List<Venue> venues) {
        return loaded(
                session,
                Positions.VENUE,
                guided -> {
                    Guided next = guided.with(guided.places().with(Optional.of(venues)));
                    return journeys.find(guided.serviceId())
                            .map(journey -> prefilled(next, journey))
                            .orElse(next);
                });
    }

    /// The slots of a venue, in the time of the office.
    Move slots(SessionState session, String venueId, List<Slot> slots) {
        List<Slot> local = slots.stream().map(this::local).toList();
        return loaded(
                session,
                Positions.SLOT,
                guided ->
                        guided.places().venueId().equals(venueId)
                                ? guided.with(guided.places().withSlots(Optional.of(local)))
                                : guided);
    }

    private Slot local(Slot slot) {
        return new Slot(
                slot.id(),
                slot.venueId(),
                slot.start().atZoneSameInstant(zone).toOffsetDateTime(),
                slot.end().atZoneSameInstant(zone).toOffsetDateTime(),
                slot.capacity(),
                slot.free());
    }

    /// An answer of the booking service also takes back what was said about its absence.
    private static Move loaded(SessionState session, String key, UnaryOperator<Guided> change) {
        if (session.guided().isEmpty()) {
            return Move.to(session);
        }
        SessionState next = session.withGuided(change.apply(session.guided().get()));
        boolean there = session.page().equals(new Page.Guide(key));
        return Move.to(there ? next.withAlert("") : next);
    }

    /// Venues or slots could not be had: said on the page that waits for them; elsewhere nobody misses them.
    static Move failed(SessionState session, String code) {
        boolean missed =
                session.page() instanceof Page.Guide(String key)
                        && session.guided().filter(g -> g.awaits(key)).isPresent();
        return Move.to(missed ? session.withAlert(code) : session);
    }

    private LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// What other steps know and a form may ask for.
    static Guided prefilled(Guided guided, Journey journey) {
        Map<String, String> known =
                Map.of(
                        Journey.VENUE_ASKS_CONTACT,
                        Boolean.toString(
                                guided.places().venue().map(Venue::contactRequired).orElse(false)));
        return guided.with(
                FormView.prefilled(journey.questionnaire().form(), guided.data(), known));
    }
}
