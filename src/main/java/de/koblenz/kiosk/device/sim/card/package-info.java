/// A simulated eID card: the far end of the card channel, written from BSI TR-03110 and from nothing of the terminal.
@NullMarked
package de.koblenz.kiosk.device.sim.card;

import org.jspecify.annotations.NullMarked;
