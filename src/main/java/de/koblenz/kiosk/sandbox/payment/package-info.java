/// A stand-in for the city's payment platform: the interface XBezahldienste 1.0.0 and a payment page of its own.
@NullMarked
package de.koblenz.kiosk.sandbox.payment;

import org.jspecify.annotations.NullMarked;
