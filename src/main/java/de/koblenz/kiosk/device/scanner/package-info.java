/// A scanner for papers that a citizen adds to an application, spoken to by eSCL over HTTP; pages live in memory alone.
@NullMarked
package de.koblenz.kiosk.device.scanner;

import org.jspecify.annotations.NullMarked;
