/// What operators look at, as data: a row for each terminal, their order, what is asked of them, and every word; knows no screen.
@NullMarked
package de.koblenz.kiosk.fleet.board;

import org.jspecify.annotations.NullMarked;
