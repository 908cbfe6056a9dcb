package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffRequest;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.PrintRecord;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderReference;
import de.koblenz.kiosk.order.PaperDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does what staff ask for, behind the code. Thread-safe.
public final class StaffDesk {
    /// Jobs on the list.
    private static final int JOBS = 20;

    private static final String STORE = "ORD-STORE";
    private static final System.Logger LOG = System.getLogger("kiosk.staff");

    private final PaperDesk papers;
    private final Supplier<PrintDocument> testPage;
    private final StaffDoor door;
    private final ZoneId zone;
    private final Consumer<SessionEvent> post;

    /// @param testPage made when it is printed
    /// @param door where staff come in
    /// @param zone of the office
    /// @param post takes what came of it
    public StaffDesk(
            PaperDesk papers,
            Supplier<PrintDocument> testPage,
            StaffDoor door,
            ZoneId zone,
            Consumer<SessionEvent> post) {
        this.papers = papers;
        this.testPage = testPage;
        this.door = door;
        this.zone = zone;
        this.post = post;
    }

    /// Where the digits of the code go.
    public PinPad pad() {
        return door;
    }

    /// The session is over: nothing that was typed stays.
    void ended() {
        door.close();
    }

    /// Does it; blocks while the code is looked at, not while something is printed.
    void carryOut(String session, StaffRequest request) {
        switch (request) {
            case StaffRequest.OpenPad() ->
                    door.open(count -> answer(session, new StaffEvent.DigitsCounted(count)));
            case StaffRequest.ClosePad() -> door.close();
            case StaffRequest.CheckCode() -> answer(session, verdict());
            case StaffRequest.PrintTest() -> whenPrinted(session, papers.test(testPage.get()));
            case StaffRequest.Reprint(String jobId, var reason) -> {
                try {
                    switch (papers.reprint(jobId, reason.name())) {
                        case PaperDesk.Reprint.Begun(var outcome) -> whenPrinted(session, outcome);
                        case PaperDesk.Reprint.UnderWay() ->
                                answer(session, done(StaffVisit.UNDER_WAY));
                        case PaperDesk.Reprint.Gone() -> answer(session, done(StaffVisit.GONE));
                    }
                } catch (IOException | IllegalArgumentException e) {
                    answer(session, done(failed(e)));
                }
            }
            case StaffRequest.Resolve(String jobId, boolean printed) -> {
                try {
                    answer(
                            session,
                            done(
                                    switch (papers.resolve(jobId, printed)) {
                                        case NOTED -> "";
                                        case UNDER_WAY -> StaffVisit.UNDER_WAY;
                                        case KNOWN -> StaffVisit.GONE;
                                    }));
                } catch (IOException e) {
                    answer(session, done(failed(e)));
                }
            }
        }
    }

    private StaffEvent verdict() {
        return switch (door.check()) {
            case StaffDoor.Verdict.Right() -> {
                LOG.log(Level.INFO, "staff at the terminal");
                yield new StaffEvent.Admitted(board());
            }
            case StaffDoor.Verdict.Wrong(var again) -> {
                LOG.log(Level.WARNING, "a wrong staff code");
                yield new StaffEvent.Refused(again);
            }
            case StaffDoor.Verdict.NoCodeSet() -> new StaffEvent.NoCodeSet();
        };
    }

    private void whenPrinted(String session, CompletableFuture<PrintOutcome> printing) {
        var _ = printing.thenAccept(outcome -> answer(session, done(code(outcome))));
    }

    private static String code(PrintOutcome outcome) {
        return switch (outcome) {
            case PrintOutcome.Completed() -> "";
            case PrintOutcome.NotPrinted(String code) -> code;
            case PrintOutcome.Unknown(String code) -> code;
        };
    }

    private static String failed(Exception fault) {
        LOG.log(Level.ERROR, "a paper for staff: {0}", Faults.place(fault));
        return fault instanceof IOException ? STORE : StaffVisit.GONE;
    }

    private StaffEvent done(String code) {
        return new StaffEvent.Done(code, board());
    }

    private void answer(String session, StaffEvent event) {
        post.accept(new SessionEvent.StaffAnswered(session, event));
    }

    // ---- what is to be seen

    private StaffBoard board() {
        try {
            List<PrintRecord> records = papers.jobs(JOBS);
            return new StaffBoard(
                    records.stream().map(this::job).toList(),
                    papers.kept().stream().map(id -> kept(id, records)).toList());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "the papers cannot be listed: {0}", Faults.place(e));
            return StaffBoard.EMPTY;
        }
    }

    private StaffBoard.Job kept(String id, List<PrintRecord> records) {
        return records.stream()
                .filter(record -> record.jobId().equals(id))
                .findFirst()
                .map(this::job)
                .orElseGet(() -> job(id, StaffBoard.Fate.NOT_PRINTED, "", Optional.empty()));
    }

    private StaffBoard.Job job(PrintRecord record) {
        return job(
                record.jobId(),
                fate(record.entry()),
                record.code(),
                Optional.of(LocalDateTime.ofInstant(record.at(), zone)));
    }

    private static StaffBoard.Fate fate(PrintJournal.Entry entry) {
        return switch (entry) {
            case COMPLETED -> StaffBoard.Fate.PRINTED;
            case NOT_PRINTED -> StaffBoard.Fate.NOT_PRINTED;
            case SENDING, UNKNOWN -> StaffBoard.Fate.UNKNOWN;
        };
    }

    private static StaffBoard.Job job(
            String id, StaffBoard.Fate fate, String code, Optional<LocalDateTime> at) {
        int slash = id.indexOf('/');
        String name = id.startsWith(PrintDesk.TEST) ? "test" : id.substring(slash + 1);
        return new StaffBoard.Job(id, reference(id, slash), name, fate, code, at);
    }

    /// Short reference of the order that a job belongs to; empty for a job of no order.
    private static String reference(String id, int slash) {
        try {
            return slash < 0 ? "" : OrderReference.of(OrderId.of(id.substring(0, slash)));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
