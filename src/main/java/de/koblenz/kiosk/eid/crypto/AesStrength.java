package de.koblenz.kiosk.eid.crypto;

/// Key lengths of AES with the hash that derives keys for them (TR-03110-3 §A.2.3).
public enum AesStrength {
    AES_128(16, "SHA-1"),
    AES_192(24, "SHA-256"),
    AES_256(32, "SHA-256");

    private final int octets;
    private final String hash;

    AesStrength(int octets, String hash) {
        this.octets = octets;
        this.hash = hash;
    }

    /// Length of a key.
    public int octets() {
        return octets;
    }

    String hash() {
        return hash;
    }

    /// By the last arc of the object identifiers of PACE and chip authentication: 2, 3, 4 (1 is 3DES, unsupported).
    public static java.util.Optional<AesStrength> ofArc(int arc) {
        return switch (arc) {
            case 2 -> java.util.Optional.of(AES_128);
            case 3 -> java.util.Optional.of(AES_192);
            case 4 -> java.util.Optional.of(AES_256);
            default -> java.util.Optional.empty();
        };
    }
}
