package de.koblenz.kiosk.device.profile;

/// How a printer tells its state.
public enum StatusProtocol {
    /// `DLE EOT 1` to `4` on request.
    DLE_EOT,
    /// As [#DLE_EOT], and four bytes by itself at every change (`GS a`).
    EPSON_ASB,
    /// Custom's four bytes on request (`DLE EOT 20`) and at every change (`GS E0h`).
    CUSTOM_FULL_STATUS,
    /// Star's automatic status, asked for (`ESC ACK SOH`); the printer speaks Star line mode.
    STAR_ASB,
    /// Not at all: the printer is taken to be ready while its port can be opened.
    NONE
}
