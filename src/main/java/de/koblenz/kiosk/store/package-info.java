/// SQLite: orders, print journal, bookings and their migrations.
@NullMarked
package de.koblenz.kiosk.store;

import org.jspecify.annotations.NullMarked;
