/// The screens: a pure presenter from state to page, and JavaFX views that draw the page.
@NullMarked
package de.koblenz.kiosk.citizen.ui;

import org.jspecify.annotations.NullMarked;
