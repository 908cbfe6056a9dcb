package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an authority does with a submission before it accepts it: decrypt all parts, compare them with the hashes
/// (SHA-512) in the metadata's `contentStructure`, and look at every page of what says it is PDF.
final class Examination {
    private static final Pattern PURPOSE = Pattern.compile("form|attachment|report");

    private Examination() {}

    /// Decrypts a complete submission.
    ///
    /// @param attachments JWE by attachment id
    /// @throws JOSEException if a part was not encrypted for `key`
    static ReceivedSubmission open(
            Submission submission, Map<String, String> attachments, RSAKey key)
            throws JOSEException {
        List<ReceivedAttachment> opened = new ArrayList<>();
        for (String id : submission.announced()) {
            String jwe = attachments.getOrDefault(id, "");
            opened.add(new ReceivedAttachment(id, SealedPart.stored(jwe).open(key)));
        }
        return new ReceivedSubmission(
                submission.id(),
                submission.caseId(),
                submission.service(),
                submission.state(),
                text(submission.metadata(), key),
                text(submission.data(), key),
                opened);
    }

    /// What is wrong with a decrypted submission; empty if nothing is.
    static List<Problem> examine(ReceivedSubmission received) {
        List<Problem> problems = new ArrayList<>();
        try {
            Fields content = Fields.parse(received.metadata()).object("contentStructure");
            String data = content.object("data").object("hash").text("content", 128, 128);
            if (!data.equals(sha512(received.data().getBytes(StandardCharsets.UTF_8)))) {
                problems.add(problem("hash-mismatch", "the data"));
            }
            Map<String, Fields> described = new HashMap<>();
            for (Fields attachment : content.objects("attachments")) {
                described.put(attachment.text("attachmentId", 36, 36), attachment);
            }
            for (ReceivedAttachment attachment : received.attachments()) {
                problems.addAll(examine(attachment, described.remove(attachment.id())));
            }
            if (!described.isEmpty()) {
                problems.add(problem("attachments-mismatch", "more in the metadata than sent"));
            }
        } catch (Refusal refusal) {
            problems.add(problem("syntax-violation", "metadata: " + refusal.reason()));
        }
        return problems;
    }

    /// @param described what the metadata says of it; null if nothing
    private static List<Problem> examine(ReceivedAttachment attachment, @Nullable Fields described)
            throws Refusal {
        String name = "attachment " + attachment.id();
        if (described == null) {
            return List.of(problem("attachments-mismatch", name + " is not in the metadata"));
        }
        described.text("purpose", PURPOSE);
        String type = described.text("mimeType", 3, 100);
        if (!sha512(attachment.content())
                .equals(described.object("hash").text("content", 128, 128))) {
            return List.of(problem("hash-mismatch", name));
        }
        if (!type.equals("application/pdf")) {
            return List.of();
        }
        String filename = described.text("filename", 5, 255);
        return filename.endsWith(".pdf") && attachment.pages() > 0
                ? List.of()
                : List.of(problem("unreadable", name + " is no PDF with pages that can be seen"));
    }

    static Problem problem(String type, String detail) {
        return new Problem(422, type, detail);
    }

    private static String text(String jwe, RSAKey key) throws JOSEException {
        return new String(SealedPart.stored(jwe).open(key), StandardCharsets.UTF_8);
    }

    private static String sha512(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
