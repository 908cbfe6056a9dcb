/// The device bench beside the terminal, and the scripted demo: they touch far ends only.
@NullMarked
package de.koblenz.kiosk.bench;

import org.jspecify.annotations.NullMarked;
