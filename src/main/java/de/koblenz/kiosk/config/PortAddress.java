package de.koblenz.kiosk.config;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a device is plugged in.
public sealed interface PortAddress {

    /// A serial line.
    ///
    /// @param device absolute path such as `/dev/serial/by-id/usb-Custom_VKP80II-if00`
    record Serial(Path device) implements PortAddress {}

    /// A device on the network.
    ///
    /// @param host name or IPv4 address
    /// @param port 1 to 65535; printers usually listen at 9100
    record Tcp(String host, int port) implements PortAddress {}

    Pattern TCP =
            Pattern.compile("tcp:([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):([0-9]{1,5})");

    static PortAddress read(ConfigNode node) {
        if (!node.present()) {
            return new Serial(Path.of("/dev/null"));
        }
        String text = node.text();
        Matcher tcp = TCP.matcher(text);
        if (tcp.matches()) {
            int port = Integer.parseInt(tcp.group(2));
            if (port < 1 || port > 65_535) {
                node.report(port + " is not a port from 1 to 65535", "CFG-PORT");
            }
            return new Tcp(tcp.group(1), port);
        }
        if (text.matches("/dev/tty(USB|ACM)[0-9]+")) {
            node.report(
                    "'"
                            + text
                            + "' changes with the order of plugging: take the name in /dev/serial/by-id/",
                    "CFG-PORT");
        } else if (!text.matches("/[^\\s\0]+")) {
            node.report(
                    "'" + text + "' is neither /dev/serial/by-id/… nor tcp:host:9100", "CFG-PORT");
            return new Serial(Path.of("/dev/null"));
        }
        return new Serial(Path.of(text));
    }
}
