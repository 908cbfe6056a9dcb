/// Places with a capacity: hold, confirm, release; the booking service is their one owner.
@NullMarked
package de.koblenz.kiosk.order.ticketing;

import org.jspecify.annotations.NullMarked;
