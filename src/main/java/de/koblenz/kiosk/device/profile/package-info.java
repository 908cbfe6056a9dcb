/// Device profiles: what a printer model can do, read from files, so that a new model is a new file.
@NullMarked
package de.koblenz.kiosk.device.profile;

import org.jspecify.annotations.NullMarked;
