package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Commands to the terminals that are chosen. FX thread only.
final class CommandBar extends HBox {
    private static final int MOST_SHOWN = 8;

    private final Workplace place;
    private final Supplier<List<TerminalId>> chosen;

    /// @param chosen the terminals that it is about
    CommandBar(Workplace place, Supplier<List<TerminalId>> chosen) {
        this.place = place;
        this.chosen = chosen;
        getChildren()
                .add(
                        Parts.button(
                                place.of("monitor.command.open"),
                                place.of("monitor.key.command"),
                                this::choose));
    }

    boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.K) {
            choose();
            return true;
        }
        if (event.isShortcutDown()) {
            for (CommandChoice choice : CommandChoice.ALL) {
                if (choice.key() == event.getCode()) {
                    ask(choice);
                    return true;
                }
            }
        }
        return false;
    }

    /// Shows all commands.
    private void choose() {
        List<TerminalId> terminals = chosen.get();
        if (refused(terminals)) {
            return;
        }
        VBox list = Parts.column(8);
        for (CommandChoice choice : CommandChoice.ALL) {
            Node button =
                    Parts.button(
                            place.words.command(choice.kind()),
                            place.words.of("monitor.key.control", "key", choice.key().getName()),
                            () -> ask(choice),
                            "wide");
            Label meaning =
                    Parts.label(place.of("monitor.command." + choice.kind() + ".meaning"), "muted");
            list.getChildren().add(Parts.row(16, button, meaning));
        }
        place.sheets.show(place.of("monitor.command.open"), List.of(about(terminals), list));
    }

    private boolean refused(List<TerminalId> terminals) {
        if (terminals.isEmpty()) {
            place.sheets.tell(place.of("monitor.command.nobody"));
            return true;
        }
        if (!place.ports.sender().ready()) {
            place.sheets.tell(place.of("monitor.command.keyless"));
            return true;
        }
        return false;
    }

    private Label about(List<TerminalId> terminals) {
        String names =
                String.join(
                        ", ",
                        terminals.stream().limit(MOST_SHOWN).map(TerminalId::terminal).toList());
        int more = terminals.size() - MOST_SHOWN;
        return Parts.paragraph(
                more > 0
                        ? place.words.of(
                                "monitor.command.toMany",
                                Map.of("names", names, "number", Integer.toString(more)))
                        : place.words.of("monitor.command.to", "names", names),
                "muted");
    }

    private void ask(CommandChoice choice) {
        List<TerminalId> terminals = chosen.get();
        if (refused(terminals)) {
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(about(terminals));
        parts.add(Parts.paragraph(place.of("monitor.command." + choice.kind() + ".meaning")));
        Map<String, TextField> fields = new LinkedHashMap<>();
        for (String name : choice.asked()) {
            String label = place.of("monitor.command." + choice.kind() + "." + name);
            TextField field = new TextField();
            field.setPrefColumnCount(48);
            field.setAccessibleText(label);
            fields.put(name, field);
            parts.add(Parts.column(4, Parts.label(label, "field-label"), field));
        }
        CheckBox forced = new CheckBox(place.of("monitor.command.forced"));
        if (choice.forcible()) {
            parts.add(forced);
        }
        place.sheets.ask(
                place.words.command(choice.kind()),
                place.of("monitor.command.send"),
                () -> send(choice, terminals, fields, forced.isSelected()),
                parts);
    }

    private boolean send(
            CommandChoice choice,
            List<TerminalId> terminals,
            Map<String, TextField> fields,
            boolean forced) {
        Optional<Operator> operator = place.operator();
        if (operator.isEmpty()) {
            return true;
        }
        Map<String, String> written = new LinkedHashMap<>();
        fields.forEach((name, field) -> written.put(name, field.getText().strip()));
        if (written.values().stream().anyMatch(text -> text.length() > Command.LONGEST_NOTICE)) {
            place.sheets.tell(
                    place.words.of("monitor.command.long", "most", Command.LONGEST_NOTICE));
            return false;
        }
        Command command;
        try {
            command = choice.command().apply(written);
        } catch (IllegalArgumentException _) {
            place.sheets.tell(place.of("monitor.command.wrong"));
            return false;
        }
        Operator by = operator.get();
        place.desk.ask(
                () -> {
                    int sent = 0;
                    for (TerminalId terminal : terminals) {
                        sent +=
                                place.ports.sender().send(by, terminal, command, forced).isPresent()
                                        ? 1
                                        : 0;
                    }
                    return sent;
                },
                sent ->
                        place.sheets.tell(
                                sent == 0
                                        ? place.words.of(
                                                "monitor.tell.refused",
                                                Map.of(
                                                        "action",
                                                        place.words.command(choice.kind()),
                                                        "role",
                                                        place.words.role(
                                                                place.may(Role.OPERATE)
                                                                        ? Role.OPERATE
                                                                        : Role.VIEW)))
                                        : place.words.of(
                                                "monitor.command.sent",
                                                Map.of(
                                                        "command",
                                                        place.words.command(choice.kind()),
                                                        "number",
                                                        Integer.toString(sent)))));
        return true;
    }
}
