package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.health.command.Command;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.input.KeyCode;

/// A command that operators can send. A new kind is a new line of the list.
///
/// @param kind its word on the wire
/// @param key with the control key, wherever commands can be sent
/// @param asked what has to be written before it is sent
/// @param command made of what was written, by its name in [#asked()]
record CommandChoice(
        String kind,
        KeyCode key,
        List<String> asked,
        Function<Map<String, String>, Command> command) {
    /// All of them, in the order of the bar.
    static final List<CommandChoice> ALL =
            List.of(
                    new CommandChoice(
                            "outOfService",
                            KeyCode.B,
                            List.of("de", "en"),
                            CommandChoice::outOfService),
                    new CommandChoice(
                            "inService", KeyCode.I, List.of(), _ -> new Command.InService()),
                    new CommandChoice("restart", KeyCode.R, List.of(), _ -> new Command.Restart()),
                    new CommandChoice("rebirth", KeyCode.U, List.of(), _ -> new Command.Rebirth()),
                    new CommandChoice(
                            "testPrint", KeyCode.P, List.of(), _ -> new Command.TestPrint()));

    CommandChoice {
        asked = List.copyOf(asked);
    }

    /// A text that is left empty leaves the usual words of that language.
    private static Command outOfService(Map<String, String> written) {
        Map<String, String> notice = new java.util.HashMap<>(written);
        notice.values().removeIf(String::isBlank);
        return new Command.OutOfService(notice);
    }
}
