package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.Symbol;

/// A citizen who fills in any form with what fits, one instance of each group, up to check-answers.
///
/// @param terminal that shows the form
public record Filling(TestTerminal terminal) {
    private static final int MOST_PAGES = 400;

    public void toTheEnd() {
        for (int i = 0; i < MOST_PAGES && !terminal.screen().key().equals("check"); i++) {
            page(terminal.screen());
        }
        if (!terminal.screen().key().equals("check")) {
            throw new AssertionError("stopped at " + terminal.screen());
        }
    }

    private void page(Screen screen) {
        switch (screen.body()) {
            case Screen.TextEntry(Screen.Entry entry) -> type(entry);
            case Screen.PartsEntry(var parts, int _, String _, var _) -> parts.forEach(this::type);
            case Screen.Choices choices
                    when choices.choices().stream().noneMatch(Screen.Choice::selected) ->
                    terminal.touch(choices.choices().getFirst().control().id());
            case Screen.Search search when search.hits().stream().noneMatch(Filling::chosen) ->
                    terminal.touch(search.hits().getFirst().control().id());
            case Screen.Instances group when group.instances().isEmpty() -> {
                terminal.touch("add");
                return;
            }
            default -> {}
        }
        terminal.touch("next");
        if (terminal.screen().alert().isPresent()) {
            throw new AssertionError("refused at " + terminal.screen() + terminal.screen().alert());
        }
    }

    private static boolean chosen(Screen.Cell hit) {
        return hit.control().symbol() == Symbol.CHECK;
    }

    private void type(Screen.Entry entry) {
        String text =
                entry.target().endsWith("#0")
                        ? "12"
                        : entry.target().endsWith("#1")
                                ? "10"
                                : entry.target().endsWith("#2") ? "1990" : plain(entry);
        terminal.type(entry.target(), text);
    }

    private static String plain(Screen.Entry entry) {
        return switch (entry.keyboard()) {
            case LETTERS -> "Mustermann";
            case DIGITS -> "56073";
            case DECIMAL -> "12,5";
            case PHONE -> "+492611234567";
            case EMAIL -> "name@beispiel.de";
        };
    }
}
