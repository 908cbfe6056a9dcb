/// PACE, terminal and chip authentication, restricted identification (TR-03110-2 and -3).
@NullMarked
package de.koblenz.kiosk.eid.protocol;

import org.jspecify.annotations.NullMarked;
