/// PIN, CAN and PUK in buffers that are erased.
@NullMarked
package de.koblenz.kiosk.eid.secret;

import org.jspecify.annotations.NullMarked;
