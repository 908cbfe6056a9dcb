/// Card readers: command APDU in, response APDU out, over PC/SC.
@NullMarked
package de.koblenz.kiosk.device.card;

import org.jspecify.annotations.NullMarked;
