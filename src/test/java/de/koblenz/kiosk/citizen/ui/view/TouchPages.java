package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.List;
import java.util.Optional;

/// Four plain pages to touch, whose names and values a test can count on.
record TouchPages(ScreenLook look) {
    Screen named(String name) {
        return switch (name) {
            case "entry" ->
                    page(name, entry("address.street", "Löhrstraße", Entry.Keyboard.LETTERS, 60));
            case "decimal" ->
                    page(name, entry("vehicle.length", "4284", Entry.Keyboard.DECIMAL, 6));
            case "choices" ->
                    page(
                            name,
                            new Screen.Choices(
                                    List.of(choice("altstadt"), choice("luetzel")),
                                    Optional.empty(),
                                    ""));
            case "summary" ->
                    page(
                            name,
                            new Screen.Summary(
                                    List.of(
                                            new Screen.SummaryRow(
                                                    "Gebiet", "Altstadt", Optional.empty())),
                                    "Gebühr",
                                    "179,34 €",
                                    Optional.empty()));
            default -> throw new AssertionError("no page " + name);
        };
    }

    private static Screen.Body entry(String target, String value, Entry.Keyboard keys, int most) {
        return new Screen.TextEntry(new Entry(target, "Angabe", value, "", keys, most, "", ""));
    }

    private static Screen.Choice choice(String code) {
        SessionEvent chosen = new SessionEvent.OptionChosen("field", code);
        return new Screen.Choice(control("choice." + code, chosen), "", false, "");
    }

    private static Control control(String id, SessionEvent action) {
        return new Control(id, id, Symbol.NONE, action);
    }

    private Screen page(String key, Screen.Body body) {
        return new Screen(
                key,
                look,
                "Bürgeramt",
                "",
                "",
                "Frage",
                "",
                Optional.empty(),
                body,
                Optional.of(control("back", new SessionEvent.BackPressed())),
                Optional.of(
                        new Control("next", "next", Symbol.NEXT, new SessionEvent.NextPressed())),
                List.of(),
                "");
    }
}
