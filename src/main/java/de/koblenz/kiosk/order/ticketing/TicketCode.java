package de.koblenz.kiosk.order.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a signed ticket code says (docs/booking-service.md, "Ticket code").
///
/// @param ticketId the ticket
/// @param slotId slot of the booking service
/// @param venueId venue of the booking service
/// @param from valid from
/// @param until valid until
public record TicketCode(
        String ticketId, String slotId, String venueId, Instant from, Instant until) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The code, if one of `keys` has signed it; empty for everything else, however broken.
    public static Optional<TicketCode> verified(String code, TicketKeys keys) {
        String[] parts = code.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals("KO1")) {
            return Optional.empty();
        }
        try {
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            Optional<PublicKey> key = keys.find(payload.path("k").asString(""));
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            if (key.isEmpty() || !signed(parts[0] + "." + parts[1], signature, key.get())) {
                return Optional.empty();
            }
            return Optional.of(
                    new TicketCode(
                            payload.path("i").asString(""),
                            payload.path("s").asString(""),
                            payload.path("v").asString(""),
                            Instant.ofEpochSecond(payload.path("f").asLong(0)),
                            Instant.ofEpochSecond(payload.path("u").asLong(0))));
        } catch (IllegalArgumentException
                | JacksonException
                | GeneralSecurityException
                | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean signed(String text, byte[] signature, PublicKey key)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(text.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(signature);
    }
}
