/// What the terminal tells the data centre about itself and its devices, over MQTT.
@NullMarked
package de.koblenz.kiosk.health;

import org.jspecify.annotations.NullMarked;
