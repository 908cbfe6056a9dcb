package de.koblenz.kiosk.device;

/// State of a device in the words of XFS4IoT (Common.Status, `device`).
public enum DeviceState {
    /// Works.
    ONLINE,
    /// Present, but its user or an operator switched it off-line.
    OFFLINE,
    /// Present without power.
    POWER_OFF,
    /// Not there: port gone, cable out.
    NO_DEVICE,
    /// Needs a technician.
    HARDWARE_ERROR,
    /// Somebody must do something at the device: paper, cover, jam.
    USER_ERROR,
    /// Works on something and cannot take more.
    DEVICE_BUSY,
    /// Being opened.
    STARTING
}
