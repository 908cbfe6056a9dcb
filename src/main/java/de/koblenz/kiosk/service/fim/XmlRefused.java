package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problem;

/// A file is no XML that is read here: broken, hostile, or of another kind.
final class XmlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    XmlRefused(Place place, String message, String code) {
        super(message, null, false, false);
        this.problem = place.problem(message, code);
    }

    Problem problem() {
        return problem;
    }
}
