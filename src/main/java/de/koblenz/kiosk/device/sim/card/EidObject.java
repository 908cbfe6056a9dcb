package de.koblenz.kiosk.device.sim.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/// Object identifiers of BSI TR-03110-3 under `bsi-de` (0.4.0.127.0.7).
final class EidObject {
    private static final ASN1ObjectIdentifier BSI = new ASN1ObjectIdentifier("0.4.0.127.0.7");
    private static final ASN1ObjectIdentifier SMARTCARD = BSI.branch("2.2");

    static final ASN1ObjectIdentifier STANDARDIZED_DOMAIN = BSI.branch("1.2");
    static final ASN1ObjectIdentifier PUBLIC_KEY_ECDH = SMARTCARD.branch("1.2");
    static final ASN1ObjectIdentifier TERMINAL_AUTHENTICATION = SMARTCARD.branch("2");
    static final ASN1ObjectIdentifier TA_ECDSA = SMARTCARD.branch("2.2");
    static final ASN1ObjectIdentifier CHIP_AUTHENTICATION_ECDH = SMARTCARD.branch("3.2");
    static final ASN1ObjectIdentifier PACE_ECDH_GM = SMARTCARD.branch("4.2");
    static final ASN1ObjectIdentifier RESTRICTED_ECDH = SMARTCARD.branch("5.2");
    static final ASN1ObjectIdentifier RESTRICTED_ECDH_SHA256 = SMARTCARD.branch("5.2.3");
    static final ASN1ObjectIdentifier PRIVILEGED_TERMINAL = SMARTCARD.branch("8");
    static final ASN1ObjectIdentifier AUTHENTICATION_TERMINAL = BSI.branch("3.1.2.2");
    static final ASN1ObjectIdentifier TERMINAL_SECTOR = BSI.branch("3.1.3.2");
    static final ASN1ObjectIdentifier DATE_OF_BIRTH = BSI.branch("3.1.4.1");
    static final ASN1ObjectIdentifier DATE_OF_EXPIRY = BSI.branch("3.1.4.2");
    static final ASN1ObjectIdentifier MUNICIPALITY = BSI.branch("3.1.4.3");
    static final ASN1ObjectIdentifier SECURITY_OBJECT = BSI.branch("3.2.1");

    private EidObject() {}

    /// The octets of an identifier without tag and length, as data objects `06` and `80` carry them.
    static byte[] content(ASN1ObjectIdentifier identifier) {
        try {
            byte[] encoded = identifier.getEncoded();
            return Arrays.copyOfRange(encoded, 2, encoded.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
