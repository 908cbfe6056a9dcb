package de.koblenz.kiosk.device.sim.card;

/// Which algorithms a card offers.
///
/// @param curve domain parameters of PACE, chip authentication and restricted identification
/// @param aesBits 128, 192 or 256: length of the AES keys of secure messaging
public record CardCryptography(CardCurve curve, int aesBits) {
    /// As the cards in people's pockets.
    public static final CardCryptography USUAL =
            new CardCryptography(CardCurve.BRAINPOOL_P256R1, 128);

    public CardCryptography {
        if (aesBits != 128 && aesBits != 192 && aesBits != 256) {
            throw new IllegalArgumentException("AES has 128, 192 or 256 bits");
        }
    }

    /// Last arc of the object identifiers of PACE and chip authentication with AES-CBC-CMAC: 2, 3 or 4.
    int arc() {
        return aesBits / 64;
    }
}
