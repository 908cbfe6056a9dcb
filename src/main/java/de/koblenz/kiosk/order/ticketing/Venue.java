package de.koblenz.kiosk.order.ticketing;

import java.util.List;
import java.util.Map;

/// A place that sells slots, as the booking service describes it.
///
/// @param id id at the booking service
/// @param name per language, German always
/// @param address one line
/// @param contactRequired whether the venue asks for contact data
/// @param maxPlaces most places in one order
/// @param tariffs what can be bought, in order
public record Venue(
        String id,
        Map<String, String> name,
        String address,
        boolean contactRequired,
        int maxPlaces,
        List<Tariff> tariffs) {
    public Venue {
        name = Map.copyOf(name);
        tariffs = List.copyOf(tariffs);
    }
}
