package de.koblenz.kiosk.xml;

import de.koblenz.kiosk.config.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through an XML file of strangers once, from front to back, and never holds more than the text of one element.
///
/// A document type declaration is refused, and with it every entity, external reference and entity bomb; so are elements
/// beyond [XmlLimits]. Nothing is ever fetched.
///
/// ```
/// int here = cursor.depth();
/// while (cursor.child(here)) {
///     switch (cursor.name()) { … cursor.text() … }   // what is not read is skipped
/// }
/// ```
///
/// Not thread-safe: one reading, one thread.
public final class XmlCursor {
    private final XMLStreamReader reader;
    private final String file;
    private final XmlLimits limits;
    private final Deque<String> around = new ArrayDeque<>();
    private Watch watch = (_, _) -> {};
    private boolean watched;
    private int depth;
    private int elements;
    private int line = 1;
    private int column = 1;

    private XmlCursor(XMLStreamReader reader, String file, XmlLimits limits) {
        this.reader = reader;
        this.file = file;
        this.limits = limits;
    }

    /// A cursor at the root element.
    ///
    /// @param file name for problems
    public static XmlCursor open(byte[] content, String file) throws XmlRefused {
        return open(content, file, XmlLimits.USUAL);
    }

    /// A cursor at the root element of a file that may be only so large.
    public static XmlCursor open(byte[] content, String file, XmlLimits limits) throws XmlRefused {
        Place start = new Place(file, 1, 1);
        if (content.length > limits.bytes()) {
            throw new XmlRefused(
                    start, "the file is larger than " + limits.bytes() + " bytes", "FIM-SIZE");
        }
        try {
            XMLStreamReader reader =
                    factory(limits).createXMLStreamReader(XmlFile.reader(content, start));
            XmlCursor cursor = new XmlCursor(reader, file, limits);
            while (cursor.advance() != XMLStreamConstants.START_ELEMENT) {
                // What stands before the root says nothing; declarations are refused in advance().
            }
            return cursor;
        } catch (XMLStreamException e) {
            throw new XmlRefused(start, "this is no XML: " + reason(e), "FIM-XML");
        }
    }

    private static XMLInputFactory factory(XmlLimits limits) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // No file can declare an entity; what is left to count are &amp; and its like, of which
        // long lists are full.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(limits.depth() + 1));
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
                elements++;
                if (depth > limits.depth()) {
                    throw new XmlRefused(
                            place(), "elements lie too deep in each other", "FIM-XML-DEPTH");
                }
                if (elements > limits.elements()) {
                    throw new XmlRefused(
                            place(),
                            "there are more than " + limits.elements() + " elements",
                            "FIM-SIZE");
                }
                if (watched) {
                    met();
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                if (watched) {
                    around.pop();
                }
            }
            default -> {}
        }
        return event;
    }

    /// Is told of everything that goes by, read or skipped.
    @FunctionalInterface
    public interface Watch {
        /// @param name local name of an element, or of an attribute without namespace behind `@`
        void met(String parent, String name);
    }

    /// From now on the watch is told of every element below the current one, and of their attributes.
    public void watch(Watch from) {
        watch = from;
        watched = true;
        around.push(reader.getLocalName());
    }

    private void met() {
        String name = reader.getLocalName();
        watch.met(around.getFirst(), name);
        int attributes = reader.getAttributeCount();
        for (int i = 0; i < attributes; i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                watch.met(name, "@".concat(reader.getAttributeLocalName(i)));
            }
        }
        around.push(name);
    }

    /// The parser's own words without its repetition of the place.
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String reason = at < 0 ? message : message.substring(at + "Message: ".length());
        return reason.lines().findFirst().orElse("").strip();
    }

    /// How deep the current element lies; the root is at 1.
    public int depth() {
        return depth;
    }

    /// Moves to the next child of the element at `parent`; false at its end. What is left of an earlier child is skipped.
    public boolean child(int parent) throws XmlRefused {
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
    public String name() {
        return reader.getLocalName();
    }

    /// Namespace of the current element; empty for none.
    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// An attribute without namespace; empty where there is none.
    public String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// An attribute of the namespace `xml`, such as `xml:lang`; empty where there is none.
    public String xmlAttribute(String name) {
        String value = reader.getAttributeValue(XMLConstants.XML_NS_URI, name);
        return value == null ? "" : value;
    }

    /// All text in the current element, without white space around it; moves to its end.
    public String text() throws XmlRefused {
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
    public String code() throws XmlRefused {
        return childText("code");
    }

    /// Text of the first child of that name, whatever its namespace; empty where there is none; moves to the end.
    public String childText(String wanted) throws XmlRefused {
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
    public Place place() {
        return new Place(file, line, column);
    }
}
