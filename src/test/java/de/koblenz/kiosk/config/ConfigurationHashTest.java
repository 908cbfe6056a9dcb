package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationHashTest {
    @TempDir Path one;
    @TempDir Path two;

    @Test
    void equalContentHasTheSameName() throws IOException {
        Files.writeString(one.resolve("a.yaml"), "a");
        Files.writeString(one.resolve("b.yaml"), "b");
        Files.writeString(two.resolve("b.yaml"), "b");
        Files.writeString(two.resolve("a.yaml"), "a");
        String hash = hash(one);
        assertEquals(hash, hash(two));
        assertEquals(16, hash.length());
    }

    @Test
    void everyChangeOfContentOrNameChangesIt() throws IOException {
        Files.writeString(one.resolve("a.yaml"), "a");
        String before = hash(one);
        Files.writeString(one.resolve("a.yaml"), "b");
        String changed = hash(one);
        Files.move(one.resolve("a.yaml"), one.resolve("c.yaml"));
        assertNotEquals(before, changed);
        assertNotEquals(changed, hash(one));
    }

    @Test
    void secretsAndHiddenFilesAreLeftOut() throws IOException {
        Files.writeString(one.resolve("a.yaml"), "a");
        String before = hash(one);
        Files.createDirectories(one.resolve("secrets"));
        Files.writeString(one.resolve("secrets").resolve("payment"), "geheim");
        Files.writeString(one.resolve(".a.yaml.swp"), "x");
        assertEquals(before, hash(one));
    }

    private static String hash(Path folder) throws IOException {
        return ConfigurationHash.of(List.of(folder));
    }
}
