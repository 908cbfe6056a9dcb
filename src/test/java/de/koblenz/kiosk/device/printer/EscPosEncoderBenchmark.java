package de.koblenz.kiosk.device.printer;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time to encode the standard receipt and to fingerprint it: bar 200 µs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EscPosEncoderBenchmark {
    private final PrintDocument receipt = SampleDocuments.receipt();
    private final EscPosEncoder encoder =
            new EscPosEncoder(
                    Profiles.shipped("EPSON-TM-T88V"),
                    Letterhead.koblenz("Stadt Koblenz", "Duplikat"));

    @Benchmark
    public byte[] encodeReceipt() throws UnprintableTextException {
        return encoder.encode(receipt, false).bytes();
    }

    @Benchmark
    public String fingerprintReceipt() {
        return DocumentHash.of("o/receipt", receipt);
    }
}
