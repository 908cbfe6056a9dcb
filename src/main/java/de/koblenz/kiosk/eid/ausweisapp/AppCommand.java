package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Commands to the AusweisApp (its SDK, "Commands", API level 2) as text frames. Stateless.
final class AppCommand {
    static final int LEVEL = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AppCommand() {}

    static String setApiLevel() {
        return command("SET_API_LEVEL").put("level", LEVEL).toString();
    }

    /// A command without parameters.
    static String of(String name) {
        return command(name).toString();
    }

    static String runAuth(String tcToken) {
        return command("RUN_AUTH").put("tcTokenURL", tcToken).put("status", false).toString();
    }

    static String runChangePin() {
        return command("RUN_CHANGE_PIN").put("status", false).toString();
    }

    /// @param chosen names of the optional rights that stay
    static String setAccessRights(Set<String> chosen) {
        ObjectNode command = command("SET_ACCESS_RIGHTS");
        ArrayNode chat = command.putArray("chat");
        new TreeSet<>(chosen).forEach(chat::add);
        return command.toString();
    }

    /// Says that the secret was typed at the reader.
    static String entered(Entry entry) {
        return of(name(entry));
    }

    /// The frame that carries a secret, never in a `String`: whoever gets it overwrites it.
    static char[] entered(Entry entry, Secret secret) {
        char[] head = ("{\"cmd\":\"" + name(entry) + "\",\"value\":\"").toCharArray();
        return secret.use(digits -> {
            char[] frame = new char[head.length + digits.length + 2];
            System.arraycopy(head, 0, frame, 0, head.length);
            for (int i = 0; i < digits.length; i++) {
                frame[head.length + i] = (char) digits[i];
            }
            frame[frame.length - 2] = '"';
            frame[frame.length - 1] = '}';
            return frame;
        });
    }

    /// A harmless command at least as long as any frame with a secret.
    static String overwriting() {
        return of("GET_INFO") + " ".repeat(64);
    }

    private static String name(Entry entry) {
        return switch (entry) {
            case PIN -> "SET_PIN";
            case CAN -> "SET_CAN";
            case PUK -> "SET_PUK";
            case NEW_PIN -> "SET_NEW_PIN";
        };
    }

    private static ObjectNode command(String name) {
        return JSON.createObjectNode().put("cmd", name);
    }
}
