package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.xml.XmlRefused;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// Time to import a schema of 3.5 MB, once made up of relations as published ones are and once of inline code lists (bar: 300 ms warm), and 91 schemata
/// of typical size with 5,800 fields and 97 MB (bar: 2 s), with the flags of the start script. The heap of 128 MB is part of the measurement: the
/// measurement itself and the schemata as bytes take about 28 MB of it, so an import stays below 100 MB.
///
/// `mvn -Pbench test-compile exec:exec -Dbench=SchemaImportBenchmark`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Threads(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class SchemaImportBenchmark {
    private static final long SEED = 3001;
    private static final int LARGE = 3_500_000;
    private static final int SCHEMATA = 91;
    private static final int FIELDS = 5_800;

    /// As many different ones as fit into the heap beside an import; they take turns.
    private static final int DIFFERENT = 7;

    private byte[] large = new byte[0];
    private byte[] related = new byte[0];
    private final List<byte[]> typical = new ArrayList<>();

    /// Makes the schemata and says how large they are.
    @Setup(Level.Trial)
    public void make() throws XmlRefused {
        large = SchemaText.large(SEED, LARGE);
        related = SchemaText.related(SEED, LARGE);
        for (int i = 0; i < DIFFERENT; i++) {
            typical.add(SchemaText.typical(SEED + i, FIELDS / SCHEMATA + 1));
        }
        System.out.printf(
                "large: %.2f MB; related: %.2f MB; typical: %d schemata, %.2f MB together%n",
                large.length / 1e6,
                related.length / 1e6,
                typical.size(),
                typical.stream().mapToInt(schema -> schema.length).sum() / 1e6);
        heap();
    }

    /// What one import of the large schema leaves and makes.
    private void heap() throws XmlRefused {
        long before = used();
        FimForm form = SchemaImport.form(large, "large.xdf3.xml", CodeLists.NONE);
        long after = used();
        System.out.printf(
                "large: %d elements, %d texts, %.1f MB kept%n",
                form.form().all().size(), form.texts().size(), (after - before) / 1e6);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// One schema of 3.5 MB.
    @Benchmark
    public FimForm large() throws XmlRefused {
        return SchemaImport.form(large, "large.xdf3.xml", CodeLists.NONE);
    }

    /// One schema of 3.5 MB, mostly relations.
    @Benchmark
    public FimForm related() throws XmlRefused {
        return SchemaImport.form(related, "related.xdf3.xml", CodeLists.NONE);
    }

    /// 91 schemata of typical size.
    @Benchmark
    public int typical() throws XmlRefused {
        int elements = 0;
        for (int i = 0; i < SCHEMATA; i++) {
            elements +=
                    SchemaImport.form(
                                    typical.get(i % DIFFERENT), "typical.xdf3.xml", CodeLists.NONE)
                            .form()
                            .elements()
                            .size();
        }
        return elements;
    }
}
