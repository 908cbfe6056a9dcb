package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Objects;
import java.util.Set;

/// One encrypted part of a submission: a JWE in compact form (RFC 7516 §7.1) with the header that FIT-Connect asks for.
final class SealedPart {
    private final JWEObject jwe;

    private SealedPart(JWEObject jwe) {
        this.jwe = jwe;
    }

    /// Checks the outside of a part; only the authority can look inside.
    ///
    /// @param kid the destination's current encryption key
    /// @param contentTypes allowed values of `cty`; empty allows any
    static SealedPart check(String compact, String kid, Set<String> contentTypes) throws Refusal {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            JWEHeader header = jwe.getHeader();
            if (!JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())) {
                throw unprocessable("alg must be RSA-OAEP-256");
            }
            if (!EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
                throw unprocessable("enc must be A256GCM");
            }
            if (!kid.equals(header.getKeyID())) {
                throw unprocessable("kid must be the destination's encryptionKid");
            }
            String contentType = Objects.requireNonNullElse(header.getContentType(), "");
            if (!contentTypes.isEmpty() && !contentTypes.contains(contentType)) {
                throw unprocessable("cty must be one of " + contentTypes);
            }
            // 96 bits and 128 bits: RFC 7518 §5.3.
            if (jwe.getIV().decode().length != 12 || jwe.getAuthTag().decode().length != 16) {
                throw unprocessable("the initialization vector or the tag has a wrong length");
            }
            return new SealedPart(jwe);
        } catch (ParseException e) {
            throw unprocessable("this is not a JWE in compact form");
        }
    }

    /// Reads a part that was checked before.
    static SealedPart stored(String compact) {
        try {
            return new SealedPart(JWEObject.parse(compact));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The fifth part, by which events name what was delivered.
    String authenticationTag() {
        return jwe.getAuthTag().toString();
    }

    /// Decrypts the part.
    ///
    /// @throws JOSEException if it was not encrypted for this key, or changed on the way
    byte[] open(RSAKey key) throws JOSEException {
        jwe.decrypt(new RSADecrypter(key));
        return jwe.getPayload().toBytes();
    }

    private static Refusal unprocessable(String message) {
        return new Refusal(422, "INVALID_ENCRYPTED_CONTENT", message);
    }
}
