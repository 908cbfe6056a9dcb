package de.koblenz.kiosk.health.command;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a request is a command for this terminal: signature first, and nothing of it is believed before. Thread-safe.
public final class CommandCheck {
    /// So far a command may come from the future: clocks differ.
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private static final int LONGEST = 1 << 19;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<PublicKey> keys;
    private final String audience;

    /// @param keys Ed25519 keys of those who may command; without any, every command is refused
    /// @param audience `<office>/<terminal>`
    public CommandCheck(List<PublicKey> keys, String audience) {
        this.keys = List.copyOf(keys);
        this.audience = audience;
    }

    /// Reads a command.
    ///
    /// @throws CommandRefused if it is none that may be begun now
    public SignedCommand read(String jws, Instant now) throws CommandRefused {
        SignedCommand command = readAgain(jws);
        if (command.expires().isBefore(now) || command.issued().isAfter(now.plus(AHEAD))) {
            throw new CommandRefused(CommandRefused.EXPIRED, Optional.of(command.id()));
        }
        return command;
    }

    /// Reads a command that was accepted before, whatever the time.
    ///
    /// @throws CommandRefused if it is none for this terminal
    public SignedCommand readAgain(String jws) throws CommandRefused {
        if (jws.length() > LONGEST) {
            throw refused(CommandRefused.FORM);
        }
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw refused(CommandRefused.FORM);
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            JsonNode header = JSON.readTree(base64.decode(parts[0]));
            // No other algorithm, "none" least of all, and nothing that has to be understood (RFC
            // 7515 §4.1.11).
            if (!header.path("alg").asString("").equals("EdDSA") || header.has("crit")) {
                throw refused(CommandRefused.FORM);
            }
            String content = parts[0] + "." + parts[1];
            if (!signed(content, base64.decode(parts[2]))) {
                throw refused(CommandRefused.SIGNATURE);
            }
            return claims(JSON.readTree(base64.decode(parts[1])));
        } catch (IllegalArgumentException | ArithmeticException | JacksonException _) {
            throw refused(CommandRefused.FORM);
        }
    }

    private boolean signed(String content, byte[] seal) {
        for (PublicKey key : keys) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(content.getBytes(StandardCharsets.US_ASCII));
                if (signature.verify(seal)) {
                    return true;
                }
            } catch (GeneralSecurityException _) {
                // Not a signature of this key.
            }
        }
        return false;
    }

    private SignedCommand claims(JsonNode claims) throws CommandRefused {
        UUID id = UUID.fromString(claims.path("jti").asString(""));
        if (!claims.path("aud").asString("").equals(audience)) {
            throw new CommandRefused(CommandRefused.AUDIENCE, Optional.of(id));
        }
        return new SignedCommand(
                id,
                audience,
                whole(claims.path("seq")),
                Instant.ofEpochSecond(whole(claims.path("iat"))),
                Instant.ofEpochSecond(whole(claims.path("exp"))),
                claims.path("forced").asBoolean(false),
                command(claims, id));
    }

    private static Command command(JsonNode claims, UUID id) throws CommandRefused {
        return switch (claims.path("kind").asString("")) {
            case "outOfService" -> new Command.OutOfService(notice(claims.path("notice")));
            case "inService" -> new Command.InService();
            case "restart" -> new Command.Restart();
            case "rebirth" -> new Command.Rebirth();
            case "testPrint" -> new Command.TestPrint();
            case "screenshot" -> new Command.Screenshot();
            case "logs" -> new Command.Logs(Math.toIntExact(whole(claims.path("lines"))));
            case "configuration" ->
                    new Command.Configuration(
                            archive(claims), sha256(claims), whole(claims.path("bytes")));
            case "softwareUpdate" ->
                    new Command.SoftwareUpdate(
                            claims.path("version").asString(""), archive(claims), sha256(claims));
            default -> throw new CommandRefused(CommandRefused.KIND, Optional.of(id));
        };
    }

    private static URI archive(JsonNode claims) {
        return URI.create(claims.path("archive").asString(""));
    }

    private static String sha256(JsonNode claims) {
        return claims.path("sha256").asString("");
    }

    private static Map<String, String> notice(JsonNode node) {
        Map<String, String> notice = new HashMap<>();
        node.properties().forEach(text -> notice.put(text.getKey(), text.getValue().asString("")));
        return notice;
    }

    /// Seconds of the next thousands of years, and sequence numbers.
    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.asLong() < 0
                || node.asLong() > 1L << 40) {
            throw new IllegalArgumentException("not a whole number");
        }
        return node.asLong();
    }

    private static CommandRefused refused(String code) {
        return new CommandRefused(code, Optional.empty());
    }
}
