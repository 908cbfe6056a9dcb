/// What goes on paper: receipt and ticket as printable documents.
@NullMarked
package de.koblenz.kiosk.order.document;

import org.jspecify.annotations.NullMarked;
