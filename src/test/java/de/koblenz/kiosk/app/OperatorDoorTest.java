package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.run.StaffCode;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.AuditLog;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.monitor.Door.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes in at a monitor, and what is written down of it.
class OperatorDoorTest {
    @TempDir private Path folder;
    private final List<AuditEntry> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");
    private OperatorDoor door;

    @BeforeEach
    void open() throws Exception {
        String hash;
        try (Secret secret = new Secret()) {
            for (char digit : "40711234".toCharArray()) {
                secret.append(digit - '0');
            }
            hash = StaffCode.of(secret, new SecureRandom()).line();
        }
        Path file = folder.resolve("operators.yaml");
        Files.writeString(
                file, "operators:\n  erika:\n    role: operate\n    code: \"" + hash + "\"\n");
        door = new OperatorDoor(file, audit(), () -> now);
    }

    private AuditLog audit() {
        return new AuditLog() {
            @Override
            public void append(AuditEntry entry) {
                log.add(entry);
            }

            @Override
            public List<AuditEntry> entries(Instant from, Instant to, int most) {
                return log;
            }
        };
    }

    private Answer enter(String account, String code) throws Exception {
        return door.enter(account, code.toCharArray());
    }

    @Test
    void theRightCodeOpensWithTheRoleOfTheFile() throws Exception {
        Answer.Entered entered = assertInstanceOf(Answer.Entered.class, enter("erika", "40711234"));
        assertEquals(new Operator("erika", Role.OPERATE), entered.operator());
        assertTrue(log.getFirst().allowed());
    }

    @Test
    void aWrongCodeIsRefusedAndWrittenDown() throws Exception {
        assertInstanceOf(Answer.Refused.class, enter("erika", "40711235"));
        assertInstanceOf(Answer.Refused.class, enter("erika", ""));
        assertEquals(2, log.size());
        assertFalse(log.getFirst().allowed());
        assertEquals("erika", log.getFirst().account());
    }

    @Test
    void aNameThatIsNoAccountIsNotRepeated() throws Exception {
        assertInstanceOf(Answer.Refused.class, enter("40711234", "40711234"));
        assertFalse(log.toString().contains("40711234"));
    }

    @Test
    void afterFiveWrongTriesItStaysShutForAMinute() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Answer.Refused.class, enter("erika", "00000000"));
        }
        Answer.Wait wait = assertInstanceOf(Answer.Wait.class, enter("erika", "40711234"));
        assertEquals(60, wait.seconds());
        now = now.plusSeconds(61);
        assertInstanceOf(Answer.Entered.class, enter("erika", "40711234"));
    }

    @Test
    void theCodeIsOverwritten() throws Exception {
        char[] code = "40711234".toCharArray();
        door.enter("erika", code);
        assertArrayEquals(new char[8], code);
    }

    @Test
    void aFileWithMistakesLetsNobodyIn() throws Exception {
        Files.writeString(folder.resolve("operators.yaml"), "operators:\n  erika: {role: king}\n");
        assertInstanceOf(Answer.Refused.class, enter("erika", "40711234"));
    }
}
