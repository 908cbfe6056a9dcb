/// What a citizen buys or sends: durable, finished or compensated whatever happens; outlives the session.
@NullMarked
package de.koblenz.kiosk.order;

import org.jspecify.annotations.NullMarked;
