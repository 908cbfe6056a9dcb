package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.Filling;
import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.citizen.WideForm;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.Enclosures;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.form.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A document on its way: chosen, scanned page by page, looked at, sent; and everything that goes wrong.
class ScanTest {
    private static final FieldPath PROOF = FieldPath.of("proof");
    private static final FieldPath PHOTO = FieldPath.of("photo");

    private final TestTerminal terminal = TestTerminal.open();

    @BeforeEach
    void open() {
        scanner(DeviceState.ONLINE, "unknown");
        terminal.send(new SessionEvent.ServiceChosen(WideForm.ID));
        terminal.send(new SessionEvent.ServiceStarted());
        turnTo("proof");
    }

    private void scanner(DeviceState state, String media) {
        terminal.send(new SessionEvent.DeviceChanged(TestWorld.scanner(state, media)));
    }

    private void turnTo(String page) {
        terminal.send(new SessionEvent.ChangePressed(Positions.of(page)));
    }

    private List<String> ways() {
        return ScreenParts.controls(terminal.screen()).stream()
                .map(Screen.Control::id)
                .filter(id -> id.startsWith("option."))
                .toList();
    }

    private void scan() {
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.touch("next");
    }

    private void addPage() {
        terminal.touch("scan.add");
        terminal.touch("next");
    }

    private String key() {
        return terminal.screen().key();
    }

    private int pages() {
        return terminal.guided().scans().pages(PROOF);
    }

    private Scans.Document document() {
        return terminal.guided().scans().find(PROOF).orElseThrow();
    }

    private String running() {
        return terminal.guided().scans().visit().orElseThrow().scan();
    }

    private String caption() {
        return assertInstanceOf(Screen.ScannedSheet.class, terminal.screen().body()).caption();
    }

    private List<Effect.ErasePages> erasures() {
        return terminal.effects().stream()
                .filter(Effect.ErasePages.class::isInstance)
                .map(Effect.ErasePages.class::cast)
                .toList();
    }

    // ---- the choice

    @Test
    void theWaysOfThePolicyAreOfferedInItsOrder() {
        assertEquals(List.of("option.scan", "option.later"), ways());
        turnTo("photo");
        assertEquals(List.of("option.scan", "option.phone", "option.later"), ways());
    }

    @Test
    void withoutAScannerTheOtherWaysRemain() {
        scanner(DeviceState.NO_DEVICE, "unknown");
        assertEquals(List.of("option.later"), ways());
        terminal.send(new SessionEvent.OptionChosen("proof", "scan"));
        terminal.touch("next");
        assertEquals(
                Optional.of("FIELD-ATTACHMENT"),
                terminal.guided().error().map(Guided.PageError::code));
    }

    @Test
    void aScannerThatDiesAfterTheChoiceLeadsBackToTheWays() {
        terminal.touch("option.scan");
        scanner(DeviceState.NO_DEVICE, "unknown");
        terminal.touch("next");
        assertEquals("SCN-GONE", terminal.screen().alert().orElseThrow().code());
        assertEquals(List.of("option.later"), ways());
        terminal.touch("option.later");
        terminal.touch("next");
        assertEquals(Optional.of("later"), terminal.guided().data().value(PROOF));
    }

    @Test
    void noWayThatIsNotOfferedIsTaken() {
        terminal.send(new SessionEvent.OptionChosen("proof", "phone"));
        terminal.touch("next");
        assertTrue(terminal.guided().error().isPresent());
    }

    // ---- scanning

    @Test
    void aPageIsScannedLookedAtAndTaken() {
        terminal.touch("option.scan");
        terminal.touch("next");
        assertEquals("scan.lay", key());
        assertEquals(0, pages());
        terminal.touch("next");
        assertEquals("scan.shown", key());
        assertEquals("Seite 1 von 1", caption());
        terminal.touch("next");
        assertEquals(Optional.of("scan"), terminal.guided().data().value(PROOF));
        assertEquals(1, pages());
        assertFalse(key().startsWith("scan."));
    }

    @Test
    void morePagesMakeOneDocumentInTheirOrder() {
        scan();
        addPage();
        addPage();
        assertEquals("Seite 3 von 3", caption());
        terminal.touch("scan.more");
        assertEquals("Seite 1 von 3", caption());
        List<String> ids = document().pages();
        assertEquals(3, ids.stream().distinct().count());
    }

    @Test
    void aPageThatIsScannedAgainTakesThePlaceOfTheFormer() {
        scan();
        addPage();
        List<String> before = document().pages();
        terminal.touch("scan.more");
        terminal.touch("scan.again");
        terminal.touch("next");
        List<String> after = document().pages();
        assertEquals(2, after.size());
        assertEquals(before.getLast(), after.getLast());
        assertFalse(after.contains(before.getFirst()));
        assertEquals(List.of(before.getFirst()), terminal.world().erased());
        assertEquals("Seite 1 von 2", caption());
    }

