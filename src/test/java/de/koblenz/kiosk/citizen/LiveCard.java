package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.run.CardDesk;
import de.koblenz.kiosk.citizen.run.CardWork;
import de.koblenz.kiosk.citizen.run.EidWork;
import de.koblenz.kiosk.citizen.run.PinWork;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.PcscCardReader;
import de.koblenz.kiosk.device.card.ReaderTimings;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.SimulatedReader;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.KeypadReader;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidWorkflow;
import de.koblenz.kiosk.eid.PinManagement;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// A [TestTerminal] with the real card desk, the real reader's driver and the real protocols; only PC/SC and the cards beneath are
/// simulated. Events come when they come: [#sees] waits for them.
public final class LiveCard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DocumentIssuer ISSUER =
            new DocumentIssuer(Instant.parse("2010-01-01T00:00:00Z"), new Random(3));
    private static final TestAuthority AUTHORITY =
            new TestAuthority(
                    new TestAuthority.Plan(
                            StandardCurve.BRAINPOOL_P256,
                            1,
                            rights(),
                            CertificateDescription.of(
                                    "Prüfstand",
                                    "Stadt Koblenz",
                                    "https://www.koblenz.de",
                                    "Zweck"),
                            LocalDate.of(2026, 6, 1),
                            LocalDate.of(2026, 12, 31)),
                    new SecureRandom());

    public final TestTerminal terminal = TestTerminal.open();
    final SimulatedCardService service = new SimulatedCardService();
    final SimulatedReader reader = service.plug("REINER SCT cyberJack RFID komfort 00 00");
    private final Map<String, SimulatedEidCard> cards = new HashMap<>();
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final PcscCardReader driver;
    private final CardDesk desk;

    /// On-site readings that were confirmed.
    final List<StaffConfirmation> register;

    LiveCard() {
        this(new ArrayList<>());
    }

    private LiveCard(List<StaffConfirmation> register) {
        this(register, errand -> work(errand, register));
    }

    /// @param works how errands are done
    public LiveCard(Function<CardErrand, Optional<CardWork>> works) {
        this(List.of(), works);
    }

    private LiveCard(
            List<StaffConfirmation> register, Function<CardErrand, Optional<CardWork>> works) {
        this.register = register;
        driver =
                new PcscCardReader(
                        new DeviceId("card-reader"),
                        service,
                        ReaderProfiles.read(
                                ShippedKiosk.FOLDER.resolveSibling("device-profiles"),
                                "device-profiles",
                                new Problems()),
                        new ReaderTimings(
                                Duration.ofMillis(5),
                                Duration.ofMillis(20),
                                Duration.ofMillis(20),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(20)));
        driver.observe(health -> events.add(new SessionEvent.DeviceChanged(health)));
        desk = new CardDesk(driver, works, events::add);
        terminal.cards(desk);
    }

    private static Set<AccessRight> rights() {
        Set<AccessRight> rights = EnumSet.range(AccessRight.READ_DG1, AccessRight.READ_DG22);
        rights.add(AccessRight.CAN_ALLOWED);
        return rights;
    }

    private static Optional<CardWork> work(CardErrand errand, List<StaffConfirmation> register) {
        return Optional.of(
                switch (errand) {
                    case CardErrand.ManagePin(var goal) ->
                            new PinWork(new PinManagement(goal, new SecureRandom()));
                    case CardErrand.Identify(var request) ->
                            EidWork.withPin(workflow(request, register));
                    case CardErrand.IdentifyOnSite onSite ->
                            EidWork.onSite(workflow(onSite.request(), register), onSite);
                });
    }

    private static EidWorkflow workflow(EidRequest request, List<StaffConfirmation> register) {
        return new EidWorkflow(
                AUTHORITY,
                trust(),
                Clock.fixed(TestTerminal.MORNING, TestTerminal.ZONE),
                new SecureRandom(),
                register::add,
                request);
    }

    private static PassiveAuthentication trust() {
        try {
            return new PassiveAuthentication(List.of(Octets.of(ISSUER.authorityCertificate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lays a persona's card on the reader; it keeps its counters.
    public void lays(Persona persona) {
        reader.lay(card(persona));
    }

    /// Lays a persona's card on the reader, which has keys of its own from now on.
    KeypadReader laysAtKeypad(Persona persona) {
        KeypadReader keypad = new KeypadReader(card(persona), true);
        reader.equip(keypad);
        reader.lay(keypad);
        return keypad;
    }

    private SimulatedEidCard card(Persona persona) {
        return cards.computeIfAbsent(
                persona.key(),
                _ ->
                        new SimulatedEidCard(
                                persona,
                                CardCryptography.USUAL,
                                ISSUER,
                                AUTHORITY.roots().stream()
                                        .map(root -> root.encoded().toArray())
                                        .toList(),
                                new Random(7)));
    }

    /// Waits for the page of that key.
    public Screen sees(String key) {
        return sees(key, screen -> screen.key().equals(key));
    }

    public Screen sees(String what, Predicate<Screen> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            pump();
            Screen shown = terminal.screen();
            if (wanted.test(shown)) {
                return shown;
            }
            try {
                SessionEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError(what + " never came: " + shown);
                }
                terminal.send(event);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void pump() {
        for (SessionEvent event = events.poll(); event != null; event = events.poll()) {
            terminal.send(event);
        }
    }

    /// Types on the pad, and waits until its dots have seen it.
    public void types(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            desk.pad().press(digits.charAt(i) - '0');
        }
        sees(
                digits.length() + " dots",
                screen -> screen.body() instanceof Screen.PinEntry pin && pin.count() > 0);
        pump();
    }

    /// Types, then touches "Weiter".
    public void enters(String digits) {
        types(digits);
        terminal.touch("next");
    }

    /// The PIN service, up to the page on which the card is laid on.
    public void manages(String goal) {
        terminal.send(new SessionEvent.PinServiceChosen());
        terminal.touch("pin." + goal);
    }

    /// A resident parking permit, up to the agreement to read the card.
    public void identifies() {
        sees("reader", _ -> !terminal.state().devices().isEmpty());
        terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        terminal.touch("next");
        terminal.touch("identity.CARD");
        terminal.touch("next");
        sees("card.consent");
        terminal.touch("next");
    }

    @Override
    public void close() {
        desk.close();
        driver.close();
    }
}
