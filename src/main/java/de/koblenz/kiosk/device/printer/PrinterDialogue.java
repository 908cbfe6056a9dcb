package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintJournal.Entry;
import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a terminal and a printer have to say to each other for a job to be printed once: the order of journal,
/// bytes and confirmation. It owns no thread; whoever calls it must be one thread.
final class PrinterDialogue {
    private static final Duration SLICE = Duration.ofMillis(10);

    /// Slowest head that is reckoned with, in millimetres of paper per second.
    private static final int SLOWEST_PAPER = 50;

    /// How often the proof of a job is asked for where it has to be.
    private static final Duration OFTEN = Duration.ofMillis(50);

    /// How often a printer with a blocked cutter is asked to go on.
    private static final Duration RESUME = Duration.ofSeconds(3);

    private final DeviceProfile profile;
    private final PrinterLine line;
    private final EscPosEncoder encoder;
    private final PrintJournal journal;
    private final InstantSource clock;
    private final PrinterTimings timings;
    private final Runnable noted;

    private volatile boolean open;
    private volatile boolean settled;
    private volatile PrinterStatus status = PrinterStatus.UNREACHABLE;
    private final PaperMeter paper;
    private final PresenterWatch mouth;
    private final PaperPath path;
    private boolean sending;
    private int count;
    private Instant nextAttempt = Instant.MIN;
    private Instant nextResume = Instant.MIN;
    private Duration backoff;

    /// @param noted called whenever something about the printer may have changed, also in the middle of a job
    PrinterDialogue(
            DeviceProfile profile,
            ByteTransport transport,
            EscPosEncoder encoder,
            PrintJournal journal,
            InstantSource clock,
            PrinterTimings timings,
            Runnable noted) {
        this.profile = profile;
        this.line = new PrinterLine(profile, transport, clock, timings);
        this.encoder = encoder;
        this.journal = journal;
        this.paper = new PaperMeter(profile.kiosk(), journal);
        this.path = new PaperPath(profile, line, encoder, journal, clock, timings.confirmation());
        this.mouth = new PresenterWatch(profile.kiosk().presenter());
        this.clock = clock;
        this.timings = timings;
        this.noted = noted;
        this.backoff = timings.leastBackoff();
    }

    /// The newest status; any thread.
    PrinterStatus status() {
        return status;
    }

    /// Whether the port is open; any thread.
    boolean open() {
        return open;
    }

    /// Whether the printer is known to hold nothing of an earlier job; any thread.
    boolean settled() {
        return settled;
    }

    /// Whether a job of that length could start now; any thread.
    boolean ready(int millimetres) {
        return open && settled && status.canPrint() && paper.enoughFor(millimetres);
    }

    /// How much paper there is; any thread.
    PaperSupply supply() {
        return paper.supply();
    }

    /// Whether bytes of the current job may have gone out.
    boolean sending() {
        return sending;
    }

    /// Keeps the port open and the status new; to be called whenever there is nothing to print.
    ///
    /// @param urgent whether a job waits
    void attend(BooleanSupplier urgent) {
        if (!open && clock.instant().isBefore(nextAttempt)) {
            return;
        }
        try {
            connect();
            line.poll(urgent);
            if (!urgent.getAsBoolean()) {
                recoverCutter();
                settle();
                retract();
            }
            note();
        } catch (IOException _) {
            lose();
        }
    }

    /// Leaves the port.
    void close() {
        line.close();
        open = false;
        status = PrinterStatus.UNREACHABLE;
    }

    /// Ends a wait from another thread: the line fails, the job becomes unknown.
    void abandon() {
        line.abandon();
    }

    private void connect() throws IOException {
        path.recall();
        if (!open) {
            line.open();
            open = true;
            settled = false;
            backoff = timings.leastBackoff();
        }
    }

    private void lose() {
        close();
        settled = false;
        nextAttempt = clock.instant().plus(backoff);
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(timings.mostBackoff()) > 0 ? timings.mostBackoff() : doubled;
    }

    /// Makes sure that the next paper is the next citizen's alone: nothing of an earlier job is left in the printer,
    /// neither bytes nor paper.
    private void settle() throws IOException {
        if (!settled) {
            settled = line.settle() && knowsCrest();
        }
        if (settled && path.hanging() && line.status().canPrint()) {
            settled = false;
            settled = path.clear();
        }
    }

