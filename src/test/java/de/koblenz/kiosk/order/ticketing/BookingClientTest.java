package de.koblenz.kiosk.order.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.wire.StubbornServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingClientTest {
    private static final UUID HOLD = UUID.fromString("12340000-0000-4000-8000-000000000007");
    private static final Duration TTL = Duration.ofMinutes(10);
    private StubbornServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubbornServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private BookingClient client() {
        return new BookingClient(server.base(), "token", Duration.ofSeconds(5));
    }

    @Test
    void aHoldIsAskedForByTheIdOfTheTerminal() throws IOException {
        server.says(201, "{\"expiresAt\":\"2026-06-01T08:10:00+02:00\"}");
        assertEquals(
                new Booking.Hold.Held(Instant.parse("2026-06-01T06:10:00Z")),
                client().hold(HOLD, "s1", 2, TTL));
        String asked = server.asked.getFirst();
        assertTrue(asked.startsWith("PUT /v1/holds/" + HOLD + "\nBearer token\n"), asked);
        assertTrue(asked.contains("\"ttlSeconds\":600"), asked);
    }

    @Test
    void noPlaceIsAValueAndAnotherConflictIsNone() throws IOException {
        server.says(409, "{\"code\":\"SOLD_OUT\",\"free\":1}");
        assertEquals(new Booking.Hold.SoldOut(1), client().hold(HOLD, "s1", 2, TTL));
        server.says(409, "{\"code\":\"DIFFERENT_CONTENT\"}");
        assertThrows(IOException.class, () -> client().hold(HOLD, "s1", 2, TTL));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aHoldThatHasEndedIsGone(int status) throws IOException {
        server.says(status, "{\"code\":\"EXPIRED\"}");
        assertEquals(new Booking.Hold.Gone(), client().extend(HOLD, TTL));
        assertEquals(new Booking.Confirmation.Gone(), client().confirm(HOLD, "KO-2222-3333"));
        assertTrue(client().release(HOLD));
        client().takeBack(HOLD, "BOOK-HOLD-LOST");
    }

    @Test
    void aConfirmedHoldIsNotReleased() throws IOException {
        server.says(409, "{\"code\":\"CONFIRMED\"}");
        assertFalse(client().release(HOLD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tickets\":[\"KO1.e30.AAAA\"],\"keys\":[]}",
                "{\"tickets\":[\"\"],\"keys\":[]}",
                "{\"tickets\":[\"KO1.a.b\",\"KO1.a.b\"],\"keys\":[]}"
            })
    void ticketsThatNobodySignedAreNotTrusted(String body) throws IOException {
        server.says(200, body);
        assertEquals(new Booking.Confirmation.Untrusted(), client().confirm(HOLD, "KO-2222-3333"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"expiresAt\":\"tomorrow\"}"})
    void whatCannotBeBelievedIsNoAnswer(String body) {
        server.says(200, body);
        assertThrows(IOException.class, () -> client().hold(HOLD, "s1", 2, TTL));
        assertThrows(IOException.class, () -> client().confirm(HOLD, "KO-2222-3333"));
    }
}
