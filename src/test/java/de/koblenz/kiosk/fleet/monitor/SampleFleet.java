package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.DeviceReport;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.FleetTransition;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.NodeReport;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// A fleet of any size, told by the real reducer: most of it well, some of it in every trouble that there is. Always the same for a seed.
public final class SampleFleet {
    /// When its day begins.
    public static final Instant START = Instant.parse("2026-06-01T01:00:00Z");

    private static final List<String> TOWNS =
            List.of(
                    "Koblenz",
                    "Mainz",
                    "Trier",
                    "Ludwigshafen",
                    "Kaiserslautern",
                    "Worms",
                    "Neuwied",
                    "Neustadt",
                    "Speyer",
                    "Frankenthal",
                    "Bad Kreuznach",
                    "Landau",
                    "Pirmasens",
                    "Zweibrücken",
                    "Idar-Oberstein",
                    "Andernach",
                    "Bad Neuenahr",
                    "Bingen",
                    "Germersheim",
                    "Haßloch",
                    "Ingelheim",
                    "Lahnstein",
                    "Mayen",
                    "Mülheim-Kärlich",
                    "Montabaur",
                    "Remagen",
                    "Schifferstadt",
                    "Sinzig",
                    "Wittlich",
                    "Wörth",
                    "Alzey",
                    "Bitburg",
                    "Boppard",
                    "Cochem",
                    "Daun",
                    "Diez",
                    "Eisenberg",
                    "Gerolstein",
                    "Grünstadt",
                    "Hachenburg",
                    "Hermeskeil",
                    "Kirn",
                    "Konz",
                    "Kusel",
                    "Lambrecht",
                    "Linz",
                    "Meisenheim",
                    "Morbach",
                    "Nastätten",
                    "Nierstein",
                    "Oppenheim",
                    "Prüm",
                    "Ransbach",
                    "Saarburg",
                    "Simmern",
                    "Traben-Trarbach",
                    "Vallendar",
                    "Wissen",
                    "Wirges",
                    "Zell");

    private final FleetReducer reducer = new FleetReducer(AlarmPolicy.USUAL);
    private final Random random;
    private final List<TerminalId> terminals = new ArrayList<>();
    private final Map<TerminalId, Integer> next = new HashMap<>();
    private final List<FleetEffect> effects = new ArrayList<>();
    private FleetState state = FleetState.EMPTY;
    private Instant now = START;

    /// @param number of terminals
    /// @param offices that they stand in, at most 60
    public SampleFleet(int number, int offices, long seed) {
        random = new Random(seed);
        tell(new FleetEvent.BrokerFound(now));
        for (int i = 0; i < number; i++) {
            String office = office(i % offices);
            terminals.add(new TerminalId(office, "terminal-" + (i / offices + 1)));
        }
        List<FleetEvent> births = new ArrayList<>();
        terminals.forEach(id -> births.addAll(birth(id)));
        tell(births);
    }

    /// Ids of offices in the order of the towns.
    public static String office(int number) {
        return "buergeramt-"
                + TOWNS.get(number)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(" ", "-")
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss");
    }

