package de.koblenz.kiosk.device.scanner;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One scan, from the look at the scanner to its last page. The scanner's thread only.
final class EsclJob {
    private static final CompletableFuture<?> NEVER = new CompletableFuture<>();

    private final EsclLine line;
    private final EsclCapabilities capabilities;
    private final ScanSettings settings;
    private final ScannerTimings timings;
    private final CompletableFuture<?> stop;
    private final IntConsumer progress;
    private final List<ScannedPage> pages = new ArrayList<>();
    private final Deadline whole;
    private boolean fed;
    private int bytes;
    private EsclLine.@Nullable Call unanswered;
    private @Nullable URI job;

    /// @param stop done when nobody wants the pages any more
    EsclJob(
            EsclLine line,
            EsclCapabilities capabilities,
            ScanSettings settings,
            ScannerTimings timings,
            CompletableFuture<?> stop,
            IntConsumer progress) {
        this.line = line;
        this.capabilities = capabilities;
        this.settings = settings;
        this.timings = timings;
        this.stop = stop;
        this.progress = progress;
        this.whole = Deadline.in(timings.whole());
    }

    /// Scans. When it fails, what has arrived is erased.
    List<ScannedPage> run() throws ScanFault {
        boolean done = false;
        try {
            Deadline ready = Deadline.in(timings.ready());
            chooseSource(ready);
            URI address = start(ready);
            while (fetch(address)) {
                progress.accept(pages.size());
            }
            done = true;
            return List.copyOf(pages);
        } finally {
            if (!done) {
                pages.forEach(ScannedPage::close);
            }
        }
    }

    /// Waits until the scanner has time, and sees where the pages lie.
    private void chooseSource(Deadline ready) throws ScanFault {
        while (true) {
            EsclStatus status = line.status(stop);
            boolean loaded = status.feeder() == EsclStatus.Feeder.LOADED;
            fed =
                    switch (settings.source()) {
                        case PLATEN -> false;
                        case FEEDER -> true;
                        case WHICHEVER_IS_LOADED ->
                                capabilities.feeder().isPresent()
                                        && (loaded
                                                || capabilities.platen().isEmpty()
                                                || status.obstacle(true).isPresent());
                    };
            Optional<ScannerCode> obstacle = status.obstacle(fed);
            if (obstacle.isPresent()) {
                throw new ScanFault(obstacle.get());
            }
            if (!status.busy()) {
                boolean empty = status.feeder() == EsclStatus.Feeder.EMPTY;
                if (fed && empty && capabilities.seesPaper()) {
                    throw new ScanFault(ScannerCode.EMPTY);
                }
                return;
            }
            pause(ready, ScannerCode.BUSY);
        }
    }

    /// Hands the ticket in until the scanner takes it.
    private URI start(Deadline ready) throws ScanFault {
        SourceCapabilities source =
                (fed ? capabilities.feeder() : capabilities.platen())
                        .orElseThrow(() -> new ScanFault(ScannerCode.UNSUPPORTED));
        EsclTicket ticket = EsclTicket.of(settings, fed, source);
        while (true) {
            if (stop.isDone()) {
                throw new ScanFault(ScannerCode.CANCELLED);
            }
            EsclLine.Call call = line.post(ticket);
            // Until it answers nobody knows whether a job has begun.
            unanswered = call;
            EsclLine.Answer answer = probed(() -> EsclLine.await(call, timings.answer(), stop));
            unanswered = null;
            switch (answer.status()) {
                case 201 -> {
                    URI address = line.job(answer.location());
                    job = address;
                    return address;
                }
                case 503 -> {
                    check(line.status(stop));
                    pause(ready, ScannerCode.BUSY);
                }
                default -> {
                    EsclStatus status = line.status(stop);
                    check(status);
                    if (fed && status.feeder() == EsclStatus.Feeder.EMPTY) {
                        throw new ScanFault(ScannerCode.EMPTY);
                    }
                    throw new ScanFault(
                            answer.status() >= 400 && answer.status() < 500
                                    ? ScannerCode.UNSUPPORTED
                                    : ScannerCode.BAD_DATA);
                }
            }
        }
    }

    /// Fetches the next page.
    ///
    /// @return false when there is none
    private boolean fetch(URI address) throws ScanFault {
        if (!fed && !pages.isEmpty()) {
            return false;
        }
        Deadline page = Deadline.in(timings.page());
        URI next = URI.create(address + "/NextDocument");
        boolean full = pages.size() == settings.mostPages();
        while (true) {
            Duration longest = page.left(whole);
            int most = full ? 0 : settings.mostBytes() - bytes;
            EsclLine.Answer answer;
            try {
                answer = probed(() -> line.get(next, most, longest, stop));
            } catch (ScanFault e) {
                throw full && e.code() == ScannerCode.TOO_LARGE
                        ? new ScanFault(ScannerCode.TOO_MANY)
                        : e;
            }
            switch (answer.status()) {
                case 200 -> {
                    take(answer);
                    return true;
                }
                case 404, 409, 410 -> {
                    EsclStatus status = line.status(stop);
                    check(status);
                    // Some say so of a page that is not there yet.
                    switch (what(status, address, answer.status())) {
                        case COMES -> pause(page, ScannerCode.SLOW);
                        case OVER -> {
                            job = null;
                            return false;
                        }
                        case LOST -> throw new ScanFault(reason(status, address));
                    }
                }
                case 503 -> {
                    check(line.status(stop));
                    pause(page, ScannerCode.SLOW);
                }
                default -> {
                    EsclStatus status = line.status(stop);
                    check(status);
                    throw new ScanFault(reason(status, address));
                }
            }
        }
    }

