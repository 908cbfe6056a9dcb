package de.koblenz.kiosk.eid.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;

/// A token of SoftHSM in a folder of its own. The module reads its settings from the environment, so whoever uses the token runs in a process of
/// its own ([#run]).
public final class SoftToken {
    public static final String PIN = "1234";
    public static final String ALIAS = "terminal";

    private final Path settings;
    private final Path configuration;

    /// Makes an empty token.
    public SoftToken(Path folder) throws IOException, InterruptedException {
        Path tool = Peers.require("softhsm2-util");
        settings = folder.resolve("softhsm2.conf");
        Files.writeString(
                settings,
                "directories.tokendir = " + Files.createDirectory(folder.resolve("tokens")) + "\n");
        run(
                tool.toString(),
                "--init-token",
                "--free",
                "--label",
                "terminal",
                "--pin",
                PIN,
                "--so-pin",
                "5678");
        configuration = folder.resolve("pkcs11.cfg");
        Files.writeString(
                configuration,
                "name = Module\nlibrary = /usr/lib/softhsm/libsofthsm2.so\nslotListIndex = 0\n");
    }

    /// For SunPKCS11.
    public Path configuration() {
        return configuration;
    }

    /// Runs a program of the tests that uses the token.
    ///
    /// @return the lines that it said
    public List<String> run(Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dkiosk.project=" + System.getProperty("kiosk.project", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new)).strip().lines().toList();
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOFTHSM2_CONF", settings.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), said);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /// In such a process: makes a key on NIST P-256, with the X.509 certificate that Java needs beside it.
    ///
    /// @return the public point, uncompressed
    public static Octets makeKey(Path configuration) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Principal name = new X500Principal("CN=terminal");
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                name,
                                                BigInteger.ONE,
                                                Date.from(Instant.EPOCH),
                                                Date.from(
                                                        Instant.EPOCH.plus(
                                                                Duration.ofDays(36_500))),
                                                name,
                                                pair.getPublic())
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withECDSA")
                                                        .setProvider(provider)
                                                        .build(pair.getPrivate())));
        store.setKeyEntry(ALIAS, pair.getPrivate(), null, new X509Certificate[] {certificate});
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Octets.join(
                Octets.of((byte) 4),
                Octets.of(BigIntegers.asUnsignedByteArray(32, key.getW().getAffineX())),
                Octets.of(BigIntegers.asUnsignedByteArray(32, key.getW().getAffineY())));
    }
}
