/// Texts per locale, formats of money and dates, and bidi isolation: everything between a code and the words on a screen.
@NullMarked
package de.koblenz.kiosk.text;

import org.jspecify.annotations.NullMarked;
