package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.CardEntry;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.eid.CanPurpose;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.service.journey.Step;
import de.koblenz.kiosk.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages about an identity card: the service for its PIN, laying it on, typing, and how it ended. Those of consent and of what
/// was read are in [IdentityPages]. Thread-safe.
public final class CardPages {
    private final Journeys journeys;

    /// @param journeys services for which a card is read
    public CardPages(Journeys journeys) {
        this.journeys = journeys;
    }

    /// What can be done with the PIN.
    static Draft menu(Words words) {
        List<Screen.Control> goals = new ArrayList<>();
        for (PinGoal goal : PinGoal.values()) {
            goals.add(goal(words, goal));
        }
        return Draft.of(
                        "pin-service",
                        words.of("pin.title"),
                        words.of("pin.hint") + " " + words.of("pin.safe"),
                        new Screen.Message(
                                Symbol.ID_CARD,
                                List.of(words.of("pin.text")),
                                goals,
                                Optional.empty()))
                .back(words);
    }

    private static Screen.Control goal(Words words, PinGoal goal) {
        return new Screen.Control(
                "pin." + goal,
                words.of("pin.goal." + goal),
                Symbol.NONE,
                new SessionEvent.PinGoalChosen(goal));
    }

    /// The page of the errand that the session runs.
    Draft page(Words words, SessionState session) {
        CardVisit visit = session.card().orElseThrow();
        if (visit.look() == CardVisit.Look.WITHOUT_PIN) {
            return withoutPin(words, session, visit).back(words);
        }
        if (visit.busy()) {
            return busy(words, visit).back(words);
        }
        Optional<CardEntry> entry = visit.step().entry();
        if (entry.isPresent()) {
            return entry(words, visit, entry.get())
                    .back(words)
                    .next(words.of("button.next"), new SessionEvent.NextPressed());
        }
        Optional<EidFailure> failure = visit.step().failure();
        if (failure.isPresent()) {
            return failed(words, session, visit, failure.get()).back(words);
        }
        return switch (visit.step()) {
            case CardStep.Opening(), CardStep.Broken _ -> busy(words, visit).back(words);
            case CardStep.AtReader(CardStep asked, var keys) ->
                    KeypadPages.page(words, visit, asked, keys).back(words);
            case CardStep.Managing(PinStep step) ->
                    switch (step) {
                        case PinStep.StateFound(PinState state) -> found(words, state);
                        case PinStep.PinSet() -> done(words, "set");
                        case PinStep.PinUnblocked() -> done(words, "unblocked");
                        case PinStep.CardNeeded(),
                                PinStep.PinNeeded _,
                                PinStep.CanNeeded _,
                                PinStep.PukNeeded _,
                                PinStep.NewPinNeeded _,
                                PinStep.Failed _ ->
                                lay(words);
                    };
            case CardStep.Identifying(EidStep step) ->
                    switch (step) {
                        case EidStep.ConsentNeeded consent ->
                                IdentityPages.consent(
                                        words, service(words, session), visit, consent);
                        case EidStep.IdentityRead read ->
                                IdentityPages.read(words, visit, read.data());
                        case EidStep.StaffNeeded(),
                                EidStep.CardNeeded(),
                                EidStep.PinNeeded _,
                                EidStep.CanNeeded _,
                                EidStep.Failed _ ->
                                lay(words);
                    };
        };
    }

    /// Name of the service for which the card is read.
    private String service(Words words, SessionState session) {
        return session.guided()
                .flatMap(guided -> journeys.service(guided.serviceId()))
                .map(words::name)
                .orElse("");
    }

    private static Draft lay(Words words) {
        return Draft.of(
                        "card.lay",
                        words.of("card.lay.title"),
                        words.of("card.lay.hint"),
                        new Screen.Message(
                                Symbol.LAY_CARD,
                                List.of(words.of("card.lay.where"), words.of("card.lay.stay")),
                                List.of(),
                                Optional.empty()))
                .back(words);
    }

    private static Draft busy(Words words, CardVisit visit) {
        boolean opening = visit.step() instanceof CardStep.Opening;
        Screen.ProgressStep step =
                new Screen.ProgressStep(
                        words.of(opening ? "card.opening.step" : "card.busy.step"),
                        Screen.ProgressStep.Mark.RUNNING);
        return Draft.of(
                opening ? "card.opening" : "card.busy",
                words.of(opening ? "card.opening.title" : "card.busy.title"),
                opening ? "" : words.of("card.busy.hint"),
                new Screen.Progress(List.of(step), ""));
    }

