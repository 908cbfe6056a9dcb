/// The citizen's session as data: a pure function from state and event to the next state and its effects.
@NullMarked
package de.koblenz.kiosk.citizen.session;

import org.jspecify.annotations.NullMarked;
