package de.koblenz.kiosk.config.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.push.ConfigurationShelf.Choice;
import de.koblenz.kiosk.config.push.ConfigurationShelf.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationShelfTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @TempDir private Path folder;
    private Path data;
    private Path installed;
    private Path profiles;

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectories(folder.resolve("etc/kiosk-config"));
        profiles = Files.createDirectories(folder.resolve("opt/device-profiles"));
        Files.writeString(installed.resolve("branding.yaml"), "installed");
        Files.writeString(installed.resolve("terminal.yaml"), "id: terminal-1");
        Files.writeString(installed.resolve("health.yaml"), "broker: b");
        fresh("data");
    }

    private void fresh(String name) throws IOException {
        data = Files.createDirectories(folder.resolve(name));
    }

    private ConfigurationShelf shelf() {
        return new ConfigurationShelf(data, installed, profiles);
    }

    private static byte[] zip(String words) throws IOException {
        return new Zip()
                .with("kiosk-config/branding.yaml", words)
                .with("kiosk-config/texts/de.yaml", words)
                .bytes();
    }

    private static String words(Choice choice) throws IOException {
        return Files.readString(choice.config().resolve("branding.yaml"));
    }

    @Test
    void withoutAnythingSentTheInstalledOneIsInForce() throws Exception {
        assertEquals(new Choice(installed, profiles, Optional.empty(), Set.of()), shelf().choose());
        assertFalse(Files.exists(data.resolve("configuration")), "nothing is made for nothing");
    }

    @Test
    void whatIsSentIsTriedAndKept() throws Exception {
        ConfigurationShelf shelf = shelf();
        shelf.stage(ONE, zip("eins"));
        assertEquals("installed", words(shelf.choose()));
        shelf.stage(ONE, zip("eins"));
        shelf.tryOut(ONE, Set.of("receipt-printer"));
        assertEquals(new Ending.OnTrial(), shelf().ending(ONE));
        Choice trial = shelf().choose();
        assertEquals("eins", words(trial));
        assertEquals(Optional.of(ONE), trial.trial());
        assertEquals(Set.of("receipt-printer"), trial.working());
        assertTrue(shelf().keep(ONE));
        assertEquals(new Ending.Kept(), shelf().ending(ONE));
        for (int start = 0; start < 3; start++) {
            assertEquals("eins", words(shelf().choose()));
            assertEquals(Optional.empty(), shelf().choose().trial());
        }
    }

    @Test
    void whatIsATerminalsOwnStaysAndMayBeChangedAtTheMachine() throws Exception {
        shelf().stage(ONE, zip("eins"));
        shelf().tryOut(ONE, Set.of());
        Choice trial = shelf().choose();
        shelf().keep(ONE);
        Files.writeString(installed.resolve("terminal.yaml"), "id: terminal-2");
        assertEquals("id: terminal-2", Files.readString(trial.config().resolve("terminal.yaml")));
        assertEquals("broker: b", Files.readString(trial.config().resolve("health.yaml")));
    }

    @Test
    void profilesMayBeSentTooOrNot() throws Exception {
        shelf().stage(ONE, zip("eins"));
        assertEquals(profiles, shelf().stage(ONE, zip("eins")).profiles());
        Choice both =
                shelf().stage(
                                TWO,
                                new Zip()
                                        .with("kiosk-config/branding.yaml", "zwei")
                                        .with("device-profiles/EPSON.yaml", "zwei")
                                        .bytes());
        assertEquals("zwei", Files.readString(both.profiles().resolve("EPSON.yaml")));
        shelf().tryOut(TWO, Set.of());
        assertEquals(both.profiles(), shelf().choose().profiles());
    }

    @Test
    void aProgramThatEndsOnTrialIsFollowedByOneWithWhatWasBefore() throws Exception {
        shelf().stage(ONE, zip("eins"));
        shelf().tryOut(ONE, Set.of());
        assertEquals("eins", words(shelf().choose()));
        assertEquals("installed", words(shelf().choose()));
        assertEquals(new Ending.TakenBack("CMD-CRASHED"), shelf().ending(ONE));
        assertFalse(shelf().keep(ONE), "decided otherwise");
        assertEquals("installed", words(shelf().choose()));
        assertEquals(List.of(), sent(), "tidied");
    }

    @Test
    void whatIsTakenBackLeavesWhatWasKeptBefore() throws Exception {
        shelf().stage(ONE, zip("eins"));
        shelf().tryOut(ONE, Set.of());
        shelf().choose();
        shelf().keep(ONE);
        shelf().stage(TWO, zip("zwei"));
        shelf().tryOut(TWO, Set.of());
        assertEquals("zwei", words(shelf().choose()));
        shelf().takeBack(TWO, "STORE-OPEN");
        assertEquals("eins", words(shelf().choose()));
        assertEquals(new Ending.TakenBack("STORE-OPEN"), shelf().ending(TWO));
        assertEquals(List.of(ONE.toString()), sent());
    }

    @Test
    void whatIsRefusedLeavesNothing() throws Exception {
        byte[] bad = new Zip().with("../evil", "evil").bytes();
        assertThrows(ArchiveRefused.class, () -> shelf().stage(ONE, bad));
        assertEquals(List.of(), sent());
        shelf().stage(TWO, zip("zwei"));
        shelf().discard(TWO);
        assertEquals(List.of(), sent());
        // The links' targets are not.
        assertTrue(Files.exists(installed.resolve("terminal.yaml")));
    }

    @Test
    void aBookThatMakesNoSenseMeansTheInstalledOne() throws Exception {
        Path book = Files.createDirectories(data.resolve("configuration")).resolve("state");
        for (String rubbish : List.of("", "kept=../../etc\n", "\0\0\0", "kept=" + ONE + "\n")) {
            Files.writeString(book, rubbish);
            assertEquals("installed", words(shelf().choose()), rubbish);
        }
    }

    private List<String> sent() throws IOException {
        Path all = data.resolve("configuration");
        if (!Files.exists(all)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(all)) {
            return names.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    /// The process ends here.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Whatever the last step was, and again at each step of the life after that: what is in force is always whole, a trial happens
    /// once at most, and in the end it is known what came of it.
    @Test
    void deathAtEveryPointLeavesAWholeConfigurationAndOneAnswer() throws Exception {
        int points = life(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertTrue(points >= 8, () -> "only " + points);
        for (int point = 1; point <= points; point++) {
            for (int second = 0; second <= 4; second++) {
                life(point, second == 0 ? Integer.MAX_VALUE : second);
            }
        }
    }

    /// A program that gets a command, one that tries, one that goes on; whichever dies is followed by the next.
    private int life(int first, int second) throws Exception {
        fresh("data-" + first + "-" + second);
        int[] reached = new int[1];
        int[] deaths = {first, second};
        int dead = 0;
        List<Integer> trials = new ArrayList<>();
        boolean asked = false;
        for (int program = 0; program < 8; program++) {
            int death = dead < deaths.length ? deaths[dead] : Integer.MAX_VALUE;
            reached[0] = dead == 0 ? reached[0] : 0;
            ConfigurationShelf shelf =
                    new ConfigurationShelf(
                            data,
                            installed,
                            profiles,
                            _ -> {
                                if (++reached[0] == death) {
                                    throw new Death();
                                }
                            });
            try {
                Choice choice = shelf.choose();
                whole(choice);
                if (choice.trial().isPresent()) {
                    trials.add(program);
                    shelf.keep(ONE);
                }
                // As the journal of commands has it: given once, and never again once it is begun.
                if (!asked) {
                    shelf.stage(ONE, zip("eins"));
                    asked = true;
                    shelf.tryOut(ONE, Set.of());
                }
            } catch (Death _) {
                dead++;
            }
        }
        assertTrue(trials.size() <= 1, () -> first + "/" + second + " tried " + trials);
        Choice end = shelf().choose();
        Ending ending = shelf().ending(ONE);
        whole(end);
        assertFalse(ending instanceof Ending.OnTrial, first + "/" + second);
        assertEquals(
                ending instanceof Ending.Kept ? "eins" : "installed",
                words(end),
                first + "/" + second + " " + ending);
        return reached[0];
    }

    private static void whole(Choice choice) throws IOException {
        if (words(choice).equals("eins")) {
            assertEquals("eins", Files.readString(choice.config().resolve("texts/de.yaml")));
            assertTrue(Files.exists(choice.config().resolve("terminal.yaml")));
        } else {
            assertEquals("installed", words(choice));
        }
    }
}
