package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.FederalForms;
import de.koblenz.kiosk.citizen.OpenQuestions;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Answers;
import de.koblenz.kiosk.citizen.session.Instances;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Journey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every field that a service can ever ask for is answered by what can be touched on its page, and every code of every list
/// is among it.
class EveryAnswerTest {
    private static final Map<String, Journey> JOURNEYS = journeys();

    private static Map<String, Journey> journeys() {
        Map<String, Journey> all = new TreeMap<>(ShippedKiosk.CONFIG.journeys());
        CityServices.PACKAGES.forEach(
                (id, each) -> each.journey().ifPresent(journey -> all.put(id, journey)));
        all.replaceAll((_, journey) -> OpenQuestions.of(journey));
        return all;
    }

    static Stream<String> services() {
        return JOURNEYS.entrySet().stream()
                .filter(each -> !each.getValue().questionnaire().pages().isEmpty())
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("services")
    void isWithinReach(String service) throws Exception {
        FxToolkit.run(() -> new Touching(service, KioskGeometry.PORTRAIT, Set.of()).everything());
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("services")
    void isWithinReachLyingLowAndLarge(String service) throws Exception {
        FxToolkit.run(() ->
                new Touching(
                                service,
                                KioskGeometry.LANDSCAPE,
                                Set.of(Aid.LARGE_TEXT, Aid.LOW_REACH))
                        .everything());
    }

    /// Forms that have what no shipped one has.
    @ParameterizedTest
    @MethodSource("forms")
    void isWithinReachInFormsOfTheFederation(String form) throws Exception {
        FxToolkit.run(() -> new Touching(form, KioskGeometry.PORTRAIT, Set.of()).everything());
    }

    static List<String> forms() {
        return FederalForms.ids();
    }

    /// Somebody who touches whatever there is.
    private static final class Touching {
        private static final int MOST_PARTS = 60;
        private static final int MOST_SHOWN = 300;

        private final TestTerminal terminal;
        private final ScreenPicture picture;
        private final Map<FieldPath, Field> answered = new HashMap<>();
        private final List<TouchTarget> targets = new ArrayList<>();
        private TerminalState laidOut = TerminalState.FRESH;

        Touching(String service, KioskGeometry geometry, Set<Aid> aids) {
            Map<String, Journey> offered = new HashMap<>(JOURNEYS);
            terminal =
                    FederalForms.ids().contains(service)
                            ? TestTerminal.open(geometry)
                            : TestTerminal.open(geometry, CityServices.LOCALES, offered);
            picture =
                    new ScreenPicture(
                            new ScreenView(
                                    PageWalk::keyboard,
                                    terminal::send,
                                    PinPad.NONE,
                                    System::nanoTime));
            terminal.send(new SessionEvent.ServiceChosen(service));
            terminal.send(new SessionEvent.ServiceStarted());
            for (Aid aid : aids) {
                terminal.send(new SessionEvent.AidSwitched(aid));
            }
        }

        void everything() {
            Set<String> seen = new HashSet<>();
            for (Optional<String> key = next(seen); key.isPresent(); key = next(seen)) {
                seen.add(key.get());
                terminal.send(new SessionEvent.ChangePressed(key.get()));
                Optional<FormPages.Page> page = terminal.positions().question(key.get());
                if (page.isPresent()) {
                    page(page.get());
                }
            }
            FormPages pages = terminal.positions().pages();
            Set<FieldPath> open = new HashSet<>();
            pages.visible().forEach(page -> open.addAll(page.fields()));
            pages.view()
                    .fields()
                    .forEach((path, field) -> {
                        if (field.kind().answered()) {
                            assertTrue(open.contains(path), "no page has " + path);
                            assertTrue(answered.containsKey(path), "not to be answered: " + path);
                        }
                    });
        }

        private Optional<String> next(Set<String> seen) {
            return terminal.positions().keys().stream()
                    .filter(key -> !seen.contains(key) && !key.equals(Positions.CHECK))
                    .findFirst();
        }

        private void page(FormPages.Page page) {
            FormPages pages = terminal.positions().pages();
            if (Instances.group(pages, page).isPresent()) {
                touch("add");
                return;
            }
            List<Answers.EntryPlace> entries = Answers.entries(pages, page);
            for (int i = 0; i < entries.size(); i++) {
                Answers.EntryPlace entry = entries.get(i);
                // How a document is handed in is up to its package; without one it is later.
                List<String> codes =
                        entry.field().type() instanceof FieldType.Attachment
                                ? List.of(FieldType.Attachment.LATER)
                                : Answers.codes(entry.field().type());
                if (codes.isEmpty()) {
                    typed(entry, i, entries.size() > 1);
                } else {
                    chosen(entry, codes);
                }
                answered.put(entry.path(), entry.field());
            }
        }

        private void typed(Answers.EntryPlace entry, int place, boolean several) {
            if (several) {
                touch("part." + place);
            }
            boolean letters = find("key.a").isPresent();
            touch(letters ? "key.a" : "key.1");
            assertEquals(letters ? "a" : "1", said(entry), entry.target());
            touch("key.delete");
            assertEquals("", said(entry), entry.target());
        }

        private void chosen(Answers.EntryPlace entry, List<String> codes) {
            boolean many = Answers.isLong(entry.field().type());
            if (many) {
                touch("hits");
            }
            Set<String> left = new HashSet<>(codes);
            for (int part = 0; part < MOST_PARTS && !left.isEmpty(); part++) {
                boolean touched = false;
                for (String id : ids()) {
                    String code = id.substring(id.indexOf('.') + 1);
                    // Of thousands one on each part is enough.
                    if (id.startsWith("option.") && left.remove(code) && !(many && touched)) {
                        touch(id);
                        touched = true;
                        assertEquals(code, said(entry), entry.target());
                    }
                }
                if (!left.isEmpty()) {
                    touch("more");
                }
            }
            // The rest of a very long list is the same again.
            assertTrue(
                    left.isEmpty() || codes.size() > MOST_SHOWN,
                    "out of reach: " + entry.target() + left);
        }

        private String said(Answers.EntryPlace entry) {
            return Answers.text(terminal.guided(), entry);
        }

        /// What can be touched on the page as it is now.
        private List<TouchTarget> targets() {
            if (!terminal.state().equals(laidOut)) {
                laidOut = terminal.state();
                targets.clear();
                collect(picture.layOut(terminal.screen()));
            }
            return targets;
        }

        private void collect(Node node) {
            if (!node.isVisible()) {
                return;
            }
            if (node instanceof TouchTarget target) {
                targets.add(target);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(this::collect);
            }
        }

        private List<String> ids() {
            return targets().stream().map(target -> String.valueOf(target.getId())).toList();
        }

        private Optional<TouchTarget> find(String id) {
            return targets().stream().filter(target -> id.equals(target.getId())).findFirst();
        }

        private void touch(String id) {
            find(id).orElseThrow(() ->
                            new AssertionError("no " + id + " on " + terminal.screen() + ids()))
                    .fire();
        }
    }
}
