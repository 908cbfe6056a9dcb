package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.ReprintReason;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffBoard.Fate;
import de.koblenz.kiosk.citizen.session.StaffBoard.Job;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.citizen.session.StaffVisit.Part;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages for staff: devices, papers, jobs by their ids. Nothing of a citizen.
final class StaffPages {
    private StaffPages() {}

    /// The way in.
    static Screen.Control door(Words words) {
        return new Screen.Control(
                "staff",
                words.of("staff.door"),
                Symbol.NONE,
                new SessionEvent.Staff(new StaffEvent.Asked()));
    }

    static Draft page(
            Words words, ScreenLook look, TerminalState state, StaffVisit visit, Instant now) {
        Draft draft =
                switch (visit.part()) {
                    case CODE -> code(words, visit);
                    case CHECKING -> waiting(words, "staff.checking");
                    case WORKING -> waiting(words, "staff.working").back(words);
                    case MENU -> menu(words, visit.board());
                    case PHOTO -> photo(words);
                    case DEVICES -> DevicePages.page(words, state);
                    case JOBS -> list(words, look, "jobs", visit.board().jobs(), visit.list());
                    case KEPT -> list(words, look, "kept", visit.board().kept(), visit.list());
                    case JOB ->
                            visit.board()
                                    .find(visit.job())
                                    .map(job -> job(words, job, visit.board().keeps(job.id())))
                                    .orElseGet(() -> settled(words));
                    case REASON -> reason(words);
                };
        return visit.notice().isEmpty() ? draft : draft.alert(notice(words, visit, now));
    }

    private static Screen.Alert notice(Words words, StaffVisit visit, Instant now) {
        long left = Math.max(0, Duration.between(now, visit.again()).toSeconds());
        if (visit.notice().equals(StaffVisit.DONE)) {
            return new Screen.Alert(Screen.Alert.Level.SUCCESS, words.of("staff.done"), "");
        }
        boolean early = now.isBefore(visit.again());
        String code = visit.notice();
        if (early && (code.equals(StaffVisit.WRONG) || code.equals(StaffVisit.WAIT))) {
            return new Screen.Alert(
                    Screen.Alert.Level.WARNING,
                    words.of("staff.wait", "seconds", Formats.code(Long.toString(left))),
                    StaffVisit.WAIT);
        }
        boolean known = words.texts().has("staff.code." + code);
        return new Screen.Alert(
                Screen.Alert.Level.WARNING,
                words.of(known ? "staff.code." + code : "staff.failed"),
                code);
    }

    private static Draft code(Words words, StaffVisit visit) {
        return Draft.of(
                        "staff.code",
                        words.of("staff.code.title"),
                        words.of("staff.code.hint"),
                        new Screen.PinEntry(
                                words.of("staff.code.label"),
                                StaffVisit.CODE_DIGITS,
                                visit.digits(),
                                false,
                                Optional.empty()))
                .back(words)
                .next(words.of("button.next"), new SessionEvent.NextPressed());
    }

    /// Whether the citizen is the person on the photo.
    private static Draft photo(Words words) {
        return Draft.of(
                        "staff.photo",
                        words.of("staff.photo.title"),
                        words.of("staff.photo.hint"),
                        new Screen.Message(
                                Symbol.ID_CARD,
                                List.of(words.of("staff.photo.text")),
                                List.of(),
                                Optional.empty()))
                .back(words.of("staff.photo.no"), new SessionEvent.BackPressed())
                .next(words.of("staff.photo.yes"), new SessionEvent.NextPressed());
    }

    private static Draft waiting(Words words, String key) {
        return Draft.of(
                key,
                words.of(key),
                "",
                new Screen.Progress(
                        List.of(
                                new Screen.ProgressStep(
                                        words.of(key), Screen.ProgressStep.Mark.RUNNING)),
                        ""));
    }

    private static Draft menu(Words words, StaffBoard board) {
        List<Screen.Control> rows =
                List.of(
                        part(words, Symbol.PRINTER, Part.DEVICES),
                        part(words, Symbol.DOCUMENT, Part.JOBS),
                        part(words, Symbol.TAKE_PAPER, Part.KEPT),
                        new Screen.Control(
                                "staff.test",
                                words.of("staff.test"),
                                Symbol.CHECK,
                                new SessionEvent.Staff(new StaffEvent.TestAsked())));
        int count = board.kept().size();
        String waiting =
                switch (count) {
                    case 0 -> words.of("staff.keptNone");
                    case 1 -> words.of("staff.keptOne");
                    default ->
                            words.of(
                                    "staff.keptCount",
                                    "count",
                                    Formats.code(Integer.toString(count)));
                };
        return Draft.of(
                        "staff.menu",
                        words.of("staff.title"),
                        words.of("staff.hint"),
                        new Screen.Message(
                                Symbol.PRINTER, List.of(waiting), rows, Optional.empty()))
                .back(words.of("staff.leave"), new SessionEvent.BackPressed());
    }

