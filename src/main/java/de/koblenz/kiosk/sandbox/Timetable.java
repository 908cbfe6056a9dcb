package de.koblenz.kiosk.sandbox;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The slots of all venues. A slot's id says venue, day and start: `moselbad.20260601.0900`. Immutable.
final class Timetable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern ID = Pattern.compile("([a-z0-9-]+)\\.([0-9]{8})\\.([0-9]{4})");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final List<Venue> venues;

    Timetable(List<Venue> venues) {
        this.venues = List.copyOf(venues);
        Set<String> ids = new HashSet<>();
        for (Venue venue : venues) {
            if (!ids.add(venue.id())) {
                throw new IllegalArgumentException("two venues " + venue.id());
            }
        }
    }

    List<Venue> venues() {
        return venues;
    }

    Optional<Venue> venue(String id) {
        return venues.stream().filter(venue -> venue.id().equals(id)).findFirst();
    }

    /// The slots of `first` to `last`, both included.
    List<Slot> slots(Venue venue, LocalDate first, LocalDate last) {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (venue.isOpen(day)) {
                for (SlotHours hours : venue.hours()) {
                    slots.add(slot(venue, day, hours));
                }
            }
        }
        return slots;
    }

    Optional<Slot> slot(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            return venue(parts.group(1)).stream()
                    .flatMap(venue -> slots(venue, day, day).stream())
                    .filter(slot -> slot.id().equals(id))
                    .findFirst();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Slot slot(Venue venue, LocalDate day, SlotHours hours) {
        String id =
                venue.id()
                        + "."
                        + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "."
                        + hours.start().format(HOUR);
        return new Slot(
                id,
                venue,
                day.atTime(hours.start()).atZone(ZONE),
                day.atTime(hours.end()).atZone(ZONE));
    }
}
