package de.koblenz.kiosk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A payment platform on loopback that speaks XBezahldienste 1.0.0 with basic authentication (RFC 7617).
///
/// A request id opens one transaction however often it is sent. What is not paid within the time limit is
/// CANCELED. The state lies in `payment.db` and outlives a kill. Thread-safe.
public final class PaymentPlatform implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;

    /// What the payment page offers; giropay is known and hidden.
    private static final List<PaymentMethod> OFFERED =
            List.of(PaymentMethod.PAYPAL, PaymentMethod.CREDITCARD);

    private final PaymentAccess access;
    private final String authorization;
    private final PaymentLedger ledger;
    private final PaymentPage page = new PaymentPage(OFFERED);
    private final LoopbackServer server;

    /// Opens the books in `folder` and starts to listen.
    ///
    /// @param port 0 for any free one
    /// @param timeLimit how long an opened transaction can be paid
    public PaymentPlatform(
            Path folder, int port, InstantSource clock, Duration timeLimit, PaymentAccess access)
            throws IOException {
        this.access = access;
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (access.user() + ":" + access.password())
                                                .getBytes(StandardCharsets.UTF_8));
        this.ledger = new PaymentLedger(folder.resolve("payment.db"), clock, timeLimit);
        String account = "/{originator}/{endPoint}";
        Routes routes =
                new Routes()
                        .on("POST", "/paymenttransaction" + account, MOST_BYTES, this::open)
                        .on("GET", "/paymenttransaction" + account + "/{id}", 0, this::show)
                        .on("GET", "/status" + account, 0, this::status)
                        .on("GET", "/pay/{id}/{key}", 0, this::showPage)
                        .on("POST", "/pay/{id}/{key}", 1_024, this::press);
        this.server = new LoopbackServer(port, routes, LoopbackServer::plainWording);
        server.start();
    }

    /// `{base}` of the interface, with a slash at its end.
    public URI base() {
        return server.base();
    }

    public PaymentAccess access() {
        return access;
    }

    public Faults faults() {
        return server.faults();
    }

    /// Cuts the platform off from the network, or connects it again.
    public void offline(boolean offline) {
        server.offline(offline);
    }

    public boolean isOffline() {
        return server.isOffline();
    }

    /// Pays by credit card, as the button on the page does.
    ///
    /// @return the state afterwards; PAYED also if it had been paid before
    public PaymentStatus pay(String transactionId) {
        return pay(transactionId, PaymentMethod.CREDITCARD);
    }

    public PaymentStatus pay(String transactionId, PaymentMethod method) {
        return ledger.charge(transactionId, method).orElseThrow(PaymentPlatform::unknown).status();
    }

    /// The provider declines: FAILED, unless the transaction had ended before.
    public PaymentStatus decline(String transactionId) {
        return end(transactionId, PaymentStatus.FAILED, "DECLINED");
    }

    /// The citizen gives up: CANCELED, unless the transaction had ended before.
    public PaymentStatus cancel(String transactionId) {
        return end(transactionId, PaymentStatus.CANCELED, "BY-PAYER");
    }

    /// All transactions, the oldest first.
    public List<PaymentTransaction> transactions() {
        return ledger.all();
    }

    /// The sum of all charges ever made, in cents.
    public long chargedCents() {
        return ledger.chargedCents();
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
    }

    private PaymentStatus end(String id, PaymentStatus status, String detail) {
        return ledger.end(id, status, detail).orElseThrow(PaymentPlatform::unknown).status();
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("no such transaction");
    }

    private Reply open(Request request) throws Refusal {
        authorize(request);
        request.requireType("application/json");
        PaymentRequest wanted = PaymentRequest.read(request.json());
        return ledger.open(wanted)
                .map(transaction -> Reply.json(200, describe(transaction)))
                .orElseThrow(() ->
                        new Refusal(
                                409,
                                "REQUEST_ID_USED",
                                "this requestId was used for other content"));
    }

    private Reply show(Request request) throws Refusal {
        authorize(request);
        return Reply.json(200, describe(found(request)));
    }

    private Reply status(Request request) throws Refusal {
        authorize(request);
        ObjectNode body =
                Fields.object()
                        .put("originatorId", access.originatorId())
                        .put("endPointId", access.endPointId())
                        .put("status", "AVAILABLE");
        OFFERED.forEach(method -> body.withArray("paymentMethods").add(method.name()));
        return Reply.json(200, body);
    }

    private Reply showPage(Request request) throws Refusal {
        return Reply.html(200, page.render(foundByKey(request)))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .with("Referrer-Policy", "no-referrer");
    }

    private Reply press(Request request) throws Refusal {
        PaymentTransaction transaction = foundByKey(request);
        Map<String, String> form = request.form();
        switch (form.getOrDefault("action", "")) {
            case "pay" -> ledger.charge(transaction.id(), method(form.get("method")));
            case "cancel" -> cancel(transaction.id());
            case "decline" -> decline(transaction.id());
            default -> throw Refusal.badRequest("action must be pay, cancel or decline");
        }
        // Shown by another request, so that reloading the page presses nothing again.
        return Reply.empty(303).with("Location", pageOf(transaction).getRawPath());
    }

    private static PaymentMethod method(@Nullable String name) throws Refusal {
        return OFFERED.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("method is not offered"));
    }

    private void authorize(Request request) throws Refusal {
        if (!request.isAuthorized(authorization)) {
            throw new Refusal(401, "UNAUTHORIZED", "wrong or missing credentials");
        }
        if (!request.part("originator").equals(access.originatorId())
                || !request.part("endPoint").equals(access.endPointId())) {
            throw Refusal.notFound("originatorId or endPointId");
        }
    }

    private PaymentTransaction found(Request request) throws Refusal {
        return ledger.find(request.part("id")).orElseThrow(() -> Refusal.notFound("transaction"));
    }

    private PaymentTransaction foundByKey(Request request) throws Refusal {
        PaymentTransaction transaction = found(request);
        if (!transaction.pageKey().equals(request.part("key"))) {
            throw Refusal.notFound("transaction");
        }
        return transaction;
    }

    private URI pageOf(PaymentTransaction transaction) {
        return base().resolve("pay/" + transaction.id() + "/" + transaction.pageKey());
    }

    private ObjectNode describe(PaymentTransaction transaction) {
        ObjectNode information =
                Fields.object()
                        .put("transactionUrl", url(transaction))
                        .put("transactionId", transaction.id())
                        .put("transactionReference", transaction.reference())
                        .put("status", transaction.status().name());
        if (transaction.status() == PaymentStatus.INITIAL) {
            information.put("transactionRedirectUrl", pageOf(transaction).toString());
            information.put("validUntil", transaction.expiresAt().toString());
        }
        transaction
                .charge()
                .ifPresent(charge ->
                        information
                                .put("transactionTimestamp", charge.at().toString())
                                .put("paymentMethod", charge.method().name())
                                .put("providerFee", charge.providerFeeCents()));
        if (!transaction.detail().isEmpty()) {
            information.put("statusDetail", transaction.detail());
        }
        ObjectNode body = Fields.object();
        body.set("paymentInformation", information);
        body.set("paymentRequest", Fields.stored(transaction.request()));
        return body;
    }

    private String url(PaymentTransaction transaction) {
        return base().resolve(
                        "paymenttransaction/"
                                + access.originatorId()
                                + "/"
                                + access.endPointId()
                                + "/"
                                + transaction.id())
                .toString();
    }
}
