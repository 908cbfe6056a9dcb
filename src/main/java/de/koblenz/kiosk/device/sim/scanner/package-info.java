/// A scanner at the far end of HTTP: speaks eSCL by itself, shares nothing with the driver.
@NullMarked
package de.koblenz.kiosk.device.sim.scanner;

import org.jspecify.annotations.NullMarked;
