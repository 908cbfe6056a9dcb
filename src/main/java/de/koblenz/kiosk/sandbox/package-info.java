/// Stand-ins for outside services on loopback, speaking the real protocols over HTTP; a jar of its own.
@NullMarked
package de.koblenz.kiosk.sandbox;

import org.jspecify.annotations.NullMarked;