    private boolean knowsCrest() throws IOException {
        return !profile.kiosk().keepsPictures() || line.keep(encoder.logoKey(), encoder.logo());
    }

    private void retract() throws IOException {
        Optional<byte[]> retraction = mouth.retraction(clock.instant());
        if (retraction.isPresent()) {
            line.write(retraction.get());
        }
    }

    /// A knife that is free again needs to be told so. What it was to cut is lost by then: clear it (DLE ENQ 2).
    private void recoverCutter() throws IOException {
        if (line.status().cutterError()
                && profile.kiosk().status() != StatusProtocol.STAR_ASB
                && !clock.instant().isBefore(nextResume)) {
            line.write(new byte[] {0x10, 0x05, 0x02});
            nextResume = clock.instant().plus(RESUME);
        }
    }

    /// Publishes the line's status and what it says about the paper.
    private void note() {
        PrinterStatus now = line.status();
        if (now.reachable()) {
            paper.sees(now.paper());
            now = now.with(mouth.sees(now.presenter(), clock.instant()));
        }
        status = now;
        noted.run();
    }

    /// As [#print(PrintJob, Optional, BooleanSupplier)] of a job that is always wanted.
    PrintOutcome print(PrintJob job, Optional<String> reason) {
        return print(job, reason, () -> true);
    }

