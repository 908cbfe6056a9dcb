package de.koblenz.kiosk.config;

import java.net.URI;

/// The document scanner of this terminal. A terminal without this section has none.
///
/// @param address of eSCL: on this machine where `ipp-usb` gives a scanner at USB one, otherwise encrypted
public record ScannerSettings(URI address) {
    static ScannerSettings read(ConfigNode node) {
        ScannerSettings settings = new ScannerSettings(WebAddress.read(node.at("address")));
        node.noOthers();
        return settings;
    }
}
