package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Scans;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pages on which a document is scanned: lay the sheet in, wait, look at the page.
///
/// @param name of the document, as the form calls it
/// @param feeds whether the scanner takes several sheets at once
record ScanPages(Words words, Guided guided, String name, boolean feeds) {
    Draft page(Scans.Visit visit) {
        return switch (visit.stage()) {
            case LAY -> lay(visit);
            case SCANNING -> scanning(visit);
            case SHOWN -> shown(visit);
            case FAILED -> failed(visit);
        };
    }

    private int pages(Scans.Visit visit) {
        return guided.scans().pages(visit.path());
    }

    /// Number of the page that is scanned next.
    private String number(Scans.Visit visit) {
        return Integer.toString(visit.again() ? visit.page() + 1 : pages(visit) + 1);
    }

    private Draft lay(Scans.Visit visit) {
        List<String> steps = new ArrayList<>();
        steps.add(words.of("scan.lay.open"));
        steps.add(words.of("scan.lay.sheet"));
        steps.add(words.of("scan.lay.press"));
        if (feeds && !visit.again()) {
            steps.add(words.of("scan.lay.feeder"));
        }
        return Draft.of(
                        "scan.lay",
                        words.of("scan.title", "name", name),
                        words.of(
                                visit.again() ? "scan.lay.again" : "scan.lay.page",
                                "page",
                                number(visit)),
                        Screen.Message.of(Symbol.SCAN, steps))
                .back(words)
                .next(words.of("scan.button.scan"), new SessionEvent.NextPressed());
    }

    private Draft scanning(Scans.Visit visit) {
        String running =
                visit.arrived() == 0
                        ? words.of("scan.running.first", "page", number(visit))
                        : words.of("scan.running.more", "count", Integer.toString(visit.arrived()));
        return Draft.of(
                        "scan.running",
                        words.of("scan.title", "name", name),
                        "",
                        new Screen.Progress(
                                List.of(
                                        step("scan.running.laid", Screen.ProgressStep.Mark.DONE),
                                        new Screen.ProgressStep(
                                                running, Screen.ProgressStep.Mark.RUNNING),
                                        step(
                                                "scan.running.look",
                                                Screen.ProgressStep.Mark.WAITING)),
                                words.of("scan.running.note")))
                .back(words.of("scan.button.cancel"), new SessionEvent.BackPressed());
    }

    private Screen.ProgressStep step(String key, Screen.ProgressStep.Mark mark) {
        return new Screen.ProgressStep(words.of(key), mark);
    }

    private Draft shown(Scans.Visit visit) {
        Scans scans = guided.scans();
        int count = pages(visit);
        Scans.Document document = scans.documents().get(visit.path());
        String picture = document == null ? "" : document.pages().get(visit.page());
        String caption =
                words.of(
                        "scan.page",
                        Map.of(
                                "page", Integer.toString(visit.page() + 1),
                                "count", Integer.toString(count)));
        List<Screen.Control> actions = new ArrayList<>();
        if (scans.takesMore(visit)) {
            actions.add(
                    control("add", "scan.button.add", Symbol.PLUS, new SessionEvent.PageAdded()));
        }
        actions.add(
                control(
                        "again",
                        "scan.button.again",
                        Symbol.SCAN,
                        new SessionEvent.PageAgainAsked()));
        actions.add(
                control(
                        "remove",
                        "scan.button.remove",
                        Symbol.DELETE,
                        new SessionEvent.PageRemoved()));
        if (count > 1) {
            actions.add(
                    control(
                            "more",
                            "scan.button.turn",
                            Symbol.MORE,
                            new SessionEvent.MorePressed()));
        }
        return Draft.of(
                        "scan.shown",
                        words.of("scan.shown.title"),
                        words.of(
                                scans.takesMore(visit) ? "scan.shown.hint" : "scan.shown.full",
                                "name",
                                name),
                        new Screen.ScannedSheet(picture, caption, actions))
                .back(words)
                .next(words.of("scan.button.done"), new SessionEvent.NextPressed());
    }

    private Screen.Control control(String id, String key, Symbol symbol, SessionEvent action) {
        return new Screen.Control("scan." + id, words.of(key), symbol, action);
    }

    private Draft failed(Scans.Visit visit) {
        boolean none = pages(visit) == 0;
        return Draft.of(
                        "scan.failed",
                        words.of("scan.failed.title"),
                        "",
                        Screen.Message.of(
                                Symbol.SCAN,
                                List.of(words.of(none ? "scan.failed.ways" : "scan.failed.kept"))))
                .alert(Alerts.of(words, visit.code()))
                .back(
                        words.of(none ? "scan.button.ways" : "button.back"),
                        new SessionEvent.BackPressed())
                .next(words.of("button.again"), new SessionEvent.NextPressed());
    }

    /// How a document was scanned, for check-answers.
    static String told(Words words, int pages) {
        return pages == 1
                ? words.of("scan.told.one")
                : words.of("scan.told.many", "count", Integer.toString(pages));
    }
}
