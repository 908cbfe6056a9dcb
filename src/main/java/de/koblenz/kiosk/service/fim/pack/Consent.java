package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.service.form.FieldPath;
import java.util.Optional;

/// Where the schema takes what is known of a consent, beside the answer itself.
///
/// @param time field for when it was given: a date, or a text for date and time (ISO 8601)
/// @param wording field for the SHA-256 of the words that were agreed to, 64 hexadecimal digits
public record Consent(Optional<FieldPath> time, Optional<FieldPath> wording) {}
