package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.CommandStore.Command;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlCommandStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class CommandSignerTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.750Z");
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private FleetDatabase database;
    private SqlCommandStore commands;
    private KeyPair keys;
    private int ids;

    @BeforeEach
    void open() throws Exception {
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        commands = new SqlCommandStore(database);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<Command> submit(Role role, String kind, Map<String, String> notice)
            throws Exception {
        CommandSigner signer =
                new CommandSigner(
                        keys.getPrivate(), "k1", commands, () -> NOW, () -> new UUID(0, ++ids));
        return signer.submit(new Operator("erika", role), ONE, kind, notice, false, MINUTE);
    }

    @Test
    void aCommandIsAJwsThatAnyLibraryReads() throws Exception {
        Command command =
                submit(Role.OPERATE, "outOfService", Map.of("de", "Störung")).orElseThrow();
        JWSObject jws = JWSObject.parse(command.jws());
        assertEquals("EdDSA", jws.getHeader().getAlgorithm().getName());
        assertEquals("k1", jws.getHeader().getKeyID());
        Map<String, Object> claims = jws.getPayload().toJSONObject();
        assertEquals(
                Map.of(
                        "aud",
                        "amt/terminal-1",
                        "iat",
                        1_780_300_800L,
                        "exp",
                        1_780_300_860L,
                        "jti",
                        "00000000-0000-0000-0000-000000000001",
                        "sub",
                        "erika",
                        "seq",
                        1L,
                        "cmd",
                        "outOfService",
                        "args",
                        Map.of("text", "Störung")),
                claims);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(keys.getPublic());
        signature.update(jws.getSigningInput());
        Base64URL sealed = jws.getSignature();
        assertTrue(signature.verify(sealed.decode()));
        signature.update("another".getBytes(StandardCharsets.US_ASCII));
        assertFalse(signature.verify(sealed.decode()));
    }

    @Test
    void theNumbersOfATerminalGrow() throws Exception {
        for (long seq = 1; seq <= 3; seq++) {
            assertEquals(seq, submit(Role.OPERATE, "restart", Map.of()).orElseThrow().seq());
        }
        assertEquals(3, commands.unanswered(NOW).size());
    }

    @Test
    void whoMayOnlyLookCommandsNothingAndIsWrittenDown() throws Exception {
        assertEquals(Optional.empty(), submit(Role.VIEW, "restart", Map.of()));
        assertEquals(List.of(), commands.commands(ONE, 10));
        AuditEntry entry =
                new SqlAuditLog(database).entries(NOW, NOW.plusSeconds(1), 10).getFirst();
        assertFalse(entry.allowed());
        assertEquals("restart", entry.action());
    }
}
