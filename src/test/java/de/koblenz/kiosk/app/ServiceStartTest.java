package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceStartTest {
    @Test
    void readsTheWordsOfAServiceStart() {
        assertEquals(
                Optional.of(
                        new ServiceStart(Path.of("c"), Path.of("p"), Optional.of(Path.of("d")))),
                ServiceStart.of("run", "--data", "d", "--config", "c", "--profiles", "p"));
        assertEquals(
                Optional.of(
                        new ServiceStart(
                                Path.of("./kiosk-config"),
                                Path.of("./device-profiles"),
                                Optional.empty())),
                ServiceStart.of("run"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "run --help",
                "run --config",
                "run --confg c",
                "run --config=c",
                "report --format csv"
            })
    void leavesEverythingElseToPicocli(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);
        assertEquals(Optional.empty(), ServiceStart.of(words));
    }
}