    @Test
    void whoGivesUpScanningAgainKeepsThePage() {
        scan();
        terminal.touch("scan.again");
        terminal.touch("back");
        assertEquals("Seite 1 von 1", caption());
        terminal.touch("scan.again");
        terminal.world().failScans("SCN-JAM");
        terminal.touch("next");
        terminal.touch("back");
        assertEquals("Seite 1 von 1", caption());
        assertEquals(List.of(), terminal.world().erased());
    }

    @Test
    void theLastPageTakesTheAnswerAlong() {
        scan();
        terminal.touch("next");
        turnTo("proof");
        terminal.touch("next");
        assertEquals("scan.shown", key());
        terminal.touch("scan.remove");
        assertEquals(1, terminal.world().erased().size());
        assertEquals(Optional.empty(), terminal.guided().data().value(PROOF));
        terminal.touch("next");
        assertEquals(
                Optional.of("FIELD-ATTACHMENT"),
                terminal.guided().error().map(Guided.PageError::code));
    }

    @Test
    void anotherWayAfterAllErasesThePages() {
        scan();
        addPage();
        terminal.touch("next");
        List<String> pages = document().pages();
        turnTo("proof");
        terminal.touch("option.later");
        terminal.touch("next");
        assertEquals(pages, terminal.world().erased());
        assertEquals(0, pages());
        assertEquals(Optional.of("later"), terminal.guided().data().value(PROOF));
    }

    @Test
    void aFeederMayBringSeveralPages() {
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.world().silent(true);
        terminal.touch("next");
        assertEquals("scan.running", key());
        terminal.send(new SessionEvent.PagesArrived(running(), 2));
        assertTrue(
                ScreenParts.texts(terminal.screen())
                        .contains("Es wird gescannt. Fertige Seiten: 2"));
        terminal.send(
                new SessionEvent.PagesScanned(
                        running(),
                        List.of(
                                new Scans.Sheet("a", 1),
                                new Scans.Sheet("b", 1),
                                new Scans.Sheet("c", 1))));
        assertEquals(3, pages());
        assertEquals("Seite 3 von 3", caption());
    }

    @Test
    void moreThanFitsIsNotScanned() {
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.world().silent(true);
        terminal.touch("next");
        terminal.send(
                new SessionEvent.PagesScanned(
                        running(), List.of(new Scans.Sheet("a", Enclosures.MOST_BYTES - 1000))));
        assertTrue(ScreenParts.control(terminal.screen(), "scan.add").isEmpty());
        terminal.send(new SessionEvent.PageAdded());
        assertEquals("scan.shown", key());
        terminal.touch("scan.again");
        terminal.touch("next");
        Effect.Scan again =
                (Effect.Scan)
                        terminal.effects().stream()
                                .filter(Effect.Scan.class::isInstance)
                                .reduce((_, last) -> last)
                                .orElseThrow();
        assertEquals(1, again.mostPages());
        assertEquals(Enclosures.MOST_BYTES, again.mostBytes());
    }

    // ---- faults

    @Test
    void aFaultSaysItsCodeAndLeavesTheOtherWays() {
        terminal.world().failScans("SCN-COVER");
        scan();
        assertEquals("scan.failed", key());
        assertEquals("SCN-COVER", terminal.screen().alert().orElseThrow().code());
        terminal.touch("next");
        assertEquals("scan.failed", key());
        terminal.touch("back");
        assertEquals(List.of("option.scan", "option.later"), ways());
        terminal.world().failScans("");
        scan();
        assertEquals("scan.shown", key());
    }

    @Test
    void whatComesAfterACancelledScanIsErased() {
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.world().silent(true);
        terminal.touch("next");
        String scan = running();
        terminal.touch("back");
        assertTrue(terminal.effects().contains(new Effect.CancelScan(scan)));
        assertEquals("scan.lay", key());
        terminal.send(new SessionEvent.PagesScanned(scan, List.of(new Scans.Sheet("late", 1))));
        terminal.send(new SessionEvent.ScanFailed(scan, "SCN-JAM"));
        assertEquals("scan.lay", key());
        assertEquals(0, pages());
        assertEquals(List.of(new Effect.ErasePages(List.of("late"))), erasures());
    }

