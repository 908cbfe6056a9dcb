package de.koblenz.kiosk.sandbox;

import java.net.URI;
import java.util.List;

/// Where applications are delivered to ("Zustellpunkt"), with the client that may send them.
///
/// @param id a UUID
/// @param services what it takes; anything else is refused
/// @param clientId for the token endpoint
/// @param clientSecret for the token endpoint
/// @param keyBits size of the RSA keys made at first start; FIT-Connect asks for 4096, which takes seconds
public record Destination(
        String id,
        List<PublicService> services,
        String clientId,
        String clientSecret,
        int keyBits) {
    public Destination {
        services = List.copyOf(services);
    }

    /// The Bürgeramt with its resident's parking permit.
    public static final Destination DEFAULT =
            new Destination(
                    "7f6a3c5e-9d41-4a0b-8c52-1e0f4b7d2a90",
                    List.of(
                            new PublicService(
                                    "urn:de:fim:leika:leistung:99108001001000",
                                    "Bewohnerparkausweis Erteilung",
                                    URI.create(
                                            "urn:de:koblenz:buergerterminal:bewohnerparkausweis"))),
                    "terminal",
                    "sandbox",
                    4096);

    /// This destination with keys of another size, which tests use to save time.
    public Destination withKeyBits(int bits) {
        return new Destination(id, services, clientId, clientSecret, bits);
    }

    @Override
    public String toString() {
        return "Destination[" + id + "]";
    }
}
