/// Card-verifiable certificates: who may read what (TR-03110-3 part C).
@NullMarked
package de.koblenz.kiosk.eid.certificate;

import org.jspecify.annotations.NullMarked;
