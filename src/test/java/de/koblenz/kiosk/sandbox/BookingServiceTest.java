package de.koblenz.kiosk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.sandbox.Wire.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BookingServiceTest {
    private static final String SLOT = "oberwerth.20260601.0900";
    private static final Duration TTL = Duration.ofMinutes(10);

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private final Random random = new Random(7);
    private BookingService service;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        service = open(KoblenzPools.venues());
        wire = new Wire(service.base(), "Bearer secret");
    }

    @AfterEach
    void stop() {
        wire.close();
        service.close();
    }

    private BookingService open(List<Venue> venues) throws IOException {
        return new BookingService(folder, 0, clock, "secret", venues);
    }

    private void reopen(List<Venue> venues) throws IOException {
        stop();
        service = open(venues);
        wire = new Wire(service.base(), "Bearer secret");
    }

    private static List<Venue> venuesWithCapacity(int places) {
        return List.of(KoblenzPools.venues().getFirst().withCapacity(places, 4));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Answer hold(String id, int places) throws Exception {
        return hold(id, SLOT, places);
    }

    private Answer hold(String id, String slot, int places) throws Exception {
        return wire.json(
                "PUT",
                "v1/holds/" + id,
                "{\"slot\":\"%s\",\"places\":%d,\"ttlSeconds\":600}".formatted(slot, places));
    }

    private Answer confirm(String id, String order) throws Exception {
        return wire.json(
                "POST", "v1/holds/" + id + "/confirm", "{\"orderReference\":\"" + order + "\"}");
    }

    private Answer post(String id, String action, String body) throws Exception {
        return wire.json("POST", "v1/holds/" + id + "/" + action, body);
    }

    private Answer release(String id) throws Exception {
        return wire.send("DELETE", "v1/holds/" + id, "", "");
    }

    private int free() throws Exception {
        return wire.get("v1/venues/oberwerth/slots?from=2026-06-01&to=2026-06-01")
                .json()
                .at("/slots/0/free")
                .intValue();
    }

    @Test
    void venuesHaveNamesTariffsAndTheirWishForContactData() throws Exception {
        JsonNode venues = wire.get("v1/venues").json().path("venues");
        assertEquals(3, venues.size());
        assertEquals("Freibad Oberwerth", venues.at("/0/name/de").asString());
        assertEquals("Family", venues.at("/0/tariffs/3/name/en").asString());
        assertEquals(1_100, venues.at("/0/tariffs/3/cents").intValue());
        assertEquals(4, venues.at("/0/tariffs/3/places").intValue());
        assertEquals(10, venues.at("/0/maxPlaces").intValue());
        assertEquals(
                1,
                venues.values().stream()
                        .filter(venue -> venue.path("contactRequired").booleanValue())
                        .count());
    }

    @Test
    void aDayHasItsSlotsInLocalTime() throws Exception {
        JsonNode slots =
                wire.get("v1/venues/oberwerth/slots?from=2026-06-01&to=2026-06-02")
                        .json()
                        .path("slots");
        assertEquals(4, slots.size());
        assertEquals(SLOT, slots.at("/0/id").asString());
        assertEquals("2026-06-01T09:00:00+02:00", slots.at("/0/start").asString());
        assertEquals("2026-06-01T13:00:00+02:00", slots.at("/0/end").asString());
        assertEquals(400, slots.at("/0/capacity").intValue());
        assertEquals(400, slots.at("/0/free").intValue());
    }

    @Test
    void outsideTheSeasonThereAreNoSlots() throws Exception {
        String winter = "/slots?from=2026-12-31&to=2027-01-01";
        assertEquals(0, wire.get("v1/venues/oberwerth" + winter).json().path("slots").size());
        assertEquals(6, wire.get("v1/venues/moselbad" + winter).json().path("slots").size());
    }

    @Test
    void aSlotThatHasEndedHasNoFreePlaces() throws Exception {
        clock.pass(Duration.ofHours(5));
        assertEquals(0, free());
        Answer late = hold(uuid(), 1);
        assertEquals(409, late.status());
        assertEquals("SOLD_OUT", late.text("/code"));
    }

    @Test
    void aHoldTakesPlacesOnceHoweverOftenItIsSent() throws Exception {
        String id = uuid();
        Answer first = hold(id, 3);
        assertEquals(201, first.status());
        assertEquals("HELD", first.text("/state"));
        assertEquals("2026-06-01T08:10:00+02:00", first.text("/expiresAt"));
        assertEquals(200, hold(id, 3).status());
        assertEquals(397, free());
        Answer other = hold(id, 2);
        assertEquals(409, other.status());
        assertEquals("DIFFERENT_CONTENT", other.text("/code"));
    }

    @Test
    void aLostReplyHoldsThePlacesAllTheSame() throws Exception {
        String id = uuid();
        service.faults().dropNextReply("PUT", "/v1/holds/");
        assertThrows(IOException.class, () -> hold(id, 2));
        assertEquals(398, free());
        assertEquals(200, hold(id, 2).status());
        assertEquals(398, free());
    }

    @Test
    void aConfirmedHoldHasOneCodePerPlaceAndTheSameAtEachRepetition() throws Exception {
        String id = uuid();
        hold(id, 3);
        service.faults().dropNextReply("POST", "/confirm");
        assertThrows(IOException.class, () -> confirm(id, "order-1"));
        Answer again = confirm(id, "order-1");
        assertEquals(200, again.status());
        assertEquals("CONFIRMED", again.text("/state"));
        List<String> codes = codes(again);
        assertEquals(3, new HashSet<>(codes).size());
        assertEquals(codes, codes(confirm(id, "order-1")));
        assertEquals(409, confirm(id, "order-2").status());
        clock.pass(TTL.plusHours(1));
        assertEquals(397, free());
        assertEquals(codes, codes(confirm(id, "order-1")));
    }

    private static List<String> codes(Answer answer) {
        return answer.json().path("tickets").values().stream().map(JsonNode::asString).toList();
    }

    @Test
    void aTicketCodeIsVerifiedWithThePublicKeyAlone() throws Exception {
        String id = uuid();
        hold(id, 1);
        String code = codes(confirm(id, "order-1")).getFirst();
        JsonNode key = wire.get("v1/keys").json().at("/keys/0");
        assertEquals("Ed25519", key.path("alg").asString());
        byte[] raw = Base64.getUrlDecoder().decode(key.path("x").asString());
        assertEquals(32, raw.length);
        // SubjectPublicKeyInfo of an Ed25519 key: RFC 8410 §4.
        byte[] spki =
                HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        int dot = code.lastIndexOf('.');
        signature.update(code.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(code.substring(dot + 1))));

        assertTrue(code.startsWith("KO1."), code);
        String payload =
                new String(
                        Base64.getUrlDecoder().decode(code.substring(4, dot)),
                        StandardCharsets.UTF_8);
        String expected =
                "\\{\"i\":\"[A-Za-z0-9_-]{16}\",\"s\":\"oberwerth.20260601.0900\",\"v\":\"oberwerth\",\"t\":\"\","
                        + "\"f\":1780297200,\"u\":1780311600,\"k\":\""
                        + key.path("kid").asString()
                        + "\"}";
        assertTrue(payload.matches(expected), payload);
    }

    @Test
    void validFromMovesTheBeginningOfATicket() throws Exception {
        String id = uuid();
        hold(id, 1);
        String body = "{\"orderReference\":\"o\",\"validFrom\":\"2026-06-01T10:00:00+02:00\"}";
        String code = codes(post(id, "confirm", body)).getFirst();
        String payload =
                new String(
                        Base64.getUrlDecoder().decode(code.split("\\.", -1)[1]),
                        StandardCharsets.UTF_8);
        assertTrue(payload.contains("\"f\":1780300800,"), payload);
        String late = uuid();
        hold(late, 1);
        assertEquals(400, post(late, "confirm", body.replace("T10:00", "T13:00")).status());
    }

    @Test
    void anExpiredHoldGivesItsPlacesBackAndStaysExpired() throws Exception {
        String id = uuid();
        hold(id, 4);
        clock.pass(TTL.minusMillis(1));
        assertEquals(396, free());
        clock.pass(Duration.ofMillis(1));
        assertEquals(400, free());
        for (Answer answer :
                List.of(hold(id, 4), confirm(id, "o"), post(id, "extend", "{\"ttlSeconds\":60}"))) {
            assertEquals(410, answer.status());
            assertEquals("EXPIRED", answer.text("/code"));
        }
        assertEquals("EXPIRED", wire.get("v1/holds/" + id).text("/state"));
        assertEquals(204, release(id).status());
    }

    @Test
    void anExtendedHoldLivesLongerAndIsNeverShortened() throws Exception {
        String id = uuid();
        hold(id, 1);
        clock.pass(Duration.ofMinutes(9));
        assertEquals(
                "2026-06-01T08:19:00+02:00",
                post(id, "extend", "{\"ttlSeconds\":600}").text("/expiresAt"));
        assertEquals(
                "2026-06-01T08:19:00+02:00",
                post(id, "extend", "{\"ttlSeconds\":1}").text("/expiresAt"));
        clock.pass(Duration.ofMinutes(5));
        assertEquals(200, confirm(id, "o").status());
    }

    @Test
    void aReleasedHoldIsGone() throws Exception {
        String id = uuid();
        hold(id, 2);
        assertEquals(204, release(id).status());
        assertEquals(204, release(id).status());
        assertEquals(400, free());
        assertEquals("RELEASED", hold(id, 2).text("/code"));
        assertEquals(410, confirm(id, "o").status());
    }

    @Test
    void aHoldThatArrivesAfterItsReleaseTakesNothing() throws Exception {
        String id = uuid();
        assertEquals(204, release(id).status());
        Answer late = hold(id, 2);
        assertEquals(410, late.status());
        assertEquals("RELEASED", late.text("/code"));
        assertEquals(404, wire.get("v1/holds/" + id).status());
        assertEquals(400, free());
    }

    @Test
    void aConfirmedHoldIsCancelledAndNotReleased() throws Exception {
        String id = uuid();
        hold(id, 2);
        String code = codes(confirm(id, "o")).getFirst();
        Answer refused = release(id);
        assertEquals(409, refused.status());
        assertEquals("CONFIRMED", refused.text("/code"));
        assertFalse(service.isRevoked(code));
        for (int i = 0; i < 2; i++) {
            Answer cancelled = post(id, "cancel", "{\"reason\":\"REFUND\"}");
            assertEquals(200, cancelled.status());
            assertEquals("RELEASED", cancelled.text("/state"));
        }
        assertTrue(service.isRevoked(code));
        assertEquals(400, free());
        assertEquals(410, confirm(id, "o").status());
    }

    @Test
    void manyTerminalsRaceAndExactlyTheCapacityIsSold() throws Exception {
        reopen(venuesWithCapacity(7));
        List<Callable<Integer>> terminals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = uuid();
            boolean lossy = random.nextBoolean();
            terminals.add(() -> buy(id, lossy));
        }
        int sold = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> terminal : threads.invokeAll(terminals)) {
                sold += terminal.get();
            }
        }
        assertEquals(7, sold);
        assertEquals(0, free());
        assertEquals(
                7,
                service.holds().stream()
                        .filter(hold -> hold.state() == HoldState.CONFIRMED)
                        .mapToInt(Hold::places)
                        .sum());
    }

    /// Holds and confirms one place; where a reply is lost it asks again with the same id.
    private int buy(String id, boolean lossy) throws Exception {
        if (lossy) {
            service.faults().dropNextReply("PUT", id);
            service.faults().dropNextReply("POST", id);
        }
        Answer held = insist(() -> hold(id, 1));
        if (held.status() == 409) {
            assertEquals("SOLD_OUT", held.text("/code"));
            return 0;
        }
        Answer sold = insist(() -> confirm(id, "order-" + id));
        assertEquals(200, sold.status());
        return codes(sold).size();
    }

    private static Answer insist(Callable<Answer> call) throws Exception {
        try {
            return call.call();
        } catch (IOException lost) {
            return call.call();
        }
    }

    @Test
    void twoServicesOverOneFileStillSellTheLastPlaceOnce() throws Exception {
        reopen(venuesWithCapacity(3));
        try (BookingService second = open(venuesWithCapacity(3));
                Wire other = new Wire(second.base(), "Bearer secret")) {
            List<Callable<Integer>> terminals = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String path = "v1/holds/" + uuid();
                Wire through = i % 2 == 0 ? wire : other;
                String body = "{\"slot\":\"" + SLOT + "\",\"places\":1,\"ttlSeconds\":60}";
                terminals.add(() -> through.json("PUT", path, body).status());
            }
            int made = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<Integer> terminal : threads.invokeAll(terminals)) {
                    made += terminal.get() == 201 ? 1 : 0;
                }
            }
            assertEquals(3, made);
        }
    }

    @Test
    void theStateOutlivesTheProcess() throws Exception {
        String id = uuid();
        hold(id, 2);
        List<String> codes = codes(confirm(id, "o"));
        String kid = wire.get("v1/keys").text("/keys/0/kid");
        reopen(KoblenzPools.venues());
        assertEquals(398, free());
        assertEquals(codes, codes(confirm(id, "o")));
        assertEquals(kid, wire.get("v1/keys").text("/keys/0/kid"));
    }

    @Test
    void nobodyEntersWithoutTheToken() throws Exception {
        for (String wrong : Set.of("", "Bearer", "Bearer wrong", "Basic secret")) {
            try (Wire stranger = new Wire(service.base(), wrong)) {
                assertEquals(401, stranger.get("v1/venues").status());
                assertEquals(401, stranger.json("PUT", "v1/holds/" + uuid(), "{}").status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1]",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":0,\"ttlSeconds\":60}",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":11,\"ttlSeconds\":60}",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":1.5,\"ttlSeconds\":60}",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":99999999999,\"ttlSeconds\":60}",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":1,\"ttlSeconds\":-1}",
                "{\"slot\":\"oberwerth.20260601.0900\",\"places\":1}",
                "{\"slot\":5,\"places\":1,\"ttlSeconds\":60}"
            })
    void whatIsNoHoldIsABadRequest(String body) throws Exception {
        Answer answer = wire.json("PUT", "v1/holds/" + uuid(), body);
        assertEquals(400, answer.status());
        assertEquals("BAD_REQUEST", answer.text("/code"));
        assertEquals(400, free());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oberwerth.20260601.0901",
                "oberwerth.20261301.0900",
                "nowhere.20260601.0900",
                "x'--"
            })
    void anUnknownSlotIsNotFound(String slot) throws Exception {
        assertEquals(404, hold(uuid(), slot, 1).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2026-06-01",
                "?from=x&to=y",
                "?from=2026-06-02&to=2026-06-01",
                "?from=2026-06-01&to=2026-12-01",
                "?from=-999999999-01-01&to=2026-06-01",
                "?from=%zz&to=2026-06-01"
            })
    void anImpossibleSpanIsABadRequest(String query) throws Exception {
        // %zz is refused by the client's URI already, so it goes over a socket of its own.
        assertEquals(
                400,
                query.contains("%zz")
                        ? rawStatus("GET /v1/venues/oberwerth/slots" + query)
                        : wire.get("v1/venues/oberwerth/slots" + query).status());
    }

    private int rawStatus(String request) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), service.base().getPort());
        try (SocketChannel socket = SocketChannel.open(address)) {
            String head =
                    " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nConnection: close\r\n\r\n";
            socket.write(ByteBuffer.wrap((request + head).getBytes(StandardCharsets.US_ASCII)));
            byte[] answer = Channels.newInputStream(socket).readAllBytes();
            return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void strangeIdsAndUnknownHoldsAreRefused() throws Exception {
        assertEquals(400, hold("not-a-uuid", 1).status());
        assertEquals(404, confirm(uuid(), "o").status());
        assertEquals(404, post(uuid(), "cancel", "{\"reason\":\"REFUND\"}").status());
        assertEquals(
                404, wire.get("v1/venues/nowhere/slots?from=2026-06-01&to=2026-06-01").status());
        assertEquals(413, post(uuid(), "cancel", "x".repeat(100_000)).status());
    }
}
