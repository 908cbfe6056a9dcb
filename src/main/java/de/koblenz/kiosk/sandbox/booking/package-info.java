/// A stand-in for the booking service, the one owner of capacity in the pools (docs/booking-service.md).
@NullMarked
package de.koblenz.kiosk.sandbox.booking;

import org.jspecify.annotations.NullMarked;
