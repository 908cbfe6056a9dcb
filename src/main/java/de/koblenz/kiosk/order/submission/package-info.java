/// Applications to an authority by FIT-Connect, sealed for their recipient.
@NullMarked
package de.koblenz.kiosk.order.submission;

import org.jspecify.annotations.NullMarked;
