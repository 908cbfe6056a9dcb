/// Sparkplug B 3.0 on the wire: topics, payloads, and the list of everything that a terminal may publish.
@NullMarked
package de.koblenz.kiosk.health.sparkplug;

import org.jspecify.annotations.NullMarked;
