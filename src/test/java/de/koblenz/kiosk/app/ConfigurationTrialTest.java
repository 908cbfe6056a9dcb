package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.config.push.ConfigurationShelf.Ending;
import de.koblenz.kiosk.config.push.Zip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConfigurationTrialTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(1);

    @TempDir private Path folder;
    private ConfigurationShelf shelf;
    private final CountDownLatch restarted = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile Optional<String> complaint = Optional.of("");
    private final AtomicBoolean idle = new AtomicBoolean(true);

    @BeforeEach
    void send() throws Exception {
        Path installed = Files.createDirectories(folder.resolve("etc"));
        shelf = new ConfigurationShelf(folder, installed, installed);
        shelf.stage(ID, new Zip().with("kiosk-config/branding.yaml", "a: 1").bytes());
        shelf.tryOut(ID, Set.of("receipt-printer"));
        assertTrue(shelf.choose().trial().isPresent());
    }

    private ConfigurationTrial trial(Duration healthy, Duration citizen) {
        return new ConfigurationTrial(
                shelf,
                ID,
                Set.of("receipt-printer"),
                new ConfigurationTrial.Limits(healthy, citizen, LOOK),
                restarted::countDown);
    }

    private ConfigurationTrial.Patient patient() {
        return new ConfigurationTrial.Patient() {
            @Override
            public Optional<String> complaint(Set<String> working) {
                assertEquals(Set.of("receipt-printer"), working);
                return complaint;
            }

            @Override
            public boolean idle() {
                return idle.get();
            }

            @Override
            public void decided() {
                decided.countDown();
            }
        };
    }

    @Test
    void aHealthyTerminalKeepsIt() throws Exception {
        ConfigurationTrial trial = trial(LONG, LONG);
        trial.start();
        trial.of(patient());
        complaint = Optional.empty();
        assertTrue(decided.await(20, TimeUnit.SECONDS));
        assertEquals(new Ending.Kept(), shelf.ending(ID));
        assertEquals(1, restarted.getCount());
    }

    @Test
    void oneThatIsNotHealthyInTimeGoesBackAndSaysWhy() throws Exception {
        complaint = Optional.of("STORE-OPEN");
        ConfigurationTrial trial = trial(Duration.ofMillis(50), LONG);
        trial.of(patient());
        trial.start();
        assertTrue(restarted.await(20, TimeUnit.SECONDS));
        assertEquals(new Ending.TakenBack("STORE-OPEN"), shelf.ending(ID));
    }

    @Test
    void oneThatNeverComesUpIsEndedToo() throws Exception {
        trial(Duration.ofMillis(50), LONG).start();
        assertTrue(restarted.await(20, TimeUnit.SECONDS));
        assertEquals(new Ending.TakenBack("CMD-UNHEALTHY"), shelf.ending(ID));
    }

    @Test
    void aCitizenWhoCameMeanwhileMayFinish() throws Exception {
        idle.set(false);
        ConfigurationTrial trial = trial(Duration.ofMillis(20), LONG);
        trial.of(patient());
        trial.start();
        while (!(shelf.ending(ID) instanceof Ending.TakenBack)) {
            Thread.onSpinWait();
        }
        assertFalse(restarted.await(50, TimeUnit.MILLISECONDS));
        idle.set(true);
        assertTrue(restarted.await(20, TimeUnit.SECONDS));
    }
}
