/// What the terminal tells the monitor for sure: events with numbers alone, kept until they are acknowledged.
@NullMarked
package de.koblenz.kiosk.health.event;

import org.jspecify.annotations.NullMarked;