    // ---- typing

    private static Draft entry(Words words, CardVisit visit, CardEntry entry) {
        String key = entryKey(visit.step(), entry) + (visit.repeating() ? ".again" : "");
        String tries =
                tries(visit.step()).map(left -> words.of("card.tries." + left) + " ").orElse("");
        Draft draft =
                Draft.of(
                        key,
                        words.of(key + ".title"),
                        tries + words.of(key + ".hint"),
                        new Screen.PinEntry(
                                words.of(key + ".title"),
                                entry.digits(),
                                visit.digits(),
                                entry == CardEntry.CAN,
                                Optional.of(without(words, entry))));
        return visit.repeating() ? draft : noted(words, visit, entry, draft);
    }

    static Screen.Control without(Words words, CardEntry entry) {
        return new Screen.Control(
                "without",
                words.of("card.without." + entry),
                Symbol.HELP,
                new SessionEvent.CardLookChosen(CardVisit.Look.WITHOUT_PIN));
    }

    /// On site the CAN stands in the place of the PIN, not before its last try.
    static String entryKey(CardStep step, CardEntry entry) {
        boolean onSite =
                step
                                instanceof
                                CardStep.Identifying(
                                        EidStep.CanNeeded(CanPurpose purpose, EntryNote _))
                        && purpose == CanPurpose.ON_SITE;
        return "card.entry." + entry + (onSite ? ".onSite" : "");
    }

    static Draft noted(Words words, CardVisit visit, CardEntry entry, Draft draft) {
        EntryNote note = visit.step().note();
        return note == EntryNote.NONE
                ? draft
                : draft.alert(
                        new Screen.Alert(
                                note == EntryNote.CAN_ACCEPTED
                                        ? Screen.Alert.Level.SUCCESS
                                        : Screen.Alert.Level.ERROR,
                                words.of(noteKey(note, entry, visit.before())),
                                ""));
    }

    private static String noteKey(EntryNote note, CardEntry entry, Optional<CardEntry> before) {
        return switch (note) {
            case WRONG ->
                    switch (entry) {
                        // The card asks for the CAN after a wrong PIN, too.
                        case CAN ->
                                before.filter(CardEntry.CAN::equals).isPresent()
                                        ? "card.note.CAN"
                                        : "card.note.PIN_THEN_CAN";
                        case PUK -> "card.note.PUK";
                        case TRANSPORT_PIN, PIN, NEW_PIN -> "card.note.WRONG";
                    };
            case NONE, LENGTH, TRANSPORT_PIN, DIFFERENT, NOT_ENTERED, CAN_ACCEPTED ->
                    "card.note." + note;
        };
    }

    static Optional<Integer> tries(CardStep step) {
        return switch (step) {
            case CardStep.Managing(PinStep.PinNeeded(var _, int left, var _)) -> Optional.of(left);
            case CardStep.Identifying(EidStep.PinNeeded(int left, var _)) -> Optional.of(left);
            case CardStep.Managing _,
                    CardStep.Identifying _,
                    CardStep.Opening(),
                    CardStep.AtReader _,
                    CardStep.Broken _ ->
                    Optional.empty();
        };
    }

    /// Where the number stands, and how it goes on without it: never a dead end.
    private Draft withoutPin(Words words, SessionState session, CardVisit visit) {
        CardEntry entry = entered(visit.step()).orElse(CardEntry.PIN);
        List<Screen.Control> rows = new ArrayList<>();
        if (visit.errand().reading().isPresent()) {
            rows.add(pinService(words));
            onSite(words, visit).ifPresent(rows::add);
            byHand(words, session).ifPresent(rows::add);
        } else if (entry == CardEntry.PIN) {
            rows.add(goal(words, PinGoal.SET));
        } else if (entry == CardEntry.TRANSPORT_PIN) {
            rows.add(goal(words, PinGoal.CHANGE));
        }
        return Draft.of(
                "card.without." + entry,
                words.of("card.without." + entry),
                words.of("card.without.counter"),
                new Screen.Message(
                        Symbol.HELP,
                        List.of(words.of("card.without." + entry + ".text")),
                        rows,
                        Optional.empty()));
    }

    /// What is asked for, on the screen or at the reader.
    private static Optional<CardEntry> entered(CardStep step) {
        return step instanceof CardStep.AtReader(CardStep asked, var _)
                ? asked.entry()
                : step.entry();
    }

