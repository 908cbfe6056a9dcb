/// A configuration that the data centre sent: unpacked beside the present one, tried, kept or taken back.
@NullMarked
package de.koblenz.kiosk.config.push;

import org.jspecify.annotations.NullMarked;
