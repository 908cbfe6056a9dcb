/// Mains and composition roots: wires everything by hand, in dependency order; nobody imports it.
@NullMarked
package de.koblenz.kiosk.app;

import org.jspecify.annotations.NullMarked;
