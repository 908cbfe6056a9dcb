/// The data groups of the eID application as values (TR-03110-4).
@NullMarked
package de.koblenz.kiosk.eid.data;

import org.jspecify.annotations.NullMarked;