    /// Prints a job, or says how it ended before.
    ///
    /// @param reason empty for a first print; the staff's reason for a reprint, which is headed as such
    /// @param wanted asked right before the first byte
    PrintOutcome print(PrintJob job, Optional<String> reason, BooleanSupplier wanted) {
        sending = false;
        if (reason.isPresent() && reason.get().isBlank()) {
            return new PrintOutcome.NotPrinted(PrinterCode.REASON_MISSING);
        }
        if (reason.isEmpty()) {
            Optional<PrintOutcome> earlier = earlier(job.id());
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        EncodedDocument encoded;
        try {
            encoded = encoder.encode(job.document(), reason.isPresent());
        } catch (UnprintableTextException _) {
            return new PrintOutcome.NotPrinted(PrinterCode.CHARACTER);
        } catch (IllegalArgumentException _) {
            return new PrintOutcome.NotPrinted(PrinterCode.DOCUMENT);
        }
        Optional<String> objection = prepare().or(() -> mismatch(job, wanted));
        return objection.isPresent()
                ? new PrintOutcome.NotPrinted(objection.get())
                : send(job, reason.orElse(""), encoded);
    }

    /// Whether the document is that of its job, and the job that of whoever stands there: asked when nothing else can
    /// take time any more.
    private static Optional<String> mismatch(PrintJob job, BooleanSupplier wanted) {
        if (!DocumentHash.of(job.id(), job.document()).equals(job.contentHash())) {
            return Optional.of(PrinterCode.HASH_MISMATCH);
        }
        return wanted.getAsBoolean() ? Optional.empty() : Optional.of(PrinterCode.SESSION_OVER);
    }

    /// How the job ended if it was sent before. One of which not a line was printed may be sent again.
    private Optional<PrintOutcome> earlier(String jobId) {
        Optional<Entry> entry = journal.find(jobId);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return switch (entry.get()) {
            case COMPLETED -> Optional.of(new PrintOutcome.Completed());
            case NOT_PRINTED -> Optional.empty();
            case UNKNOWN -> Optional.of(new PrintOutcome.Unknown(PrinterCode.NO_CONFIRMATION));
            case SENDING -> Optional.of(new PrintOutcome.Unknown(PrinterCode.INTERRUPTED));
        };
    }

    /// Makes the printer ready for a job.
    ///
    /// @return the code of what is in the way
    private Optional<String> prepare() {
        try {
            connect();
        } catch (IOException _) {
            lose();
            return Optional.of(PrinterCode.PORT);
        }
        try {
            for (int attempt = 0;
                    attempt < 2 && !(line.fresh() && line.status().canPrint());
                    attempt++) {
                line.poll(() -> false);
            }
            settle();
            note();
            count = settled ? line.count() : 0;
        } catch (IOException _) {
            lose();
            return Optional.of(PrinterCode.PORT);
        }
        if (count < 0) {
            return Optional.of(PrinterCode.NO_ANSWER);
        }
        if (!line.status().canPrint()) {
            return Optional.of(PrinterCode.of(line.status()));
        }
        return settled ? Optional.empty() : Optional.of(PrinterCode.NOT_READY);
    }

    private PrintOutcome send(PrintJob job, String reason, EncodedDocument encoded) {
        boolean counted = profile.kiosk().completion() == Completion.COUNTERS;
        try {
            journal.sending(job.id(), reason, counted ? Integer.toString(count) : "");
        } catch (RuntimeException e) {
            Log.fault("the print journal cannot be written", e);
            return new PrintOutcome.NotPrinted(PrinterCode.JOURNAL);
        }
        sending = true;
        mouth.begin();
        CompletionEvidence evidence =
                CompletionEvidence.of(
                        profile.kiosk().completion(),
                        CompletionEvidence.id(job.id(), clock.instant()),
                        count);
        byte[] bytes = encoded.followedBy(evidence.request());
        Optional<String> doubt;
        try {
            line.await(evidence);
            line.write(bytes);
            doubt = confirm(evidence, encoded.millimetres(), bytes.length);
            line.await(null);
        } catch (IOException _) {
            lose();
            doubt = Optional.of(PrinterCode.PORT_LOST);
        }
        paper.printed(encoded.millimetres());
        return end(job, doubt);
    }

    private PrintOutcome end(PrintJob job, Optional<String> doubt) {
        if (doubt.isPresent()) {
            settled = false;
            path.broken();
        }
        try {
            journal.ended(
                    job.id(),
                    doubt.isPresent() ? Entry.UNKNOWN : Entry.COMPLETED,
                    doubt.orElse(""));
        } catch (RuntimeException e) {
            // The outcome is true all the same; after a restart the journal will call it unknown.
            Log.fault("the print journal cannot be written", e);
        }
        return doubt.isPresent()
                ? new PrintOutcome.Unknown(doubt.get())
                : new PrintOutcome.Completed();
    }

    /// Waits for the proof, with patience while people put in paper or close the cover. Nothing is sent again.
    ///
    /// @return empty when proved, otherwise the code of what was in the way
    private Optional<String> confirm(CompletionEvidence evidence, int millimetres, int bytes)
            throws IOException {
        Duration work =
                timings.confirmation()
                        .plus(line.wireTime(bytes))
                        .plusMillis(millimetres * 1000L / SLOWEST_PAPER);
        Instant end = clock.instant().plus(work);
        Instant last = end.plus(timings.recovery());
        // Star's proof stands in its status: it has to be asked for.
        Duration pause = profile.kiosk().completion() == Completion.ETB ? OFTEN : timings.poll();
        Instant nextPoll = clock.instant().plus(pause);
        String code = PrinterCode.NO_CONFIRMATION;
        while (clock.instant().isBefore(end)) {
            line.take(SLICE);
            if (line.proved()) {
                note();
                return Optional.empty();
            }
            if (clock.instant().isBefore(nextPoll)) {
                continue;
            }
            line.poll(line::proved);
            note();
            nextPoll = clock.instant().plus(pause);
            PrinterStatus now = line.status();
            code = now.canPrint() ? PrinterCode.NO_CONFIRMATION : PrinterCode.of(now);
            if (now.reachable() && !now.canPrint()) {
                end = earlier(last, clock.instant().plus(work).plus(timings.recovery()));
            } else if (!code.equals(PrinterCode.NO_ANSWER)) {
                end = earlier(end, clock.instant().plus(work));
            }
            if (now.canPrint() && evidence.again().length > 0) {
                line.write(evidence.again());
            }
            if (now.cutterError()
                    && profile.kiosk().status() != StatusProtocol.STAR_ASB
                    && !clock.instant().isBefore(nextResume)) {
                // DLE ENQ 1: go on with the line where the error happened.
                line.write(new byte[] {0x10, 0x05, 0x01});
                nextResume = clock.instant().plus(RESUME);
            }
        }
        return Optional.of(code);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
