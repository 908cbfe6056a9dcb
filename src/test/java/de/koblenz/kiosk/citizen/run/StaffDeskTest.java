package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.ReprintReason;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffBoard.Fate;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffRequest;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderReference;
import de.koblenz.kiosk.order.PaperRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What staff ask for and what they are answered, over the real journal and the real store of kept papers.
class StaffDeskTest {
    private static final String SESSION = "s-1";
    private static final int[] RIGHT = {4, 7, 1, 1, 0, 9, 2, 5};
    private static final int[] WRONG = {4, 7, 1, 1, 0, 9, 2, 6};
    private static final StaffCode CODE = code();
    private static final PrintOutcome NO_PAPER = new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
    private static final PrintOutcome LOST = new PrintOutcome.Unknown("PRN-PORT-LOST");

    @TempDir private Path folder;
    private final List<StaffEvent> answers = new ArrayList<>();
    private PaperRoom room;
    private StaffDesk desk;

    @BeforeEach
    void open() throws IOException {
        room = new PaperRoom(folder);
        desk = desk(Optional.of(CODE));
    }

    private StaffDesk desk(Optional<StaffCode> code) {
        StaffDoor door =
                new StaffDoor(
                        code,
                        new WrongCodes(folder.resolve("staff-codes")),
                        () -> new Moment(room.clock().instant(), Instant.EPOCH));
        return new StaffDesk(
                room.desk(),
                () -> new PrintDocument(List.of()),
                door,
                ZoneId.of("Europe/Berlin"),
                this::answered);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static StaffCode code() {
        try (Secret secret = new Secret()) {
            for (int digit : RIGHT) {
                secret.append(digit);
            }
            return StaffCode.of(secret, new SecureRandom());
        }
    }

    private void answered(SessionEvent event) {
        SessionEvent.StaffAnswered answer =
                assertInstanceOf(SessionEvent.StaffAnswered.class, event);
        assertEquals(SESSION, answer.sessionId());
        answers.add(answer.event());
    }

    private void type(int... digits) {
        desk.carryOut(SESSION, new StaffRequest.OpenPad());
        for (int digit : digits) {
            desk.pad().press(digit);
        }
        desk.carryOut(SESSION, new StaffRequest.CheckCode());
    }

    /// What staff do, up to the newest answer.
    private StaffEvent.Done done(StaffRequest request) {
        desk.carryOut(SESSION, request);
        room.settle();
        return assertInstanceOf(StaffEvent.Done.class, answers.getLast());
    }

    private static List<String> names(List<StaffBoard.Job> jobs) {
        return jobs.stream().map(StaffBoard.Job::name).toList();
    }

    private String receipt() {
        return room.desk().jobs(1).getFirst().jobId();
    }

    private static StaffRequest reprint(String jobId) {
        return new StaffRequest.Reprint(jobId, ReprintReason.PAPER_OUT);
    }

    @Test
    void theRightCodeShowsThePapersByTheirNumbersAndNothingOfACitizen() throws Exception {
        room.fate(NO_PAPER);
        OrderId order = room.permit();
        type(RIGHT);
        StaffBoard board = assertInstanceOf(StaffEvent.Admitted.class, answers.getLast()).board();
        assertEquals(List.of("receipt"), names(board.jobs()));
        assertEquals(List.of("receipt", "copy"), names(board.kept()));
        for (StaffBoard.Job job : board.kept()) {
            assertEquals(OrderReference.of(order), job.reference());
            assertEquals(Fate.NOT_PRINTED, job.fate());
        }
        assertFalse(board.toString().contains("Mustermann"));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                answers.stream()
                        .filter(StaffEvent.DigitsCounted.class::isInstance)
                        .map(event -> ((StaffEvent.DigitsCounted) event).count())
                        .toList());
    }

    @Test
    void aWrongCodeShowsNothing() {
        type(WRONG);
        assertEquals(new StaffEvent.Refused(Instant.EPOCH), answers.getLast());
    }

    @Test
    void whereNoCodeIsSetNobodyComesIn() {
        desk = desk(Optional.empty());
        type(RIGHT);
        assertEquals(new StaffEvent.NoCodeSet(), answers.getLast());
    }

    @Test
    void whenTheSessionIsOverThePadTakesNothing() {
        desk.carryOut(SESSION, new StaffRequest.OpenPad());
        desk.ended();
        desk.pad().press(4);
        assertEquals(List.of(), answers);
    }

    @Test
    void aKeptPaperThatIsPrintedIsOnTheListNoMore() throws Exception {
        room.fate(NO_PAPER);
        room.permit();
        room.fate(new PrintOutcome.Completed());
        String receipt = receipt();
        StaffEvent.Done done = done(reprint(receipt));
        assertEquals("", done.code());
        assertEquals(List.of("copy"), names(done.board().kept()));
        assertEquals(Fate.PRINTED, done.board().find(receipt).orElseThrow().fate());
    }

    @Test
    void aPrinterThatStillDoesNotPrintSaysWhyAndThePaperStaysKept() throws Exception {
        room.fate(NO_PAPER);
        room.permit();
        StaffEvent.Done done = done(reprint(receipt()));
        assertEquals("PRN-PAPER-OUT", done.code());
        assertEquals(List.of("receipt", "copy"), names(done.board().kept()));
    }

    @Test
    void aPaperThatIsBeingPrintedIsSaidToBe() throws Exception {
        room.fate(LOST);
        room.permit();
        String receipt = receipt();
        room.fate(new PrintOutcome.Completed());
        room.hold();
        desk.carryOut(SESSION, reprint(receipt));
        assertEquals(List.of(), answers, "staff are not told before it is out");
        assertEquals(StaffVisit.UNDER_WAY, done(reprint(receipt)).code());
        assertEquals(StaffVisit.UNDER_WAY, done(new StaffRequest.Resolve(receipt, false)).code());
        room.goOn();
        assertEquals("", ((StaffEvent.Done) answers.getLast()).code());
        assertEquals(List.of(receipt + " PAPER_OUT"), room.reprints());
    }

    @Test
    void whatIsNotKeptIsSaidToBeGone() throws Exception {
        room.permit();
        assertEquals(StaffVisit.GONE, done(reprint(receipt())).code());
        assertEquals(StaffVisit.GONE, done(reprint("nothing/at-all")).code());
        assertEquals(2, room.printed().size());
    }

    @Test
    void whatStaffHaveSeenIsNotedOnce() throws Exception {
        room.fate(LOST);
        room.permit();
        String receipt = receipt();
        StaffEvent.Done done = done(new StaffRequest.Resolve(receipt, true));
        assertEquals("", done.code());
        assertEquals(Fate.PRINTED, done.board().find(receipt).orElseThrow().fate());
        assertEquals(List.of("copy"), names(done.board().kept()));
        assertEquals(StaffVisit.GONE, done(new StaffRequest.Resolve(receipt, true)).code());
    }

    @Test
    void aTestPageSaysHowItEndedAndIsNotKept() {
        room.fate(NO_PAPER);
        assertEquals("PRN-PAPER-OUT", done(new StaffRequest.PrintTest()).code());
        room.fate(new PrintOutcome.Completed());
        StaffEvent.Done done = done(new StaffRequest.PrintTest());
        assertEquals("", done.code());
        assertEquals(List.of(), done.board().kept());
        assertEquals("test", done.board().jobs().getFirst().name());
        assertEquals("", done.board().jobs().getFirst().reference());
    }
}
