/// Federal standard files of a service (XDatenfelder, genericode, XZuFi) become forms and pages; pure.
@NullMarked
package de.koblenz.kiosk.service.fim;

import org.jspecify.annotations.NullMarked;
