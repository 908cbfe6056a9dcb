/// Immutable octets and BER-TLV objects, safe against hostile input.
@NullMarked
package de.koblenz.kiosk.eid.tlv;

import org.jspecify.annotations.NullMarked;
