package de.koblenz.kiosk.order.payment;

import de.koblenz.kiosk.order.wire.JsonHttp;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// A payment platform behind XBezahldienste 1.0.0 with basic authentication, as epay21 speaks it. Thread-safe.
///
/// The Kassenzeichen is the platform's `transactionReference`, which it may give at the opening or only after
/// payment; a platform that gives none books under the `purpose`. The standard has neither a cancel nor a refund
/// call, and does not tell the provider's fee.
public final class XBezahldienste implements PaymentGateway {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String AVAILABLE = "AVAILABLE";

    private final JsonHttp http;
    private final String city;
    private final String path;
    private final String authorization;
    private final URI returnPage;
    private final InstantSource clock;
    private final PlatformWatch watch = new PlatformWatch();

    /// @param account where and as whom
    /// @param returnPage where the payer's phone goes afterwards
    /// @param timeout for each answer
    public XBezahldienste(Account account, URI returnPage, Duration timeout, InstantSource clock) {
        this.http = new JsonHttp(account.base(), timeout);
        this.city = account.originatorId() + "/" + account.endPointId();
        this.path = "paymenttransaction/" + city;
        String login = account.user() + ":" + account.password();
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(login.getBytes(StandardCharsets.UTF_8));
        this.returnPage = returnPage;
        this.clock = clock;
    }

    /// The city at the platform.
    ///
    /// @param base address of the interface, with a slash at the end
    /// @param originatorId the city
    /// @param endPointId the terminal or its office
    public record Account(
            URI base, String originatorId, String endPointId, String user, String password) {
        @Override
        public String toString() {
            return "Account[" + base + ", " + originatorId + ", " + endPointId + "]";
        }
    }

    @Override
    public Opening open(PaymentRequest request) throws IOException {
        var answer = watched(() -> http.send("POST", path, authorization, body(request)));
        if (!answer.ok()) {
            return new Opening.Refused(answer.status());
        }
        JsonNode information = answer.body().path("paymentInformation");
        return new Opening.Opened(
                identifier(JsonHttp.text(information, "transactionId")),
                page(JsonHttp.text(information, "transactionRedirectUrl")),
                reference(information));
    }

    /// Whether the platform can be used, by what it answers.
    public PlatformWatch watch() {
        return watch;
    }

    /// Asks how the platform is (`GET status/…`), so that [#watch] knows also where nobody pays. One that has no such call answers all
    /// the same. Blocks until it has.
    public void askState() {
        try {
            var answer = watched(() -> http.get("status/" + city, authorization));
            if (answer.ok()
                    && !answer.body().path("status").asString(AVAILABLE).equals(AVAILABLE)) {
                watch.failed();
            }
        } catch (IOException _) {
            // Noted.
        }
    }

    private interface Call {
        JsonHttp.Answer send() throws IOException;
    }

    private JsonHttp.Answer watched(Call call) throws IOException {
        try {
            JsonHttp.Answer answer = call.send();
            watch.answered(answer.status());
            return answer;
        } catch (IOException e) {
            watch.failed();
            throw e;
        }
    }

    private Map<String, ?> body(PaymentRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", request.requestId());
        body.put("requestTimestamp", TIMESTAMP.format(clock.instant()));
        body.put("currency", "EUR");
        // Spelt so in the standard.
        body.put("grosAmount", euros(request.cents()));
        body.put("purpose", request.purpose());
        body.put("description", words(request.description()));
        body.put("redirectUrl", returnPage.toString());
        List<Map<String, ?>> items = new ArrayList<>();
        for (PaymentRequest.Item item : request.items()) {
            items.add(item(items.size() + 1, item));
        }
        body.put("items", items);
        return body;
    }

    /// Fees of an authority carry no VAT.
    private static Map<String, ?> item(int number, PaymentRequest.Item item) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", Integer.toString(number));
        body.put("reference", item.reference());
        body.put("description", words(item.name()));
        body.put("taxRate", BigDecimal.ZERO);
        body.put("quantity", item.count());
        body.put("totalNetAmount", euros(Math.multiplyExact(item.count(), item.cents())));
        body.put("totalTaxAmount", euros(0));
        body.put("singleNetAmount", euros(item.cents()));
        body.put("singleTaxAmount", euros(0));
        return body;
    }

    /// What the standard allows in a description: letters, digits, blanks, `-`, `,` and `.`, at most 250.
    private static String words(String text) {
        String allowed = text.replaceAll("[^A-Za-z0-9_\\s,.\\u00C0-\\u017F-]", " ").strip();
        return allowed.substring(0, Math.min(250, allowed.length()));
    }

    private static BigDecimal euros(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public PaymentState look(String transactionId) throws IOException {
        var answer = watched(() -> http.get(path + "/" + transactionId, authorization));
        if (!answer.ok()) {
            // Whether it was paid is then unknown, also for "not found": nothing may be concluded
            // from it.
            throw new IOException("the payment platform answered " + answer.status());
        }
        JsonNode information = answer.body().path("paymentInformation");
        if (!transactionId.equals(information.path("transactionId").asString(transactionId))) {
            throw new IOException("the payment platform answered for another transaction");
        }
        String status = JsonHttp.text(information, "status");
        return switch (status) {
            case "INITIAL" -> new PaymentState.Pending();
            case "PAYED" ->
                    new PaymentState.Paid(
                            reference(information),
                            method(information),
                            paidAt(information),
                            fee(information));
            case "FAILED" -> new PaymentState.Ended(false);
            case "CANCELED" -> new PaymentState.Ended(true);
            default -> throw new IOException("the payment platform knows an unknown status");
        };
    }

    // What the platform says goes into addresses, papers and the journal: it has to look like what
    // it is.

    private static String identifier(String id) throws IOException {
        if (!id.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new IOException("the payment platform gave an unusable transaction id");
        }
        return id;
    }

    private static String page(String url) throws IOException {
        if (!url.matches("https?://[\\x21-\\x7E]{1,1000}")) {
            throw new IOException("the payment platform gave an unusable page");
        }
        return url;
    }

    private static String reference(JsonNode information) {
        String reference = information.path("transactionReference").asString("");
        return reference.matches("[A-Za-z0-9_./-]{1,36}") ? reference : "";
    }

    private static String method(JsonNode information) {
        String method = information.path("paymentMethod").asString("");
        return method.matches("[A-Z0-9_]{1,32}") ? method : "OTHER";
    }

    /// No field of the standard; some platforms add it, in cents.
    private static OptionalInt fee(JsonNode information) {
        JsonNode fee = information.path("providerFee");
        return fee.isInt() && fee.asInt() >= 0 ? OptionalInt.of(fee.asInt()) : OptionalInt.empty();
    }

    private Instant paidAt(JsonNode information) {
        try {
            Instant at =
                    OffsetDateTime.parse(information.path("transactionTimestamp").asString(""))
                            .toInstant();
            return at.isAfter(Instant.EPOCH) ? at : clock.instant();
        } catch (DateTimeException _) {
            return clock.instant();
        }
    }
}
