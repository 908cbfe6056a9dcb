/// Why something with the card did not work, with stable codes.
@NullMarked
package de.koblenz.kiosk.eid.failure;

import org.jspecify.annotations.NullMarked;
