package de.koblenz.kiosk.order.ticketing;

import java.util.Map;

/// A price for one ticket.
///
/// @param id id at the booking service
/// @param name per language, German always
/// @param cents price of one
/// @param places how many places one takes (a family ticket takes four)
public record Tariff(String id, Map<String, String> name, int cents, int places) {
    public Tariff {
        name = Map.copyOf(name);
    }
}
