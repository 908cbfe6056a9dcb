package de.koblenz.kiosk.eid.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EidFailureTest {
    @Test
    void everyCodeIsExplainedToTheHelpDeskAndNoOther() throws IOException {
        List<String> explained =
                Files.readAllLines(
                                Path.of(
                                        System.getProperty("kiosk.project", "."),
                                        "docs/codes-eid.md"))
                        .stream()
                        .filter(line -> line.startsWith("| `EID-"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .sorted()
                        .toList();
        assertEquals(
                Arrays.stream(EidFailure.values()).map(EidFailure::code).sorted().toList(),
                explained);
    }
}