    /// Their names for people.
    public static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < TOWNS.size(); i++) {
            names.put(office(i), "Bürgeramt " + TOWNS.get(i));
        }
        return names;
    }

    public Instant now() {
        return now;
    }

    public FleetState state() {
        return state;
    }

    public TerminalId terminal(int number) {
        return terminals.get(number);
    }

    /// What was to be done so far.
    public List<FleetEffect> effects() {
        return List.copyOf(effects);
    }

    public void tell(FleetEvent event) {
        tell(List.of(event));
    }

    public void tell(List<FleetEvent> events) {
        FleetTransition transition = reducer.next(state, events);
        state = transition.state();
        effects.addAll(transition.effects());
    }

    /// Time passes, and everybody who is heard says that they live.
    public void pass(Duration time) {
        now = now.plus(time);
        List<FleetEvent> alive = new ArrayList<>();
        for (TerminalId id : terminals) {
            if (heard(id)) {
                alive.add(report(id, Map.of()));
            }
        }
        tell(alive);
        tell(new FleetEvent.Ticked(now));
    }

    private boolean heard(TerminalId id) {
        return state.terminal(id)
                .filter(known ->
                        known.connection() == de.koblenz.kiosk.fleet.model.Connection.ONLINE)
                .isPresent();
    }

    private int seq(TerminalId id) {
        return next.merge(id, 1, (before, one) -> (before + one) % 256);
    }

    List<FleetEvent> birth(TerminalId id) {
        next.put(id, 0);
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("system.cpu.utilization", 0.02 + random.nextDouble() * 0.2);
        metrics.put("system.memory.utilization", 0.4 + random.nextDouble() * 0.2);
        metrics.put("system.filesystem.utilization", 0.2 + random.nextDouble() * 0.3);
        metrics.put("hw.temperature", 38.0 + random.nextInt(14));
        metrics.put("system.uptime", 3600.0 * random.nextInt(700));
        metrics.put("process.uptime", 3600.0 * random.nextInt(20));
        metrics.put("Session/Completed Total", (double) random.nextInt(60));
        metrics.put("outbox.depth", 0.0);
        metrics.put("clock.offset", random.nextDouble() * 0.4);
        metrics.put("cert.notAfter", (double) START.plus(Duration.ofDays(280)).toEpochMilli());
        metrics.put("eid.cert.notBefore", (double) START.minus(Duration.ofDays(1)).toEpochMilli());
        metrics.put("eid.cert.notAfter", (double) START.plus(Duration.ofDays(2)).toEpochMilli());
        metrics.put("network.roundTrip", 12.0 + random.nextInt(40));
        int prints = 60 + random.nextInt(400);
        return List.of(
                new FleetEvent.Born(
                        id,
                        now,
                        1,
                        0,
                        new NodeReport(
                                Optional.of(TerminalMode.IN_SERVICE),
                                Optional.of(Health.OK),
                                Optional.of(""),
                                Optional.of("0.1.0"),
                                Optional.of("4f1c9ae27b30d856"),
                                Map.of(
                                        "Status/Identity Right",
                                        "held",
                                        "Status/Payment",
                                        "reachable",
                                        "Status/Services",
                                        "hund-anmelden PKG-HASH, kita-platz PKG-EXPIRED"),
                                metrics)),
                printer(id, DeviceStatus.ONLINE, PaperStatus.FULL, prints),
                new FleetEvent.DeviceReported(
                        id,
                        now,
                        seq(id),
                        "card-reader",
                        new DeviceReport(
                                Optional.of(DeviceStatus.ONLINE),
                                Optional.empty(),
                                Map.of("Status/Media", "notPresent", "Status/Card Left", "false"),
                                Map.of())));
    }

    FleetEvent printer(TerminalId id, DeviceStatus status, PaperStatus paper, int prints) {
        return new FleetEvent.DeviceReported(
                id,
                now,
                seq(id),
                "receipt-printer",
                new DeviceReport(
                        Optional.of(status),
                        Optional.of(paper),
                        Map.of(
                                "Status/Cover",
                                paper == PaperStatus.JAMMED ? "open" : "closed",
                                "Status/Cutter",
                                "ok"),
                        Map.of(
                                "Supply/Prints Until Empty",
                                (double) prints,
                                "Supply/Paper Remaining",
                                prints * 220.0)));
    }

    FleetEvent report(TerminalId id, Map<String, Double> metrics) {
        return new FleetEvent.Reported(
                id,
                now,
                seq(id),
                new NodeReport(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        metrics));
    }

    FleetEvent mode(TerminalId id, TerminalMode mode, Health health, String code) {
        return new FleetEvent.Reported(
                id,
                now,
                seq(id),
                new NodeReport(
                        Optional.of(mode),
                        Optional.of(health),
                        Optional.of(code),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Map.of()));
    }

    public void lost(TerminalId id) {
        tell(new FleetEvent.Died(id, now, 1));
    }

    /// A morning with everything that can go wrong, and operators who see to it.
    public void morning() {
        pass(Duration.ofDays(9).plusHours(5));
        String dark = office(7);
        terminals.stream().filter(id -> id.office().equals(dark)).toList().forEach(this::lost);
        some(0.0012).forEach(id -> lost(id));
        some(0.0020).forEach(id -> tell(printer(id, DeviceStatus.ONLINE, PaperStatus.LOW, 9)));
        some(0.0008).forEach(id -> tell(printer(id, DeviceStatus.ONLINE, PaperStatus.OUT, 0)));
        some(0.0004).forEach(id -> tell(printer(id, DeviceStatus.ONLINE, PaperStatus.JAMMED, 120)));
        some(0.0006)
                .forEach(id -> tell(printer(id, DeviceStatus.NO_DEVICE, PaperStatus.UNKNOWN, 88)));
        some(0.0009).forEach(id -> tell(mode(id, TerminalMode.OUT_OF_SERVICE, Health.OK, "")));
        some(0.0003)
                .forEach(id ->
                        tell(mode(id, TerminalMode.OUT_OF_SERVICE, Health.FAILED, "CFG-GEOMETRY")));
        some(0.0003).forEach(id -> tell(report(id, Map.of("system.filesystem.utilization", 0.94))));
        tell(new FleetEvent.Occurred(terminal(5), now, AlarmKind.FRAUD));
        tell(new FleetEvent.Occurred(terminal(12), now, AlarmKind.CARD_LEFT));
        terminals.stream()
                .filter(id -> id.office().equals(office(3)))
                .limit(3)
                .toList()
                .forEach(id -> tell(printer(id, DeviceStatus.ONLINE, PaperStatus.JAMMED, 120)));
        TerminalId worst = terminal(0);
        tell(printer(worst, DeviceStatus.ONLINE, PaperStatus.OUT, 0));
        tell(new FleetEvent.Occurred(worst, now, AlarmKind.CRASH_LOOP));
        pass(Duration.ofMinutes(2));
        pass(Duration.ofMinutes(25));
        Operator erika = new Operator("erika.muster", Role.ADMINISTER);
        operate(
                erika,
                new OperatorAction.OpenWindow(
                        new MaintenanceWindow(
                                "5d1c7e52-0a41-4a8b-9a58-0c9f7f1f1a10",
                                Optional.of(office(3)),
                                Optional.empty(),
                                now.minusSeconds(60),
                                now.plus(Duration.ofHours(4)),
                                "Neue Schalter werden eingebaut")));
        operate(
                erika,
                new OperatorAction.OpenWindow(
                        new MaintenanceWindow(
                                "5d1c7e52-0a41-4a8b-9a58-0c9f7f1f1a11",
                                Optional.of(office(0)),
                                Optional.of("terminal-2"),
                                now.plus(Duration.ofHours(20)),
                                now.plus(Duration.ofHours(23)),
                                "Drucker wird getauscht")));
        List<Long> open = state.alarms().values().map(alarm -> alarm.id()).sorted().toList();
        for (int i = 0; i < Math.min(open.size(), 12); i += 3) {
            operate(erika, new OperatorAction.Acknowledge(open.get(i), "Amt ist informiert"));
            operate(erika, new OperatorAction.Assign(open.get(i), "max.beispiel"));
        }
        if (open.size() > 2) {
            operate(
                    erika,
                    new OperatorAction.Shelve(
                            open.get(1), now.plus(Duration.ofHours(4)), "Technik ist beauftragt"));
        }
        operate(
                new Operator("gast", Role.VIEW),
                new OperatorAction.Clear(open.getFirst(), "schon erledigt"));
        pass(Duration.ofMinutes(3));
    }

    void operate(Operator by, OperatorAction action) {
        tell(new FleetEvent.Operated(now, by, action));
    }

    private List<TerminalId> some(double share) {
        int number = Math.max(1, (int) (terminals.size() * share));
        return Stream.generate(() -> terminals.get(random.nextInt(terminals.size())))
                .filter(this::heard)
                .limit(number)
                .toList();
    }

    /// Entries of the audit log so far.
    public List<AuditEntry> audit() {
        return effects.stream()
                .filter(FleetEffect.Audit.class::isInstance)
                .map(FleetEffect.Audit.class::cast)
                .map(AuditEntry::of)
                .toList();
    }
}
