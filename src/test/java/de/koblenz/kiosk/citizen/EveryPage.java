package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.OrderCodes;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import de.koblenz.kiosk.service.catalog.Responsible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real page of the terminal, reached by touching and typing: present it with any look to see it.
///
/// @param name what it shows, unique
/// @param state of the terminal, in German without aids; see [TestTerminal#dressed]
/// @param now when it is shown
public record EveryPage(String name, TerminalState state, Moment now) {
    private static final List<EveryPage> ALL = toured();

    /// Every page with every error and every outcome; service pages: the guided ones and one of each status.
    public static List<EveryPage> all() {
        return ALL;
    }

    private static List<EveryPage> toured() {
        List<EveryPage> all = new ArrayList<>(new Tour().all());
        all.addAll(new FormTour().all());
        all.addAll(new ScanTour().all());
        all.addAll(new CardTour().all());
        all.addAll(new StaffTour().all());
        return List.copyOf(all);
    }

    /// The pages of all services of the catalogue.
    public static List<EveryPage> services() {
        List<EveryPage> pages = new ArrayList<>();
        for (Leistung service : ShippedKiosk.CONFIG.catalog().all()) {
            TestTerminal terminal = TestTerminal.open();
            terminal.send(new SessionEvent.ServiceChosen(service.id()));
            pages.add(
                    new EveryPage("service." + service.id(), terminal.state(), terminal.moment()));
        }
        return pages;
    }

