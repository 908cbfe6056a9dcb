package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.service.form.FieldPath;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Where the schema takes what is known of a consent, beside the answer itself.
///
/// @param time field for when it was given: a date, or a text for date and time (ISO 8601)
/// @param wording field for the SHA-256 of the words that were agreed to, 64 hexadecimal digits
public record Consent(Optional<FieldPath> time, Optional<FieldPath> wording) {
    /// A point in time as it stands in a text: to the second, with the offset (ISO 8601, the dateTime of XML Schema).
    public static String moment(ZonedDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }
}
