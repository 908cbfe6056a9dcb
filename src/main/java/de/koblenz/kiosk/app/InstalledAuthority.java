package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.EidSettings;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.KeyStoreAuthority;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The right to read identity cards that `eid.yaml` names: certificates in files, the key in a hardware module.
final class InstalledAuthority {
    private InstalledAuthority() {}

    /// What the settings name; nothing where they name no authority.
    static CardRoad road(EidSettings.Road.Terminal settings) {
        return settings.authority()
                .map(authority -> TerminalRoad.of(() -> open(authority, settings.cardIssuers())))
                .orElse(TerminalRoad.WITHOUT_RIGHTS);
    }

    private static TerminalRoad.Rights open(
            EidSettings.Authority authority, List<ReferencedFile> issuers)
            throws AuthorityException, IOException {
        List<Octets> trusted = new ArrayList<>();
        for (ReferencedFile issuer : issuers) {
            trusted.add(octets(issuer));
        }
        PassiveAuthentication trust = new PassiveAuthentication(trusted);
        try {
            List<CvCertificate> chain = new ArrayList<>();
            for (ReferencedFile certificate : authority.chain()) {
                chain.add(CvCertificate.parse(octets(certificate)));
            }
            Optional<Tlv> sector = Optional.empty();
            if (authority.sector().isPresent()) {
                sector = Optional.of(Tlv.parse(octets(authority.sector().get())));
            }
            TerminalAuthority.Identity identity =
                    new TerminalAuthority.Identity(
                            CvCertificate.parse(octets(authority.certificate())),
                            CertificateDescription.parse(octets(authority.description())),
                            sector);
            return new TerminalRoad.Rights(
                    KeyStoreAuthority.ofPkcs11(
                            authority.pkcs11().path(),
                            pin(authority.pinFile()),
                            authority.alias(),
                            identity,
                            chain),
                    trust);
        } catch (TlvException e) {
            throw new AuthorityException("a certificate of eid.yaml is none", e);
        }
    }

    private static Octets octets(ReferencedFile file) throws IOException {
        return Octets.of(Files.readAllBytes(file.path()));
    }

    /// Read without ever being a text.
    private static char[] pin(ReferencedFile file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.path());
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int length = characters.remaining();
        while (length > 0 && Character.isWhitespace(characters.get(length - 1))) {
            length--;
        }
        char[] pin = new char[length];
        characters.get(pin);
        Arrays.fill(characters.array(), '\0');
        return pin;
    }
}
