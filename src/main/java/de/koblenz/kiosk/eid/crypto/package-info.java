/// AES, key derivation and elliptic curves as the eID protocols use them.
@NullMarked
package de.koblenz.kiosk.eid.crypto;

import org.jspecify.annotations.NullMarked;