    private static Screen.Control part(Words words, Symbol symbol, Part part) {
        return new Screen.Control(
                "staff." + part,
                words.of("staff." + part),
                symbol,
                new SessionEvent.Staff(new StaffEvent.PartChosen(part)));
    }

    private static Draft list(Words words, ScreenLook look, String key, List<Job> jobs, int list) {
        if (jobs.isEmpty()) {
            return Draft.of(
                            "staff." + key,
                            words.of("staff." + key + ".title"),
                            "",
                            Screen.Message.of(
                                    Symbol.INFO, List.of(words.of("staff." + key + ".none"))))
                    .back(words);
        }
        PageCapacity capacity = PageCapacity.of(look);
        // Rows of a few words: lying, one more fits than of answers.
        int fitting = look.geometry().portrait() ? capacity.summaryRows() : capacity.choices();
        List<Screen.SummaryRow> rows = new ArrayList<>();
        for (Job job : PageCapacity.part(jobs, fitting, list)) {
            rows.add(
                    new Screen.SummaryRow(
                            name(words, job),
                            fate(words, job),
                            Optional.of(
                                    new Screen.Control(
                                            "job." + job.id(),
                                            words.of("staff.open"),
                                            Symbol.NONE,
                                            new SessionEvent.Staff(
                                                    new StaffEvent.JobChosen(job.id()))))));
        }
        return Draft.of(
                        "staff." + key,
                        words.of("staff." + key + ".title"),
                        words.of("staff." + key + ".hint"),
                        new Screen.Summary(
                                rows, "", "", CatalogPages.more(words, jobs.size(), fitting, list)))
                .back(words);
    }

    /// "KO-7F3K-92QD · Karte 2".
    private static String name(Words words, Job job) {
        String paper =
                job.name().startsWith("ticket-")
                        ? words.of(
                                "staff.paper.ticket",
                                "number",
                                Formats.code(job.name().substring("ticket-".length())))
                        : words.texts().has("staff.paper." + job.name())
                                ? words.of("staff.paper." + job.name())
                                : Formats.code(job.name());
        return job.reference().isEmpty() ? paper : Formats.code(job.reference()) + " · " + paper;
    }

    private static String fate(Words words, Job job) {
        String fate = words.of("staff.fate." + job.fate());
        return job.at()
                .map(at ->
                        fate
                                + " · "
                                + words.formats().day(at.toLocalDate())
                                + ", "
                                + Formats.code(words.formats().time(at.toLocalTime())))
                .orElse(fate);
    }

    private static Draft job(Words words, Job job, boolean kept) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(fate(words, job));
        if (!job.code().isEmpty()) {
            paragraphs.add(words.of("staff.code", "code", Formats.code(job.code())));
        }
        boolean unknown = job.fate() == Fate.UNKNOWN;
        List<Screen.Control> rows = new ArrayList<>();
        if (unknown) {
            rows.add(resolved(words, "staff.cameOut", Symbol.CHECK, true));
            rows.add(resolved(words, "staff.didNot", Symbol.ERROR, false));
        }
        if (kept) {
            rows.add(part(words, Symbol.PRINTER, Part.REASON));
        }
        return Draft.of(
                        "staff.job",
                        name(words, job),
                        words.of(unknown ? "staff.look" : kept ? "staff.kept" : "staff.notKept"),
                        new Screen.Message(Symbol.DOCUMENT, paragraphs, rows, Optional.empty()))
                .back(words);
    }

    private static Screen.Control resolved(
            Words words, String key, Symbol symbol, boolean printed) {
        return new Screen.Control(
                key,
                words.of(key),
                symbol,
                new SessionEvent.Staff(new StaffEvent.Resolved(printed)));
    }

    /// The job that was dealt with is on no list any more.
    private static Draft settled(Words words) {
        return Draft.of(
                        "staff.job",
                        words.of("staff.title"),
                        "",
                        Screen.Message.of(Symbol.CHECK, List.of(words.of("staff.settled"))))
                .back(words);
    }

    private static Draft reason(Words words) {
        List<Screen.Choice> choices = new ArrayList<>();
        for (ReprintReason reason : ReprintReason.values()) {
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "reason." + reason,
                                    words.of("staff.reason." + reason),
                                    Symbol.NONE,
                                    new SessionEvent.Staff(new StaffEvent.ReasonChosen(reason))),
                            "",
                            false,
                            ""));
        }
        return Draft.of(
                        "staff.reason",
                        words.of("staff.reason.title"),
                        words.of("staff.reason.hint"),
                        new Screen.Choices(choices, Optional.empty(), ""))
                .back(words);
    }
}
