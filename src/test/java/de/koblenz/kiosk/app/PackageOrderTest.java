package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.citizen.CitizenScript;
import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.sandbox.PaymentMethod;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A package with the whole terminal and all far ends: answered, paid, sealed, taken by the authority, printed.
@Timeout(120)
class PackageOrderTest {
    @TempDir private Path folder;
    private final BlockingQueue<Screen> screens = new LinkedBlockingQueue<>();

    @Test
    void aPackageEndsAtTheAuthorityAndOnPaper() throws Exception {
        Path config = folder.resolve("kiosk-config");
        PackagedConfiguration.layOut(config);
        Problems problems = new Problems();
        Installation installation =
                Installation.read(
                        config, PackagedConfiguration.PROJECT.resolve("device-profiles"), problems);
        assertEquals(List.of(), problems.sorted());
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        BenchAuthority authority = new BenchAuthority(Clock.systemUTC());
        try (FarEnds ends =
                        new FarEnds(
                                folder.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                installation.leikaKeys(),
                                authority.trustAnchors(),
                                Clock.systemUTC());
                KioskGraph terminal =
                        new KioskGraph(
                                installation,
                                Endpoints.of(ends, profile, authority.road(ends)),
                                folder.resolve("data"),
                                Clocks.system())) {
            terminal.start(screens::add);
            terminal.post(new SessionEvent.ServiceChosen("hund-anmelden"));
            // The package is read and the printer is there: the page gets its button by itself.
            Screen page =
                    sees(s -> s.key().equals("service.hund-anmelden") && s.next().isPresent());
            follow(terminal, page);
            assertTrue(ends.switchboard().payLast(PaymentMethod.PAYPAL).isPresent());
            sees(s -> s.key().equals("order.done"));
            assertEquals(1, ends.received());
            assertEquals(2_490, ends.chargedCents());
            List<String> receipt = ends.printer().papers().getLast().lines();
            assertTrue(
                    receipt.stream().anyMatch(line -> line.contains("Bitte noch einreichen:")),
                    receipt.toString());
            assertTrue(
                    receipt.stream().anyMatch(line -> line.contains("Nachweis der Versicherung")),
                    receipt.toString());
        }
    }

    /// Lets the citizen act until the phone is to pay; acts once on each page that is new.
    private void follow(KioskGraph terminal, Screen from) throws InterruptedException {
        CitizenScript citizen =
                CitizenScript.byTile("hund-anmelden", "HUND_STEUERN")
                        .chooses("identity", "identity.HAND")
                        .types("G99000000010.F60000000228", "Erika")
                        .types("G99000000010.F60000000227", "Mustermann")
                        .chooses("question.hund-anmelden.F99000000001", "option.gross")
                        .chooses("question.hund-anmelden.F99000000002", "option.true")
                        .types("F99000000003", "2")
                        .chooses("copy", "copy.NONE");
        Screen page = from;
        while (true) {
            Screen now = page;
            switch (citizen.next(now)) {
                case CitizenScript.Act.Touch(String id) ->
                        terminal.post(ScreenParts.control(now, id).orElseThrow().action());
                case CitizenScript.Act.Type(String target, String text) ->
                        terminal.post(new SessionEvent.Entered(target, text));
                case CitizenScript.Act.Scan _ -> {
                    return;
                }
                case CitizenScript.Act.Wait _ -> {}
                case CitizenScript.Act.Leave _ -> throw new AssertionError(now);
            }
            page = sees(s -> !s.equals(now));
        }
    }

    private Screen sees(Predicate<Screen> wanted) throws InterruptedException {
        Screen last = null;
        while (true) {
            Screen shown = screens.poll(30, TimeUnit.SECONDS);
            if (shown == null) {
                throw new AssertionError("it never came; the last page is " + last);
            }
            last = shown;
            if (wanted.test(shown)) {
                return shown;
            }
        }
    }
}
