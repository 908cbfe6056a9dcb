package de.koblenz.kiosk.order.submission;

/// An application that only its authority can read.
///
/// @param destinationId destination of FIT-Connect (UUID)
/// @param leikaKey 14 digits, or empty
/// @param serviceName official name
/// @param metadata JWE in compact serialisation (RFC 7516 §7.1)
/// @param data JWE in compact serialisation
public record SealedSubmission(
        String destinationId, String leikaKey, String serviceName, String metadata, String data) {
    @Override
    public String toString() {
        return "SealedSubmission[" + leikaKey + "]";
    }
}
