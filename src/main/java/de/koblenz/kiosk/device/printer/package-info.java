/// Receipts and tickets on paper: a layout-neutral document becomes ESC/POS bytes, and its outcome is known.
@NullMarked
package de.koblenz.kiosk.device.printer;

import org.jspecify.annotations.NullMarked;
