package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks that certificates follow one another from a card's trust point down to the terminal (TR-03110-3 §C.2): names, roles,
/// signatures, days. A card checks the same; we do it first, so that a wrong chain costs the citizen nothing.
public final class CvChain {
    private CvChain() {}

    /// @param trustPoint name of the key that the card trusts
    /// @param root the certificate of that key where it is known; its key is needed to check the first signature
    /// @param chain link certificates, document verifier, terminal
    /// @param day today: the terminal's certificate must be valid on it
    /// @return the rights that the whole chain gives (§C.4: the intersection)
    public static Set<AccessRight> verify(
            String trustPoint,
            Optional<CvCertificate> root,
            List<CvCertificate> chain,
            LocalDate day)
            throws EidException {
        Set<AccessRight> rights = EnumSet.allOf(AccessRight.class);
        Optional<CvPublicKey> signer = root.map(CvCertificate::key);
        String name = trustPoint;
        Chat.Role role = Chat.Role.ROOT;
        for (CvCertificate certificate : chain) {
            Chat.Role next =
                    certificate
                            .chat()
                            .role()
                            .orElseThrow(() -> new EidException(EidFailure.CERTIFICATE_CHAIN));
            if (!certificate.authority().equals(name) || !follows(role, next)) {
                throw new EidException(EidFailure.CERTIFICATE_CHAIN);
            }
            if (!certificate.validOn(day)) {
                throw new EidException(EidFailure.CERTIFICATE_EXPIRED);
            }
            if (signer.isPresent()) {
                if (!signer.get().verifies(certificate.body(), certificate.signature())) {
                    throw new EidException(EidFailure.CERTIFICATE_CHAIN);
                }
                signer = Optional.of(certificate.key().inheriting(signer.get()));
            } else if (certificate.key().domain().isPresent()) {
                signer = Optional.of(certificate.key());
            }
            rights.retainAll(certificate.chat().rights());
            name = certificate.holder();
            role = next;
        }
        if (role != Chat.Role.TERMINAL) {
            throw new EidException(EidFailure.CERTIFICATE_CHAIN);
        }
        return rights;
    }

    private static boolean follows(Chat.Role above, Chat.Role below) {
        return switch (above) {
            case ROOT -> below != Chat.Role.TERMINAL;
            case DOCUMENT_VERIFIER_DOMESTIC, DOCUMENT_VERIFIER_FOREIGN ->
                    below == Chat.Role.TERMINAL;
            case TERMINAL -> false;
        };
    }
}
