package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The open line to a printer: asks for status, takes what the printer says, empties its buffers.
///
/// Everything is asked at the boundaries of commands: a real-time code inside a picture would be obeyed.
/// One thread, the printer's own.
final class PrinterLine {
    /// Longest single wait, so that a job never waits longer for its first byte.
    private static final Duration SLICE = Duration.ofMillis(2);

    /// More than any picture strip (2,048) or QR code (2,334) of ours may still lack when its job broke off, and
    /// less than the system takes for a printer that is switched off.
    private static final int MOST_REST = 2_400;

    /// One unanswered question may be a slip of the line, two are a printer that does not answer.
    private static final int MOST_MISSES = 2;

    private static final byte[] INITIALISE = {0x1B, '@'};

    private final DeviceProfile profile;
    private final ByteTransport transport;
    private final InstantSource clock;
    private final PrinterTimings timings;
    private final StatusProtocol protocol;

    private EscPosStatus replies;
    private PrinterStatus status = PrinterStatus.UNREACHABLE;
    private Instant statusAt = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private int misses;
    private int realTimeRequest;
    private int realTimeBits;
    private boolean cleared;
    private @Nullable CompletionEvidence awaited;
    private boolean proved;

    PrinterLine(
            DeviceProfile profile,
            ByteTransport transport,
            InstantSource clock,
            PrinterTimings timings) {
        this.profile = profile;
        this.transport = transport;
        this.clock = clock;
        this.timings = timings;
        this.protocol = profile.kiosk().status();
        this.replies = new EscPosStatus(false);
    }

    /// Opens the port, ends whatever command an earlier connection may have broken off, and asks the printer to
    /// tell its status by itself, where it can.
    ///
    /// Nothing may go out before that: a printer in the middle of a command would take it for a part of it.
    void open() throws IOException {
        forget();
        transport.open();
        replies = new EscPosStatus(protocol == StatusProtocol.EPSON_ASB);
        if (!(profile.kiosk().completion() == Completion.PROCESS_ID && clear())) {
            // As many zeros as a picture or QR code may lack are white dots, empty data or nothing
            // at all.
            transport.write(new byte[MOST_REST]);
        }
        initialise();
    }

    private void initialise() throws IOException {
        transport.write(INITIALISE);
        enableAutomaticStatus();
    }

    private void enableAutomaticStatus() throws IOException {
        if (protocol == StatusProtocol.EPSON_ASB) {
            // GS a n: online/offline, errors and paper sensor, not the drawer.
            transport.write(new byte[] {0x1D, 'a', 0x0E});
        }
    }

    void close() {
        transport.close();
        forget();
    }

    /// Closes the port under the thread that uses it, from another thread.
    void abandon() {
        transport.close();
    }

    private void forget() {
        status = PrinterStatus.UNREACHABLE;
        statusAt = Instant.MIN;
        misses = 0;
        awaited = null;
    }

    /// The newest status.
    PrinterStatus status() {
        return status;
    }

    /// Whether the status is new enough to start a job on.
    boolean fresh() {
        return statusAt.isAfter(clock.instant().minus(timings.fresh()));
    }

    void write(byte[] bytes) throws IOException {
        transport.write(bytes);
    }

    /// From now on replies count for `evidence`; null for none.
    void await(@Nullable CompletionEvidence evidence) {
        awaited = evidence;
        proved = false;
    }

    /// Whether the awaited evidence has come.
    boolean proved() {
        return proved;
    }

    /// Asks for the status.
    ///
    /// @param urgent whether something more important waits; then the rest is left for later
    void poll(BooleanSupplier urgent) throws IOException {
        if (protocol == StatusProtocol.NONE) {
            take(Duration.ZERO);
            know(new PrinterStatus(PrinterStatus.Paper.FULL, false, false, false, false, true));
            return;
        }
        int[] bits = new int[5];
        for (int request = 2; request <= 4; request++) {
            bits[request] = ask(request, urgent);
            if (urgent.getAsBoolean()) {
                return;
            }
            if (bits[request] < 0) {
                misses++;
                replies.expectNothing();
                if (misses >= MOST_MISSES) {
                    status = PrinterStatus.UNREACHABLE;
                    statusAt = Instant.MIN;
                }
                return;
            }
        }
        know(EscPosStatus.ofRealTime(bits[2], bits[3], bits[4]));
    }

