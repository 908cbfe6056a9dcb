package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problem;
import java.time.LocalDate;
import java.util.Optional;

/// The days on which a schema may be used.
///
/// @param from `gueltigAb`, the first of them; empty for no beginning
/// @param until `gueltigBis`, the last of them; empty for no end
public record Validity(Optional<Limit> from, Optional<Limit> until) {
    /// Every day.
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /// A day, and where the schema says so.
    public record Limit(LocalDate day, Place place) {}

    public boolean holds(LocalDate day) {
        return problem(day).isEmpty();
    }

    /// Why the schema may not be used on a day; empty if it may.
    public Optional<Problem> problem(LocalDate day) {
        return until.filter(limit -> day.isAfter(limit.day()))
                .map(limit ->
                        limit.place()
                                .problem(
                                        "the schema was valid until "
                                                + limit.day()
                                                + ": on "
                                                + day
                                                + " citizens cannot start the service",
                                        "PKG-EXPIRED"))
                .or(() ->
                        from.filter(limit -> day.isBefore(limit.day()))
                                .map(limit ->
                                        limit.place()
                                                .problem(
                                                        "the schema is valid from "
                                                                + limit.day()
                                                                + ": on "
                                                                + day
                                                                + " citizens cannot start the service yet",
                                                        "PKG-EARLY")));
    }
}
