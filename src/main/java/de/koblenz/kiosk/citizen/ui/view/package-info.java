/// Draws a [de.koblenz.kiosk.citizen.ui.Screen] with JavaFX: frame, views, keyboard, fonts, stage and pictures.
@NullMarked
package de.koblenz.kiosk.citizen.ui.view;

import org.jspecify.annotations.NullMarked;
