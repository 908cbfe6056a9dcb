/// Bytes to and from a device, over a serial line or TCP.
@NullMarked
package de.koblenz.kiosk.device.transport;

import org.jspecify.annotations.NullMarked;
