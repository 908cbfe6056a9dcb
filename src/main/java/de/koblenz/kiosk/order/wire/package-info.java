/// How the clients of outside services speak HTTP and JSON; a leaf.
@NullMarked
package de.koblenz.kiosk.order.wire;

import org.jspecify.annotations.NullMarked;
