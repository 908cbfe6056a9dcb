package de.koblenz.kiosk.order.ticketing;

import de.koblenz.kiosk.order.wire.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The booking service over HTTP (docs/booking-service.md). Thread-safe.
public final class BookingClient implements Booking {
    private final JsonHttp http;
    private final String authorization;
    private volatile TicketKeys keys = TicketKeys.NONE;

    /// @param base address of the service, with a slash at the end
    /// @param token bearer token of this terminal
    /// @param timeout for each answer
    public BookingClient(URI base, String token, Duration timeout) {
        this.http = new JsonHttp(base, timeout);
        this.authorization = "Bearer " + token;
    }

    @Override
    public List<Venue> venues() throws IOException {
        List<Venue> venues = new ArrayList<>();
        for (JsonNode venue : get("v1/venues").path("venues")) {
            List<Tariff> tariffs = new ArrayList<>();
            for (JsonNode tariff : venue.path("tariffs")) {
                tariffs.add(
                        new Tariff(
                                JsonHttp.text(tariff, "id"),
                                names(tariff.path("name")),
                                tariff.path("cents").asInt(0),
                                tariff.path("places").asInt(1)));
            }
            venues.add(
                    new Venue(
                            JsonHttp.text(venue, "id"),
                            names(venue.path("name")),
                            venue.path("address").asString(""),
                            venue.path("contactRequired").asBoolean(false),
                            venue.path("maxPlaces").asInt(1),
                            tariffs));
        }
        return venues;
    }

    private static Map<String, String> names(JsonNode node) {
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, JsonNode> name : node.properties()) {
            names.put(name.getKey(), name.getValue().asString(""));
        }
        return names;
    }

    @Override
    public List<Slot> slots(String venueId, LocalDate from, LocalDate to) throws IOException {
        String path = "v1/venues/" + encoded(venueId) + "/slots?from=" + from + "&to=" + to;
        List<Slot> slots = new ArrayList<>();
        for (JsonNode slot : get(path).path("slots")) {
            slots.add(
                    new Slot(
                            JsonHttp.text(slot, "id"),
                            slot.path("venue").asString(venueId),
                            time(slot, "start"),
                            time(slot, "end"),
                            slot.path("capacity").asInt(0),
                            slot.path("free").asInt(0)));
        }
        return slots;
    }

    private JsonNode get(String path) throws IOException {
        JsonHttp.Answer answer = http.get(path, authorization);
        if (!answer.ok()) {
            throw unbelievable(answer);
        }
        return answer.body();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Hold hold(UUID holdId, String slotId, int places, Duration ttl) throws IOException {
        JsonHttp.Answer answer =
                http.send(
                        "PUT",
                        "v1/holds/" + holdId,
                        authorization,
                        Map.of("slot", slotId, "places", places, "ttlSeconds", ttl.toSeconds()));
        return switch (answer.status()) {
            case 200, 201 -> new Hold.Held(expiry(answer));
            case 409 -> {
                if (!answer.body().path("code").asString("").equals("SOLD_OUT")) {
                    throw unbelievable(answer);
                }
                yield new Hold.SoldOut(answer.body().path("free").asInt(0));
            }
            case 404, 410 -> new Hold.Gone();
            default -> throw unbelievable(answer);
        };
    }

    @Override
    public Hold extend(UUID holdId, Duration ttl) throws IOException {
        JsonHttp.Answer answer =
                http.send(
                        "POST",
                        "v1/holds/" + holdId + "/extend",
                        authorization,
                        Map.of("ttlSeconds", ttl.toSeconds()));
        return switch (answer.status()) {
            case 200 -> new Hold.Held(expiry(answer));
            case 404, 410 -> new Hold.Gone();
            default -> throw unbelievable(answer);
        };
    }

    private static Instant expiry(JsonHttp.Answer answer) throws IOException {
        return time(answer.body(), "expiresAt").toInstant();
    }

    @Override
    public Confirmation confirm(UUID holdId, String orderReference) throws IOException {
        JsonHttp.Answer answer =
                http.send(
                        "POST",
                        "v1/holds/" + holdId + "/confirm",
                        authorization,
                        Map.of("orderReference", orderReference));
        if (answer.status() == 404 || answer.status() == 410) {
            return new Confirmation.Gone();
        }
        if (!answer.ok() || !answer.body().path("tickets").isArray()) {
            throw unbelievable(answer);
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode code : answer.body().path("tickets")) {
            codes.add(code.asString(""));
        }
        return trusted(codes) ? new Confirmation.Confirmed(codes) : new Confirmation.Untrusted();
    }

    /// Every code is signed by a key of the service and stands for another ticket.
    private boolean trusted(List<String> codes) throws IOException {
        if (codes.stream().distinct().count() != codes.size()) {
            return false;
        }
        if (codes.stream().anyMatch(code -> TicketCode.verified(code, keys).isEmpty())) {
            // The service may have a newer key than we know.
            keys = TicketKeys.read(get("v1/keys").path("keys"));
        }
        return codes.stream().allMatch(code -> TicketCode.verified(code, keys).isPresent());
    }

    @Override
    public boolean release(UUID holdId) throws IOException {
        JsonHttp.Answer answer = http.call("DELETE", "v1/holds/" + holdId, authorization, "", "");
        return switch (answer.status()) {
            case 200, 204, 404, 410 -> true;
            case 409 -> false;
            default -> throw unbelievable(answer);
        };
    }

    @Override
    public void takeBack(UUID holdId, String reason) throws IOException {
        JsonHttp.Answer answer =
                http.send(
                        "POST",
                        "v1/holds/" + holdId + "/cancel",
                        authorization,
                        Map.of("reason", reason));
        if (!answer.ok() && answer.status() != 404 && answer.status() != 410) {
            throw unbelievable(answer);
        }
    }

    private static OffsetDateTime time(JsonNode node, String name) throws IOException {
        try {
            return OffsetDateTime.parse(JsonHttp.text(node, name));
        } catch (DateTimeException e) {
            throw new IOException("the booking service gave an unusable " + name, e);
        }
    }

    private static IOException unbelievable(JsonHttp.Answer answer) {
        return new IOException("the booking service answered " + answer.status());
    }
}
