/// What the data centre knows of the fleet, and when it calls somebody: pure, without clock, thread, wire or database.
@NullMarked
package de.koblenz.kiosk.fleet.model;

import org.jspecify.annotations.NullMarked;
