package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/// Passive authentication: EF.CardSecurity is signed by a document signer whose certificate one of the trusted country signers
/// (CSCA) issued (TR-03110-2 §1.1, TR-03110-3 §A.1.2.5; RFC 5652). Immutable, thread-safe.
public final class PassiveAuthentication {
    private static final ASN1ObjectIdentifier SECURITY_OBJECT =
            new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final int DEEPEST = 24;

    private final List<X509CertificateHolder> countrySigners;

    /// @param countrySigners X.509 certificates in DER
    /// @throws IOException when one of them is no certificate
    public PassiveAuthentication(Collection<Octets> countrySigners) throws IOException {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        for (Octets certificate : countrySigners) {
            certificates.add(new X509CertificateHolder(certificate.toArray()));
        }
        this.countrySigners = List.copyOf(certificates);
    }

    /// What the signed file says.
    ///
    /// @param day today; a document signer's certificate outlives all of its documents
    /// @throws EidException with CARD_NOT_GENUINE when any link of the chain does not hold
    public SecurityInfos verify(Octets cardSecurity, LocalDate day) throws EidException {
        try {
            limitDepth(cardSecurity, 0);
            CMSSignedData signed = new CMSSignedData(cardSecurity.toArray());
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1
                    || signed.getSignedContent() == null
                    || !SECURITY_OBJECT.equals(signed.getSignedContent().getContentType())) {
                throw new EidException(EidFailure.CARD_NOT_GENUINE);
            }
            SignerInformation signer = signers.iterator().next();
            Collection<X509CertificateHolder> candidates =
                    signed.getCertificates().getMatches(null);
            for (X509CertificateHolder candidate : candidates) {
                if (signer.getSID().match(candidate)
                        && signer.verify(
                                new JcaSimpleSignerInfoVerifierBuilder()
                                        .setProvider(PROVIDER)
                                        .build(candidate))) {
                    requireIssued(candidate, day);
                    byte[] content =
                            signed.getSignedContent().getContent() instanceof byte[] octets
                                    ? octets
                                    : ASN1OctetString.getInstance(
                                                    signed.getSignedContent().getContent())
                                            .getOctets();
                    return SecurityInfos.parse(Octets.of(content));
                }
            }
            throw new EidException(EidFailure.CARD_NOT_GENUINE);
        } catch (CMSException
                | TlvException
                | OperatorCreationException
                | CertException
                | CertificateException e) {
            throw new EidException(EidFailure.CARD_NOT_GENUINE, e);
        } catch (RuntimeException e) {
            // The parser answers malformed structures with many kinds of unchecked exceptions.
            throw new EidException(EidFailure.CARD_NOT_GENUINE, e);
        }
    }

    private void requireIssued(X509CertificateHolder documentSigner, LocalDate day)
            throws EidException, OperatorCreationException, CertException, CertificateException {
        for (X509CertificateHolder country : countrySigners) {
            if (country.getSubject().equals(documentSigner.getIssuer())
                    && documentSigner.isSignatureValid(
                            new JcaContentVerifierProviderBuilder()
                                    .setProvider(PROVIDER)
                                    .build(country))) {
                if (day.atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .isAfter(documentSigner.getNotAfter().toInstant())) {
                    throw new EidException(EidFailure.CARD_EXPIRED);
                }
                return;
            }
        }
        throw new EidException(EidFailure.CARD_NOT_GENUINE);
    }

    /// Refuses what is nested so deeply that a parser might run out of stack.
    private static void limitDepth(Octets octets, int depth) throws TlvException {
        if (depth > DEEPEST) {
            throw new TlvException("nested too deeply");
        }
        for (Tlv tlv : TlvSequence.parse(octets).items()) {
            int first = tlv.encoded().at(0);
            if ((first & 0x20) != 0) {
                limitDepth(tlv.value(), depth + 1);
            }
        }
    }
}
