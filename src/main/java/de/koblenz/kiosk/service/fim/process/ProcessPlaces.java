package de.koblenz.kiosk.service.fim.process;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Where the elements of a process stand in its file: the model that is made of it forgets that. Reading them first also keeps away files
/// that are too large or too deep, and document types (with their entities), before a tree of them is built. Immutable.
final class ProcessPlaces {
    static final int MOST_BYTES = 8 << 20;
    private static final int MOST_DEPTH = 64;
    private static final int MOST_ELEMENTS = 200_000;

    /// A place in a file, both from 1.
    record Place(int line, int column) {
        static final Place FIRST = new Place(1, 1);
    }

    /// The file cannot be read; the message tells why, for the person who edits it.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        Unreadable(String message, Place place) {
            super(message, null, false, false);
            this.line = place.line();
            this.column = place.column();
        }

        Place place() {
            return new Place(line, column);
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    private ProcessPlaces() {}

    /// @throws Unreadable if it is no XML, or more than a process can be
    static ProcessPlaces read(byte[] xml) throws Unreadable {
        if (xml.length > MOST_BYTES) {
            throw new Unreadable("the file is larger than 8 MiB", Place.FIRST);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ProcessPlaces places = new ProcessPlaces();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            places.walk(reader);
            reader.close();
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    "this is no well-formed XML without a document type", place(e.getLocation()));
        }
        return places;
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD ->
                        throw new Unreadable(
                                "a document type is not allowed", place(reader.getLocation()));
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    elements++;
                    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS) {
                        throw new Unreadable(
                                depth > MOST_DEPTH
                                        ? "elements lie deeper than 64"
                                        : "there are more than 200,000 elements",
                                place(reader.getLocation()));
                    }
                    String id = reader.getAttributeValue(null, "id");
                    if (id != null) {
                        places.putIfAbsent(id, place(reader.getLocation()));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static Place place(Location location) {
        return location == null || location.getLineNumber() < 1
                ? Place.FIRST
                : new Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    }

    Place of(String id) {
        return Optional.ofNullable(places.get(id)).orElse(Place.FIRST);
    }
}
