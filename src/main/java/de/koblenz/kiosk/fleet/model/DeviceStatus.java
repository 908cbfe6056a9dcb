package de.koblenz.kiosk.fleet.model;

import java.util.Optional;

/// State of a device in the words of XFS4IoT (Common.Status, `device`). The data centre has a list of its own, since terminals of
/// several versions speak to it.
public enum DeviceStatus {
    ONLINE("online"),
    OFFLINE("offline"),
    POWER_OFF("powerOff"),
    NO_DEVICE("noDevice"),
    HARDWARE_ERROR("hardwareError"),
    USER_ERROR("userError"),
    DEVICE_BUSY("deviceBusy"),
    FRAUD_ATTEMPT("fraudAttempt"),
    POTENTIAL_FRAUD("potentialFraud"),
    STARTING("starting");

    private final String word;

    DeviceStatus(String word) {
        this.word = word;
    }

    /// As it stands on the wire.
    public String word() {
        return word;
    }

    /// @return empty for a word that this version does not know
    public static Optional<DeviceStatus> of(String word) {
        for (DeviceStatus status : values()) {
            if (status.word.equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
