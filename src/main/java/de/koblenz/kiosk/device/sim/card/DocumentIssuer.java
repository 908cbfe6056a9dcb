package de.koblenz.kiosk.device.sim.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentSignerBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/// Who makes the cards of the bench: a country signing authority (CSCA) and its document signer, which signs
/// EF.CardSecurity (BSI TR-03110-3 A.1.2.5; ICAO 9303-12). Test keys: nobody outside the bench believes them.
/// Immutable and thread-safe.
public final class DocumentIssuer {
    private static final Duration VALID = Duration.ofDays(20 * 365L);
    private static final X500Name AUTHORITY = new X500Name("C=DE,O=Test,CN=TEST CSCA");
    private static final X500Name SIGNER = new X500Name("C=DE,O=Test,CN=TEST Document Signer");
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int SERIAL_BITS = 64;

    private final BigInteger signerKey;
    private final ECDomainParameters domain = CardCurve.BRAINPOOL_P256R1.domain();
    private final X509CertificateHolder authority;
    private final X509CertificateHolder signer;

    /// Makes keys and certificates.
    ///
    /// @param from first moment of their validity
    public DocumentIssuer(Instant from, RandomGenerator random) {
        BigInteger authorityKey = CardCipher.scalar(domain, random);
        signerKey = CardCipher.scalar(domain, random);
        try {
            authority = certificate(AUTHORITY, authorityKey, authorityKey, from, random, true);
            signer = certificate(SIGNER, signerKey, authorityKey, from, random, false);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509CertificateHolder certificate(
            X500Name subject,
            BigInteger key,
            BigInteger issuerKey,
            Instant from,
            RandomGenerator random,
            boolean authorityItself)
            throws IOException, OperatorCreationException {
        byte[] serial = new byte[SERIAL_BITS / 8];
        random.nextBytes(serial);
        var publicKey = new ECPublicKeyParameters(domain.getG().multiply(key), domain);
        return new X509v3CertificateBuilder(
                        AUTHORITY,
                        new BigInteger(1, serial).setBit(0),
                        Date.from(from),
                        Date.from(from.plus(VALID)),
                        subject,
                        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey))
                .addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(authorityItself))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(
                                authorityItself
                                        ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                        : KeyUsage.digitalSignature))
                .build(signer(issuerKey));
    }

    private ContentSigner signer(BigInteger key) throws OperatorCreationException {
        AlgorithmIdentifier algorithm =
                new DefaultSignatureAlgorithmIdentifierFinder().find(ALGORITHM);
        AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        return new DeterministicSigner(algorithm, digest)
                .build(new ECPrivateKeyParameters(key, domain));
    }

    /// RFC 6979: the same card has the same bytes.
    private static final class DeterministicSigner extends BcContentSignerBuilder {
        DeterministicSigner(AlgorithmIdentifier algorithm, AlgorithmIdentifier digest) {
            super(algorithm, digest);
        }

        @Override
        protected Signer createSigner(AlgorithmIdentifier algorithm, AlgorithmIdentifier hash) {
            return new DSADigestSigner(
                    new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())),
                    new SHA256Digest());
        }
    }

    /// Without the time of signing: the same card has the same bytes on every day.
    private static final class TimelessAttributes extends DefaultSignedAttributeTableGenerator {
        @Override
        @SuppressWarnings("rawtypes") // The interface of the library has it so.
        public AttributeTable getAttributes(Map parameters) {
            return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
        }
    }

    /// The certificate that terminals have to trust (X.509, DER).
    public byte[] authorityCertificate() {
        return encoded(authority);
    }

    private static byte[] encoded(X509CertificateHolder holder) {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// EF.CardSecurity: signed data with the signer's certificate in it.
    byte[] sign(byte[] securityInfos) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                            .setSignedAttributeGenerator(new TimelessAttributes())
                            .build(signer(signerKey), signer));
            generator.addCertificate(signer);
            return generator
                    .generate(
                            new CMSProcessableByteArray(EidObject.SECURITY_OBJECT, securityInfos),
                            true)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
