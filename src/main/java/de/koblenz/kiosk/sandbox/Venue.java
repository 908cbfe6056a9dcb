package de.koblenz.kiosk.sandbox;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/// A pool with its timetable.
///
/// @param id small letters, digits and hyphens; part of the slots' ids
/// @param contactRequired whether the venue asks who comes
/// @param maxPlaces the most places of one hold
/// @param capacity places of each slot
/// @param hours the slots of a day
/// @param seasonStart first day of the season, every year
/// @param seasonEnd last day of the season; before the first where the season spans the turn of the year
public record Venue(
        String id,
        Name name,
        String address,
        boolean contactRequired,
        int maxPlaces,
        int capacity,
        List<Tariff> tariffs,
        List<SlotHours> hours,
        MonthDay seasonStart,
        MonthDay seasonEnd) {
    public Venue {
        tariffs = List.copyOf(tariffs);
        hours = List.copyOf(hours);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException("venue id: " + id);
        }
    }

    /// This venue with another capacity and number of places per hold.
    public Venue withCapacity(int places, int most) {
        return new Venue(
                id,
                name,
                address,
                contactRequired,
                most,
                places,
                tariffs,
                hours,
                seasonStart,
                seasonEnd);
    }

    boolean isOpen(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        boolean started = !at.isBefore(seasonStart);
        boolean ended = at.isAfter(seasonEnd);
        return seasonStart.isAfter(seasonEnd) ? started || !ended : started && !ended;
    }
}
