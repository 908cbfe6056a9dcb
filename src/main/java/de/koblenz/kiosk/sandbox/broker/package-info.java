/// The data centre's broker on loopback: MQTT 5 for the demo on machines that have no other.
@NullMarked
package de.koblenz.kiosk.sandbox.broker;

import org.jspecify.annotations.NullMarked;
