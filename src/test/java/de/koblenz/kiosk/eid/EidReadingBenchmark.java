package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.sim.card.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the terminal itself costs when five groups are read: all of the workflow, with a card that has recorded its answers and gives them at
/// once. Bar: p95 at most 50 ms, warm.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class EidReadingBenchmark {
    private final CardWorld world = new CardWorld();
    private final List<byte[]> answers = new ArrayList<>();

    @Setup
    public void record() {
        LaidCard card = new LaidCard(world.card(Personas.DOCTOR));
        card.tampered((index, answer) -> {
            answers.add(answer);
            return answer;
        });
        read(card);
    }

    @Benchmark
    public EidStep fiveGroups() {
        return read(new Replay(answers));
    }

    /// The same seed makes the same keys, so the recorded answers fit.
    private EidStep read(CardChannel card) {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(card);
        EidStep step = workflow.pin(Secrets.of("123456"));
        if (!(step instanceof EidStep.IdentityRead)) {
            throw new IllegalStateException("not read: " + step);
        }
        return step;
    }

    private static final class Replay implements CardChannel {
        private final List<byte[]> answers;
        private int next;

        Replay(List<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public byte[] transmit(byte[] command) {
            return answers.get(next++);
        }

        @Override
        public boolean extendedLength() {
            return true;
        }

        @Override
        public void close() {}
    }
}
