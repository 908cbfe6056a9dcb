package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Tariff;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The guided service that a session runs, with everything that was answered so far. Answers are codes, so
/// that a change of language changes nothing here.
///
/// @param serviceId id in the catalogue
/// @param data answers that passed their check
/// @param drafts what stands in the entries as it was typed, by target
/// @param languages in which language of the screen (BCP 47) an answer was touched last, by its field: a consent is to the
///     words that were read
/// @param sight what is seen of the page apart from its answers
/// @param reviewing whether "Weiter" leads back to check-answers
/// @param walked the instance of a repeated group whose questions are gone through one after the other
/// @param places what the booking service offers and what was chosen of it
/// @param copy how the citizen takes the copy along
/// @param identity how the citizen says who he is
/// @param scans documents that were scanned
/// @param order the order, once it was placed; its time limit is by the steady clock here
public record Guided(
        String serviceId,
        FormData data,
        Map<String, String> drafts,
        Map<FieldPath, String> languages,
        Sight sight,
        boolean reviewing,
        Optional<FieldPath> walked,
        Places places,
        Optional<Step.Copy> copy,
        Identity identity,
        Scans scans,
        Optional<OrderProgress> order) {

    public Guided {
        drafts = Map.copyOf(drafts);
        languages = Map.copyOf(languages);
    }

    /// What is wrong on a page.
    ///
    /// @param target field path, or `venue`, `slot`, `tariffs`, `copy`
    /// @param code failure code
    /// @param parameters limits to name in the message
    public record PageError(String target, String code, Map<String, String> parameters) {
        public PageError {
            parameters = Map.copyOf(parameters);
        }
    }

    /// Venues, slots and tickets.
    ///
    /// @param venues empty while they are being asked for
    /// @param venueId chosen venue, or empty
    /// @param slots slots of the chosen venue; empty while they are being asked for
    /// @param slotId chosen slot, or empty
    /// @param counts tickets by tariff id, none below 1
    public record Places(
            Optional<List<Venue>> venues,
            String venueId,
            Optional<List<Slot>> slots,
            String slotId,
            Map<String, Integer> counts) {
        static final Places NONE = new Places(Optional.empty(), "", Optional.empty(), "", Map.of());

        public Places {
            counts = Map.copyOf(counts);
        }

        public Optional<Venue> venue() {
            return venues.orElse(List.of()).stream()
                    .filter(v -> v.id().equals(venueId))
                    .findFirst();
        }

        public Optional<Slot> slot() {
            return slots.orElse(List.of()).stream().filter(s -> s.id().equals(slotId)).findFirst();
        }

        /// How many tickets of a tariff.
        public int count(Tariff tariff) {
            return counts.getOrDefault(tariff.id(), 0);
        }

        /// Places that all chosen tickets take.
        public int taken() {
            return venue().map(Venue::tariffs).orElse(List.of()).stream()
                    .mapToInt(tariff -> count(tariff) * tariff.places())
                    .sum();
        }

        /// Most places that can be taken: what the venue allows and the slot has.
        public int most() {
            int allowed = venue().map(Venue::maxPlaces).orElse(0);
            return slot().map(slot -> Math.min(allowed, slot.free())).orElse(allowed);
        }

        /// The chosen tickets as lines of a bill, German.
        public List<Bill.Position> positions() {
            List<Bill.Position> positions = new ArrayList<>();
            for (Tariff tariff : venue().map(Venue::tariffs).orElse(List.of())) {
                if (count(tariff) > 0) {
                    positions.add(
                            new Bill.Position(
                                    tariff.name().getOrDefault("de", tariff.id()),
                                    count(tariff),
                                    tariff.cents()));
                }
            }
            return positions;
        }

        Places with(Optional<List<Venue>> next) {
            return new Places(next, venueId, slots, slotId, counts);
        }

        /// Another venue has other slots and tariffs.
        Places choosing(String venue) {
            return venue.equals(venueId)
                    ? this
                    : new Places(venues, venue, Optional.empty(), "", Map.of());
        }

        Places withSlots(Optional<List<Slot>> next) {
            return new Places(venues, venueId, next, slotId, counts);
        }

        Places choosingSlot(String slot) {
            return new Places(venues, venueId, slots, slot, counts);
        }

        Places counting(String tariff, int count) {
            Map<String, Integer> next = new HashMap<>(counts);
            if (count > 0) {
                next.put(tariff, count);
            } else {
                next.remove(tariff);
            }
            return new Places(venues, venueId, slots, slotId, next);
        }
    }

    /// How the citizen says who he is.
    ///
    /// @param way chosen, or empty
    /// @param known whether the identity card was read
    /// @param read fields whose answers are those of the card
    public record Identity(Optional<Way> way, boolean known, Set<FieldPath> read) {
        static final Identity NONE = new Identity(Optional.empty(), false, Set.of());

        public Identity {
            read = Set.copyOf(read);
        }

        /// By what.
        public enum Way {
            CARD,
            HAND
        }

        /// Whether the card has answered all of those, so that they need not be asked.
        boolean says(List<FieldPath> fields) {
            return read.containsAll(fields);
        }

        Identity choosing(Way next) {
            // What was read stays an answer; by hand it may be changed.
            boolean card = next == Way.CARD;
            return new Identity(Optional.of(next), card && known, card ? read : Set.of());
        }
    }

    static Guided begin(String serviceId) {
        return new Guided(
                serviceId,
                FormData.EMPTY,
                Map.of(),
                Map.of(),
                Sight.FRESH,
                false,
                Optional.empty(),
                Places.NONE,
                Optional.empty(),
                Identity.NONE,
                Scans.NONE,
                Optional.empty());
    }

    /// What is wrong on the page, as it was found by "Weiter".
    public Optional<PageError> error() {
        return sight.error();
    }

    /// Which part of an entry with several parts is being typed.
    public int focused() {
        return sight.focused();
    }

    /// Which part of a list that does not fit on one page.
    public int part() {
        return sight.part();
    }

    /// Whether a page waits for what the booking service tells.
    public boolean awaits(String key) {
        return switch (key) {
            case Positions.VENUE -> places.venues().isEmpty();
            case Positions.SLOT -> places.slots().isEmpty();
            default -> false;
        };
    }

    /// The order that goes on when the session ends; also one that could still be paid.
    public Optional<OrderId> openOrder() {
        return order.filter(o -> !o.phase().ended() || o.resumable()).map(OrderProgress::id);
    }

    Guided with(FormData next) {
        return new Guided(
                serviceId, next, drafts, languages, sight, reviewing, walked, places, copy,
                identity, scans, order);
    }

    /// The error stays until the next "Weiter": it says what to type.
    Guided typed(String target, String text) {
        Map<String, String> next = new HashMap<>(drafts);
        next.put(target, text);
        return withDrafts(next);
    }

    /// Without what was typed into the entries of which that holds.
    Guided withoutDrafts(Predicate<FieldPath> gone) {
        Map<String, String> kept = new HashMap<>(drafts);
        kept.keySet().removeIf(target -> gone.test(Answers.path(target)));
        return withDrafts(kept);
    }

    /// After a touch on a choice, in that language of the screen.
    Guided spoken(FieldPath field, String language) {
        Map<FieldPath, String> next = new HashMap<>(languages);
        next.put(field, language);
        return new Guided(
                serviceId, data, drafts, next, sight, reviewing, walked, places, copy, identity,
                scans, order);
    }

    private Guided withDrafts(Map<String, String> next) {
        return new Guided(
                serviceId, data, next, languages, sight, reviewing, walked, places, copy, identity,
                scans, order);
    }

    Guided with(Sight next) {
        return new Guided(
                serviceId, data, drafts, languages, next, reviewing, walked, places, copy, identity,
                scans, order);
    }

    Guided with(PageError found) {
        return with(sight.with(Optional.of(found)));
    }

    Guided withoutError() {
        return with(sight.with(Optional.empty()));
    }

    Guided focusing(int next) {
        return with(sight.focusing(next));
    }

    Guided showing(int next) {
        return with(sight.showing(next));
    }

    Guided with(Places next) {
        return new Guided(
                serviceId, data, drafts, languages, sight, reviewing, walked, next, copy, identity,
                scans, order);
    }

    Guided choosing(Step.Copy next) {
        return new Guided(
                serviceId,
                data,
                drafts,
                languages,
                sight,
                reviewing,
                walked,
                places,
                Optional.of(next),
                identity,
                scans,
                order);
    }

    Guided with(OrderProgress next) {
        return withOrder(Optional.of(next));
    }

    Guided withoutOrder() {
        return withOrder(Optional.empty());
    }

    private Guided withOrder(Optional<OrderProgress> next) {
        return new Guided(
                serviceId, data, drafts, languages, sight, reviewing, walked, places, copy,
                identity, scans, next);
    }

    Guided with(Identity next) {
        return new Guided(
                serviceId, data, drafts, languages, sight, reviewing, walked, places, copy, next,
                scans, order);
    }

    Guided with(Scans next) {
        return new Guided(
                serviceId, data, drafts, languages, sight, reviewing, walked, places, copy,
                identity, next, order);
    }

    /// With the answers of the identity card in place of what was typed.
    Guided read(FormData answers, Set<FieldPath> fields) {
        return withoutDrafts(fields::contains)
                .with(answers)
                .with(Sight.FRESH)
                .with(new Identity(Optional.of(Identity.Way.CARD), true, fields));
    }

    Guided reviewing(boolean next) {
        return new Guided(
                serviceId, data, drafts, languages, sight, next, walked, places, copy, identity,
                scans, order);
    }

    /// Going through the questions of an instance, or not any more.
    Guided walking(Optional<FieldPath> instance) {
        return new Guided(
                serviceId, data, drafts, languages, sight, reviewing, instance, places, copy,
                identity, scans, order);
    }

    /// A fresh page: no error, first entry, first part of a list, no scanning.
    Guided turned() {
        return with(Sight.FRESH).with(scans.closed());
    }

    @Override
    public String toString() {
        return "Guided[" + serviceId + "]";
    }
}
