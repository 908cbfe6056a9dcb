package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets a [CityCitizen] go through a package by what stands on the pages, up to the placed order. Not thread-safe.
public final class PackageCitizen {
    private static final int MOST_ACTS = 600;

    private final TestTerminal terminal;
    private final CityCitizen citizen;
    private final Journey journey;
    private final List<String> seen = new ArrayList<>();

    public PackageCitizen(TestTerminal terminal, CityCitizen citizen) {
        this.terminal = terminal;
        this.citizen = citizen;
        this.journey = terminal.journeys().find(citizen.service()).orElseThrow();
    }

    /// Keys of the pages in the order in which they came.
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /// From the page of the service until the order is placed.
    public void order() {
        order(_ -> {});
    }

    /// @param look at every page
    public void order(Consumer<Screen> look) {
        terminal.send(new SessionEvent.ServiceChosen(citizen.service()));
        for (int i = 0; i < MOST_ACTS && terminal.world().placed().isEmpty(); i++) {
            Screen screen = terminal.screen();
            if (seen.isEmpty() || !seen.getLast().equals(screen.key())) {
                seen.add(screen.key());
            }
            look.accept(screen);
            act(screen);
        }
        if (terminal.world().placed().isEmpty()) {
            throw new AssertionError(citizen + " goes round in circles at " + terminal.screen());
        }
    }

    private void act(Screen screen) {
        if (terminal.session().card().isPresent()) {
            card(screen);
            return;
        }
        switch (screen.body()) {
            case Screen.TextEntry(Screen.Entry entry) -> type(entry);
            case Screen.PartsEntry(List<Screen.Entry> parts, int _, String _, var _) ->
                    parts.forEach(this::type);
            case Screen.Choices choices -> {
                if (choose(screen, choices)) {
                    return;
                }
            }
            case Screen.Search search -> {
                if (seek(search)) {
                    return;
                }
            }
            case Screen.Instances group -> {
                if (group.instances().size() < entries(screen)) {
                    terminal.touch("add");
                    return;
                }
            }
            default -> {}
        }
        onwards();
    }

    private void onwards() {
        terminal.touch("next");
        Screen after = terminal.screen();
        boolean refused =
                after.alert()
                        .filter(alert -> alert.level() == Screen.Alert.Level.ERROR)
                        .isPresent();
        if (refused) {
            throw new AssertionError(citizen + " is refused: " + after.alert() + " " + after);
        }
    }

    /// The card is laid on as soon as the terminal waits for it.
    private void card(Screen screen) {
        if (screen.next().isPresent()) {
            terminal.touch("next");
        } else {
            terminal.send(
                    new SessionEvent.CardMoved(
                            terminal.session().card().orElseThrow().id(),
                            new CardStep.Identifying(TestCard.read())));
        }
    }

    private Optional<String> answer(String target) {
        return Optional.ofNullable(
                citizen.answers().get(FieldPath.parse(target).definition().toString()));
    }

    private int entries(Screen screen) {
        String page = screen.key().substring(screen.key().lastIndexOf('.') + 1);
        return citizen.entries().entrySet().stream()
                .filter(entry -> FieldPath.parse(entry.getKey()).id().equals(page))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("how many? " + screen));
    }

    private void type(Screen.Entry entry) {
        String[] target = entry.target().split("#", -1);
        String said = answer(target[0]).orElse("");
        if (target.length == 1 || said.isEmpty()) {
            terminal.type(entry.target(), said);
            return;
        }
        boolean date = said.contains("-");
        String[] parts = said.split(date ? "-" : ":", -1);
        int part = Integer.parseInt(target[1]);
        String digits = parts[date ? parts.length - 1 - part : part];
        terminal.type(entry.target(), date ? Integer.toString(Integer.parseInt(digits)) : digits);
    }

    /// Whether something was touched.
    private boolean choose(Screen screen, Screen.Choices choices) {
        String wanted =
                switch (screen.key()) {
                    case "identity" -> "identity.CARD";
                    case "copy" -> "copy.PAPER";
                    default ->
                            target(choices)
                                    .flatMap(this::answer)
                                    .map(code -> "option." + code)
                                    .orElse("");
                };
        for (Screen.Choice choice : choices.choices()) {
            if (choice.control().id().equals(wanted)) {
                if (!choice.selected()) {
                    terminal.touch(wanted);
                }
                return !choice.selected();
            }
        }
        if (wanted.isEmpty()) {
            return false;
        }
        terminal.touch(choices.more().orElseThrow(() -> new AssertionError(screen)).id());
        return true;
    }

    private static Optional<String> target(Screen.Choices choices) {
        return choices.choices().getFirst().control().action()
                        instanceof SessionEvent.OptionChosen(String field, String _)
                ? Optional.of(field)
                : Optional.empty();
    }

    private boolean seek(Screen.Search search) {
        if (!(search.hits().getFirst().control().action()
                instanceof SessionEvent.OptionChosen(String field, String _))) {
            throw new AssertionError("a search for what? " + search);
        }
        Optional<String> code = answer(field);
        if (code.isEmpty() || !search.entry().value().isEmpty()) {
            return false;
        }
        FieldPath path = FieldPath.parse(field);
        Field asked = journey.questionnaire().form().field(path).orElseThrow();
        String key = new JourneyTexts(journey).option(path, asked.type(), code.get());
        terminal.type("search", terminal.locales().texts("de").of(key));
        terminal.touch("option." + code.get());
        return true;
    }
}
