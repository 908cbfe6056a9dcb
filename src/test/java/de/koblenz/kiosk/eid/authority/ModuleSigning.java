package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.Authorities;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A process of its own: makes a key in a PKCS#11 module, signs by the authority, prints public key and signature.
public final class ModuleSigning {
    static final Octets MESSAGE = Octets.ofHex("0011223344556677");

    private ModuleSigning() {}

    public static void main(String[] arguments) throws Exception {
        Path configuration = Path.of(arguments[0]);
        Octets point = SoftToken.makeKey(configuration);
        KeyStoreAuthority authority =
                KeyStoreAuthority.ofPkcs11(
                        configuration,
                        SoftToken.PIN.toCharArray(),
                        SoftToken.ALIAS,
                        Authorities.of(StandardCurve.NIST_P256, 1, Set.of(AccessRight.READ_DG4))
                                .identity(),
                        List.of());
        System.out.println(point.hex());
        System.out.println(authority.sign(MESSAGE).hex());
    }
}
