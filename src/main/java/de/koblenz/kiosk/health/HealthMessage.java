package de.koblenz.kiosk.health;

/// What stands on a terminal's state topic: the terminal's own report, or that it is gone.
public sealed interface HealthMessage permits HealthReport, HealthMessage.Offline {

    /// The terminal is gone. The broker sends it in the terminal's name (MQTT v5.0 §3.1.2.5, will message), so it
    /// was written when the terminal connected.
    ///
    /// @param softwareVersion of the terminal
    record Offline(String softwareVersion) implements HealthMessage {
        public Offline {
            HealthReport.requireVersion(softwareVersion);
        }
    }
}
