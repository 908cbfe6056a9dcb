package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.util.List;
import java.util.Optional;

/// Holds the key of the terminal's authorisation certificate, which in service sits in an eID-Server or a hardware module. Calls
/// may block on a network. Implementations are thread-safe.
public interface TerminalAuthority {
    /// Who asks, for showing it before the PIN.
    ///
    /// @param terminal the terminal's certificate
    /// @param description belongs to the certificate by its hash
    /// @param sector public key of the terminal's sector, tag `7F49`, with its curve; for the pseudonym
    record Identity(
            CvCertificate terminal, CertificateDescription description, Optional<Tlv> sector) {
        /// Checks what would otherwise be found out by the citizen's card.
        ///
        /// @throws EidException with CERTIFICATE_CHAIN when the certificate names another description or another sector
        public void requireWhole() throws EidException {
            description.requireOf(terminal);
            try {
                String algorithm =
                        terminal.key()
                                .hash()
                                .orElseThrow(() -> new EidException(EidFailure.CERTIFICATE_CHAIN));
                if (sector.isPresent()
                        && !terminal.sectorHash()
                                .equals(Optional.of(sector.get().encoded().hash(algorithm)))) {
                    throw new EidException(EidFailure.CERTIFICATE_CHAIN);
                }
            } catch (TlvException e) {
                throw new EidException(EidFailure.CERTIFICATE_CHAIN, e);
            }
        }
    }

    Identity identity() throws AuthorityException;

    /// The certificates from below a trust point to the terminal: links between roots, document verifier, terminal. Empty where the trust
    /// point is not known.
    ///
    /// @param trustPoint name of a key that the card accepts (CAR)
    List<CvCertificate> chain(String trustPoint) throws AuthorityException;

    /// The certificate of a trust point, where it is known; its key checks the chain's first signature.
    Optional<CvCertificate> root(String trustPoint) throws AuthorityException;

    /// The terminal's signature, r and s side by side, made with the scheme that its certificate names (TR-03110-3 §A.7.2).
    Octets sign(Octets message) throws AuthorityException;
}
