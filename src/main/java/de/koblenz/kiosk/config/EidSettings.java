package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `eid.yaml`: by which road this terminal reaches identity cards, and by what right it reads them.
public record EidSettings(Road road) {
    /// How cards are reached.
    public sealed interface Road {
        /// By the terminal's own protocols. Without an authority it reads no card, and only the service for the PIN is offered, which
        /// needs no right.
        ///
        /// @param authority holder of the terminal's certificate and key
        /// @param cardIssuers certificates of the states that issue cards (CSCA, X.509 DER); at least one where there is an authority
        record Terminal(Optional<Authority> authority, List<ReferencedFile> cardIssuers)
                implements Road {
            public Terminal {
                cardIssuers = List.copyOf(cardIssuers);
            }
        }

        /// By an AusweisApp that runs on this machine. Without an identity service it reads no card, and only the service for the PIN is
        /// offered.
        ///
        /// @param address of its WebSocket, on this machine
        record AusweisApp(URI address, Optional<IdentityService> identityService) implements Road {}
    }

    private enum Name {
        TERMINAL,
        AUSWEISAPP
    }

    /// A key in a PKCS#11 module, with its certificates in files.
    ///
    /// @param pkcs11 configuration of SunPKCS11: name, library, slot
    /// @param pinFile PIN of the token
    /// @param alias of the key
    /// @param certificate the terminal's card-verifiable certificate
    /// @param description who asks and why, as it was issued with the certificate
    /// @param sector public key of the terminal's sector; without it no pseudonym can be asked for
    /// @param chain roots, links, document verifiers, in any order
    public record Authority(
            ReferencedFile pkcs11,
            ReferencedFile pinFile,
            String alias,
            ReferencedFile certificate,
            ReferencedFile description,
            Optional<ReferencedFile> sector,
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
                            node.find("sector").map(it -> ReferencedFile.read(it, folder)),
                            files(node.at("chain"), folder));
            node.noOthers();
            return authority;
        }
    }

    /// The city's service in front of an eID-Server (`docs/identity-service.md`).
    ///
    /// @param url its base, without the version
    /// @param tokenFile bearer token
    public record IdentityService(URI url, ReferencedFile tokenFile) {
        private static IdentityService read(ConfigNode node, Path folder) {
            IdentityService service =
                    new IdentityService(
                            WebAddress.read(node.at("url")),
                            ReferencedFile.secret(node, "tokenFile", folder));
            node.noOthers();
            return service;
        }
    }

    static EidSettings read(ConfigNode node, Path folder) {
        Name name = node.find("road").map(it -> it.oneOf(Name.class)).orElse(Name.TERMINAL);
        EidSettings settings =
                new EidSettings(
                        switch (name) {
                            case TERMINAL -> terminal(node, folder);
                            case AUSWEISAPP -> ausweisApp(node, folder);
                        });
        node.noOthers();
        return settings;
    }

    private static Road terminal(ConfigNode node, Path folder) {
        Optional<Authority> authority =
                node.find("authority").map(found -> Authority.read(found, folder));
        ConfigNode issuersNode = node.at("cardIssuers");
        List<ReferencedFile> issuers = files(issuersNode, folder);
        if (authority.isPresent() && issuersNode.isList() && issuers.isEmpty()) {
            issuersNode.report(
                    "whoever reads cards must know who issued them: name at least one certificate",
                    "CFG-CARD-ISSUERS");
        }
        forbid(node, "ausweisapp", "terminal");
        return new Road.Terminal(authority, issuers);
    }

    private static Road ausweisApp(ConfigNode node, Path folder) {
        forbid(node, "authority", "ausweisapp");
        forbid(node, "cardIssuers", "ausweisapp");
        ConfigNode app = node.at("ausweisapp");
        Road road =
                new Road.AusweisApp(
                        WebAddress.socket(app.at("address")),
                        app.find("identityService").map(it -> IdentityService.read(it, folder)));
        app.noOthers();
        return road;
    }

    /// A setting that would have no effect is a mistake: somebody meant something by it.
    private static void forbid(ConfigNode node, String key, String road) {
        node.find(key)
                .ifPresent(it ->
                        it.report(
                                "'"
                                        + key
                                        + "' has no effect on the road '"
                                        + road
                                        + "': remove it, or change 'road'",
                                "CFG-CARD-ROAD"));
    }

    private static List<ReferencedFile> files(ConfigNode list, Path folder) {
        return list.items().stream().map(item -> ReferencedFile.read(item, folder)).toList();
    }
}
