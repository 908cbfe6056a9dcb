package de.koblenz.kiosk.order.submission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.koblenz.kiosk.order.submission.SealedSubmission.AttachmentTag;
import de.koblenz.kiosk.order.submission.SubmissionChannel.DeliveryStatus;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the event log of a case: security event tokens (RFC 8417) signed with PS512. What is not signed by whom it
/// says, or speaks of another submission, is as if it were not there. Immutable.
final class CaseEvents {
    private static final String EVENT = "https://schema.fitko.de/fit-connect/events/";

    private final String subject;
    private final String transaction;
    private final SealedSubmission sealed;

    CaseEvents(String submissionId, String caseId, SealedSubmission sealed) {
        this.subject = "submission:" + submissionId;
        this.transaction = "case:" + caseId;
        this.sealed = sealed;
    }

    /// Whose key it is.
    interface Signers {
        Optional<RSAKey> find(String issuer, String kid) throws IOException;
    }

    /// @param tokens compact JWS, the oldest first
    DeliveryStatus status(List<String> tokens, Signers signers) throws IOException {
        DeliveryStatus status = DeliveryStatus.SENT;
        for (String token : tokens) {
            try {
                SignedJWT event = SignedJWT.parse(token);
                if (trusted(event, signers)) {
                    status = after(status, event.getJWTClaimsSet());
                }
            } catch (ParseException | JOSEException _) {
                // Not an event: as if it were not there.
            }
        }
        return status;
    }

    private boolean trusted(SignedJWT event, Signers signers)
            throws ParseException, JOSEException, IOException {
        JWTClaimsSet claims = event.getJWTClaimsSet();
        String kid = event.getHeader().getKeyID();
        String issuer = claims.getIssuer();
        if (!JWSAlgorithm.PS512.equals(event.getHeader().getAlgorithm())
                || kid == null
                || issuer == null
                || !subject.equals(claims.getSubject())
                || !transaction.equals(claims.getStringClaim("txn"))) {
            return false;
        }
        Optional<RSAKey> key = signers.find(issuer, kid);
        return key.isPresent() && event.verify(new RSASSAVerifier(key.get()));
    }

    private DeliveryStatus after(DeliveryStatus before, JWTClaimsSet claims) throws ParseException {
        if (before == DeliveryStatus.ALTERED) {
            return before;
        }
        Map<String, Object> events = claims.getJSONObjectClaim("events");
        if (events == null) {
            return before;
        }
        boolean byAuthority = sealed.destinationId().equals(claims.getIssuer());
        if (events.get(EVENT + "submit-submission") instanceof Map<?, ?> payload && !byAuthority) {
            return sameTags(payload) ? DeliveryStatus.DELIVERED : DeliveryStatus.ALTERED;
        }
        if (events.get(EVENT + "accept-submission") instanceof Map<?, ?> payload && byAuthority) {
            return sameTags(payload) ? DeliveryStatus.ACCEPTED : DeliveryStatus.ALTERED;
        }
        return events.containsKey(EVENT + "reject-submission") ? DeliveryStatus.REJECTED : before;
    }

    private boolean sameTags(Map<?, ?> payload) {
        return payload.get("authenticationTags") instanceof Map<?, ?> tags
                && SealedSubmission.tag(sealed.metadata()).equals(tags.get("metadata"))
                && SealedSubmission.tag(sealed.data()).equals(tags.get("data"))
                && attached().equals(Objects.requireNonNullElse(tags.get("attachments"), Map.of()));
    }

    private Map<String, String> attached() {
        return sealed.attachments().stream()
                .collect(Collectors.toMap(AttachmentTag::id, AttachmentTag::tag));
    }
}
