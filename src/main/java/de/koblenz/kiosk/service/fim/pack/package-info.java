/// A service as a folder of federal files with the overlay of the city: joined to a form, its texts and the steps of a journey.
@NullMarked
package de.koblenz.kiosk.service.fim.pack;

import org.jspecify.annotations.NullMarked;
