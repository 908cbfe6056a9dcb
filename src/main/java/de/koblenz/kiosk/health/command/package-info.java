/// What an operator may ask of a terminal: signed commands, each carried out once at most and answered by an event.
@NullMarked
package de.koblenz.kiosk.health.command;

import org.jspecify.annotations.NullMarked;
