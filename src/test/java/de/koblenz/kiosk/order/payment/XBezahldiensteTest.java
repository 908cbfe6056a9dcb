package de.koblenz.kiosk.order.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.order.wire.StubbornServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XBezahldiensteTest {
    private static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");
    private static final PaymentRequest REQUEST =
            new PaymentRequest(
                    "12340000-0000-4000-8000-000000000007",
                    1_350,
                    "KO-2222-3333 Schwimmbad",
                    "Schwimmbad: Ticket (Ermäßigt)",
                    List.of(
                            new PaymentRequest.Item("schwimmbad-ticket", "Ermäßigt", 3, 300),
                            new PaymentRequest.Item("schwimmbad-ticket", "Erwachsene", 1, 450)));

    private StubbornServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubbornServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private XBezahldienste platform() {
        return new XBezahldienste(
                new XBezahldienste.Account(
                        server.base().resolve("api/"),
                        "koblenz",
                        "kasse",
                        "Aladdin",
                        "open sesame"),
                URI.create("https://www.koblenz.de/"),
                Duration.ofSeconds(5),
                InstantSource.fixed(NOW));
    }

    private static String information(String fields) {
        return "{\"paymentInformation\":{" + fields + "}}";
    }

    /// XBezahldienste 1.0.0, PaymentRequest; the credentials are the example of RFC 7617 2.
    @Test
    void aRequestIsWhatTheStandardSays() throws IOException {
        server.says(
                200,
                information(
                        """
                        "transactionId":"t-1","transactionRedirectUrl":"https://pay.example/t-1",
                        "status":"INITIAL"
                        """));
        assertEquals(
                new PaymentGateway.Opening.Opened("t-1", "https://pay.example/t-1", ""),
                platform().open(REQUEST));
        assertEquals(
                """
                POST /api/paymenttransaction/koblenz/kasse
                Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==
                {"requestId":"12340000-0000-4000-8000-000000000007",\
                "requestTimestamp":"2026-06-01T06:00:00.000Z","currency":"EUR","grosAmount":13.50,\
                "purpose":"KO-2222-3333 Schwimmbad","description":"Schwimmbad  Ticket  Ermäßigt",\
                "redirectUrl":"https://www.koblenz.de/","items":[{"id":"1",\
                "reference":"schwimmbad-ticket","description":"Ermäßigt","taxRate":0,"quantity":3,\
                "totalNetAmount":9.00,"totalTaxAmount":0.00,"singleNetAmount":3.00,\
                "singleTaxAmount":0.00},{"id":"2","reference":"schwimmbad-ticket",\
                "description":"Erwachsene","taxRate":0,"quantity":1,"totalNetAmount":4.50,\
                "totalTaxAmount":0.00,"singleNetAmount":4.50,"singleTaxAmount":0.00}]}\
                """,
                server.asked.getFirst());
    }

    @Test
    void theCredentialsAreInNoText() {
        String text =
                new XBezahldienste.Account(server.base(), "koblenz", "kasse", "user", "geheim")
                        .toString();
        assertFalse(text.contains("geheim"));
    }

    @Test
    void aRefusalIsAValue() throws IOException {
        server.says(400, "{}");
        assertEquals(new PaymentGateway.Opening.Refused(400), platform().open(REQUEST));
    }

    @Test
    void whetherItCanBeUsedIsWhatItsNewestAnswerSays() throws IOException {
        XBezahldienste platform = platform();
        assertEquals(PlatformWatch.State.UNKNOWN, platform.watch().state());
        server.says(200, information("\"status\":\"FAILED\""));
        platform.look("t-1");
        assertEquals(PlatformWatch.State.REACHABLE, platform.watch().state());
        server.says(503, "");
        assertThrows(IOException.class, () -> platform.look("t-1"));
        assertEquals(PlatformWatch.State.UNREACHABLE, platform.watch().state());
        server.says(404, "{}");
        assertThrows(IOException.class, () -> platform.look("t-1"));
        assertEquals(
                PlatformWatch.State.REACHABLE,
                platform.watch().state(),
                "it answers, though it does not know the transaction");
        server.says(401, "{}");
        platform.open(REQUEST);
        assertEquals(PlatformWatch.State.DENIED, platform.watch().state());
    }

    /// XBezahldienste 1.0.0, `GET /status/{originatorId}/{endPointId}`
    @Test
    void itsStateIsAskedForWithoutAPayment() {
        XBezahldienste platform = platform();
        server.says(200, "{\"status\":\"AVAILABLE\"}");
        platform.askState();
        assertEquals(PlatformWatch.State.REACHABLE, platform.watch().state());
        assertEquals(
                "GET /api/status/koblenz/kasse\nBasic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n",
                server.asked.getFirst());
        server.says(200, "{\"status\":\"UNAVAILABLE\"}");
        platform.askState();
        assertEquals(PlatformWatch.State.UNREACHABLE, platform.watch().state());
        server.says(404, "");
        platform.askState();
        assertEquals(
                PlatformWatch.State.REACHABLE,
                platform.watch().state(),
                "a platform without such a call");
        server.close();
        platform.askState();
        assertEquals(PlatformWatch.State.UNREACHABLE, platform.watch().state());
    }

    @Test
    void paidTellsReferenceMethodTimeAndFee() throws IOException {
        server.says(
                200,
                information(
                        """
                        "transactionId":"t-1","status":"PAYED","transactionReference":"KZ-7",
                        "transactionTimestamp":"2026-06-01T08:01:02+02:00",
                        "paymentMethod":"PAYPAL","providerFee":35
                        """));
        assertEquals(
                new PaymentState.Paid(
                        "KZ-7",
                        "PAYPAL",
                        Instant.parse("2026-06-01T06:01:02Z"),
                        OptionalInt.of(35)),
                platform().look("t-1"));
    }

    @Test
    void paidIsPaidHoweverLittleElseIsTold() throws IOException {
        server.says(200, information("\"status\":\"PAYED\",\"paymentMethod\":\"=cmd|' /C'\""));
        assertEquals(
                new PaymentState.Paid("", "OTHER", NOW, OptionalInt.empty()),
                platform().look("t-1"));
    }

    @Test
    void declinedAndCancelledAreTheEnd() throws IOException {
        server.says(200, information("\"status\":\"FAILED\""));
        assertEquals(new PaymentState.Ended(false), platform().look("t-1"));
        server.says(200, information("\"status\":\"CANCELED\""));
        assertEquals(new PaymentState.Ended(true), platform().look("t-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"PAID\"",
                "\"status\":1",
                "",
                "\"status\":\"PAYED\",\"transactionId\":\"another\""
            })
    void whatCannotBeBelievedSettlesNothing(String fields) {
        server.says(200, information(fields));
        assertThrows(IOException.class, () -> platform().look("t-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 500})
    void noErrorSettlesAPayment(int status) {
        server.says(status, "{}");
        assertThrows(IOException.class, () -> platform().look("t-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"transactionId\":\"../../admin\",\"transactionRedirectUrl\":\"https://a.b/\"",
                "\"transactionId\":\"t\",\"transactionRedirectUrl\":\"javascript:alert(1)\"",
                "\"transactionId\":\"t\",\"transactionRedirectUrl\":\"https://a b\"",
                "\"transactionId\":\"t\"",
                "\"transactionRedirectUrl\":\"https://a.b/\""
            })
    void anUnusableTransactionIsNotShown(String fields) {
        server.says(200, information(fields));
        assertThrows(IOException.class, () -> platform().open(REQUEST));
    }

    @Test
    void aPurposeKeepsToTheStandard() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PaymentRequest("1", 1, "Gebühr", "", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PaymentRequest("1", 1, "x".repeat(28), "", List.of()));
    }
}
