package de.koblenz.kiosk.health.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KioskMetricTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("kiosk.project", ".")).resolve("docs/metrics.md");

    /// Texts of which at least one is allowed wherever any text is.
    private static final List<String> TEXTS =
            List.of(
                    "IN_SERVICE",
                    "OK",
                    "PRN-PAPER-OUT",
                    "0123456789abcdef",
                    "1.2.3",
                    "online",
                    "unknown",
                    "hund-anmelden PKG-HASH",
                    "eyJhbGciOiJFZERTQSJ9.e30." + "A".repeat(86));

    /// What a citizen may have said or be.
    private static final List<String> PERSONAL =
            List.of(
                    "Erika Mustermann",
                    "Mustermann",
                    "erika",
                    "L01X00T47",
                    "KO-AB 1234",
                    "Lindenallee 7",
                    "12.08.1964",
                    "erika@example.org",
                    "123456");

    /// A value that the metric may have.
    static MetricValue example(KioskMetric metric) {
        return Stream.concat(
                        TEXTS.stream().map(MetricValue::of),
                        Stream.of(
                                MetricValue.of(true),
                                MetricValue.of(5),
                                MetricValue.of(1_780_300_800_000L),
                                MetricValue.of(0.5f)))
                .filter(metric::allows)
                .findFirst()
                .orElseThrow();
    }

    /// Whoever adds a metric has to say in `docs/metrics.md` what it holds and who may see it.
    @Test
    void theDocumentedListIsTheListThatIsEnforced() throws Exception {
        List<String> documented =
                Files.readAllLines(DOCUMENT).stream().filter(l -> l.startsWith("| `")).toList();
        List<String> enforced = Arrays.stream(KioskMetric.values()).map(m -> row(m)).toList();
        assertEquals(String.join("\n", enforced), String.join("\n", documented));
    }

    private static String row(KioskMetric metric) {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        metric.key(),
                        metric.scope() == MetricScope.NODE ? "terminal" : "device",
                        metric.datatype(),
                        metric.unit(),
                        metric.content(),
                        metric.audience());
    }

    /// A failure code has to be told; it is the one form that a word of somebody's in capitals with a hyphen would fit.
    @ParameterizedTest
    @EnumSource
    void noMetricHoldsAnythingOfACitizen(KioskMetric metric) {
        Set<String> fits = new HashSet<>();
        for (String text : PERSONAL) {
            if (metric.allows(MetricValue.of(text))) {
                fits.add(text);
            }
        }
        // A version may be any short word; it is set by the build.
        if (metric != KioskMetric.SOFTWARE_VERSION) {
            assertEquals(Set.of(), fits);
        }
    }

    /// `tck-id-payloads-alias-uniqueness`
    @Test
    void noTwoMetricsOfANodeHaveOneAlias() {
        Set<Long> aliases = new HashSet<>();
        for (KioskMetric metric : KioskMetric.values()) {
            for (int slot = 0; slot < 5; slot++) {
                if ((slot == 0) == (metric.scope() == MetricScope.NODE)
                        && metric.alias(slot).isPresent()) {
                    long alias = metric.alias(slot).getAsLong();
                    assertTrue(aliases.add(alias), metric + " shares an alias");
                    assertEquals(Optional.of(metric), KioskMetric.of(alias));
                }
            }
        }
    }

    /// `tck-id-operational-behavior-data-commands-rebirth-name-aliases`
    @Test
    void onlyTheRequestForABirthHasNoAlias() {
        assertEquals(
                List.of(KioskMetric.REBIRTH),
                Arrays.stream(KioskMetric.values())
                        .filter(m -> m.alias(m.scope() == MetricScope.NODE ? 0 : 1).isEmpty())
                        .toList());
    }

    /// `tck-id-case-sensitivity-metric-names`
    @Test
    void noTwoNamesDifferOnlyByCase() {
        for (MetricScope scope : MetricScope.values()) {
            Set<String> names = new HashSet<>();
            for (KioskMetric metric : KioskMetric.values()) {
                assertTrue(
                        metric.scope() != scope || names.add(metric.key().toLowerCase(Locale.ROOT)),
                        metric.key());
            }
        }
    }

    @Test
    void anAliasOfNobodyIsNoMetric() {
        for (long alias : new long[] {0, 9, 63, 64, 127, -1, Long.MIN_VALUE}) {
            assertEquals(Optional.empty(), KioskMetric.of(alias), () -> "alias " + alias);
        }
    }
}
