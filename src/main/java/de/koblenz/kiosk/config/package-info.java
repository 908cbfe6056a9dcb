/// Reads YAML into checked values and says of every mistake where it stands: file, line, column, code.
@NullMarked
package de.koblenz.kiosk.config;

import org.jspecify.annotations.NullMarked;
