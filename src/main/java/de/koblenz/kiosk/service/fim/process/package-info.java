/// A guided service as a BPMN 2.0 process, in both directions: what a modeller drew becomes the steps of a journey, and a journey
/// becomes a diagram that other municipalities can open.
@NullMarked
package de.koblenz.kiosk.service.fim.process;

import org.jspecify.annotations.NullMarked;
