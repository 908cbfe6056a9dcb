package de.koblenz.kiosk.device.profile;

/// How a printer tells its state.
public enum StatusProtocol {
    /// `DLE EOT 1` to `4` on request.
    DLE_EOT,
    /// As [#DLE_EOT], and four bytes by itself at every change (`GS a`).
    EPSON_ASB,
    /// Custom's `DLE EOT 20`; its drivers here ask `DLE EOT 1` to `4`, which these printers answer as well.
    CUSTOM_FULL_STATUS,
    /// Star's automatic status.
    STAR_ASB,
    /// Not at all: the printer is taken to be ready while its port can be opened.
    NONE
}