    private void know(PrinterStatus known) {
        misses = 0;
        status = known;
        statusAt = clock.instant();
    }

    /// `DLE EOT request`.
    ///
    /// @return the answer's bits, or -1
    private int ask(int request, BooleanSupplier urgent) throws IOException {
        realTimeRequest = 0;
        replies.expect(request);
        transport.write(new byte[] {0x10, 0x04, (byte) request});
        Instant end = clock.instant().plus(timings.answer());
        while (clock.instant().isBefore(end)) {
            take(SLICE);
            if (realTimeRequest == request) {
                return realTimeBits;
            }
            if (urgent.getAsBoolean()) {
                return -1;
            }
        }
        return -1;
    }

    /// Takes what the printer has said, waiting at most `longest` for it.
    void take(Duration longest) throws IOException {
        byte[] bytes = transport.read(longest);
        if (bytes.length == 0) {
            return;
        }
        heardAt = clock.instant();
        for (EscPosStatus.Reply reply : replies.take(bytes)) {
            if (awaited != null && !proved) {
                proved = awaited.accepts(reply);
            }
            switch (reply) {
                case EscPosStatus.Reply.RealTime(int request, int bits) -> {
                    realTimeRequest = request;
                    realTimeBits = bits;
                }
                case EscPosStatus.Reply.Automatic(PrinterStatus automatic) -> know(automatic);
                case EscPosStatus.Reply.Cleared _ -> cleared = true;
                case EscPosStatus.Reply.ProcessId _,
                        EscPosStatus.Reply.Sensor _,
                        EscPosStatus.Reply.Text _,
                        EscPosStatus.Reply.Noise _ -> {}
            }
        }
    }

    /// Makes sure that the printer holds nothing of an earlier job and owes no answer of one.
    ///
    /// @return false if that is not known yet: the printer does not answer, or has no paper to go on with
    boolean settle() throws IOException {
        if (protocol == StatusProtocol.NONE) {
            initialise();
            return true;
        }
        if (status.reachable()
                && profile.kiosk().completion() == Completion.PROCESS_ID
                && clear()) {
            initialise();
            return true;
        }
        // Without the command to clear, the rest goes through the printer: it must be able to
        // print.
        return status.canPrint() && passThrough();
    }

    /// DLE DC4 function 8: clears the buffers and answers.
    private boolean clear() throws IOException {
        cleared = false;
        transport.write(new byte[] {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08});
        Instant end = clock.instant().plus(timings.settle());
        while (!cleared && clock.instant().isBefore(end)) {
            take(SLICE);
        }
        return cleared;
    }

    /// Waits until everything that the printer holds has gone through it.
    private boolean passThrough() throws IOException {
        CompletionEvidence processed = CompletionEvidence.of(Completion.GS_R, "");
        await(processed);
        initialise();
        transport.write(processed.request());
        boolean settled = proof(timings.settle().plus(wireTime(MOST_REST)));
        // Answers that an earlier job is still owed must not count for the next one.
        Instant limit = clock.instant().plus(timings.settle());
        while (settled
                && clock.instant().isBefore(limit)
                && clock.instant().isBefore(heardAt.plus(timings.quiet()))) {
            take(SLICE);
        }
        return settled;
    }

    /// Waits for the awaited evidence, and awaits it no longer.
    boolean proof(Duration longest) throws IOException {
        Instant end = clock.instant().plus(longest);
        while (!proved && clock.instant().isBefore(end)) {
            take(SLICE);
        }
        boolean came = proved;
        await(null);
        return came;
    }

    /// How long `bytes` take on the line.
    Duration wireTime(int bytes) {
        return Duration.ofMillis(bytes * 11L * 1000 / profile.kiosk().serial().baudRate());
    }
}
