/// The second road to the card: a running AusweisApp, driven over its SDK's WebSocket.
@NullMarked
package de.koblenz.kiosk.eid.ausweisapp;

import org.jspecify.annotations.NullMarked;
