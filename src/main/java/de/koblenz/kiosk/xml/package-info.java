/// XML files of strangers, read once from front to back with what attacks need refused.
@NullMarked
package de.koblenz.kiosk.xml;

import org.jspecify.annotations.NullMarked;
