package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Tariff;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Choosing a venue, a time and tickets.
final class PlacePages {
    /// From here on the words say that a slot fills up.
    private static final int FEW = 5;

    private PlacePages() {}

    static Draft venue(Words words, ScreenLook look, Guided guided, PageErrors errors) {
        if (guided.awaits(Positions.VENUE)) {
            return loading(words, "venue", errors);
        }
        List<Venue> all = guided.places().venues().orElse(List.of());
        int fitting = PageCapacity.of(look).choices();
        List<Screen.Choice> choices = new ArrayList<>();
        for (Venue venue : PageCapacity.part(all, fitting, guided.part())) {
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "venue." + venue.id(),
                                    name(words, venue.name()),
                                    Symbol.POOL,
                                    new SessionEvent.OptionChosen(Positions.VENUE, venue.id())),
                            venue.address(),
                            venue.id().equals(guided.places().venueId()),
                            ""));
        }
        return Draft.of(
                "venue",
                words.of("venue.title"),
                words.of(all.isEmpty() ? "venue.none" : "venue.hint"),
                new Screen.Choices(
                        choices,
                        CatalogPages.more(words, all.size(), fitting, guided.part()),
                        errors.at(Positions.VENUE)));
    }

    static Draft slot(Words words, ScreenLook look, Guided guided, PageErrors errors) {
        if (guided.awaits(Positions.SLOT)) {
            return loading(words, "slot", errors);
        }
        List<Slot> all = guided.places().slots().orElse(List.of());
        int fitting = PageCapacity.of(look).choices();
        List<Screen.Choice> choices = new ArrayList<>();
        for (Slot slot : PageCapacity.part(all, fitting, guided.part())) {
            boolean full = slot.free() == 0;
            String note =
                    words.of(
                            full ? "slot.soldOut" : slot.free() <= FEW ? "slot.few" : "slot.free",
                            "free",
                            Formats.code(Integer.toString(slot.free())));
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "slot." + slot.id(),
                                    words(words, slot),
                                    Symbol.CLOCK,
                                    new SessionEvent.OptionChosen(Positions.SLOT, slot.id())),
                            note,
                            slot.id().equals(guided.places().slotId()),
                            full ? words.of("slot.soldOut") : ""));
        }
        return Draft.of(
                "slot",
                words.of("slot.title"),
                words.of(all.isEmpty() ? "slot.none" : "slot.hint"),
                new Screen.Choices(
                        choices,
                        CatalogPages.more(words, all.size(), fitting, guided.part()),
                        errors.at(Positions.SLOT)));
    }

    static Draft tariffs(Words words, Guided guided, PageErrors errors) {
        List<Screen.Counter> counters = new ArrayList<>();
        long cents = 0;
        for (Tariff tariff : guided.places().venue().map(Venue::tariffs).orElse(List.of())) {
            int count = guided.places().count(tariff);
            cents += (long) count * tariff.cents();
            counters.add(
                    new Screen.Counter(
                            name(words, tariff.name()),
                            tariff.places() == 1
                                    ? words.of(
                                            "tariffs.each", "amount", words.money(tariff.cents()))
                                    : words.of(
                                            "tariffs.places",
                                            Map.of(
                                                    "amount",
                                                    words.money(tariff.cents()),
                                                    "places",
                                                    Integer.toString(tariff.places()))),
                            count,
                            step(words, tariff, -1),
                            step(words, tariff, 1)));
        }
        return Draft.of(
                "tariffs",
                words.of("tariffs.title"),
                words.of("tariffs.hint", "places", Integer.toString(guided.places().most())),
                new Screen.Counters(
                        counters,
                        words.of("tariffs.sum"),
                        words.money(cents),
                        errors.at(Positions.TARIFFS)));
    }

    private static Screen.Control step(Words words, Tariff tariff, int delta) {
        return new Screen.Control(
                (delta < 0 ? "less." : "more.") + tariff.id(),
                words.of(delta < 0 ? "button.less" : "button.plus")
                        + ": "
                        + name(words, tariff.name()),
                delta < 0 ? Symbol.MINUS : Symbol.PLUS,
                new SessionEvent.Counted(tariff.id(), delta));
    }

    /// Rows of check-answers.
    static List<Screen.SummaryRow> summary(Words words, Guided guided, Positions positions) {
        List<Screen.SummaryRow> rows = new ArrayList<>();
        if (!positions.keys().contains(Positions.VENUE)) {
            return rows;
        }
        rows.add(
                new Screen.SummaryRow(
                        words.of("check.venue"),
                        guided.places().venue().map(v -> name(words, v.name())).orElse("–"),
                        Optional.of(GuidePages.change(words, Positions.VENUE, Positions.VENUE))));
        rows.add(
                new Screen.SummaryRow(
                        words.of("check.slot"),
                        guided.places().slot().map(s -> words(words, s)).orElse("–"),
                        Optional.of(GuidePages.change(words, Positions.SLOT, Positions.SLOT))));
        List<String> tickets = new ArrayList<>();
        for (Tariff tariff : guided.places().venue().map(Venue::tariffs).orElse(List.of())) {
            int count = guided.places().count(tariff);
            if (count > 0) {
                tickets.add(Formats.code(count + " ×") + " " + name(words, tariff.name()));
            }
        }
        rows.add(
                new Screen.SummaryRow(
                        words.of("check.tickets"),
                        String.join(", ", tickets),
                        Optional.of(
                                GuidePages.change(words, Positions.TARIFFS, Positions.TARIFFS))));
        return rows;
    }

    private static Draft loading(Words words, String key, PageErrors errors) {
        boolean failed = !errors.alert().isEmpty();
        Screen.ProgressStep step =
                new Screen.ProgressStep(
                        words.of("guide.loading"),
                        failed
                                ? Screen.ProgressStep.Mark.FAILED
                                : Screen.ProgressStep.Mark.RUNNING);
        return Draft.of(
                key + ".loading",
                words.of(key + ".title"),
                failed ? "" : words.of("guide.loadingHint"),
                new Screen.Progress(List.of(step), ""));
    }

    private static String words(Words words, Slot slot) {
        return words.formats().day(slot.start().toLocalDate())
                + " · "
                + Formats.code(
                        words.formats().time(slot.start().toLocalTime())
                                + "–"
                                + words.formats().time(slot.end().toLocalTime()));
    }

    private static String name(Words words, Map<String, String> names) {
        String name = names.get(words.tag());
        return name != null ? name : names.getOrDefault("de", "");
    }
}
