package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through an XML file of strangers once, from front to back, and never holds more than the text of one element.
///
/// A document type declaration is refused, and with it every entity, external reference and entity bomb; so are elements
/// deeper than [#MOST_DEPTH] and files beyond [#MOST_BYTES]. Nothing is ever fetched.
///
/// ```
/// int here = cursor.depth();
/// while (cursor.child(here)) {
///     switch (cursor.name()) { … cursor.text() … }   // what is not read is skipped
/// }
/// ```
///
/// Not thread-safe: one reading, one thread.
final class XmlCursor {
    /// Published schemata stay below 4 MB.
    static final int MOST_BYTES = 32 * 1024 * 1024;

    /// Groups of a published schema lie at most a dozen deep, three elements each.
    static final int MOST_DEPTH = 100;

    private final XMLStreamReader reader;
    private final String file;
    private int depth;
    private int line = 1;
    private int column = 1;

    private XmlCursor(XMLStreamReader reader, String file) {
        this.reader = reader;
        this.file = file;
    }

    /// A cursor at the root element.
    ///
    /// @param file name for problems
    static XmlCursor open(byte[] content, String file) throws XmlRefused {
        Place start = new Place(file, 1, 1);
        if (content.length > MOST_BYTES) {
            throw new XmlRefused(
                    start, "the file is larger than " + MOST_BYTES + " bytes", "FIM-SIZE");
        }
        try {
            XMLStreamReader reader =
                    factory()
                            .createXMLStreamReader(
                                    new StringReader(XmlFile.characters(content, start)));
            XmlCursor cursor = new XmlCursor(reader, file);
            while (cursor.advance() != XMLStreamConstants.START_ELEMENT) {
                // What stands before the root says nothing; declarations are refused in advance().
            }
            return cursor;
        } catch (XMLStreamException e) {
            throw new XmlRefused(start, "this is no XML: " + reason(e), "FIM-XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MOST_DEPTH + 1));
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("references to other files are not followed");
        });
        return factory;
    }

    private int advance() throws XmlRefused {
        Location before = reader.getLocation();
        line = Math.max(1, before.getLineNumber());
        // At the end of characters the parser has looked at the one that comes.
        int ahead = reader.getEventType() == XMLStreamConstants.CHARACTERS ? 1 : 0;
        column = Math.max(1, before.getColumnNumber() - ahead);
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw new XmlRefused(place(), "this is no XML: " + reason(e), "FIM-XML");
        }
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlRefused(
                            place(),
                            "declarations of document types and entities are refused",
                            "FIM-XML-ENTITY");
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > MOST_DEPTH) {
                    throw new XmlRefused(
                            place(), "elements lie too deep in each other", "FIM-XML-DEPTH");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    /// The parser's own words without its repetition of the place.
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String reason = at < 0 ? message : message.substring(at + "Message: ".length());
        return reason.lines().findFirst().orElse("").strip();
    }

    /// How deep the current element lies; the root is at 1.
    int depth() {
        return depth;
    }

    /// Moves to the next child of the element at `parent`; false at its end. What is left of an earlier child is skipped.
    boolean child(int parent) throws XmlRefused {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == parent + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return false;
                    }
                }
                default -> {}
            }
        }
    }

    /// Local name of the current element.
    String name() {
        return reader.getLocalName();
    }

    /// Namespace of the current element; empty for none.
    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// An attribute without namespace; empty where there is none.
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// An attribute of the namespace `xml`, such as `xml:lang`; empty where there is none.
    String xmlAttribute(String name) {
        String value = reader.getAttributeValue(XMLConstants.XML_NS_URI, name);
        return value == null ? "" : value;
    }

    /// All text in the current element, without white space around it; moves to its end.
    String text() throws XmlRefused {
        int own = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                reader.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < own) {
                        return text.toString().strip();
                    }
                }
                default -> {}
            }
        }
    }

    /// Text of the child `code` of the current element, as the standards write values of code lists; moves to its end.
    String code() throws XmlRefused {
        return childText("code");
    }

    /// Text of the first child of that name, whatever its namespace; empty where there is none; moves to the end.
    String childText(String wanted) throws XmlRefused {
        int own = depth;
        String found = "";
        while (child(own)) {
            if (found.isEmpty() && name().equals(wanted)) {
                found = text();
            }
        }
        return found;
    }

    /// Where the current element begins.
    Place place() {
        return new Place(file, line, column);
    }
}
