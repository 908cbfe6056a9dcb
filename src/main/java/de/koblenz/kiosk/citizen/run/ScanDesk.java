package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.Scans.Sheet;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.scanner.DocumentScanner;
import de.koblenz.kiosk.device.scanner.ScanOutcome;
import de.koblenz.kiosk.device.scanner.ScanSettings;
import de.koblenz.kiosk.device.scanner.ScannedPage;
import de.koblenz.kiosk.device.scanner.ScannerCode;
import de.koblenz.kiosk.order.Enclosures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Scans, and keeps the pages of a session until it is over; outside of it only their names are known. Thread-safe.
///
/// A page is overwritten as soon as the session says so, and all of them when it ends; what a scan brings after that is
/// overwritten when it comes.
public final class ScanDesk implements Consumer<Effect.OfScanner>, Enclosures, PagePictures {
    /// What the authority can read and a terminal can keep: in colour, as stamps and signatures have one.
    private static final ScanSettings SETTINGS = ScanSettings.USUAL;

    private final Optional<DocumentScanner> scanner;
    private final Consumer<SessionEvent> post;

    /// By id of the page.
    private final Map<String, Kept> pages = new HashMap<>();

    /// Session by id of the scan; a scan that is given up is not here any more.
    private final Map<String, String> running = new HashMap<>();

    private record Kept(String session, ScannedPage page) {}

    /// @param scanner empty where the terminal has none
    /// @param post takes what comes of scans; must not block
    public ScanDesk(Optional<DocumentScanner> scanner, Consumer<SessionEvent> post) {
        this.scanner = scanner;
        this.post = post;
    }

    @Override
    public void accept(Effect.OfScanner effect) {
        switch (effect) {
            case Effect.Scan scan -> scan(scan);
            case Effect.CancelScan(String scan) -> cancel(scan);
            case Effect.ErasePages(List<String> ids) -> erase(ids);
        }
    }

    private void scan(Effect.Scan effect) {
        String scan = effect.scan();
        if (scanner.isEmpty()) {
            post.accept(new SessionEvent.ScanFailed(scan, ScannerCode.GONE.code()));
            return;
        }
        synchronized (this) {
            running.put(scan, effect.sessionId());
        }
        var _ =
                scanner.get()
                        .scan(
                                SETTINGS.within(effect.mostPages(), effect.mostBytes()),
                                count -> post.accept(new SessionEvent.PagesArrived(scan, count)))
                        .thenAccept(outcome -> ended(scan, outcome));
    }

    private void ended(String scan, ScanOutcome outcome) {
        switch (outcome) {
            case ScanOutcome.Failed(ScannerCode code) -> {
                if (given(scan).isPresent()) {
                    post.accept(new SessionEvent.ScanFailed(scan, code.code()));
                }
            }
            case ScanOutcome.Scanned scanned ->
                    keep(scan, scanned)
                            .ifPresentOrElse(
                                    sheets ->
                                            post.accept(
                                                    new SessionEvent.PagesScanned(scan, sheets)),
                                    scanned::close);
        }
    }

    private synchronized Optional<String> given(String scan) {
        return Optional.ofNullable(running.remove(scan));
    }

    /// Nothing where nobody waits for the pages any more.
    private synchronized Optional<List<Sheet>> keep(String scan, ScanOutcome.Scanned scanned) {
        return given(scan)
                .map(session -> {
                    List<Sheet> sheets = new ArrayList<>();
                    for (ScannedPage page : scanned.pages()) {
                        String id = scan + "." + sheets.size();
                        pages.put(id, new Kept(session, page));
                        sheets.add(new Sheet(id, page.size()));
                    }
                    return sheets;
                });
    }

    private void cancel(String scan) {
        if (given(scan).isPresent()) {
            scanner.ifPresent(DocumentScanner::cancel);
        }
    }

    private synchronized void erase(List<String> ids) {
        for (String id : ids) {
            Kept kept = pages.remove(id);
            if (kept != null) {
                kept.page().close();
            }
        }
    }

    /// The session is over: nothing of it stays.
    public void ended(String session) {
        boolean scanning;
        synchronized (this) {
            scanning = running.values().removeIf(session::equals);
            pages.values()
                    .removeIf(kept -> {
                        boolean own = kept.session().equals(session);
                        if (own) {
                            kept.page().close();
                        }
                        return own;
                    });
        }
        if (scanning) {
            scanner.ifPresent(DocumentScanner::cancel);
        }
    }

    @Override
    public synchronized byte[] page(String id) {
        Kept kept = pages.get(id);
        return kept == null ? new byte[0] : kept.page().copy();
    }
}
