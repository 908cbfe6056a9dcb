package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A citizen who goes through one service by a script: looks at a page and says what he does next. He knows what
/// stands on the page and nothing else, so whoever carries out his acts may be a test with a reducer or the demo
/// with the real screens.
///
/// Where the script says nothing he takes the first choice that is not blocked, and goes on. Several values for one
/// place are tried one after the other, each next one when the page does not accept the one before.
///
/// Not thread-safe: one citizen, one thread.
public final class CitizenScript {
    /// One thing that he does.
    public sealed interface Act {
        /// Touches the control with that id.
        record Touch(String controlId) implements Act {}

        /// Types until this stands in the entry with that target; what stood there is replaced.
        record Type(String target, String text) implements Act {
            @Override
            public String toString() {
                return "Type[" + target + "]";
            }
        }

        /// Holds his phone before the code of the payment page, once.
        ///
        /// @param content what the phone reads
        record Scan(String content) implements Act {}

        /// Waits until the page changes by itself.
        record Wait() implements Act {}

        /// Has what he came for, or cannot have it.
        record Leave() implements Act {}
    }

    /// Pages on which "Weiter" ends the visit.
    private static final Set<String> LAST =
            Set.of("order.done", "order.kept", "order.refund", "order.unclear");

    private final String service;
    private final String way;
    private final Map<String, Deque<String>> texts = new HashMap<>();
    private final Map<String, Deque<String>> choices = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Deque<Correction> corrections = new ArrayDeque<>();
    private boolean pays = true;
    private boolean scanned;
    private boolean through;
    private Act last = new Act.Wait();

    private record Correction(String controlId, Consumer<CitizenScript> rethink) {}

    private CitizenScript(String service, String way) {
        this.service = service;
        this.way = way;
    }

    /// Who finds a service by the tiles of the start page.
    ///
    /// @param serviceId id in the catalogue
    /// @param tile name of the life situation
    public static CitizenScript byTile(String serviceId, String tile) {
        return new CitizenScript(serviceId, "tile." + tile);
    }

    /// Who finds a service by typing.
    public static CitizenScript bySearch(String serviceId, String typed) {
        CitizenScript citizen = new CitizenScript(serviceId, "search");
        return citizen.types("search", typed);
    }

    /// What he types into an entry.
    ///
    /// @param target of the entry; a part of a date is `birthDate#0`
    public CitizenScript types(String target, String... values) {
        texts.put(target, new ArrayDeque<>(List.of(values)));
        return this;
    }

    /// A date, typed in its three parts.
    public CitizenScript typesDate(String target, String day, String month, String year) {
        return types(target + "#0", day).types(target + "#1", month).types(target + "#2", year);
    }

    /// What he chooses on a page.
    ///
    /// @param screen key of the page
    public CitizenScript chooses(String screen, String... controlIds) {
        choices.put(screen, new ArrayDeque<>(List.of(controlIds)));
        return this;
    }

    /// How many tickets of a tariff he takes.
    public CitizenScript counts(String tariff, int tickets) {
        counts.put(tariff, tickets);
        return this;
    }

    /// What he corrects on the check-answers page.
    ///
    /// @param row which row: a field path, or `venue`, `slot`, `tariffs`, `copy`
    /// @param rethink says to him what he wants now
    public CitizenScript corrects(String row, Consumer<CitizenScript> rethink) {
        corrections.add(new Correction("change." + row, rethink));
        return this;
    }

    /// Touches "Nicht bezahlen" the first time.
    public CitizenScript doesNotPayAtOnce() {
        pays = false;
        return this;
    }

    /// What he does on this page.
    ///
    /// @throws IllegalStateException if the script does not say how to go on here
    public Act next(Screen screen) {
        last = act(screen);
        return last;
    }

    private Act act(Screen screen) {
        if (through) {
            return new Act.Leave();
        }
        if (refused(screen)) {
            tryOthers(screen);
        }
        return switch (screen.body()) {
            case Screen.Start _ -> new Act.Touch(way);
            case Screen.Cells(List<Screen.Cell> cells, var more) ->
                    cell(cells, more).orElseThrow(() -> lost(screen));
            case Screen.Search search -> search(screen, search);
            case Screen.ServiceFacts _ ->
                    screen.next().isPresent() ? onwards(screen) : new Act.Leave();
            case Screen.TextEntry(Screen.Entry entry) -> type(screen, List.of(entry));
            case Screen.PartsEntry(List<Screen.Entry> parts, int _, String _, var _) ->
                    type(screen, parts);
            case Screen.Choices choice -> choose(screen, choice);
            case Screen.CodePage _, Screen.Instances _, Screen.ScannedSheet _ -> onwards(screen);
            case Screen.Counters(List<Screen.Counter> counters, String _, String _, String _) ->
                    count(screen, counters);
            case Screen.Summary summary -> check(screen, summary);
            case Screen.QrPanel(Screen.Qr qr, var _) -> pay(screen, qr);
            case Screen.Progress _ -> screen.next().isPresent() ? onwards(screen) : new Act.Wait();
            case Screen.Message _ -> {
                through = LAST.contains(screen.key());
                yield onwards(screen);
            }
            case Screen.Switches _, Screen.Languages _, Screen.PinEntry _, Screen.Reading _ ->
                    new Act.Touch("back");
        };
    }

