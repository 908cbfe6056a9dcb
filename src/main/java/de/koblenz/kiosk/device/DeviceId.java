package de.koblenz.kiosk.device;

/// Name of a device at one terminal, stable over restarts (`receipt-printer`); no serial number, no person.
///
/// @param value lower-case letters, digits and hyphens, at most 40
public record DeviceId(String value) {
    public DeviceId {
        if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not a device name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