    @Test
    void anotherLanguageOrHelpDoesNotDisturbAScan() {
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.world().silent(true);
        terminal.touch("next");
        terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.HELP));
        terminal.send(new SessionEvent.PagesScanned(running(), List.of(new Scans.Sheet("a", 1))));
        terminal.send(new SessionEvent.OverlayClosed());
        assertEquals("scan.shown", key());
    }

    @Test
    void theEndOfTheSessionEndsAllOfIt() {
        scan();
        terminal.pass(Duration.ofMinutes(4));
        assertTrue(terminal.state().session().isEmpty());
        assertEquals(1, terminal.world().ended().size());
    }

    // ---- check-answers and order

    @Test
    void theOrderTakesTheDocumentsAlongAndTheDataNamesThem() {
        scan();
        addPage();
        terminal.touch("next");
        new Filling(terminal).toTheEnd();
        List<String> words = List.of();
        for (int part = 0; part < 12 && !words.contains("Hier gescannt, 2 Seiten"); part++) {
            words = ScreenParts.texts(terminal.screen());
            terminal.send(new SessionEvent.MorePressed());
        }
        assertTrue(words.contains("Hier gescannt, 2 Seiten"), words::toString);
        assertTrue(words.contains("Diese Unterlagen gehen mit"), words::toString);
        Scans.Document document = document();
        terminal.touch("next");
        OrderRequest order = terminal.world().placed().getLast();
        OrderRequest.Application application = order.application().orElseThrow();
        assertEquals(1, application.enclosures().size());
        assertEquals(document.id(), application.enclosures().getFirst().id());
        assertEquals(document.pages(), application.enclosures().getFirst().pages());
        assertTrue(
                application.dataJson().contains("\"proof\":\"" + document.id() + "\""),
                "the data names the document");
        assertTrue(order.later().stream().noneMatch(it -> it.name().contains("scan")));
    }

    @Test
    void aDocumentWithoutItsPagesIsNeverSent() {
        scan();
        terminal.touch("next");
        new Filling(terminal).toTheEnd();
        Guided without = terminal.guided().with(terminal.guided().scans().without(PROOF));
        assertEquals(
                Optional.of(Positions.of("proof")),
                Answers.incomplete(without, terminal.positions()));
    }

    @Test
    void thePhoneIsAPromiseToo() {
        turnTo("photo");
        terminal.touch("option.phone");
        terminal.touch("next");
        assertEquals(Optional.of("phone"), terminal.guided().data().value(PHOTO));
        terminal.touch("back");
        new Filling(terminal).toTheEnd();
        terminal.touch("next");
        OrderRequest order = terminal.world().placed().getLast();
        assertTrue(
                order.later().stream()
                        .anyMatch(it -> it.upload().equals("https://www.example.de/hochladen")));
        assertEquals(0, terminal.guided().scans().pages(PHOTO));
    }

    // ---- whatever happens

    /// Every page that was ever scanned is either counted in the state or was to be erased, never both; the answer says
    /// "scan" only while there are pages.
    @Test
    void noPageIsLostSightOfWhateverHappens() {
        Random random = new Random(20_261_122);
        terminal.world().silent(true);
        Set<String> scanned = new HashSet<>();
        Set<String> gone = new HashSet<>();
        Set<Scans.Stage> stages = EnumSet.noneOf(Scans.Stage.class);
        for (int step = 0; step < 20_000; step++) {
            if (!terminal.screen().key().startsWith("scan.")
                    && !terminal.screen().key().startsWith("question." + WideForm.ID)) {
                // Whoever is elsewhere begins anew: what was scanned ends with the session.
                gone.addAll(terminal.guided().scans().allPages());
                terminal.leave();
                open();
            }
            Optional<Scans.Visit> visit = terminal.guided().scans().visit();
            visit.ifPresent(it -> stages.add(it.stage()));
            String running = visit.map(Scans.Visit::scan).orElse("");
            int kind = random.nextInt(12);
            if (kind < 2 && !running.isEmpty()) {
                List<Scans.Sheet> sheets = new ArrayList<>();
                for (int page = random.nextInt(3); page >= 0; page--) {
                    sheets.add(new Scans.Sheet("p" + scanned.size(), random.nextInt(3_000_000)));
                    scanned.add(sheets.getLast().id());
                }
                terminal.send(new SessionEvent.PagesScanned(running, sheets));
            } else if (kind == 2 && !running.isEmpty()) {
                terminal.send(
                        new SessionEvent.ScanFailed(
                                running, random.nextBoolean() ? "SCN-JAM" : "SCN-CANCELLED"));
            } else if (kind == 3 && visit.isEmpty()) {
                turnTo(random.nextBoolean() ? "proof" : "photo");
            } else if (kind == 4) {
                scanner(
                        random.nextInt(4) > 0 ? DeviceState.ONLINE : DeviceState.NO_DEVICE,
                        "present");
            } else {
                List<Screen.Control> controls =
                        ScreenParts.controls(terminal.screen()).stream()
                                .filter(it ->
                                        !Set.of("end", "language", "aids", "help", "staff")
                                                .contains(it.id()))
                                .toList();
                terminal.send(
                        controls.isEmpty()
                                ? new SessionEvent.BackPressed()
                                : controls.get(random.nextInt(controls.size())).action());
            }
            if (terminal.state().session().isPresent() && terminal.session().guided().isPresent()) {
                Set<String> kept = new HashSet<>(terminal.guided().scans().allPages());
                Set<String> erased = new HashSet<>(terminal.world().erased());
                assertTrue(Collections.disjoint(kept, erased), "erased and still counted");
                kept.addAll(erased);
                kept.addAll(gone);
                assertEquals(scanned, kept, "at step " + step);
                for (FieldPath path : List.of(PROOF, PHOTO)) {
                    assertTrue(
                            !ScanReducer.scanned(terminal.guided().data(), path)
                                    || terminal.guided().scans().pages(path) > 0,
                            "an answer without its pages");
                }
            }
        }
        assertEquals(EnumSet.allOf(Scans.Stage.class), stages);
        assertTrue(scanned.size() > 300, "scanned only " + scanned.size());
    }
}
