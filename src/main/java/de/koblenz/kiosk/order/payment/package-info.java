/// Payment by the XBezahldienste interface and the append-only journal of bookings.
@NullMarked
package de.koblenz.kiosk.order.payment;

import org.jspecify.annotations.NullMarked;
