package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.LocalizedText;
import java.net.URI;
import java.util.Optional;

/// A service that somebody else does on a site of theirs (EfA, "Einer für Alle", and federal services): the terminal leads there by QR.
///
/// @param name of whoever does it
/// @param address with LeiKa and regional key in it, where the site takes them
/// @param leika 14 digits, or empty
/// @param region AGS (8 digits) or ARS (12 digits) of the city, or empty
public record Forwarding(LocalizedText name, URI address, String leika, String region) {
    private static final String LEIKA = "{leika}";
    private static final String REGION = "{region}";

    /// The forwarding that a node describes; empty where it has mistakes, which are reported.
    ///
    /// @param usual LeiKa key of the service, or empty
    static Optional<Forwarding> read(ConfigNode node, String usual) {
        LocalizedText name = node.at("name").localized();
        ConfigNode urlNode = node.at("url");
        String leika =
                node.find("leika")
                        .map(it -> it.text("99[0-9]{12}", "a LeiKa key (14 digits, 99 first)"))
                        .orElse(usual);
        String region =
                node.find("region")
                        .map(it ->
                                it.text(
                                        "[0-9]{8}|[0-9]{12}",
                                        "an AGS (8 digits) or ARS (12 digits)"))
                        .orElse("");
        node.noOthers();
        String written = urlNode.text();
        if ((written.contains(LEIKA) && leika.isEmpty())
                || (written.contains(REGION) && region.isEmpty())) {
            urlNode.report("the address asks for a key that is not there", "PKG-FORWARD");
            return Optional.empty();
        }
        Optional<URI> address = address(written.replace(LEIKA, leika).replace(REGION, region));
        if (address.isEmpty() && urlNode.present()) {
            urlNode.report(
                    "'" + written + "' is not an address beginning with https://", "PKG-FORWARD");
        }
        return address.map(uri -> new Forwarding(name, uri, leika, region));
    }

    /// An address of the web that a telephone may open.
    static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && text.length() <= 600
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
