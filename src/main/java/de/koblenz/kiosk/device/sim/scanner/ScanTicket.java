package de.koblenz.kiosk.device.sim.scanner;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a client asks for (`scan:ScanSettings`).
///
/// @param source `Platen` or `Feeder`
/// @param left of the region, in 300ths of an inch
/// @param top of the region
record ScanTicket(
        String source,
        String colourMode,
        String format,
        int dpi,
        int left,
        int top,
        int width,
        int height) {
    private static final String SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03";
    private static final String PWG = "http://www.pwg.org/schemas/2010/12/sm";

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    /// Reads what a client sent.
    ///
    /// @return empty if it is no ticket
    static Optional<ScanTicket> read(byte[] xml) {
        Map<String, String> said = new HashMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            String name = "";
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String space = String.valueOf(reader.getNamespaceURI());
                        if (!space.equals(SCAN) && !space.equals(PWG)) {
                            return Optional.empty();
                        }
                        name = (space.equals(SCAN) ? "scan:" : "pwg:") + reader.getLocalName();
                        said.putIfAbsent(name, "");
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (said.getOrDefault(name, "").isEmpty()) {
                            said.put(name, text.toString().strip());
                        }
                        text.setLength(0);
                    }
                    default -> {
                        // Comments and the like.
                    }
                }
            }
            if (!said.containsKey("scan:ScanSettings")
                    || !said.getOrDefault("pwg:Version", "").startsWith("2.")
                    || !said.getOrDefault("scan:XResolution", "x")
                            .equals(said.getOrDefault("scan:YResolution", "y"))) {
                return Optional.empty();
            }
            return Optional.of(
                    new ScanTicket(
                            said.getOrDefault("pwg:InputSource", "Platen"),
                            said.getOrDefault("scan:ColorMode", "RGB24"),
                            said.getOrDefault(
                                    "scan:DocumentFormatExt",
                                    said.getOrDefault("pwg:DocumentFormat", "image/jpeg")),
                            number(said, "scan:XResolution"),
                            number(said, "pwg:XOffset"),
                            number(said, "pwg:YOffset"),
                            number(said, "pwg:Width"),
                            number(said, "pwg:Height")));
        } catch (XMLStreamException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, String> said, String name) {
        return Integer.parseUnsignedInt(said.getOrDefault(name, "0"));
    }
}
