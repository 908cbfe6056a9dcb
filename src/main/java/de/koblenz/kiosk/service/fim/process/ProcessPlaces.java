package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlLimits;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.HashMap;
import java.util.Map;

/// Where the elements of a process stand in its file: the model that is made of it forgets that. Reading them first also keeps away files
/// that are too large or too deep, and document types (with their entities), before a tree of them is built. Immutable.
final class ProcessPlaces {
    private static final XmlLimits LIMITS = new XmlLimits(8 << 20, 64, 200_000);

    private final Map<String, Place> places = new HashMap<>();
    private final Place start;

    private ProcessPlaces(Place start) {
        this.start = start;
    }

    /// @param file name for problems
    /// @throws XmlRefused if it is no XML, or more than a process can be
    static ProcessPlaces read(byte[] xml, String file) throws XmlRefused {
        ProcessPlaces places = new ProcessPlaces(new Place(file, 1, 1));
        places.walk(XmlCursor.open(xml, file, LIMITS));
        return places;
    }

    /// The element at the cursor and all in it.
    private void walk(XmlCursor cursor) throws XmlRefused {
        String id = cursor.attribute("id");
        if (!id.isEmpty()) {
            places.putIfAbsent(id, cursor.place());
        }
        int here = cursor.depth();
        while (cursor.child(here)) {
            walk(cursor);
        }
    }

    Place of(String id) {
        return places.getOrDefault(id, start);
    }
}
