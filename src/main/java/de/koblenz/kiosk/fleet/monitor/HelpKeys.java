package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;

/// Which key does what. FX thread only.
final class HelpKeys {
    /// Keys and what they do, by the texts' keys.
    private static final List<List<String>> KEYS =
            List.of(
                    List.of("F1", "monitor.help"),
                    List.of("F2", "monitor.page.overview"),
                    List.of("F3", "monitor.page.alarms"),
                    List.of("F4", "monitor.page.maintenance"),
                    List.of("F6", "monitor.page.audit"),
                    List.of("F7", "monitor.page.report"),
                    List.of("F5", "monitor.help.order"),
                    List.of("F9", "monitor.theme"),
                    List.of("F12", "monitor.signOut"),
                    List.of("Tab", "monitor.help.tab"),
                    List.of("Enter", "monitor.help.enter"),
                    List.of("Esc", "monitor.help.escape"));

    private HelpKeys() {}

    static List<Node> lines(FleetWords words) {
        GridPane grid = new GridPane(20, 8);
        int row = 0;
        for (List<String> key : KEYS) {
            line(grid, row++, key.getFirst(), words.of(key.getLast()));
        }
        row = 0;
        GridPane more = new GridPane(20, 8);
        line(more, row++, words.of("monitor.key.search"), words.of("monitor.help.search"));
        line(more, row++, words.of("monitor.key.command"), words.of("monitor.command.open"));
        for (CommandChoice choice : CommandChoice.ALL) {
            line(
                    more,
                    row++,
                    words.of("monitor.key.control", "key", choice.key().getName()),
                    words.command(choice.kind()));
        }
        for (AlarmHandling.Deed deed : AlarmHandling.Deed.values()) {
            line(
                    more,
                    row++,
                    words.of("monitor.key." + deed.name()),
                    words.of("monitor.deed." + deed.name()));
        }
        line(more, row++, words.of("monitor.key.control", "key", "M"), words.action("OpenWindow"));
        line(more, row++, words.of("monitor.key.control", "key", "N"), words.action("Enrol"));
        line(more, row++, words.of("monitor.key.delete"), words.action("Retire"));
        line(more, row++, "1 2 3", words.of("monitor.help.range"));
        line(more, row, words.of("monitor.key.confirm"), words.of("monitor.help.confirm"));
        return List.of(Parts.row(60, grid, more));
    }

    private static void line(GridPane grid, int row, String key, String meaning) {
        grid.add(Parts.label(key, "key"), 0, row);
        grid.add(Parts.label(meaning), 1, row);
    }
}
