package de.koblenz.kiosk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The booking service of docs/booking-service.md on loopback. The state lies in `booking.db` and outlives a kill.
/// Thread-safe.
public final class BookingService implements AutoCloseable {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_TTL_SECONDS = 86_400;
    private static final int MOST_DAYS = 62;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final String authorization;
    private final Timetable timetable;
    private final Database database;
    private final TicketSigner signer;
    private final HoldRegister holds;
    private final LoopbackServer server;

    /// Opens the register in `folder` and starts to listen.
    ///
    /// @param port 0 for any free one
    /// @param token the bearer token that terminals send
    public BookingService(
            Path folder, int port, InstantSource clock, String token, List<Venue> venues)
            throws IOException {
        this.authorization = "Bearer " + token;
        this.timetable = new Timetable(venues);
        this.database = new Database(folder.resolve("booking.db"), HoldRegister.SCHEMA);
        this.signer = TicketSigner.open(database);
        this.holds = new HoldRegister(database, signer, clock);
        String hold = "/v1/holds/{hold}";
        Routes routes =
                new Routes()
                        .on("GET", "/v1/venues", 0, guarded(_ -> showVenues()))
                        .on("GET", "/v1/venues/{venue}/slots", 0, guarded(this::showSlots))
                        .on("PUT", hold, MOST_BYTES, guarded(this::hold))
                        .on("GET", hold, 0, guarded(this::showHold))
                        .on("DELETE", hold, MOST_BYTES, guarded(this::release))
                        .on("POST", hold + "/extend", MOST_BYTES, guarded(this::extend))
                        .on("POST", hold + "/confirm", MOST_BYTES, guarded(this::confirm))
                        .on("POST", hold + "/cancel", MOST_BYTES, guarded(this::cancel))
                        .on("GET", "/v1/keys", 0, guarded(_ -> showKeys()));
        this.server = new LoopbackServer(port, routes, LoopbackServer::plainWording);
        server.start();
    }

    /// The root of the service, with a slash at its end: `{base}v1/…`.
    public URI base() {
        return server.base();
    }

    public Faults faults() {
        return server.faults();
    }

    /// Cuts the service off from the network, or connects it again.
    public void offline(boolean offline) {
        server.offline(offline);
    }

    public boolean isOffline() {
        return server.isOffline();
    }

    /// All holds that were ever made, the oldest first.
    public List<Hold> holds() {
        return holds.all();
    }

