/// The monitoring terminal's screens: draw what is known of the fleet and take what operators want; decide nothing.
@NullMarked
package de.koblenz.kiosk.fleet.monitor;

import org.jspecify.annotations.NullMarked;
