/// A stand-in for the authority that receives applications: delivery service and subscriber of FIT-Connect v2.
@NullMarked
package de.koblenz.kiosk.sandbox.authority;

import org.jspecify.annotations.NullMarked;