    /// The page of that name.
    public static EveryPage named(String name) {
        return ALL.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                name
                                        + " is none of "
                                        + ALL.stream().map(EveryPage::name).toList()));
    }

    @Override
    public String toString() {
        return name;
    }

    /// One way through everything.
    private static final class Tour extends PageTour {
        @Override
        void walk() {
            catalogue();
            places();
            questions();
            check();
            orders();
            overlays();
        }

        private void catalogue() {
            see("idle");
            terminal.send(new SessionEvent.Touched());
            see("start");
            for (LifeSituation tile : LifeSituation.values()) {
                terminal.touch("tile." + tile);
                see("situation." + tile);
                terminal.send(new SessionEvent.MorePressed());
                see("situation." + tile + ".more");
                terminal.touch("back");
            }
            terminal.touch("search");
            see("search");
            terminal.type("search", "xyz");
            see("search.nothing");
            terminal.type("search", "Abdrucke");
            see("search.elsewhere");
            for (Responsible responsible : Responsible.values()) {
                Hit hit = TestWorld.elsewhere(responsible);
                terminal.send(new SessionEvent.HitsFound("Abdrucke", List.of(hit)));
                terminal.send(new SessionEvent.ServiceChosen(hit.id()));
                see("elsewhere." + responsible);
                terminal.touch("back");
            }
            terminal.type("search", "an");
            see("search.hits");
            terminal.send(new SessionEvent.HitsOpened());
            see("hits");
            terminal.send(new SessionEvent.MorePressed());
            see("hits.more");
            for (String id : shownServices()) {
                newTerminal();
                terminal.send(new SessionEvent.ServiceChosen(id));
                see("service." + id);
            }
            printer(DeviceState.USER_ERROR, "out");
            see("service.noPrinter");
            terminal.send(new SessionEvent.DeviceChanged(TestWorld.lowPrinter(300)));
            see("service.paperLow");
            terminal.send(new SessionEvent.ServiceChosen("no-such-service"));
            newTerminal();
            terminal.send(new SessionEvent.ServiceChosen("no-such-service"));
            see("service.unknown");
        }

        /// The guided ones last, and of each status the service with the most to say.
        private static List<String> shownServices() {
            Map<Object, Leistung> most = new LinkedHashMap<>();
            for (Leistung service : ShippedKiosk.CONFIG.catalog().all()) {
                most.merge(
                        service.status(),
                        service,
                        (one, other) -> length(other) > length(one) ? other : one);
            }
            List<String> ids = new ArrayList<>(most.values().stream().map(Leistung::id).toList());
            ids.addAll(ShippedKiosk.CONFIG.journeys().keySet());
            return ids;
        }

        private static int length(Leistung service) {
            return service.summary().in("de").length()
                    + service.page().note().map(note -> note.in("de").length()).orElse(0)
                    + service.page().needs().size() * 30;
        }

        private void printer(DeviceState state, String paper) {
            terminal.send(new SessionEvent.DeviceChanged(TestWorld.printer(state, paper)));
        }

        private void places() {
            newTerminal();
            terminal.world().silent(true);
            terminal.send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
            terminal.touch("next");
            see("venue.loading");
            terminal.touch("back");
            terminal.world().silent(false);
            terminal.world().booking(false);
            terminal.touch("next");
            see("venue.offline");
            terminal.world().booking(true);
            terminal.touch("next");
            see("venue");
            terminal.touch("next");
            see("venue.error");
            terminal.touch("venue.karthause");
            see("venue.chosen");
            terminal.world().silent(true);
            terminal.touch("next");
            see("slot.loading");
            terminal.touch("back");
            terminal.world().silent(false);
            terminal.touch("next");
            see("slot");
            terminal.touch("more");
            see("slot.more");
            terminal.touch("back");
            terminal.touch("next");
            terminal.touch("next");
            see("slot.error");
            terminal.touch("slot.karthause-4-14");
            see("slot.soldOut");
            terminal.touch("slot.karthause-4-9");
            see("slot.chosen");
            terminal.touch("next");
            see("tariffs");
            terminal.touch("next");
            see("tariffs.error");
            terminal.touch("more.family");
            see("tariffs.chosen");
            terminal.touch("more.family");
            see("tariffs.tooMany");
            String session = terminal.session().id();
            terminal.touch("back");
            terminal.send(new SessionEvent.SlotsLoaded(session, "karthause", List.of()));
            see("slot.none");
            terminal.touch("back");
            terminal.send(new SessionEvent.VenuesLoaded(session, List.of()));
            see("venue.none");
        }

        /// Every question empty, filled in wrongly and rightly, as a clumsy citizen goes through them.
        private void questions() {
            for (CitizenScript citizen :
                    List.of(TestCitizens.clumsyResident(), TestCitizens.swimmerWithContact())) {
                newTerminal();
                watch(citizen);
            }
            newTerminal();
            watch(
                    TestCitizens.swimmerWithContact()
                            .chooses("question.schwimmbad-ticket.contact-way", "option.phone"));
        }

        private void watch(CitizenScript citizen) {
            Optional<String> session = Optional.empty();
            while (!terminal.screen().key().equals("check")) {
                CitizenScript.Act act = citizen.next(terminal.screen());
                switch (act) {
                    case CitizenScript.Act.Touch(String id) -> terminal.touch(id);
                    case CitizenScript.Act.Type(String target, String text) ->
                            terminal.type(target, text);
                    case CitizenScript.Act.Scan _,
                            CitizenScript.Act.Wait _,
                            CitizenScript.Act.Leave _ ->
                            throw new AssertionError("stopped at " + terminal.screen());
                }
                session = session.or(() -> Optional.of(terminal.session().id()));
                Screen shown = terminal.screen();
                if (shown.key().startsWith("question.") || shown.key().equals("copy")) {
                    // The newest of a kind wins: a date with all its parts, not with its first.
                    seeInstead(shown.key() + kind(shown));
                }
            }
        }

        private static String kind(Screen shown) {
            if (shown.alert().isPresent()) {
                return ".error";
            }
            boolean filled =
                    switch (shown.body()) {
                        case Screen.Choices choices ->
                                choices.choices().stream().anyMatch(Screen.Choice::selected);
                        default ->
                                ScreenParts.entries(shown).stream()
                                        .anyMatch(entry -> !entry.value().isEmpty());
                    };
            return filled ? ".filled" : "";
        }

        private void check() {
            for (CitizenScript citizen :
                    List.of(TestCitizens.resident(), TestCitizens.swimmerWithContact())) {
                newTerminal();
                terminal.follow(citizen, "check");
                String service = terminal.guided().serviceId();
                for (int part = 0; part < 3; part++) {
                    see("check." + service + "." + part);
                    terminal.send(new SessionEvent.MorePressed());
                }
                printer(DeviceState.USER_ERROR, "out");
                terminal.touch("next");
                see("check." + service + ".noPrinter");
                printer(DeviceState.ONLINE, "full");
                terminal.world().refuseOrders("ORD-DISK-FULL");
                terminal.touch("next");
                see("check." + service + ".refused");
                terminal.world().refuseOrders("PRN-PAPER-SHORT");
                terminal.touch("next");
                see("check." + service + ".paperShort");
            }
        }

        private void orders() {
            for (OrderProgress.Phase phase : OrderProgress.Phase.values()) {
                order(phase, TestCitizens.swimmer());
                order(phase, TestCitizens.resident());
            }
            order(OrderProgress.Phase.DONE, TestCitizens.resident().chooses("copy", "copy.PAPER"));
            for (String code :
                    List.of(
                            OrderCodes.PAY_TIMEOUT,
                            OrderCodes.PAY_CANCELLED,
                            OrderCodes.PAY_REFUSED,
                            OrderCodes.PAY_OFFLINE)) {
                order(OrderProgress.Phase.PAYMENT_FAILED, code);
            }
            order(OrderProgress.Phase.SOLD_OUT, OrderCodes.BOOKING_OFFLINE);
            order(OrderProgress.Phase.DONE, OrderCodes.SUBMISSION_PENDING);
            order(OrderProgress.Phase.DONE, OrderCodes.COPY_NOT_PRINTED);
            order(OrderProgress.Phase.REFUND_DUE, OrderCodes.SUBMISSION_REJECTED);
            order(OrderProgress.Phase.CANCELLED, OrderCodes.INTERRUPTED);
            order(OrderProgress.Phase.CANCELLED, "");
            order(OrderProgress.Phase.PAYMENT_FAILED, "");
            order(OrderProgress.Phase.REFUND_DUE, "");
        }

        private void order(OrderProgress.Phase phase, String code) {
            newTerminal();
            terminal.follow(TestCitizens.resident(), "order.running");
            terminal.progress(phase, code);
            see("order." + phase + "." + (code.isEmpty() ? "no-code" : code));
        }

        private void order(OrderProgress.Phase phase, CitizenScript citizen) {
            newTerminal();
            terminal.follow(citizen, "order.running");
            terminal.progress(phase);
            boolean qr = terminal.guided().copy().filter(c -> c.name().equals("QR")).isPresent();
            see("order." + phase + "." + terminal.guided().serviceId() + (qr ? ".qr" : ""));
        }

        private void overlays() {
            newTerminal();
            terminal.follow(TestCitizens.resident(), "question.bewohnerparkausweis.birth-date");
            for (Overlay.Kind kind :
                    List.of(
                            Overlay.Kind.LANGUAGE,
                            Overlay.Kind.AIDS,
                            Overlay.Kind.HELP,
                            Overlay.Kind.END)) {
                terminal.send(new SessionEvent.OverlayOpened(kind));
                see("overlay." + kind);
                terminal.send(new SessionEvent.OverlayClosed());
            }
            terminal.step(false);
            see("overlay.COVER");
            terminal.touch("next");
            terminal.pass(Duration.ofSeconds(125));
            see("overlay.TIMEOUT");
        }
    }
}
