package de.koblenz.kiosk.config;

import java.util.Optional;

/// One device of the terminal: what it is, where it is, and what is set differently from its profile.
///
/// @param profile name of a profile in `device-profiles/`
/// @param profilePlace where the profile is named, for mistakes that show only when profiles are read
/// @param port where it is plugged in
/// @param line what this device's line has other than the profile says
public record DeviceSettings(
        String profile, Place profilePlace, PortAddress port, LineOverride line) {

    /// What a device does at the terminal. The key in the file is the name in lower case with hyphens.
    public enum Role {
        /// Prints receipts, tickets and copies.
        RECEIPT_PRINTER
    }

    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /// DTR/DSR is missing on purpose: the serial library ignores it silently.
    public enum FlowControl {
        NONE,
        RTS_CTS,
        XON_XOFF
    }

    /// Serial settings of this one device; empty where the profile's holds.
    public record LineOverride(
            Optional<Integer> baudRate,
            Optional<Integer> dataBits,
            Optional<Parity> parity,
            Optional<Integer> stopBits,
            Optional<FlowControl> flowControl) {
        /// Nothing differs from the profile.
        public static final LineOverride NONE =
                new LineOverride(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    static DeviceSettings read(ConfigNode node) {
        ConfigNode profile = node.at("profile");
        String name = ValueForms.foreignId(profile);
        PortAddress port = PortAddress.read(node.at("port"));
        LineOverride line =
                node.find("overrides").map(DeviceSettings::readLine).orElse(LineOverride.NONE);
        node.noOthers();
        return new DeviceSettings(name, profile.place(), port, line);
    }

    private static LineOverride readLine(ConfigNode overrides) {
        Optional<ConfigNode> serial = overrides.find("serial");
        overrides.noOthers();
        if (serial.isEmpty()) {
            if (!overrides.isMapping()) {
                overrides.report("expected keys and values here", "CFG-TYPE");
            }
            return LineOverride.NONE;
        }
        ConfigNode node = serial.get();
        if (!node.isMapping()) {
            node.report("expected keys and values here", "CFG-TYPE");
        }
        LineOverride line =
                new LineOverride(
                        node.find("baudRate").map(value -> value.integer(1_200, 921_600)),
                        node.find("dataBits").map(value -> value.integer(7, 8)),
                        node.find("parity").map(value -> value.oneOf(Parity.class)),
                        node.find("stopBits").map(value -> value.integer(1, 2)),
                        node.find("flowControl").map(value -> value.oneOf(FlowControl.class)));
        node.noOthers();
        return line;
    }
}
