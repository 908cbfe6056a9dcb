/// What all devices have in common: identity, health in the words of XFS4IoT, events, one thread each.
@NullMarked
package de.koblenz.kiosk.device;

import org.jspecify.annotations.NullMarked;
