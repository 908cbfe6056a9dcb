package de.koblenz.kiosk.citizen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One way through a part of the terminal, and the pages seen on it. One thread.
abstract class PageTour {
    private final Map<String, EveryPage> seen = new LinkedHashMap<>();
    TestTerminal terminal = TestTerminal.open();

    /// Goes the way.
    abstract void walk();

    /// The pages in the order in which they were seen first.
    final List<EveryPage> all() {
        walk();
        return List.copyOf(seen.values());
    }

    /// Keeps the page that is shown now, unless one of that name is kept.
    final void see(String name) {
        seen.putIfAbsent(name, page(name));
    }

    /// Keeps the page that is shown now in the place of one of that name.
    final void seeInstead(String name) {
        seen.put(name, page(name));
    }

    private EveryPage page(String name) {
        return new EveryPage(name, terminal.state(), terminal.moment());
    }

    final void newTerminal() {
        terminal = TestTerminal.open();
    }
}
