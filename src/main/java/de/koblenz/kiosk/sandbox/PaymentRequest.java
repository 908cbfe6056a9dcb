package de.koblenz.kiosk.sandbox;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A checked request for payment (XBezahldienste 1.0.0, `PaymentRequest`).
///
/// @param description at most 250 characters, empty for none
/// @param redirectUrl where the payment page leads back to, empty for nowhere
/// @param stored the request as JSON without its `requestor`
/// @param fingerprint SHA-256 of everything but the time stamp: a repeated request has the same
record PaymentRequest(
        String requestId,
        int amountCents,
        String purpose,
        String description,
        String redirectUrl,
        String stored,
        String fingerprint) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_ -]{1,27}");
    private static final Pattern DESCRIPTION =
            Pattern.compile("[A-Za-z0-9_\\s,.\\u00C0-\\u017F-]{0,250}");
    private static final Pattern CURRENCY = Pattern.compile("EUR");
    private static final BigDecimal MOST = new BigDecimal("999999.99");

    static PaymentRequest read(Fields fields) throws Refusal {
        String requestId = fields.text("requestId", REQUEST_ID);
        fields.text("requestTimestamp", 1, 40);
        fields.text("currency", CURRENCY);
        int cents = cents(fields.node(), "grosAmount");
        if (cents == 0) {
            throw Refusal.badRequest("grosAmount must be more than 0");
        }
        String purpose = fields.text("purpose", PURPOSE);
        String description = fields.optionalText("description", 0, 250).orElse("");
        if (!DESCRIPTION.matcher(description).matches()) {
            throw Refusal.badRequest("description must match " + DESCRIPTION.pattern());
        }
        checkItems(fields, cents);
        String redirectUrl = redirectUrl(fields.optionalText("redirectUrl", 1, 2_000).orElse(""));

        ObjectNode content = fields.node().deepCopy();
        content.remove("requestTimestamp");
        content.put("grosAmount", cents);
        ObjectNode stored = fields.node().deepCopy();
        stored.remove("requestor");
        return new PaymentRequest(
                requestId,
                cents,
                purpose,
                description,
                redirectUrl,
                stored.toString(),
                sha256(Fields.canonical(content)));
    }

    /// The items, where there are any, must add up to the amount.
    private static void checkItems(Fields fields, int cents) throws Refusal {
        long sum = 0;
        boolean any = false;
        for (Fields item : fields.objects("items")) {
            any = true;
            sum += cents(item.node(), "totalNetAmount") + cents(item.node(), "totalTaxAmount");
        }
        if (any && sum != cents) {
            throw Refusal.badRequest("the items do not add up to grosAmount");
        }
    }

    private static int cents(ObjectNode node, String name) throws Refusal {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw Refusal.badRequest(name + " must be a number");
        }
        BigDecimal euros = value.decimalValue();
        // Compared before anything is shifted: 1e999999999 must not be written out.
        if (euros.signum() < 0 || euros.compareTo(MOST) > 0) {
            throw Refusal.badRequest(name + " must be 0 to " + MOST);
        }
        if (euros.stripTrailingZeros().scale() > 2) {
            throw Refusal.badRequest(name + " may have two decimals");
        }
        return euros.movePointRight(2).intValueExact();
    }

    private static String redirectUrl(String text) throws Refusal {
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI uri = URI.create(text);
            if ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("redirectUrl is not a URL");
        }
        throw Refusal.badRequest("redirectUrl must start with https: or http:");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "PaymentRequest[" + requestId + " " + amountCents + " ct]";
    }
}
