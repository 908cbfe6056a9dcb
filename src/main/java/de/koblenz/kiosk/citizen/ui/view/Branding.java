package de.koblenz.kiosk.citizen.ui.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What makes a terminal that of a city.
///
/// @param crest a PNG file; the arms of Koblenz where there is none
/// @param colours colours of the light theme by KERN name without prefix (`action-default` → `#2044AA`)
public record Branding(Optional<Path> crest, Map<String, String> colours) {
    public static final Branding KOBLENZ = new Branding(Optional.empty(), Map.of());

    public Branding {
        colours = Map.copyOf(colours);
    }
}
