package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigNodeTest {
    private final Problems problems = new Problems();

    @Test
    void aMistakeIsShownWithFileLineAndColumn() {
        ConfigReader.parse("a:\n  b: zwei\n", "x.yaml", problems).at("a").at("b").integer(1, 3);
        assertEquals(
                "x.yaml:2:6: 'zwei' is not a whole number [CFG-TYPE]",
                problems.sorted().getFirst().toString());
    }

    @Test
    void aKeyThatStandsTwiceIsReported() {
        ConfigReader.parse("a: 1\na: 2\n", "x.yaml", problems).at("a");
        assertEquals(List.of("CFG-KEY-TWICE"), codes());
    }

    @Test
    void aDecimalIsReadWithinItsBounds() {
        ConfigNode node = ConfigReader.parse("{a: 23.8, b: 9, c: zwei}", "x.yaml", problems);
        assertEquals(23.8, node.at("a").decimal(10, 65));
        node.at("b").decimal(10, 65);
        node.at("c").decimal(10, 65);
        assertEquals(List.of("CFG-RANGE", "CFG-TYPE"), codes());
    }

    @Test
    void aDurationHasTwoEnds() {
        ConfigNode node = ConfigReader.parse("{a: 90s, b: 19s, c: 3min}", "x.yaml", problems);
        Duration least = Duration.ofSeconds(20);
        Duration most = Duration.ofSeconds(100);
        assertEquals(Duration.ofSeconds(90), node.at("a").duration(least, most));
        node.at("b").duration(least, most);
        node.at("c").duration(least, most);
        assertEquals(List.of("CFG-RANGE", "CFG-RANGE"), codes());
    }

    @Test
    void aFileThatContainsItselfDoesNotFillTheMemory() {
        ConfigNode node = ConfigReader.parse("a: &a {b: *a}\n", "x.yaml", problems);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertEquals(true, node.at("a").at("b").isMapping()));
    }

    @Test
    void aTreeThatGrowsByAliasesIsNeverBuilt() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int level = 1; level <= 16; level++) {
            String below = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level);
            bomb.append(" {x: " + below + ", y: " + below + ", z: " + below + "}\n");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    ConfigReader.parse(bomb.toString(), "x.yaml", problems).at("a16").noOthers();
                });
    }

    private List<String> codes() {
        return problems.sorted().stream().map(Problem::code).toList();
    }
}
