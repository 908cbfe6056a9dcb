package de.koblenz.kiosk.eid;

import java.time.Instant;

/// A member of staff, let in by the staff code, has compared the photo of the card with the person in front of the terminal (§ 18a PAuswG).
/// Nothing about the person.
///
/// @param service id of the service for which the card is read
/// @param at when it was confirmed
public record StaffConfirmation(String service, Instant at) {}
