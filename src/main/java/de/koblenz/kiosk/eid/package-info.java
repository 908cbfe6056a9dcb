/// The German eID card: who asks for what, the citizen's PIN, the data read, and PIN management, as steps of pure values.
@NullMarked
package de.koblenz.kiosk.eid;

import org.jspecify.annotations.NullMarked;
