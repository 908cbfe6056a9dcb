package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.LocalizedText;
import java.util.Optional;

/// An office of the city and where citizens find it; offices are configured, not coded.
///
/// @param id stable short name in the catalogue file, such as `buergeramt`
/// @param address street and number, as on a letter without the town
/// @param phone as a person would dial it
/// @param hours opening hours in words
/// @param basis where address, phone and hours come from
public record Fachamt(
        String id,
        LocalizedText name,
        String address,
        Optional<String> phone,
        Optional<LocalizedText> hours,
        Basis basis) {}
