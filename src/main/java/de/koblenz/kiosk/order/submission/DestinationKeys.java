package de.koblenz.kiosk.order.submission;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Public keys of authorities that were fetched before, so that sealing works while the network is down, also after
/// a restart. Thread-safe.
public interface DestinationKeys {
    Optional<DestinationKey> find(String destinationId) throws IOException;

    void keep(DestinationKey key) throws IOException;

    /// A destination's encryption key.
    ///
    /// @param jwk public RSA key as JWK (RFC 7517)
    /// @param schemas JSON object: service identifier → URI of the schema of its data
    /// @param fetchedAt when the destination was asked
    record DestinationKey(String destinationId, String jwk, String schemas, Instant fetchedAt) {}
}
