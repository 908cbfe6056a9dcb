/// QR codes as a matrix of modules, for screen and paper.
@NullMarked
package de.koblenz.kiosk.qr;

import org.jspecify.annotations.NullMarked;
