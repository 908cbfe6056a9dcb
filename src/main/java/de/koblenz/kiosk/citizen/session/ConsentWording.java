package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Journey;

/// Knows what citizens have read at a consent. Thread-safe.
@FunctionalInterface
public interface ConsentWording {
    /// SHA-256 of the words, 64 small hexadecimal digits.
    ///
    /// @param code of the answer that was touched
    /// @param language of the screen when it was touched, BCP 47
    String sha256(Journey journey, FieldPath path, FieldType type, String code, String language);
}
