package de.koblenz.kiosk.config;

import java.net.URI;
import java.net.URISyntaxException;

/// The address of an outside service: encrypted, unless it is on this machine.
final class WebAddress {
    /// Stands in where the file has none; `.invalid` never resolves (RFC 2606).
    private static final URI SUBSTITUTE = URI.create("https://missing.invalid/");

    private WebAddress() {}

    /// An `https` address; `http` only to the machine itself.
    static URI read(ConfigNode node) {
        return read(node, "https", "http", SUBSTITUTE);
    }

    /// An `mqtts` address of a broker; `mqtt` only to the machine itself.
    static URI broker(ConfigNode node) {
        URI address = read(node, "mqtts", "mqtt", URI.create("mqtts://missing.invalid"));
        if (!address.getPath().isEmpty() && !address.getPath().equals("/")) {
            node.report("the address of a broker has no path", "CFG-URL");
        }
        return address;
    }

    /// A `ws` address on this machine, and nowhere else: PINs go there.
    static URI socket(ConfigNode node) {
        URI substitute = URI.create("ws://127.0.0.1/");
        URI address = read(node, "ws", "ws", substitute);
        return isThisMachine(address.getHost()) ? address : substitute;
    }

    private static URI read(ConfigNode node, String encrypted, String plain, URI substitute) {
        if (!node.present()) {
            return substitute;
        }
        URI address;
        try {
            address = new URI(node.text());
        } catch (URISyntaxException e) {
            node.report("'" + node.text() + "' is not an address", "CFG-URL");
            return substitute;
        }
        boolean known = encrypted.equals(address.getScheme()) || plain.equals(address.getScheme());
        if (!known || address.getHost() == null || address.getRawQuery() != null) {
            node.report(
                    "'" + node.text() + "' is not an address such as " + encrypted + "://host/",
                    "CFG-URL");
            return substitute;
        }
        if (address.getRawUserInfo() != null) {
            node.report("user and password do not belong into an address", "CFG-SECRET-INLINE");
            return substitute;
        }
        if (plain.equals(address.getScheme()) && !isThisMachine(address.getHost())) {
            node.report(
                    encrypted.equals(plain)
                            ? "'" + node.text() + "' is not on this machine"
                            : "'" + node.text() + "' is not encrypted: use " + encrypted + "://",
                    "CFG-INSECURE");
        }
        return address;
    }

    /// By its spelling: no name is looked up while reading.
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
