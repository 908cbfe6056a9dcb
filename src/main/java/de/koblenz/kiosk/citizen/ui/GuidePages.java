package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.ApplicationData;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of a guided service: places, questions, copy, check-answers; the order has pages of its own.
/// Thread-safe.
public final class GuidePages {
    private final Journeys journeys;
    private final OrderMaker orders;
    private final ZoneId zone;

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
                    case Positions.CHECK -> check(words, look, journey, guided, positions, today);
                    default ->
                            positions
                                    .question(key)
                                    .map(page ->
                                            QuestionPages.page(
                                                    words,
                                                    look,
                                                    journey,
                                                    guided,
                                                    errors,
                                                    positions.pages(),
                                                    page))
                                    .orElseGet(() -> OrderPages.waiting(words));
                };
        int number = positions.number(key);
        Draft framed =
                draft.back(words)
                        .progress(
                                number == 0
                                        ? ""
                                        : words.of(
                                                "guide.progress",
                                                Map.of(
                                                        "number", Integer.toString(number),
                                                        "count",
                                                                Integer.toString(
                                                                        positions.count()))));
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

    private static Draft copy(Words words, Journey journey, Guided guided, PageErrors errors) {
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
                            words.of("copy." + copy + ".note"),
                            guided.copy().filter(copy::equals).isPresent(),
                            ""));
        }
        return Draft.of(
                "copy",
                words.of("copy.title"),
                words.of("copy.hint"),
                new Screen.Choices(choices, Optional.empty(), errors.at(Positions.COPY)));
    }

    private Draft check(
            Words words,
            ScreenLook look,
            Journey journey,
            Guided guided,
            Positions positions,
            LocalDate today) {
        List<Screen.SummaryRow> rows =
                new ArrayList<>(PlacePages.summary(words, guided, positions));
        AnswerWords said = new AnswerWords(words, journey);
        for (Answer answer :
                ApplicationData.answers(journey.questionnaire(), guided.data(), today)) {
            rows.add(
                    new Screen.SummaryRow(
                            said.label(answer),
                            said.value(answer),
                            // What the card says is not changed by hand.
                            positions.keys().contains(Positions.of(answer.pageKey()))
                                    ? Optional.of(
                                            change(
                                                    words,
                                                    answer.path().toString(),
                                                    Positions.of(answer.pageKey())))
                                    : Optional.empty()));
        }
        guided.copy()
                .ifPresent(copy ->
                        rows.add(
                                new Screen.SummaryRow(
                                        words.of("check.copy"),
                                        words.of("copy." + copy),
                                        Optional.of(
                                                change(words, Positions.COPY, Positions.COPY)))));
        int fitting = PageCapacity.of(look).summaryRows();
        int cents = orders.bill(journey, guided, today).map(Bill::cents).orElse(0);
        return Draft.of(
                "check",
                words.of("check.title"),
                words.of("check.hint"),
                new Screen.Summary(
                        PageCapacity.part(rows, fitting, guided.part()),
                        words.of("check.sum"),
                        cents == 0 ? words.of("check.free") : words.money(cents),
                        CatalogPages.more(words, rows.size(), fitting, guided.part())));
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
