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

    /// DLE EOT 20: Custom's full status. ESC ACK SOH: Star's automatic status, now.
    private static final byte[] FULL_STATUS = {0x10, 0x04, 0x14};

    private static final byte[] STAR_STATUS = {0x1B, 0x06, 0x01};

    private static final int NOTHING = -1;

    private final DeviceProfile profile;
    private final ByteTransport transport;
    private final InstantSource clock;
    private final PrinterTimings timings;
    private final StatusProtocol protocol;

    private final Completion completion;
    private final JobCounter counter;

    private StatusReader replies;
    private PrinterStatus status = PrinterStatus.UNREACHABLE;
    private Instant statusAt = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private int misses;
    private int realTimeRequest;
    private int realTimeBits;
    private boolean told;
    private boolean cleared;
    private boolean passedThrough;
    private int cuts = NOTHING;
    private int etb = NOTHING;
    private @Nullable String pictures;
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
        this.completion = profile.kiosk().completion();
        this.counter = new JobCounter(this, completion, clock, timings);
        this.replies = StatusReader.of(protocol);
    }

    /// Opens the port, ends whatever command an earlier connection may have broken off, and asks the printer to
    /// tell its status by itself, where it can.
    ///
    /// Nothing may go out before that: a printer in the middle of a command would take it for a part of it.
    void open() throws IOException {
        forget();
        transport.open();
        replies = StatusReader.of(protocol);
        passedThrough = false;
        if (!(completion == Completion.PROCESS_ID && clear())) {
            endBrokenCommand();
        }
        initialise();
    }

    /// As many zeros as a picture or QR code may lack are white dots, empty data or nothing at all.
    private void endBrokenCommand() throws IOException {
        passedThrough = true;
        transport.write(
                protocol == StatusProtocol.STAR_ASB
                        ? StarWriter.recovery(MOST_REST)
                        : new byte[MOST_REST]);
    }

    private void initialise() throws IOException {
        transport.write(INITIALISE);
        switch (protocol) {
            // GS a n: online/offline, errors and paper sensor, not the drawer.
            case EPSON_ASB -> transport.write(new byte[] {0x1D, 'a', 0x0E});
            // GS E0h n: all four bytes.
            case CUSTOM_FULL_STATUS -> transport.write(new byte[] {0x1D, (byte) 0xE0, 0x0F});
            // ESC RS a 0: not by itself, since the status must not be asked for while it is.
            case STAR_ASB -> transport.write(new byte[] {0x1B, 0x1E, 'a', 0});
            case DLE_EOT, NONE -> {}
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
        boolean answered =
                switch (protocol) {
                    case NONE -> {
                        take(Duration.ZERO);
                        know(
                                new PrinterStatus(
                                        PrinterStatus.Paper.FULL,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true));
                        yield true;
                    }
                    case CUSTOM_FULL_STATUS -> askWhole(FULL_STATUS, urgent);
                    case STAR_ASB -> askWhole(STAR_STATUS, urgent);
                    case DLE_EOT, EPSON_ASB -> askBits(urgent);
                };
        if (!answered && !urgent.getAsBoolean()) {
            misses++;
            if (misses >= MOST_MISSES) {
                status = PrinterStatus.UNREACHABLE;
                statusAt = Instant.MIN;
            }
        }
    }

    /// One request that is answered by the whole status.
    private boolean askWhole(byte[] request, BooleanSupplier urgent) throws IOException {
        told = false;
        transport.write(request);
        return takeUntil(() -> told || urgent.getAsBoolean(), timings.answer()) && told;
    }

    /// `DLE EOT 2`, `3` and `4`.
    private boolean askBits(BooleanSupplier urgent) throws IOException {
        int[] bits = new int[5];
        for (int request = 2; request <= 4; request++) {
            int wanted = request;
            realTimeRequest = 0;
            if (replies instanceof EscPosStatus reader) {
                reader.expect(request);
            }
            transport.write(new byte[] {0x10, 0x04, (byte) request});
            takeUntil(() -> realTimeRequest == wanted || urgent.getAsBoolean(), timings.answer());
            if (realTimeRequest != wanted) {
                if (!urgent.getAsBoolean() && replies instanceof EscPosStatus reader) {
                    reader.expectNothing();
                }
                return false;
            }
            bits[request] = realTimeBits;
        }
        know(EscPosStatus.ofRealTime(bits[2], bits[3], bits[4]));
        return true;
    }

    private void know(PrinterStatus known) {
        misses = 0;
        status = known;
        statusAt = clock.instant();
    }

    /// Takes what comes until `enough`, for at most `longest`.
    private boolean takeUntil(BooleanSupplier enough, Duration longest) throws IOException {
        Instant end = clock.instant().plus(longest);
        while (!enough.getAsBoolean()) {
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            take(SLICE);
        }
        return true;
    }

    /// Takes what the printer has said, waiting at most `longest` for it.
    void take(Duration longest) throws IOException {
        byte[] bytes = transport.read(longest);
        if (bytes.length == 0) {
            return;
        }
        heardAt = clock.instant();
        for (PrinterReply reply : replies.take(bytes)) {
            if (awaited != null && !proved) {
                proved = awaited.accepts(reply);
            }
            switch (reply) {
                case PrinterReply.RealTime(int request, int bits) -> {
                    realTimeRequest = request;
                    realTimeBits = bits;
                }
                case PrinterReply.Automatic(PrinterStatus automatic) -> {
                    told = true;
                    know(automatic);
                }
                case PrinterReply.Cleared _ -> cleared = true;
                case PrinterReply.Cuts(int count) -> cuts = count;
                case PrinterReply.Etb(int count) -> etb = count;
                case PrinterReply.Pictures(String keys) -> pictures = keys;
                case PrinterReply.ProcessId _,
                        PrinterReply.Sensor _,
                        PrinterReply.Text _,
                        PrinterReply.Noise _ -> {}
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
        if (status.reachable() && completion == Completion.PROCESS_ID && clear()) {
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
        return takeUntil(() -> cleared, timings.settle());
    }

    /// Waits until everything that the printer holds has gone through it.
    private boolean passThrough() throws IOException {
        initialise();
        int before = completion == Completion.ETB ? count() : 0;
        if (before < 0) {
            return false;
        }
        CompletionEvidence processed = CompletionEvidence.processed(completion, before);
        await(processed);
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

    /// What the printer's counter says now, where jobs are proved by one; otherwise 0.
    ///
    /// @return a negative number if the printer does not say
    int count() throws IOException {
        return counter.count();
    }

    /// Custom's number of cuts (`GS E2h`), or a negative number.
    int askCuts() throws IOException {
        cuts = NOTHING;
        transport.write(new byte[] {0x1D, (byte) 0xE2});
        takeUntil(() -> cuts != NOTHING, timings.settle());
        return cuts;
    }

    /// Star's ETB counter (`ESC ACK SOH`), or a negative number.
    int askEtb() throws IOException {
        etb = NOTHING;
        transport.write(STAR_STATUS);
        takeUntil(() -> etb != NOTHING, timings.answer());
        return etb;
    }

    /// Makes sure that the printer keeps the picture of that key.
    ///
    /// @param storing the command by which it learns the picture
    /// @return false if the printer does not say which pictures it keeps
    boolean keep(String key, byte[] storing) throws IOException {
        if (!keptPictures()) {
            return false;
        }
        String kept = pictures == null ? "" : pictures;
        boolean known = false;
        for (int at = 0; at + 1 < kept.length(); at += 2) {
            known |= kept.startsWith(key, at);
        }
        // Zeros that ended a broken command may have ended the picture itself.
        if (!known || passedThrough) {
            transport.write(storing);
            passedThrough = false;
        }
        return true;
    }

    /// GS ( L function 64: tells the keys of the pictures in the printer's memory.
    private boolean keptPictures() throws IOException {
        pictures = null;
        transport.write(new byte[] {0x1D, '(', 'L', 4, 0, 0x30, 0x40, 'K', 'C'});
        return takeUntil(() -> pictures != null, timings.settle());
    }

    /// Waits for the awaited evidence, and awaits it no longer.
    boolean proof(Duration longest) throws IOException {
        Instant end = clock.instant().plus(longest);
        while (!proved && clock.instant().isBefore(end)) {
            if (completion == Completion.ETB) {
                askEtb();
            } else {
                take(SLICE);
            }
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
