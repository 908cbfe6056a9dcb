/// Stand-ins for outside services on loopback, speaking the real protocols over HTTP; a jar of its own. Payment platform
/// (XBezahldienste 1.0.0), authority (FIT-Connect v2) and booking service, each with a database of its own.
@NullMarked
package de.koblenz.kiosk.sandbox;

import org.jspecify.annotations.NullMarked;
