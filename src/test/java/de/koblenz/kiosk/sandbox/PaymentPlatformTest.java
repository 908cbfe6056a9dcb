package de.koblenz.kiosk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.sandbox.Wire.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

class PaymentPlatformTest {
    private static final String ACCOUNT = "paymenttransaction/buergerterminal/koblenz-stadtkasse";

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private PaymentPlatform platform;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        platform = open(0);
        wire = new Wire(platform.base(), basic("terminal:sandbox"));
    }

    @AfterEach
    void stop() {
        wire.close();
        platform.close();
    }

    private PaymentPlatform open(int port) throws IOException {
        return new PaymentPlatform(
                folder, port, clock, Duration.ofMinutes(10), PaymentAccess.DEFAULT);
    }

    private static String basic(String credentials) {
        return "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static String request(String id, String euros) {
        return """
        {"requestId":"%s","requestTimestamp":"2026-06-01T08:00:00Z","currency":"EUR","grosAmount":%s,
         "purpose":"Bewohnerparkausweis","description":"Für ein Jahr","redirectUrl":"https://koblenz.de/",
         "items":[],"requestor":{"lastName":"Mustermann"}}
        """
                .formatted(id, euros);
    }

    private Answer order(String id, String euros) throws Exception {
        return wire.json("POST", ACCOUNT, request(id, euros));
    }

    private String transaction(Answer answer) {
        return answer.text("/paymentInformation/transactionId");
    }

    private String status(String id) throws Exception {
        return wire.get(ACCOUNT + "/" + id).text("/paymentInformation/status");
    }

    @Test
    void anOpenedTransactionShowsWhereToPay() throws Exception {
        Answer answer = order("r-1", "151.32");
        assertEquals(200, answer.status());
        assertEquals("INITIAL", answer.text("/paymentInformation/status"));
        assertEquals("KO2026-00000001", answer.text("/paymentInformation/transactionReference"));
        assertEquals("Bewohnerparkausweis", answer.text("/paymentRequest/purpose"));
        String page = answer.text("/paymentInformation/transactionRedirectUrl");
        Answer shown = wire.get(page);
        assertEquals(200, shown.status());
        assertTrue(shown.body().contains("151,32\u00a0€"), shown.body());
        String own = answer.text("/paymentInformation/transactionUrl");
        assertEquals(200, wire.get(own).status());
    }

    @Test
    void theRequestorIsNeitherKeptNorShown() throws Exception {
        assertFalse(order("r-1", "5").body().contains("Mustermann"));
        assertFalse(platform.transactions().getFirst().request().contains("Mustermann"));
    }

    @Test
    void aRepeatedRequestFindsTheSameTransaction() throws Exception {
        String first = transaction(order("r-1", "4.5"));
        String later = request("r-1", "4.50").replace("08:00:00Z", "08:00:07Z");
        assertEquals(first, transaction(wire.json("POST", ACCOUNT, later)));
        assertEquals(1, platform.transactions().size());
    }

    @Test
    void aRequestThatIsSentByManyAtOnceOpensOneTransaction() throws Exception {
        List<Callable<String>> senders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            senders.add(() -> transaction(order("r-1", "4.50")));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> sender : threads.invokeAll(senders)) {
                assertEquals(platform.transactions().getFirst().id(), sender.get());
            }
        }
        assertEquals(1, platform.transactions().size());
    }

    @Test
    void aRequestIdWithOtherContentIsAConflict() throws Exception {
        order("r-1", "4.50");
        Answer other = order("r-1", "4.60");
        assertEquals(409, other.status());
        assertEquals("REQUEST_ID_USED", other.text("/code"));
        Answer otherPerson =
                wire.json("POST", ACCOUNT, request("r-1", "4.50").replace("Muster", "Mister"));
        assertEquals(409, otherPerson.status());
    }

    @Test
    void aLostReplyHasOpenedTheTransactionAllTheSame() throws Exception {
        platform.faults().dropNextReply("POST", "/paymenttransaction");
        assertThrows(IOException.class, () -> order("r-1", "4.50"));
        assertEquals(1, platform.transactions().size());
        String again = transaction(order("r-1", "4.50"));
        assertEquals(platform.transactions().getFirst().id(), again);
        assertEquals(1, platform.transactions().size());
    }

    @Test
    void aRefusedRequestHasOpenedNothing() throws Exception {
        platform.faults().refuseNext();
        assertEquals(503, order("r-1", "4.50").status());
        assertEquals(List.of(), platform.transactions());
        assertEquals(200, order("r-1", "4.50").status());
    }

    @Test
    void aDelayedRequestWaitsForItsRelease() throws Exception {
        Delay delay = platform.faults().delayNext();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> answer = threads.submit(() -> order("r-1", "4.50"));
            assertTrue(delay.awaitArrival(Duration.ofSeconds(20)));
            assertEquals(List.of(), platform.transactions());
            delay.release();
            assertEquals(200, answer.get().status());
        }
    }

    @Test
    void offlineMeansThatConnectionsAreRefusedUntilItEnds() throws Exception {
        String id = transaction(order("r-1", "4.50"));
        platform.offline(true);
        assertTrue(platform.isOffline());
        try (Wire another = new Wire(platform.base(), "")) {
            assertThrows(ConnectException.class, () -> another.get(ACCOUNT));
        }
        platform.offline(false);
        assertEquals("INITIAL", status(id));
    }

    @Test
    void payingChargesOnceHoweverOftenItIsPressed() throws Exception {
        String id = transaction(order("r-1", "100"));
        List<Callable<PaymentStatus>> presses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            presses.add(() -> platform.pay(id, PaymentMethod.PAYPAL));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PaymentStatus> press : threads.invokeAll(presses)) {
                assertEquals(PaymentStatus.PAYED, press.get());
            }
        }
        assertEquals(10_000, platform.chargedCents());
        Answer paid = wire.get(ACCOUNT + "/" + id);
        assertEquals("PAYPAL", paid.text("/paymentInformation/paymentMethod"));
        // 0.35 € and 2.49 % of 100.00 €.
        assertEquals(284, paid.json().at("/paymentInformation/providerFee").intValue());
        assertTrue(paid.json().at("/paymentInformation/transactionRedirectUrl").isMissingNode());
    }

    @Test
    void providerFeesAreRoundedHalfUp() {
        assertEquals(25 + 1, PaymentMethod.CREDITCARD.providerFeeCents(36));
        assertEquals(25 + 0, PaymentMethod.CREDITCARD.providerFeeCents(35));
        assertEquals(35 + 2_490_000, PaymentMethod.PAYPAL.providerFeeCents(99_999_999));
    }

    @Test
    void aDeclinedOrGivenUpTransactionStaysSo() throws Exception {
        String declined = transaction(order("r-1", "4.50"));
        String givenUp = transaction(order("r-2", "4.50"));
        assertEquals(PaymentStatus.FAILED, platform.decline(declined));
        assertEquals(PaymentStatus.CANCELED, platform.cancel(givenUp));
        assertEquals(PaymentStatus.FAILED, platform.pay(declined));
        assertEquals(PaymentStatus.CANCELED, platform.pay(givenUp));
        assertEquals("FAILED", status(declined));
        assertEquals(0, platform.chargedCents());
    }

    @Test
    void anUnpaidTransactionIsCancelledAtTheTimeLimit() throws Exception {
        String id = transaction(order("r-1", "4.50"));
        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertEquals("INITIAL", status(id));
        clock.pass(Duration.ofMillis(1));
        assertEquals("CANCELED", status(id));
        assertEquals(PaymentStatus.CANCELED, platform.pay(id));
        assertEquals(0, platform.chargedCents());
    }

    @Test
    void theStateOutlivesTheProcess() throws Exception {
        String paid = transaction(order("r-1", "4.50"));
        String open = transaction(order("r-2", "2.50"));
        platform.pay(paid);
        int port = platform.base().getPort();
        platform.close();
        platform = open(port);
        assertEquals("PAYED", status(paid));
        assertEquals("INITIAL", status(open));
        assertEquals(paid, transaction(order("r-1", "4.50")));
        assertEquals(450, platform.chargedCents());
    }

    @Test
    void thePageOffersPayPalAndCardAndNoGiropay() throws Exception {
        String page =
                wire.get(order("r-1", "4.50").text("/paymentInformation/transactionRedirectUrl"))
                        .body();
        assertTrue(page.contains("PayPal") && page.contains("Kreditkarte"), page);
        assertTrue(page.contains("Bezahlen") && page.contains("Abbrechen"), page);
        assertFalse(page.toLowerCase(Locale.ROOT).contains("giropay"), page);
    }

    @Test
    void theButtonsOfThePageWork() throws Exception {
        Answer opened = order("r-1", "4.50");
        String page = opened.text("/paymentInformation/transactionRedirectUrl");
        Answer pressed = wire.form(page, Map.of("action", "pay", "method", "CREDITCARD"));
        assertEquals(303, pressed.status());
        assertEquals(URI.create(page).getPath(), pressed.header("Location"));
        assertTrue(wire.get(page).body().contains("Vielen Dank"));
        assertEquals("PAYED", status(transaction(opened)));
        assertEquals(303, wire.form(page, Map.of("action", "cancel")).status());
        assertEquals("PAYED", status(transaction(opened)));
    }

    @Test
    void thePageTakesNoHiddenMethodAndNoForeignKey() throws Exception {
        Answer opened = order("r-1", "4.50");
        String page = opened.text("/paymentInformation/transactionRedirectUrl");
        assertEquals(400, wire.form(page, Map.of("action", "pay", "method", "GIROPAY")).status());
        assertEquals(400, wire.form(page, Map.of("action", "dance")).status());
        String guessed = page.substring(0, page.length() - 3) + "AAA";
        assertEquals(404, wire.form(guessed, Map.of("action", "cancel")).status());
        assertEquals("INITIAL", status(transaction(opened)));
    }

    @Test
    void pagesOfDifferentTransactionsHaveDifferentKeys() throws Exception {
        String one = order("r-1", "4.50").text("/paymentInformation/transactionRedirectUrl");
        String two = order("r-2", "4.50").text("/paymentInformation/transactionRedirectUrl");
        assertNotEquals(one.substring(one.lastIndexOf('/')), two.substring(two.lastIndexOf('/')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"requestId\":\"r\",\"requestId\":\"r\"}",
                "{} {}",
                "{\"requestId\":7}"
            })
    void whatIsNoRequestIsABadRequest(String body) throws Exception {
        Answer answer = wire.json("POST", ACCOUNT, body);
        assertEquals(400, answer.status());
        assertEquals("BAD_REQUEST", answer.text("/code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.005",
                "1000000",
                "1e400",
                "1e-400",
                "1e999999999",
                "\"5\"",
                "null"
            })
    void anAmountThatCannotBePaidIsABadRequest(String amount) throws Exception {
        assertEquals(400, order("r-1", amount).status());
        assertEquals(List.of(), platform.transactions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"purpose\":\"Bewohnerparkausweis 2026-2027 Nr\"",
                "\"purpose\":\"<script>\"",
                "\"purpose\":\"\"",
                "\"currency\":\"USD\"",
                "\"redirectUrl\":\"javascript:alert(1)\"",
                "\"items\":[{\"totalNetAmount\":1,\"totalTaxAmount\":0}]"
            })
    void aFieldOutsideTheStandardIsABadRequest(String field) throws Exception {
        String name = field.substring(0, field.indexOf(':'));
        String body = request("r-1", "4.50").replaceFirst(name + ":(\"[^\"]*\"|\\[])", field);
        assertTrue(body.contains(field), body);
        assertEquals(400, wire.json("POST", ACCOUNT, body).status());
    }

    @Test
    void itemsThatAddUpAreTaken() throws Exception {
        String items =
                "\"items\":[{\"totalNetAmount\":4,\"totalTaxAmount\":0.28},{\"totalNetAmount\":0.22,\"totalTaxAmount\":0}]";
        String body = request("r-1", "4.50").replace("\"items\":[]", items);
        assertEquals(200, wire.json("POST", ACCOUNT, body).status());
    }

    @Test
    void nobodyEntersWithoutCredentials() throws Exception {
        for (String wrong : Set.of("", "Basic", basic("terminal:wrong"), "Bearer sandbox")) {
            try (Wire stranger = new Wire(platform.base(), wrong)) {
                assertEquals(401, stranger.json("POST", ACCOUNT, request("r-1", "5")).status());
                assertEquals(401, stranger.get(ACCOUNT + "/x").status());
            }
        }
    }

    @Test
    void aForeignAccountAndAnUnknownTransactionAreNotFound() throws Exception {
        assertEquals(404, wire.get(ACCOUNT + "/" + UUID.randomUUID()).status());
        assertEquals(404, wire.get("paymenttransaction/other/koblenz-stadtkasse/x").status());
        assertEquals(404, wire.get("nowhere/..%2f..%2fetc").status());
        assertEquals(405, wire.json("PUT", ACCOUNT, "{}").status());
    }

    @Test
    void theStatusOfTheAccountNamesItsMethods() throws Exception {
        Answer answer = wire.get("status/buergerterminal/koblenz-stadtkasse");
        assertEquals("AVAILABLE", answer.text("/status"));
        assertEquals("PAYPAL", answer.text("/paymentMethods/0"));
    }

    @Test
    void aHugeBodyIsRefusedByItsSize() throws Exception {
        String huge = "{\"requestId\":\"" + "x".repeat(3_000_000) + "\"}";
        Answer answer = wire.json("POST", ACCOUNT, huge);
        assertEquals(413, answer.status());
        assertEquals("TOO_LARGE", answer.text("/code"));
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        assertEquals(415, wire.send("POST", ACCOUNT, "text/plain", request("r-1", "5")).status());
    }

    @Test
    void deepNestingIsABadRequest() throws Exception {
        String deep = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertEquals(400, wire.json("POST", ACCOUNT, deep).status());
    }
}
