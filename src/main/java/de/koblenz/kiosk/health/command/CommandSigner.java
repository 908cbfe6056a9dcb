package de.koblenz.kiosk.health.command;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Signs commands at the data centre: JWS in compact form (RFC 7515 §3.1) with Ed25519 (RFC 8037 §3.1). Thread-safe.
public final class CommandSigner {
    /// The one header that there is.
    static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;

    /// @param key Ed25519
    public CommandSigner(PrivateKey key) {
        this.key = key;
    }

    /// The command as it is sent, each time the same.
    public String sign(SignedCommand command) {
        return seal(HEADER, claims(command));
    }

    String seal(String header, String claims) {
        String content = base64(header) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an Ed25519 key", e);
        }
    }

    /// Claims of RFC 7519 §4.1, and ours.
    static String claims(SignedCommand command) {
        ObjectNode claims = JSON.createObjectNode();
        claims.put("aud", command.audience());
        claims.put("iat", command.issued().getEpochSecond());
        claims.put("exp", command.expires().getEpochSecond());
        claims.put("jti", command.id().toString());
        claims.put("seq", command.seq());
        claims.put("kind", command.command().kind());
        if (command.forced()) {
            claims.put("forced", true);
        }
        switch (command.command()) {
            case Command.OutOfService(var notice) -> {
                if (!notice.isEmpty()) {
                    ObjectNode words = claims.putObject("notice");
                    notice.forEach(words::put);
                }
            }
            case Command.Logs(int lines) -> claims.put("lines", lines);
            case Command.Configuration(URI archive, String sha256, long bytes) -> {
                archive(claims, archive, sha256);
                claims.put("bytes", bytes);
            }
            case Command.SoftwareUpdate(String version, URI archive, String sha256) -> {
                claims.put("version", version);
                archive(claims, archive, sha256);
            }
            case Command.InService _,
                    Command.Restart _,
                    Command.Rebirth _,
                    Command.TestPrint _,
                    Command.Screenshot _ -> {
                // Their kind says all.
            }
        }
        return claims.toString();
    }

    private static void archive(ObjectNode claims, URI archive, String sha256) {
        claims.put("archive", archive.toASCIIString());
        claims.put("sha256", sha256);
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
