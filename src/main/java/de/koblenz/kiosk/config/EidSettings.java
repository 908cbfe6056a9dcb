package de.koblenz.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `eid.yaml`: by what right this terminal reads identity cards. Without an authority it reads none, and only the service for
/// the PIN is offered, which needs no right.
///
/// @param authority holder of the terminal's certificate and key
/// @param cardIssuers certificates of the states that issue cards (CSCA, X.509 DER); at least one where there is an authority
public record EidSettings(Optional<Authority> authority, List<ReferencedFile> cardIssuers) {
    public EidSettings {
        cardIssuers = List.copyOf(cardIssuers);
    }

    /// A key in a PKCS#11 module, with its certificates in files.
    ///
    /// @param pkcs11 configuration of SunPKCS11: name, library, slot
    /// @param pinFile PIN of the token
    /// @param alias of the key
    /// @param certificate the terminal's card-verifiable certificate
    /// @param description who asks and why, as it was issued with the certificate
    /// @param chain roots, links, document verifiers, in any order
    public record Authority(
            ReferencedFile pkcs11,
            ReferencedFile pinFile,
            String alias,
            ReferencedFile certificate,
            ReferencedFile description,
            List<ReferencedFile> chain) {
        public Authority {
            chain = List.copyOf(chain);
        }

        private static Authority read(ConfigNode node, Path folder) {
            Authority authority =
                    new Authority(
                            ReferencedFile.read(node.at("pkcs11"), folder),
                            ReferencedFile.secret(node, "pinFile", folder),
                            ValueForms.filled(node.at("alias")),
                            ReferencedFile.read(node.at("certificate"), folder),
                            ReferencedFile.read(node.at("description"), folder),
                            files(node.at("chain"), folder));
            node.noOthers();
            return authority;
        }
    }

    static EidSettings read(ConfigNode node, Path folder) {
        Optional<Authority> authority =
                node.find("authority").map(found -> Authority.read(found, folder));
        ConfigNode issuersNode = node.at("cardIssuers");
        List<ReferencedFile> issuers = files(issuersNode, folder);
        if (authority.isPresent() && issuersNode.isList() && issuers.isEmpty()) {
            issuersNode.report(
                    "whoever reads cards must know who issued them: name at least one certificate",
                    "CFG-CARD-ISSUERS");
        }
        node.noOthers();
        return new EidSettings(authority, issuers);
    }

    private static List<ReferencedFile> files(ConfigNode list, Path folder) {
        return list.items().stream().map(item -> ReferencedFile.read(item, folder)).toList();
    }
}
