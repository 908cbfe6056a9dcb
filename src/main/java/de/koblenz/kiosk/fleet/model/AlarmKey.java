package de.koblenz.kiosk.fleet.model;

/// What is wrong where. At most one alarm is open for a key.
///
/// @param office empty for the monitor itself
/// @param terminal empty for a whole office
/// @param device empty for the terminal itself
public record AlarmKey(AlarmKind kind, String office, String terminal, String device) {
    /// The monitor's own broker.
    public static final AlarmKey BROKER = new AlarmKey(AlarmKind.BROKER_LOST, "", "", "");

    static AlarmKey site(String office) {
        return new AlarmKey(AlarmKind.SITE_LOST, office, "", "");
    }

    static AlarmKey of(AlarmKind kind, TerminalId terminal) {
        return new AlarmKey(kind, terminal.office(), terminal.terminal(), "");
    }

    static AlarmKey of(AlarmKind kind, TerminalId terminal, String device) {
        return new AlarmKey(kind, terminal.office(), terminal.terminal(), device);
    }

    /// Type for people and machines, `device.receipt-printer.noDevice`.
    public String word() {
        return kind.word().replace("<x>", device);
    }
}