    /// Staff let the card be read without its PIN, where the certificate allows that.
    private static Optional<Screen.Control> onSite(Words words, CardVisit visit) {
        // A reader that waits for its keys cannot read with anything else.
        boolean awaited =
                visit.step() instanceof CardStep.AtReader(var _, CardStep.AtReader.Keys keys)
                        && keys == CardStep.AtReader.Keys.AWAITED;
        boolean running =
                visit.errand() instanceof CardErrand.IdentifyOnSite
                        && visit.step().failure().isEmpty();
        return visit.canAllowed() && !awaited && !running
                ? Optional.of(
                        new Screen.Control(
                                "on-site",
                                words.of("card.onSite"),
                                Symbol.NONE,
                                new SessionEvent.OnSiteAsked()))
                : Optional.empty();
    }

    private static Screen.Control pinService(Words words) {
        return new Screen.Control(
                "pin-service",
                words.of("card.toPinService"),
                Symbol.NONE,
                new SessionEvent.PinServiceChosen());
    }

    /// On without the card, where the service allows it.
    private Optional<Screen.Control> byHand(Words words, SessionState session) {
        return session.guided()
                .flatMap(guided -> journeys.find(guided.serviceId()))
                .flatMap(journey -> journey.step(Step.Identification.class))
                .filter(Step.Identification::byHand)
                .map(_ ->
                        new Screen.Control(
                                "by-hand",
                                words.of("card.byHand"),
                                Symbol.NONE,
                                new SessionEvent.OptionChosen(
                                        Positions.IDENTITY, Guided.Identity.Way.HAND.name())));
    }

    // ---- how it ended

    private Draft failed(Words words, SessionState session, CardVisit visit, EidFailure failure) {
        List<Screen.Control> rows = new ArrayList<>();
        if (visit.step().takesCard()) {
            rows.add(
                    new Screen.Control(
                            "retry",
                            words.of("button.again"),
                            Symbol.NONE,
                            new SessionEvent.CardRetried()));
        }
        if (failure == EidFailure.PIN_BLOCKED) {
            rows.add(goal(words, PinGoal.UNBLOCK));
        } else if (failure == EidFailure.PIN_NOT_BLOCKED) {
            rows.add(goal(words, PinGoal.CHANGE));
        }
        if (visit.errand().reading().isPresent()) {
            if (failure == EidFailure.PIN_BLOCKED || failure == EidFailure.STAFF_NOT_CONFIRMED) {
                onSite(words, visit).ifPresent(rows::add);
            }
            byHand(words, session).ifPresent(rows::add);
        }
        String key = "code." + failure.code();
        return Draft.of(
                "card.failed." + failure.code(),
                words.of(key + ".title"),
                "",
                new Screen.Message(
                        visit.step().takesCard() ? Symbol.LAY_CARD : Symbol.WARNING,
                        List.of(
                                words.of(key + ".text"),
                                words.of("card.failed.code", "code", Formats.code(failure.code()))),
                        rows,
                        Optional.empty()));
    }

    private static Draft found(Words words, PinState state) {
        List<Screen.Control> rows = new ArrayList<>();
        switch (state) {
            case THREE_TRIES, TWO_TRIES -> {
                rows.add(goal(words, PinGoal.SET));
                rows.add(goal(words, PinGoal.CHANGE));
            }
            case SUSPENDED -> rows.add(goal(words, PinGoal.CHANGE));
            case BLOCKED -> rows.add(goal(words, PinGoal.UNBLOCK));
            case DEACTIVATED -> {}
        }
        return Draft.of(
                        "card.state." + state,
                        words.of("card.state." + state + ".title"),
                        words.of("card.take"),
                        new Screen.Message(
                                state == PinState.DEACTIVATED || state == PinState.BLOCKED
                                        ? Symbol.WARNING
                                        : Symbol.CHECK,
                                List.of(words.of("card.state." + state + ".text")),
                                rows,
                                Optional.empty()))
                .back(words)
                .next(words.of("button.done"), new SessionEvent.NextPressed());
    }

    private static Draft done(Words words, String what) {
        return Draft.of(
                        "card.done." + what,
                        words.of("card.done." + what + ".title"),
                        words.of("card.take"),
                        new Screen.Message(
                                Symbol.CHECK,
                                List.of(words.of("card.done." + what + ".text")),
                                List.of(),
                                Optional.empty()))
                .next(words.of("button.done"), new SessionEvent.NextPressed());
    }
}
