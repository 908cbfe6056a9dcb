package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.health.command.Command;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.input.KeyCode;

/// A command that operators can send. A new kind is a new line of the list.
///
/// @param kind its word on the wire
/// @param key with the control key, wherever commands can be sent
/// @param forcible whether it waits for citizens unless somebody forces it
/// @param asked what has to be written before it is sent
/// @param command made of what was written, by its name in [#asked()]; throws [IllegalArgumentException] where that is none
record CommandChoice(
        String kind,
        KeyCode key,
        boolean forcible,
        List<String> asked,
        Function<Map<String, String>, Command> command) {
    /// All of them, in the order of the bar.
    static final List<CommandChoice> ALL =
            List.of(
                    new CommandChoice(
                            "outOfService",
                            KeyCode.B,
                            true,
                            List.of("de", "en"),
                            CommandChoice::outOfService),
                    plain("inService", KeyCode.I, false, new Command.InService()),
                    plain("restart", KeyCode.R, true, new Command.Restart()),
                    plain("rebirth", KeyCode.U, false, new Command.Rebirth()),
                    plain("testPrint", KeyCode.P, true, new Command.TestPrint()),
                    plain("screenshot", KeyCode.S, false, new Command.Screenshot()),
                    new CommandChoice(
                            "logs",
                            KeyCode.L,
                            false,
                            List.of("lines"),
                            written -> new Command.Logs(Integer.parseInt(of(written, "lines")))),
                    new CommandChoice(
                            "configuration",
                            KeyCode.G,
                            true,
                            List.of("archive", "sha256", "bytes"),
                            written ->
                                    new Command.Configuration(
                                            URI.create(of(written, "archive")),
                                            of(written, "sha256"),
                                            Long.parseLong(of(written, "bytes")))),
                    new CommandChoice(
                            "softwareUpdate",
                            KeyCode.V,
                            true,
                            List.of("version", "archive", "sha256"),
                            written ->
                                    new Command.SoftwareUpdate(
                                            of(written, "version"),
                                            URI.create(of(written, "archive")),
                                            of(written, "sha256"))));

    CommandChoice {
        asked = List.copyOf(asked);
    }

    private static CommandChoice plain(
            String kind, KeyCode key, boolean forcible, Command command) {
        return new CommandChoice(kind, key, forcible, List.of(), _ -> command);
    }

    private static String of(Map<String, String> written, String name) {
        return written.getOrDefault(name, "");
    }

    /// A text that is left empty leaves the usual words of that language.
    private static Command outOfService(Map<String, String> written) {
        Map<String, String> notice = new HashMap<>(written);
        notice.values().removeIf(String::isBlank);
        return new Command.OutOfService(notice);
    }
}
