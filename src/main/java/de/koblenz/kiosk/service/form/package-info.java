/// Forms as data: fields, groups, conditions and checks; pure.
@NullMarked
package de.koblenz.kiosk.service.form;

import org.jspecify.annotations.NullMarked;
