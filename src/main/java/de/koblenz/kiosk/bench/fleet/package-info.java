/// A fleet of terminals with a life of their own, for whoever wants to see the data centre at work.
@NullMarked
package de.koblenz.kiosk.bench.fleet;

import org.jspecify.annotations.NullMarked;
