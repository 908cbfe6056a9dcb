package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.HandInWays;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.TownProposals;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The pages of a guided service: places, questions, copy, check-answers; the order has pages of its own.
/// Thread-safe.
public final class GuidePages {
    private final Journeys journeys;
    private final OrderMaker orders;
    private final ZoneId zone;
    private final CodeListPages lists = new CodeListPages();

    public GuidePages(Journeys journeys, OrderMaker orders, ZoneId zone) {
        this.journeys = journeys;
        this.orders = orders;
        this.zone = zone;
    }

    Draft page(
            Words words,
            ScreenLook look,
            TerminalState state,
            SessionState session,
            String key,
            Moment now) {
        Guided guided = session.guided().orElseThrow();
        Journey journey = journeys.find(guided.serviceId()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(now.wall(), zone);
        if (key.equals(Positions.ORDER)) {
            return OrderPages.page(
                    words,
                    guided.order().orElseThrow(),
                    guided.copy().filter(Step.Copy.QR::equals).isPresent()
                            ? orders.copy(journey, guided, today)
                            : List.of(),
                    now.steady());
        }
        Positions positions = new Positions(journey, guided, today);
        PageErrors errors = new PageErrors(words, journey, guided, session.alert());
        Draft draft =
                switch (key) {
                    case Positions.VENUE -> PlacePages.venue(words, look, guided, errors);
                    case Positions.SLOT -> PlacePages.slot(words, look, guided, errors);
                    case Positions.TARIFFS -> PlacePages.tariffs(words, guided, errors);
                    case Positions.IDENTITY -> identity(words, state, journey, guided, errors);
                    case Positions.COPY -> copy(words, journey, guided, errors);
                    case Positions.CHECK ->
                            new CheckPages(words, look, journey, guided, positions, orders, today)
                                    .page(
                                            orders.bill(journey, guided, today)
                                                    .map(Bill::cents)
                                                    .orElse(0));
                    default ->
                            positions
                                    .question(key)
                                    .map(page ->
                                            questions(
                                                            words,
                                                            look,
                                                            journey,
                                                            guided,
                                                            errors,
                                                            positions,
                                                            path ->
                                                                    HandInWays.of(
                                                                            journeys, state,
                                                                            guided, path))
                                                    .page(page))
                                    .orElseGet(() -> OrderPages.waiting(words));
                };
        if (guided.sight().leaving().isPresent() || guided.sight().explaining()) {
            return draft;
        }
        String progress = progress(words, positions, key);
        Optional<Draft> scanning = scanning(words, state, journey, guided, positions, key);
        if (scanning.isPresent()) {
            return scanning.get().progress(progress);
        }
        Draft framed = draft.back(words).progress(progress);
        Draft complete =
                nextLabel(journey, guided, key, session.alert(), today)
                        .map(label -> framed.next(words.of(label), new SessionEvent.NextPressed()))
                        .orElse(framed);
        if (!session.alert().isEmpty()) {
            return complete.alert(Alerts.of(words, session.alert()));
        }
        return errors.any()
                .map(text -> complete.alert(new Screen.Alert(Screen.Alert.Level.ERROR, text, "")))
                .orElse(complete);
    }

    private static String progress(Words words, Positions positions, String key) {
        int number = positions.number(key);
        return number == 0
                ? ""
                : words.of(
                        "guide.progress",
                        Map.of(
                                "number", Integer.toString(number),
                                "count", Integer.toString(positions.count())));
    }

    /// All that is said about the question on the page beneath, where it does not fit there.
    Optional<Explanation> explanation(
            Words words, ScreenLook look, SessionState session, Moment now) {
        Optional<Guided> running = session.guided();
        if (running.isEmpty() || !(session.page() instanceof Page.Guide(String key))) {
            return Optional.empty();
        }
        Guided guided = running.get();
        Journey journey = journeys.find(guided.serviceId()).orElseThrow();
        Positions positions = new Positions(journey, guided, LocalDate.ofInstant(now.wall(), zone));
        PageErrors errors = new PageErrors(words, journey, guided, session.alert());
        return positions
                .question(key)
                .flatMap(page ->
                        questions(words, look, journey, guided, errors, positions, _ -> List.of())
                                .explanation(page));
    }

    /// The scanning of the document that a page asks for, while it goes on.
    private static Optional<Draft> scanning(
            Words words,
            TerminalState state,
            Journey journey,
            Guided guided,
            Positions positions,
            String key) {
        Optional<FormPages.Page> page = positions.question(key);
        return guided.scans()
                .visit()
                .filter(visit -> page.filter(it -> it.fields().contains(visit.path())).isPresent())
                .map(visit ->
                        new ScanPages(
                                        words,
                                        guided,
                                        new AnswerWords(words, journey).label(visit.path()),
                                        HandInWays.feeds(state))
                                .page(visit)
                                .section(
                                        new Sections(words, journey, guided, positions.pages())
                                                .of(page.orElseThrow())));
    }

    private QuestionPages questions(
            Words words,
            ScreenLook look,
            Journey journey,
            Guided guided,
            PageErrors errors,
            Positions positions,
            Function<FieldPath, List<String>> ways) {
        return new QuestionPages(
                words,
                look,
                journey,
                guided,
                errors,
                positions.pages(),
                lists,
                new TownProposals(journeys.towns(), positions.pages()),
                ways);
    }

    /// What leads on; nothing while the page waits for the booking service.
    private Optional<String> nextLabel(
            Journey journey, Guided guided, String key, String alert, LocalDate today) {
        if (key.equals(Positions.CHECK)) {
            return Optional.of(orderButton(journey, guided, today));
        }
        if (guided.awaits(key)) {
            return alert.isEmpty() ? Optional.empty() : Optional.of("button.again");
        }
        return Optional.of("button.next");
    }

    /// What the last button says is what it does (§ 312j BGB: a button that costs money says so).
    private String orderButton(Journey journey, Guided guided, LocalDate today) {
        boolean costs = orders.bill(journey, guided, today).map(Bill::cents).orElse(0) > 0;
        if (journey.has(Step.Slot.class)) {
            return costs ? "button.payAndOrder" : "button.order";
        }
        return costs ? "button.payAndSend" : "button.send";
    }

    /// By what the citizen says who he is.
    private static Draft identity(
            Words words, TerminalState state, Journey journey, Guided guided, PageErrors errors) {
        boolean byHand =
                journey.step(Step.Identification.class)
                        .map(Step.Identification::byHand)
                        .orElse(false);
        List<Screen.Choice> choices = new ArrayList<>();
        for (Guided.Identity.Way way : Guided.Identity.Way.values()) {
            boolean card = way == Guided.Identity.Way.CARD;
            if (!card && !byHand) {
                continue;
            }
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "identity." + way,
                                    words.of("identity." + way),
                                    Symbol.NONE,
                                    new SessionEvent.OptionChosen(Positions.IDENTITY, way.name())),
                            words.of(
                                    card && guided.identity().known()
                                            ? "identity.known"
                                            : "identity." + way + ".note"),
                            guided.identity().way().filter(way::equals).isPresent(),
                            card && !GuideReducer.reads(state)
                                    ? words.of("identity.noReader")
                                    : ""));
        }
        return Draft.of(
                "identity",
                words.of("identity.title"),
                words.of(byHand ? "identity.hint" : "identity.hintCard"),
                new Screen.Choices(choices, Optional.empty(), errors.at(Positions.IDENTITY)));
    }

    private Draft copy(Words words, Journey journey, Guided guided, PageErrors errors) {
        List<Screen.Choice> choices = new ArrayList<>();
        for (Step.Copy copy :
                journey.step(Step.CopyChoice.class)
                        .map(Step.CopyChoice::offered)
                        .orElse(List.of())) {
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "copy." + copy,
                                    words.of("copy." + copy),
                                    Symbol.NONE,
                                    new SessionEvent.OptionChosen(Positions.COPY, copy.name())),
                            words.of(note(copy, journey)),
                            guided.copy().filter(copy::equals).isPresent(),
                            ""));
        }
        return Draft.of(
                "copy",
                words.of("copy.title"),
                words.of("copy.hint"),
                new Screen.Choices(choices, Optional.empty(), errors.at(Positions.COPY)));
    }

    /// A receipt that has answers on it is not "only the number".
    private String note(Step.Copy copy, Journey journey) {
        return copy == Step.Copy.NONE && orders.answersOnReceipt(journey)
                ? "copy.NONE.answers"
                : "copy." + copy + ".note";
    }

    /// @param row what can be changed
    /// @param key the page where
    static Screen.Control change(Words words, String row, String key) {
        return new Screen.Control(
                "change." + row,
                words.of("button.change"),
                Symbol.EDIT,
                new SessionEvent.ChangePressed(key));
    }
}
