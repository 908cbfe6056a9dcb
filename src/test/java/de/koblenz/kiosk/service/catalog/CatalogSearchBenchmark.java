package de.koblenz.kiosk.service.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// Time of one keystroke: the phrases of the corpus are typed letter by letter. SampleTime prints
/// p50 and p99 (bar: p99 ≤ 10 ms with the federal list), with the flags of the start script. The
/// quality of both halves of the corpus is printed once after the measurement.
///
/// `mvn -Pbench test-compile exec:exec -Dbench=CatalogSearchBenchmark`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Threads(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class CatalogSearchBenchmark {
    private static final int MOST_HITS = 5;
    private static final long SEED = 2019;

    /// Services of the federal list beside the city's 144.
    @Param({"0", "5251"})
    public int federal;

    private CatalogSearch search;
    private List<String> keystrokes;
    private int next;

    /// Builds the index and cuts the phrases into keystrokes.
    @Setup(Level.Trial)
    public void build() throws IOException {
        List<LeikaName> list = federal == 0 ? List.of() : LeikaLikeList.of(SEED);
        ServiceCatalog catalog = DefaultCatalogue.read();
        Synonyms synonyms = SearchCorpus.synonyms();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            search = CatalogSearch.of(catalog, synonyms, list);
            System.out.printf(
                    "index of 144 + %d built in %d ms%n",
                    list.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        long start = System.nanoTime();
        search.warmUp();
        System.out.printf(
                "warmed up in %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        keystrokes = new ArrayList<>();
        for (SearchCorpus.Row row : SearchCorpus.half(SearchCorpus.OWN).orElseThrow()) {
            for (int letters = 1; letters <= row.phrase().length(); letters++) {
                keystrokes.add(row.phrase().substring(0, letters));
            }
        }
    }

    /// One keystroke after the other, phrase by phrase.
    @Benchmark
    public List<Hit> keystroke() {
        next = next + 1 == keystrokes.size() ? 0 : next + 1;
        return search.search(keystrokes.get(next), MOST_HITS);
    }

    /// Prints the quality of the search as it was measured.
    @TearDown(Level.Trial)
    public void quality() throws IOException {
        System.out.println();
        System.out.print(SearchCorpus.report(search));
    }
}
