package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.CommandStore.Command;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// Signs commands to terminals: JWS in compact form (RFC 7515 §3.1) with Ed25519 (RFC 8037 §3.1). Claims (RFC 7519 §4.1): `aud` is
/// `office/terminal`, `iat` and `exp` are whole seconds, `jti` is a UUID; of ours are `seq`, which grows with each command to the terminal,
/// `kind`, `forced` and `notice`, a text for citizens per language. A command is kept before it is sent, together with its entry in the audit log; the
/// collector sends it, again and again the same, until the terminal has answered. Thread-safe.
public final class CommandSigner {
    /// Monitors that sign for one terminal at the same time try again with the next number.
    private static final int MOST_TRIES = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String keyId;
    private final CommandStore commands;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param key Ed25519
    /// @param keyId by which terminals find the public key (`kid`)
    /// @param ids random ones
    public CommandSigner(
            PrivateKey key,
            String keyId,
            CommandStore commands,
            InstantSource clock,
            Supplier<UUID> ids) {
        this.key = key;
        this.keyId = keyId;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    /// Signs a command and keeps it, so that it is sent.
    ///
    /// @param kind word of the command
    /// @param notice text for citizens by language, or empty
    /// @param forced also in the middle of a citizen's session
    /// @param life after that the terminal refuses it
    /// @return empty if the operator may not do that, which is written down too
    public Optional<Command> submit(
            Operator by,
            TerminalId terminal,
            String kind,
            Map<String, String> notice,
            boolean forced,
            Duration life)
            throws StoreUnavailable {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        boolean allowed = by.role().compareTo(Role.OPERATE) >= 0;
        String jti = ids.get().toString();
        AuditEntry entry =
                new AuditEntry(
                        clock.instant(),
                        by.account(),
                        by.role(),
                        kind,
                        terminal.toString(),
                        allowed ? jti : "",
                        allowed);
        if (!allowed) {
            commands.refused(entry);
            return Optional.empty();
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            long seq = commands.lastSeq(terminal) + 1;
            Instant end = now.plus(life);
            ObjectNode claims = JSON.createObjectNode();
            claims.put("aud", terminal.toString());
            claims.put("iat", now.getEpochSecond());
            claims.put("exp", end.getEpochSecond());
            claims.put("jti", jti);
            claims.put("seq", seq);
            claims.put("kind", kind);
            if (forced) {
                claims.put("forced", true);
            }
            if (!notice.isEmpty()) {
                ObjectNode texts = claims.putObject("notice");
                new TreeMap<>(notice).forEach((language, text) -> texts.put(language, text));
            }
            Command command =
                    new Command(
                            jti,
                            terminal,
                            seq,
                            kind,
                            sign(claims),
                            by.account(),
                            now,
                            end,
                            Optional.empty());
            if (commands.keep(command, entry)) {
                return Optional.of(command);
            }
        }
        throw new StoreUnavailable("COMMAND-SEQ");
    }

    private String sign(ObjectNode claims) {
        ObjectNode header =
                JSON.createObjectNode().put("alg", "EdDSA").put("typ", "JWT").put("kid", keyId);
        String input = base64(header) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is none of Ed25519", e);
        }
    }

    private static String base64(ObjectNode node) {
        return BASE64.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