    private Act onwards(Screen screen) {
        return screen.next()
                .<Act>map(next -> new Act.Touch(next.id()))
                .orElseThrow(() -> lost(screen));
    }

    private static IllegalStateException lost(Screen screen) {
        return new IllegalStateException("the script does not say how to go on at " + screen);
    }

    // ---- answers that were not accepted

    private boolean refused(Screen screen) {
        return last instanceof Act.Touch(String id)
                && (id.equals("next") || id.equals(wanted(screen)))
                && screen.alert()
                        .filter(alert -> alert.level() == Screen.Alert.Level.ERROR)
                        .isPresent();
    }

    private String wanted(Screen screen) {
        Deque<String> script = choices.get(screen.key());
        return script == null ? "" : script.element();
    }

    private void tryOthers(Screen screen) {
        List<Deque<String>> here = new ArrayList<>();
        switch (screen.body()) {
            case Screen.TextEntry(Screen.Entry entry) -> add(texts, entry.target(), here);
            case Screen.PartsEntry(List<Screen.Entry> parts, int _, String _, var _) ->
                    parts.forEach(part -> add(texts, part.target(), here));
            case Screen.Choices _ -> add(choices, screen.key(), here);
            default -> {}
        }
        List<Deque<String>> others = here.stream().filter(values -> values.size() > 1).toList();
        if (others.isEmpty()) {
            throw lost(screen);
        }
        others.forEach(Deque::remove);
    }

    private static void add(
            Map<String, Deque<String>> script, String place, Collection<Deque<String>> here) {
        Deque<String> values = script.get(place);
        if (values != null) {
            here.add(values);
        }
    }

    // ---- pages

    private Optional<Act> cell(List<Screen.Cell> cells, Optional<Screen.Control> more) {
        String wanted = "service." + service;
        return cells.stream()
                .map(cell -> cell.control().id())
                .filter(wanted::equals)
                .findFirst()
                .or(() -> more.map(Screen.Control::id))
                .map(Act.Touch::new);
    }

    private Act search(Screen screen, Screen.Search search) {
        Optional<Act> hit = cell(search.hits(), search.showHits());
        Deque<String> words = texts.get(search.entry().target());
        if (hit.isPresent() || words == null) {
            return hit.orElseThrow(() -> lost(screen));
        }
        return words.element().equals(search.entry().value())
                ? new Act.Wait()
                : new Act.Type(search.entry().target(), words.element());
    }

    private Act type(Screen screen, List<Screen.Entry> entries) {
        for (Screen.Entry entry : entries) {
            Deque<String> values = texts.get(entry.target());
            if (values != null && !values.element().equals(entry.value())) {
                return new Act.Type(entry.target(), values.element());
            }
        }
        return onwards(screen);
    }

    private Act choose(Screen screen, Screen.Choices body) {
        Deque<String> script = choices.get(screen.key());
        Optional<String> selected =
                body.choices().stream()
                        .filter(choice -> choice.selected() && choice.blocked().isEmpty())
                        .map(choice -> choice.control().id())
                        .findFirst();
        if (script == null) {
            return selected.isPresent() ? onwards(screen) : firstFree(screen, body);
        }
        String wanted = script.element();
        if (selected.filter(wanted::equals).isPresent()) {
            return onwards(screen);
        }
        return body.choices().stream()
                .map(choice -> choice.control().id())
                .filter(wanted::equals)
                .findFirst()
                .or(() -> body.more().map(Screen.Control::id))
                .<Act>map(Act.Touch::new)
                .orElseThrow(() -> lost(screen));
    }

    private static Act firstFree(Screen screen, Screen.Choices body) {
        return body.choices().stream()
                .filter(choice -> choice.blocked().isEmpty())
                .map(choice -> choice.control().id())
                .findFirst()
                .or(() -> body.more().map(Screen.Control::id))
                .<Act>map(Act.Touch::new)
                .orElseThrow(() -> lost(screen));
    }

    private Act count(Screen screen, List<Screen.Counter> counters) {
        for (Screen.Counter counter : counters) {
            String tariff = counter.more().id().substring("more.".length());
            int wanted = counts.getOrDefault(tariff, 0);
            if (counter.count() != wanted) {
                Screen.Control step = counter.count() < wanted ? counter.more() : counter.less();
                return new Act.Touch(step.id());
            }
        }
        return onwards(screen);
    }

    private Act check(Screen screen, Screen.Summary summary) {
        Correction correction = corrections.peek();
        if (correction == null) {
            return onwards(screen);
        }
        String change = correction.controlId();
        boolean here =
                summary.rows().stream()
                        .flatMap(row -> row.change().stream())
                        .anyMatch(control -> control.id().equals(change));
        if (here) {
            corrections.remove();
            correction.rethink().accept(this);
            return new Act.Touch(change);
        }
        return summary.more()
                .<Act>map(more -> new Act.Touch(more.id()))
                .orElseThrow(() -> lost(screen));
    }

    private Act pay(Screen screen, Screen.Qr qr) {
        if (!pays) {
            pays = true;
            return screen.back()
                    .<Act>map(back -> new Act.Touch(back.id()))
                    .orElseThrow(() -> lost(screen));
        }
        if (scanned) {
            return new Act.Wait();
        }
        scanned = true;
        return new Act.Scan(qr.content());
    }
}
