package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Who asks for the data and why, in words for citizens, bound to the terminal's certificate by a hash (TR-03110-3 §C.3.1).
///
/// @param issuerName who issued the certificate
/// @param subjectName who reads the data
/// @param termsOfUsage address, purpose, complaints; plain text, with line breaks
public record CertificateDescription(
        String issuerName,
        Optional<String> issuerUrl,
        String subjectName,
        Optional<String> subjectUrl,
        String termsOfUsage,
        Octets encoded) {
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_ID = 0x06;
    private static final int UTF8 = 0x0C;
    private static final int PRINTABLE = 0x13;
    private static final Octets PLAIN_TEXT = ObjectIds.child(ObjectIds.DESCRIPTION, 1);
    private static final int ISSUER_NAME = 0xA1;
    private static final int ISSUER_URL = 0xA2;
    private static final int SUBJECT_NAME = 0xA3;
    private static final int SUBJECT_URL = 0xA4;
    private static final int TERMS = 0xA5;

    /// @throws TlvException when it is no description in plain text
    public static CertificateDescription parse(Octets encoded) throws TlvException {
        TlvSequence parts = Tlv.parse(encoded).expect(SEQUENCE).children();
        if (!parts.get(OBJECT_ID).value().equals(PLAIN_TEXT)) {
            throw new TlvException("description in another format than plain text");
        }
        return new CertificateDescription(
                text(parts.get(ISSUER_NAME)),
                optional(parts.find(ISSUER_URL)),
                text(parts.get(SUBJECT_NAME)),
                optional(parts.find(SUBJECT_URL)),
                text(parts.get(TERMS)),
                encoded);
    }

    /// The description of a certificate yet to be issued.
    public static CertificateDescription of(
            String issuerName, String subjectName, String subjectUrl, String termsOfUsage) {
        Octets encoded =
                Tlv.of(
                                SEQUENCE,
                                Tlv.of(OBJECT_ID, PLAIN_TEXT),
                                Tlv.of(ISSUER_NAME, Tlv.ofText(UTF8, issuerName)),
                                Tlv.of(SUBJECT_NAME, Tlv.ofText(UTF8, subjectName)),
                                Tlv.of(SUBJECT_URL, Tlv.ofText(PRINTABLE, subjectUrl)),
                                Tlv.of(TERMS, Tlv.ofText(UTF8, termsOfUsage)))
                        .encoded();
        return new CertificateDescription(
                issuerName,
                Optional.empty(),
                subjectName,
                Optional.of(subjectUrl),
                termsOfUsage,
                encoded);
    }

    /// The hash by which a certificate of that signature scheme names it.
    public Octets hash(String algorithm) {
        return encoded.hash(algorithm);
    }

    /// @throws EidException with CERTIFICATE_CHAIN when the certificate names another description
    public void requireOf(CvCertificate terminal) throws EidException {
        try {
            Optional<String> algorithm = terminal.key().hash();
            if (algorithm.isEmpty()
                    || !terminal.descriptionHash().equals(Optional.of(hash(algorithm.get())))) {
                throw new EidException(EidFailure.CERTIFICATE_CHAIN);
            }
        } catch (TlvException e) {
            throw new EidException(EidFailure.CERTIFICATE_CHAIN, e);
        }
    }

    private static Optional<String> optional(Optional<Tlv> tlv) throws TlvException {
        return tlv.isPresent() ? Optional.of(text(tlv.get())) : Optional.empty();
    }

    private static String text(Tlv wrapped) throws TlvException {
        Tlv inner = Tlv.parse(wrapped.value());
        // Terms of usage have been seen as octets, too; they are UTF-8 text all the same.
        if (inner.tag() != UTF8
                && inner.tag() != PRINTABLE
                && inner.tag() != 0x16
                && inner.tag() != 0x04) {
            throw new TlvException("no text");
        }
        return inner.text(StandardCharsets.UTF_8);
    }
}
