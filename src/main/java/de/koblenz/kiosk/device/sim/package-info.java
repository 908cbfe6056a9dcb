/// Far ends of the wire: simulated devices that interpret the real bytes.
@NullMarked
package de.koblenz.kiosk.device.sim;

import org.jspecify.annotations.NullMarked;
