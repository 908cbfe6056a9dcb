/// One guided service as steps, read from its folder in the configuration.
@NullMarked
package de.koblenz.kiosk.service.journey;

import org.jspecify.annotations.NullMarked;
