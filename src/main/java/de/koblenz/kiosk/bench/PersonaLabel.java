package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A persona in the list of the bench.
final class PersonaLabel extends StringConverter<Persona> {
    @Override
    public String toString(@Nullable Persona persona) {
        return persona == null ? "" : persona.label();
    }

    @Override
    public Persona fromString(String label) {
        return Personas.all().stream()
                .filter(persona -> persona.label().equals(label))
                .findFirst()
                .orElse(Personas.ORDINARY);
    }
}