    private void take(EsclLine.Answer answer) throws ScanFault {
        byte[] jpeg = answer.body();
        try {
            if (!answer.type().equals("image/jpeg") && !answer.type().equals("image/jpg")) {
                throw new ScanFault(ScannerCode.BAD_DATA);
            }
            ScannedPage page = ScannedPage.ofJpeg(jpeg);
            bytes += page.size();
            pages.add(page);
        } catch (IOException _) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        } finally {
            Arrays.fill(jpeg, (byte) 0);
        }
    }

    private void check(EsclStatus status) throws ScanFault {
        Optional<ScannerCode> obstacle = status.obstacle(fed);
        if (obstacle.isPresent()) {
            throw new ScanFault(obstacle.get());
        }
    }

    /// What there is in place of a page.
    private enum Next {
        /// It is on its way.
        COMES,
        /// The last page was the last.
        OVER,
        /// The job has been broken off.
        LOST
    }

    /// What "no page" (404, 409, 410) means. Only a job that is complete, or a feeder that has nothing more to give, ends a
    /// scan: a page that is merely late would be missing, and nobody would notice.
    private Next what(EsclStatus status, URI address, int answer) {
        boolean conflict = answer == 409;
        if (pages.isEmpty()) {
            return conflict || !status.busy() ? Next.LOST : Next.COMES;
        }
        Optional<EsclStatus.JobState> state = status.job(address.getPath());
        if (state.isPresent()) {
            switch (state.get()) {
                case ABORTED, CANCELED -> {
                    return Next.LOST;
                }
                case COMPLETED -> {
                    return Next.OVER;
                }
                case UNDER_WAY -> {
                    // The feeder knows more.
                }
            }
        }
        // A job that is gone (410) gives no more.
        boolean lives = answer != 410;
        return switch (status.feeder()) {
            case EMPTY -> Next.OVER;
            case LOADED -> lives && (status.busy() || state.isPresent()) ? Next.COMES : Next.LOST;
            case PROCESSING -> lives ? Next.COMES : Next.LOST;
            case UNKNOWN -> {
                if (status.busy()) {
                    yield lives ? Next.COMES : Next.LOST;
                }
                // Of a conflict some speak at the end, others when something is wrong.
                yield conflict ? Next.LOST : Next.OVER;
            }
            case JAM, OPEN, BROKEN -> Next.LOST;
        };
    }

    /// Why a job ended before it should have.
    private ScannerCode reason(EsclStatus status, URI address) {
        if (status.job(address.getPath())
                .filter(EsclStatus.JobState.CANCELED::equals)
                .isPresent()) {
            return ScannerCode.CANCELLED;
        }
        return fed && pages.isEmpty() && status.feeder() == EsclStatus.Feeder.EMPTY
                ? ScannerCode.EMPTY
                : ScannerCode.BAD_DATA;
    }

    @FunctionalInterface
    private interface Step {
        EsclLine.Answer take() throws ScanFault;
    }

    /// A broken answer of a scanner that does not answer any more is one of a scanner that was unplugged.
    private EsclLine.Answer probed(Step step) throws ScanFault {
        try {
            return step.take();
        } catch (ScanFault e) {
            if (e.code() == ScannerCode.BAD_DATA || e.code() == ScannerCode.SLOW) {
                check(line.status(stop));
            }
            throw e;
        }
    }

    private void pause(Deadline until, ScannerCode late) throws ScanFault {
        if (until.left(whole).isZero()) {
            throw new ScanFault(late);
        }
        try {
            stop.get(timings.pause().toNanos(), TimeUnit.NANOSECONDS);
            throw new ScanFault(ScannerCode.CANCELLED);
        } catch (TimeoutException _) {
            // Another try.
        } catch (ExecutionException _) {
            throw new ScanFault(ScannerCode.CANCELLED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ScanFault(ScannerCode.CLOSED);
        }
    }

    /// Frees the scanner from a job that it may still work on.
    void leave() {
        EsclLine.Call open = unanswered;
        if (open != null) {
            unanswered = null;
            try {
                EsclLine.Answer answer = EsclLine.await(open, timings.leave(), NEVER);
                if (answer.status() == 201) {
                    job = line.job(answer.location());
                }
            } catch (ScanFault _) {
                open.abandon();
            }
        }
        URI begun = job;
        if (begun != null) {
            job = null;
            line.delete(begun);
        }
    }
}
