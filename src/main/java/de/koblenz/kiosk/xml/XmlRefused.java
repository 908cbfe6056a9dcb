package de.koblenz.kiosk.xml;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problem;

/// A file is no XML that is read here: broken, hostile, or of another kind.
public final class XmlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public XmlRefused(Place place, String message, String code) {
        super(message, null, false, false);
        this.problem = place.problem(message, code);
    }

    /// Where and why.
    public Problem problem() {
        return problem;
    }
}
