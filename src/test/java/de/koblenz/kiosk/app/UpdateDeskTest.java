package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the system's own programs, which belong to root and take any words.
@Timeout(60)
class UpdateDeskTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Command.SoftwareUpdate WANTED =
            new Command.SoftwareUpdate(
                    "0.2.0", URI.create("https://kgrz.example/0.2.0.tar"), "0b".repeat(32));

    @TempDir private Path folder;
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final CountDownLatch restarted = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private final Map<UUID, List<String>> explained = new ConcurrentHashMap<>();

    private UpdateDesk desk(Optional<Path> updater, String version, Duration patience) {
        return new UpdateDesk(
                updater,
                version,
                new UpdateDesk.Limits(patience, Duration.ofMinutes(5), Duration.ofMillis(1)),
                explained::put,
                new UpdateDesk.Surroundings(idle::get, restarted::countDown, decided::countDown));
    }

    private UpdateDesk desk(Path updater) {
        return desk(Optional.of(updater), "0.1.0", Duration.ofSeconds(30));
    }

    private Path script(String rights, String... lines) throws Exception {
        Path script = folder.resolve("updater");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(rights));
        return script;
    }

    /// The desk runs only what root owns and nobody else can write, and only root can make such a file.
    private static void requireRoot() throws Exception {
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            Peers.missing("the rights of root");
        }
    }

    @Test
    void withoutAnUpdaterOfRootsNothingIsRun() throws Exception {
        for (Optional<Path> updater :
                List.of(
                        Optional.<Path>empty(),
                        Optional.of(folder.resolve("nothing")),
                        Optional.of(Path.of("/etc/passwd")),
                        Optional.of(Path.of("/usr/bin")),
                        Optional.of(script("rwxrwxrwx", "exit 0")))) {
            UpdateDesk desk = desk(updater, "0.1.0", Duration.ofSeconds(30));
            assertEquals(Optional.of(new Outcome.Failed("CMD-UPDATER")), desk.objection());
            assertEquals(new Outcome.Failed("CMD-UPDATER"), desk.begin(ID, WANTED));
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/usr/bin/true"));
        assertTrue(desk(link).objection().isPresent());
        assertEquals(Optional.empty(), desk(Path.of("/usr/bin/true")).objection());
    }

    @Test
    void whenItSaysThatItIsDoneTheProgramEndsAndTheNextOneKnows() throws Exception {
        UpdateDesk desk = desk(Path.of("/usr/bin/true"));
        assertEquals(new Outcome.Ending(), desk.begin(ID, WANTED));
        assertTrue(restarted.await(30, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), desk.ended(ID, WANTED));
        assertEquals(
                Optional.of(new Outcome.Done()),
                desk(Optional.empty(), "0.2.0", Duration.ZERO).ended(ID, WANTED));
        assertEquals(
                Optional.of(new Outcome.Failed("CMD-UPDATE-VERSION")),
                desk(Optional.empty(), "0.1.0", Duration.ZERO).ended(ID, WANTED));
    }

    @Test
    void whenItSaysThatItFailedThatIsAnsweredAndExplained() throws Exception {
        UpdateDesk desk = desk(Path.of("/usr/bin/false"));
        desk.begin(ID, WANTED);
        assertTrue(decided.await(30, TimeUnit.SECONDS));
        assertEquals(Optional.of(new Outcome.Failed("CMD-UPDATE")), desk.ended(ID, WANTED));
        assertEquals(List.of("exit code 1"), explained.get(ID));
        assertEquals(1, restarted.getCount());
    }

    @Test
    void aCitizenWhoCameMeanwhileMayFinish() throws Exception {
        idle.set(false);
        desk(Path.of("/usr/bin/true")).begin(ID, WANTED);
        assertTrue(!restarted.await(300, TimeUnit.MILLISECONDS));
        idle.set(true);
        assertTrue(restarted.await(30, TimeUnit.SECONDS));
    }

    @Test
    void itGetsVersionAddressAndSumAndNothingOfOurs() throws Exception {
        requireRoot();
        Path heard = folder.resolve("heard");
        Path script =
                script(
                        "rwx------",
                        "echo \"$# $1 $2 $3\" > " + heard,
                        "env | cut -d= -f1 | sort | tr '\\n' ' ' >> " + heard,
                        "echo nothing to be had",
                        "exit 3");
        desk(script).begin(ID, WANTED);
        assertTrue(decided.await(30, TimeUnit.SECONDS));
        List<String> lines = Files.readAllLines(heard);
        assertEquals("3 0.2.0 https://kgrz.example/0.2.0.tar " + "0b".repeat(32), lines.getFirst());
        for (String name : lines.get(1).split(" ", -1)) {
            assertTrue(
                    List.of("PATH", "LANG", "PWD", "SHLVL", "_", "OLDPWD", "").contains(name),
                    name);
        }
        assertEquals(List.of("nothing to be had", "exit code 3"), explained.get(ID));
    }

    @Test
    void oneThatTakesTooLongIsEnded() throws Exception {
        requireRoot();
        Path script = script("rwx------", "sleep 600");
        desk(Optional.of(script), "0.1.0", Duration.ofMillis(200)).begin(ID, WANTED);
        assertTrue(decided.await(30, TimeUnit.SECONDS));
        // A shell may say something about its own child before.
        assertEquals("ended after its time", explained.getOrDefault(ID, List.of()).getLast());
    }
}
