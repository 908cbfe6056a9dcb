/// Figures of the machine, read where the system tells them.
@NullMarked
package de.koblenz.kiosk.health.host;

import org.jspecify.annotations.NullMarked;
