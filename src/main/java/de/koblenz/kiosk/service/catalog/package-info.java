/// The city's services: who is responsible, what they cost, where they stand, and how a citizen finds them.
@NullMarked
package de.koblenz.kiosk.service.catalog;

import org.jspecify.annotations.NullMarked;
