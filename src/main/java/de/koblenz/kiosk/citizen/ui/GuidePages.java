package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.ApplicationData;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.Instant;
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

    Draft page(Words words, ScreenLook look, SessionState session, String key, Instant now) {
        Guided guided = session.guided().orElseThrow();
        Journey journey = journeys.find(guided.serviceId()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (key.equals(Positions.ORDER)) {
            return OrderPages.page(
                    words,
                    guided.order().orElseThrow(),
                    guided.copy().filter(Step.Copy.QR::equals).isPresent()
                            ? orders.copy(journey, guided, today)
                            : List.of(),
                    now);
        }
        Positions positions = new Positions(journey, guided, today);
        Draft draft =
                switch (key) {
                    case Positions.VENUE -> PlacePages.venue(words, guided);
                    case Positions.SLOT -> PlacePages.slot(words, look, guided);
                    case Positions.TARIFFS -> PlacePages.tariffs(words, guided);
                    case Positions.COPY -> copy(words, journey, guided);
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
        Draft withNext =
                key.equals(Positions.CHECK)
                        ? framed.next(
                                words.of(orderButton(journey, guided, today)),
                                new SessionEvent.NextPressed())
                        : framed.next(words.of("button.next"), new SessionEvent.NextPressed());
        if (!session.alert().isEmpty()) {
            return withNext.alert(Alerts.of(words, session.alert()));
        }
        return guided.error()
                .map(error ->
                        withNext.alert(
                                new Screen.Alert(
                                        Screen.Alert.Level.ERROR,
                                        error(words, journey, error),
                                        "")))
                .orElse(withNext);
    }

    static String error(Words words, Journey journey, Guided.PageError error) {
        String key =
                new de.koblenz.kiosk.service.journey.JourneyTexts(journey)
                        .error(error.code(), error.parameters());
        return words.texts().has(key)
                ? words.of(key, error.parameters())
                : Alerts.text(words, error.code(), error.parameters());
    }

    /// What the last button says is what it does (§ 312j BGB: a button that costs money says so).
    private String orderButton(Journey journey, Guided guided, LocalDate today) {
        boolean costs = orders.bill(journey, guided, today).map(Bill::cents).orElse(0) > 0;
        return costs ? "button.payAndSend" : "button.send";
    }

    private static Draft copy(Words words, Journey journey, Guided guided) {
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
                new Screen.Choices(choices, Optional.empty(), ""));
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
                            Optional.of(change(words, Positions.of(answer.pageKey())))));
        }
        guided.copy()
                .ifPresent(copy ->
                        rows.add(
                                new Screen.SummaryRow(
                                        words.of("check.copy"),
                                        words.of("copy." + copy),
                                        Optional.of(change(words, Positions.COPY)))));
        int fitting = Capacity.summary(look);
        int cents = orders.bill(journey, guided, today).map(Bill::cents).orElse(0);
        return Draft.of(
                "check",
                words.of("check.title"),
                words.of("check.hint"),
                new Screen.Summary(
                        Capacity.part(rows, fitting, guided.part()),
                        words.of("check.sum"),
                        cents == 0 ? words.of("check.free") : words.money(cents),
                        CatalogPages.more(words, rows.size(), fitting, guided.part())));
    }

    static Screen.Control change(Words words, String key) {
        return new Screen.Control(
                "change." + key,
                words.of("button.change"),
                Symbol.EDIT,
                new SessionEvent.ChangePressed(key));
    }
}
