/// Runs the session: takes events in order, carries out effects, watches the clock.
@NullMarked
package de.koblenz.kiosk.citizen.run;

import org.jspecify.annotations.NullMarked;