    /// Whether a turnstile that can ask must refuse this code: revoked, or never issued.
    public boolean isRevoked(String ticketCode) {
        return holds.isRevoked(ticketCode);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    private Routes.Handler guarded(Routes.Handler handler) {
        return request -> {
            if (!request.isAuthorized(authorization)) {
                throw new Refusal(401, "UNAUTHORIZED", "wrong or missing token");
            }
            return handler.answer(request);
        };
    }

    private Reply showVenues() {
        ObjectNode body = Fields.object();
        ArrayNode list = body.putArray("venues");
        for (Venue venue : timetable.venues()) {
            ObjectNode one = list.addObject().put("id", venue.id());
            one.set("name", name(venue.name()));
            one.put("address", venue.address())
                    .put("contactRequired", venue.contactRequired())
                    .put("maxPlaces", venue.maxPlaces());
            ArrayNode tariffs = one.putArray("tariffs");
            for (Tariff tariff : venue.tariffs()) {
                ObjectNode price = tariffs.addObject().put("id", tariff.id());
                price.set("name", name(tariff.name()));
                price.put("cents", tariff.cents()).put("places", tariff.places());
            }
        }
        return Reply.json(200, body);
    }

    private Reply showSlots(Request request) throws Refusal {
        Venue venue =
                timetable.venue(request.part("venue")).orElseThrow(() -> Refusal.notFound("venue"));
        Map<String, String> query = request.query();
        LocalDate from = day(query, "from");
        LocalDate to = day(query, "to");
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusal.badRequest("from and to must span 1 to " + MOST_DAYS + " days");
        }
        List<Slot> slots = timetable.slots(venue, from, to);
        List<Integer> free = holds.free(slots);
        ObjectNode body = Fields.object();
        ArrayNode list = body.putArray("slots");
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            list.addObject()
                    .put("id", slot.id())
                    .put("venue", venue.id())
                    .put("start", slot.start().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .put("end", slot.end().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .put("capacity", venue.capacity())
                    .put("free", free.get(i));
        }
        return Reply.json(200, body);
    }

    private Reply hold(Request request) throws Refusal {
        Fields body = request.json();
        Slot slot = slot(body.text("slot", 1, 80)).orElseThrow(() -> Refusal.notFound("slot"));
        int places = body.integer("places", 1, slot.venue().maxPlaces());
        return reply(holds.hold(id(request), slot, places, ttl(body)));
    }

    private Reply extend(Request request) throws Refusal {
        return reply(holds.extend(id(request), ttl(request.json())));
    }

    private Reply confirm(Request request) throws Refusal {
        Fields body = request.json();
        String order = body.text("orderReference", 1, 80);
        Optional<String> given = body.optionalText("validFrom", 1, 40);
        String id = id(request);
        // A hold of a slot that the timetable no longer has cannot be sold: its id is unknown then.
        if (!(holds.show(id) instanceof HoldOutcome.Kept(Hold hold, _))
                || slot(hold.slot()).isEmpty()) {
            throw Refusal.notFound("hold");
        }
        Slot slot = slot(hold.slot()).orElseThrow();
        Instant from = given.isEmpty() ? slot.start().toInstant() : instant(given.get());
        if (!from.isBefore(slot.end().toInstant())) {
            throw Refusal.badRequest("validFrom must be before the end of the slot");
        }
        return reply(holds.confirm(id, order, slot, from));
    }

    private Reply release(Request request) throws Refusal {
        if (holds.release(id(request)) instanceof HoldOutcome.Kept(Hold hold, _)
                && hold.state() == HoldState.CONFIRMED) {
            return Reply.json(409, Fields.object().put("code", "CONFIRMED"));
        }
        return Reply.empty(204);
    }

    private Reply cancel(Request request) throws Refusal {
        return reply(holds.cancel(id(request), request.json().text("reason", 1, 80)));
    }

    private Reply showHold(Request request) throws Refusal {
        return reply(holds.show(id(request)));
    }

    private Reply showKeys() {
        ObjectNode body = Fields.object();
        body.putArray("keys")
                .addObject()
                .put("kid", signer.kid())
                .put("alg", "Ed25519")
                .put("x", signer.publicKey());
        return Reply.json(200, body);
    }

    private static Reply reply(HoldOutcome outcome) throws Refusal {
        return switch (outcome) {
            case HoldOutcome.Kept(Hold hold, boolean made) ->
                    Reply.json(made ? 201 : 200, describe(hold));
            case HoldOutcome.Confirmed(Hold hold, List<String> tickets) -> {
                ObjectNode body =
                        Fields.object().put("holdId", hold.id()).put("state", hold.state().name());
                tickets.forEach(body.putArray("tickets")::add);
                yield Reply.json(200, body);
            }
            case HoldOutcome.SoldOut(int free) ->
                    Reply.json(409, Fields.object().put("code", "SOLD_OUT").put("free", free));
            case HoldOutcome.DifferentContent() ->
                    Reply.json(409, Fields.object().put("code", "DIFFERENT_CONTENT"));
            case HoldOutcome.Ended(HoldState state) ->
                    Reply.json(410, Fields.object().put("code", state.name()));
            case HoldOutcome.Unknown() -> throw Refusal.notFound("hold");
        };
    }

    private static ObjectNode describe(Hold hold) {
        return Fields.object()
                .put("holdId", hold.id())
                .put("slot", hold.slot())
                .put("places", hold.places())
                .put("state", hold.state().name())
                .put(
                        "expiresAt",
                        hold.expiresAt()
                                .atZone(ZONE)
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private Optional<Slot> slot(String id) {
        return timetable.slot(id);
    }

    private static ObjectNode name(Name name) {
        return Fields.object().put("de", name.de()).put("en", name.en());
    }

    private static String id(Request request) throws Refusal {
        String id = request.part("hold");
        if (!Fields.isUuid(id)) {
            throw Refusal.badRequest("the id of a hold must be a UUID in lower case");
        }
        return id;
    }

    private static Duration ttl(Fields body) throws Refusal {
        return Duration.ofSeconds(body.integer("ttlSeconds", 1, MOST_TTL_SECONDS));
    }

    private static LocalDate day(Map<String, String> query, String name) throws Refusal {
        try {
            LocalDate day = LocalDate.parse(query.getOrDefault(name, ""));
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.badRequest(name + " must be a day such as 2026-06-01");
        }
        throw Refusal.badRequest(name + " is out of range");
    }

    private static Instant instant(String text) throws Refusal {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.badRequest("validFrom must be a time with offset (ISO 8601)");
        }
    }
}
