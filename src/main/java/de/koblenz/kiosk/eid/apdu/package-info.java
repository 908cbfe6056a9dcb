/// Commands and answers of a card, with secure messaging, extended length and chaining (ISO 7816-4).
@NullMarked
package de.koblenz.kiosk.eid.apdu;

import org.jspecify.annotations.NullMarked;
