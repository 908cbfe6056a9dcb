package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.bench.BenchPanel;
import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.citizen.session.LeftCard;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The bench's own buttons, with the whole terminal before them.
@Timeout(60)
class BenchCardTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    @TempDir private Path folder;
    private final BlockingQueue<Screen> screens = new LinkedBlockingQueue<>();

    /// Printer and reader: before that no service begins.
    private final CountDownLatch online = new CountDownLatch(2);

    private final Set<DeviceId> ready = ConcurrentHashMap.newKeySet();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch taken = new CountDownLatch(1);

    /// Signs in the middle of a reading, the first time only once the card is gone.
    private final class Slow implements TerminalAuthority {
        private final TerminalAuthority usual;

        Slow(TerminalAuthority usual) {
            this.usual = usual;
        }

        @Override
        public Identity identity() throws AuthorityException {
            return usual.identity();
        }

        @Override
        public List<CvCertificate> chain(String trustPoint) throws AuthorityException {
            return usual.chain(trustPoint);
        }

        @Override
        public Optional<CvCertificate> root(String trustPoint) throws AuthorityException {
            return usual.root(trustPoint);
        }

        @Override
        public Octets sign(Octets message) throws AuthorityException {
            reading.countDown();
            try {
                if (!taken.await(30, TimeUnit.SECONDS)) {
                    throw new AuthorityException("nobody took the card");
                }
            } catch (InterruptedException e) {
                throw new AuthorityException("interrupted", e);
            }
            return usual.sign(message);
        }
    }

    private void sees(String key) throws InterruptedException {
        Screen shown = screens.poll(30, TimeUnit.SECONDS);
        while (shown != null && !shown.key().equals(key)) {
            shown = screens.poll(30, TimeUnit.SECONDS);
        }
        assertTrue(shown != null, key + " never came");
    }

    private static void press(BenchPanel bench, String label) throws Exception {
        FxToolkit.call(() -> {
            button(bench, label).orElseThrow(() -> new AssertionError(label)).fire();
            return bench;
        });
    }

    private static Optional<Button> button(Parent parent, String label) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Button button && button.getText().equals(label)) {
                return Optional.of(button);
            }
            if (child instanceof Parent inner) {
                Optional<Button> found = button(inner, label);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void types(KioskGraph terminal) {
        Personas.USUAL.pin().chars().forEach(digit -> terminal.pad().press(digit - '0'));
        terminal.post(new SessionEvent.NextPressed());
    }

    @Test
    void aCardTakenAwayWhileItIsReadIsMissedAndLaidOnAgain() throws Exception {
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        new Problems());
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        BenchAuthority authority = new BenchAuthority(Clock.systemUTC());
        try (FarEnds ends =
                new FarEnds(
                        folder.resolve("far"),
                        installation.profile(profile),
                        installation.destinations().iterator().next(),
                        installation.leikaKeys(),
                        authority.trustAnchors(),
                        Clock.systemUTC())) {
            TerminalRoad.Rights rights =
                    ((TerminalRoad) authority.road(ends)).rights().orElseThrow();
            CardRoad road =
                    TerminalRoad.of(() ->
                            new TerminalRoad.Rights(new Slow(rights.authority()), rights.trust()));
            try (KioskGraph terminal =
                    new KioskGraph(
                            installation,
                            Endpoints.of(ends, profile, road),
                            folder.resolve("data"),
                            Clocks.system())) {
                BenchPanel bench = FxToolkit.call(() -> new BenchPanel(ends, _ -> {}));
                terminal.start(screens::add);
                terminal.backstage()
                        .orElseThrow()
                        .observeDevices(health -> {
                            if (health.state() == DeviceState.ONLINE && ready.add(health.id())) {
                                online.countDown();
                            }
                            if (reading.getCount() == 0
                                    && health.id().equals(LeftCard.READER)
                                    && "notPresent".equals(health.details().get("media"))) {
                                taken.countDown();
                            }
                        });
                assertTrue(online.await(30, TimeUnit.SECONDS));
                chooses(terminal);
                press(bench, Personas.ORDINARY.label());
                sees("card.entry.PIN");
                types(terminal);
                assertTrue(reading.await(30, TimeUnit.SECONDS));
                press(bench, "Take card away");
                sees("card.failed.EID-CARD-REMOVED");
                press(bench, Personas.ORDINARY.label());
                sees("card.entry.PIN");
                types(terminal);
                sees("card.read");
            }
        }
    }

    private void chooses(KioskGraph terminal) throws InterruptedException {
        sees("start");
        terminal.post(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        // The session hears of printer and reader a moment after whoever observes them: its page is
        // drawn again then.
        Screen shown = screens.poll(30, TimeUnit.SECONDS);
        while (shown != null && !shown.key().equals("identity")) {
            if (shown.key().equals("service.bewohnerparkausweis")) {
                terminal.post(new SessionEvent.ServiceStarted());
            }
            shown = screens.poll(30, TimeUnit.SECONDS);
        }
        assertTrue(shown != null, "the service never began");
        terminal.post(new SessionEvent.OptionChosen(Positions.IDENTITY, "CARD"));
        terminal.post(new SessionEvent.NextPressed());
        sees("card.consent");
        terminal.post(new SessionEvent.NextPressed());
        sees("card.lay");
    }
}
