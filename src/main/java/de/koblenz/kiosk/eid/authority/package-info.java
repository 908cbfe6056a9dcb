/// Whoever holds the terminal's certificate and key.
@NullMarked
package de.koblenz.kiosk.eid.authority;

import org.jspecify.annotations.NullMarked;
