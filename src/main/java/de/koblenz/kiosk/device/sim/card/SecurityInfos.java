package de.koblenz.kiosk.device.sim.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// What a card says of its protocols (BSI TR-03110-3 A.1.1): contents of EF.CardAccess and, with the public key of
/// chip authentication, of EF.CardSecurity.
final class SecurityInfos {
    private static final int VERSION = 2;

    private final CardCryptography cryptography;

    SecurityInfos(CardCryptography cryptography) {
        this.cryptography = cryptography;
    }

    /// EF.CardAccess: readable by everybody.
    byte[] access() {
        return encoded(common());
    }

    /// The signed part of EF.CardSecurity.
    ///
    /// @param chipKey public key of chip authentication
    byte[] security(byte[] chipKey) {
        ASN1EncodableVector infos = common();
        infos.add(
                info(
                        EidObject.PUBLIC_KEY_ECDH,
                        new SubjectPublicKeyInfo(domain(), chipKey),
                        number(ChipKeys.GENERAL)));
        return encoded(infos);
    }

    private ASN1EncodableVector common() {
        int arc = cryptography.arc();
        ASN1EncodableVector infos = new ASN1EncodableVector();
        infos.add(
                info(
                        EidObject.PACE_ECDH_GM.branch(Integer.toString(arc)),
                        number(VERSION),
                        number(cryptography.curve().id())));
        infos.add(info(EidObject.TERMINAL_AUTHENTICATION, number(VERSION)));
        infos.add(chip(ChipKeys.GENERAL));
        infos.add(info(EidObject.CHIP_AUTHENTICATION_ECDH, domain(), number(ChipKeys.GENERAL)));
        infos.add(
                info(
                        EidObject.PRIVILEGED_TERMINAL,
                        new DERSet(
                                new ASN1Encodable[] {
                                    chip(ChipKeys.PRIVILEGED),
                                    info(
                                            EidObject.CHIP_AUTHENTICATION_ECDH,
                                            domain(),
                                            number(ChipKeys.PRIVILEGED))
                                })));
        for (int key : RestrictedIdentification.KEYS) {
            infos.add(
                    info(
                            EidObject.RESTRICTED_ECDH_SHA256,
                            new DERSequence(
                                    new ASN1Encodable[] {
                                        number(1),
                                        number(key),
                                        ASN1Boolean.getInstance(
                                                RestrictedIdentification.authorised(key))
                                    })));
        }
        infos.add(info(EidObject.RESTRICTED_ECDH, domain()));
        return infos;
    }

    private DERSequence chip(int key) {
        return info(
                EidObject.CHIP_AUTHENTICATION_ECDH.branch(Integer.toString(cryptography.arc())),
                number(VERSION),
                number(key));
    }

    private AlgorithmIdentifier domain() {
        return new AlgorithmIdentifier(
                EidObject.STANDARDIZED_DOMAIN, number(cryptography.curve().id()));
    }

    private static DERSequence info(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static ASN1Integer number(int value) {
        return new ASN1Integer(value);
    }

    private static byte[] encoded(ASN1EncodableVector infos) {
        try {
            return new DERSet(infos).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
