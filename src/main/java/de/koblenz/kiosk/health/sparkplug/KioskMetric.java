package de.koblenz.kiosk.health.sparkplug;

import static de.koblenz.kiosk.health.sparkplug.MetricForm.count;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.flag;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.number;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.shape;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.share;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.time;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.whole;
import static de.koblenz.kiosk.health.sparkplug.MetricForm.words;
import static de.koblenz.kiosk.health.sparkplug.MetricScope.DEVICE;
import static de.koblenz.kiosk.health.sparkplug.MetricScope.NODE;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everything that a terminal may publish of itself and its devices: nothing else leaves it ([SparkplugCodec#encode]). A
/// metric that is added here has to be added to `docs/metrics.md` too, or the build fails.
///
/// Names of the system are OpenTelemetry's semantic conventions, states of devices the words of XFS4IoT, units UCUM.
public enum KioskMetric {
    /// Number of the connection, in birth and will (`tck-id-topics-nbirth-bdseq-included`).
    BD_SEQ(NODE, 1, "bdSeq", Audience.PROTOCOL, whole("1", 0, 0, 255)),
    /// Asks for a new birth; has no alias (`tck-id-operational-behavior-data-commands-rebirth-name-aliases`).
    REBIRTH(NODE, 0, "Node Control/Rebirth", Audience.PROTOCOL, flag()),
    /// A signed command, JWS in compact form (RFC 7515 §3.1) with Ed25519; the terminal itself never has a value for it.
    COMMAND_REQUEST(
            NODE,
            2,
            "Command/Request",
            Audience.OPERATE,
            shape("a JWS", "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}")),

    /// What the terminal is set to.
    MODE(
            NODE,
            3,
            "Status/Mode",
            words("IN_SERVICE", "OUT_OF_SERVICE", "MAINTENANCE", "SUPERVISOR")),
    /// How it is, in the three steps that operators sort by.
    HEALTH(NODE, 4, "Status/Health", words("OK", "DEGRADED", "FAILED")),
    /// Why it is out of service, e.g. `CFG-GEOMETRY`; empty where there is nothing to say.
    CODE(
            NODE,
            5,
            "Status/Code",
            shape("a failure code or nothing", "([A-Z][A-Z0-9]{0,15}(-[A-Z0-9]{1,16}){1,6})?")),
    SOFTWARE_VERSION(
            NODE,
            6,
            "Properties/Software Version",
            shape("a version", "[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")),
    /// By which one sees which terminals run the same configuration.
    CONFIGURATION_HASH(
            NODE,
            7,
            "Properties/Configuration",
            shape("16 hexadecimal digits or nothing", "([0-9a-f]{16})?")),

    /// Sessions in which a service was finished, since the start of the program.
    SESSIONS_COMPLETED(NODE, 10, "Session/Completed Total", count("{session}", 1)),
    /// Sessions that the citizen ended before.
    SESSIONS_ENDED(NODE, 11, "Session/Ended Total", count("{session}", 1)),
    /// Sessions in which nobody touched the terminal any more.
    SESSIONS_TIMED_OUT(NODE, 12, "Session/Timed Out Total", count("{session}", 1)),
    /// Sessions that a device or an outside service made impossible.
    SESSIONS_FAILED(NODE, 13, "Session/Failed Total", count("{session}", 1)),

    /// Events that the monitor has not acknowledged yet.
    OUTBOX_DEPTH(NODE, 14, "outbox.depth", count("{event}", 1)),
    /// How much the terminal's clock is ahead of the time server's.
    CLOCK_OFFSET(NODE, 15, "clock.offset", number("s", 0.5, -1e10, 1e10)),
    /// End of the certificate by which the terminal shows who it is.
    CERTIFICATE_END(NODE, 16, "cert.notAfter", time()),
    /// Connections to the broker since the start of the program, the first not counted.
    RECONNECTS(NODE, 17, "network.reconnects", count("{connection}", 1)),
    /// From the question to the broker's answer, at the last connection.
    ROUND_TRIP(NODE, 18, "network.roundTrip", number("ms", 20, 0, 1e6)),

    /// Whether there is a right to read identity cards; `unknown` also where none is configured, or it is not the terminal's own.
    RIGHT(NODE, 27, "Status/Identity Right", words("unknown", "missing", "held")),
    /// First moment of the certificate by which identity cards are read.
    RIGHT_START(NODE, 28, "eid.cert.notBefore", time()),
    /// End of it.
    RIGHT_END(NODE, 29, "eid.cert.notAfter", time()),
    /// How the payment platform answered last.
    PAYMENT(NODE, 30, "Status/Payment", words("unknown", "reachable", "unreachable", "denied")),

    /// Services of the configuration that cannot be started, each with the code of the first reason: `hund-anmelden PKG-HASH, kita-platz PKG-EXPIRED`;
    /// beyond twenty how many more (`, +3`).
    SERVICES(
            NODE,
            31,
            "Status/Services",
            shape(
                    "ids of services that cannot be started, each with a code, or nothing",
                    "("
                            + KioskMetric.BROKEN
                            + "(, "
                            + KioskMetric.BROKEN
                            + "){0,19}(, \\+[0-9]{1,3})?|\\+[0-9]{1,3})?")),

    CPU(NODE, 20, "system.cpu.utilization", share(0.15)),
    MEMORY(NODE, 21, "system.memory.utilization", share(0.05)),
    /// Of the disk with the terminal's data.
    FILESYSTEM(NODE, 22, "system.filesystem.utilization", share(0.01)),
    /// Since the machine was switched on; told every minute.
    SYSTEM_UPTIME(NODE, 23, "system.uptime", count("s", 1)),
    /// Since the program was started.
    PROCESS_UPTIME(NODE, 24, "process.uptime", count("s", 600)),
    JVM_MEMORY(NODE, 25, "jvm.memory.used", count("By", 32 << 20)),
    /// The hottest sensor.
    TEMPERATURE(NODE, 26, "hw.temperature", number("Cel", 3, -60, 200)),

    /// State of a device, `Common.Status.device` of XFS4IoT.
    STATE(
            DEVICE,
            1,
            "Status/Device",
            words(
                    "online",
                    "offline",
                    "powerOff",
                    "noDevice",
                    "hardwareError",
                    "userError",
                    "deviceBusy",
                    "fraudAttempt",
                    "potentialFraud",
                    "starting")),
    PAPER(DEVICE, 2, "Supply/Paper", words("unknown", "full", "low", "out", "jammed")),
    COVER(DEVICE, 3, "Status/Cover", words("unknown", "open", "closed")),
    CUTTER(DEVICE, 4, "Status/Cutter", words("unknown", "ok", "error")),
    HEAD(DEVICE, 5, "Status/Head", words("unknown", "ok", "overheated")),
    PRESENTER(
            DEVICE,
            6,
            "Status/Presenter",
            words("unknown", "empty", "entering", "present", "taken", "retracted", "jammed")),
    /// An estimate.
    PAPER_REMAINING(DEVICE, 7, "Supply/Paper Remaining", whole("mm", 500, 0, 999_999)),
    /// Papers of usual length that it is enough for.
    PRINTS_LEFT(DEVICE, 8, "Supply/Prints Until Empty", whole("{print}", 1, 0, 999_999)),
    /// Whether a card lies on the reader, or paper in the scanner; not whose.
    MEDIA(DEVICE, 9, "Status/Media", words("unknown", "present", "notPresent")),
    /// A card was left behind and staff should come.
    CARD_LEFT(DEVICE, 10, "Status/Card Left", flag()),
    /// The service of the system that the device needs (PC/SC).
    SERVICE(DEVICE, 11, "Status/Service", words("unknown", "up", "down", "denied"));

    /// A service and a code.
    public static final String BROKEN = "[a-z0-9-]{1,60} [A-Z]{2,16}(-[A-Z0-9]{1,16}){1,6}";

    /// Aliases of a slot; no code is greater.
    private static final int CODES = 64;

    private static final Map<String, KioskMetric> NODE_KEYS = keys(NODE);
    private static final Map<String, KioskMetric> DEVICE_KEYS = keys(DEVICE);
    private static final Map<Integer, KioskMetric> NODE_CODES = codes(NODE);
    private static final Map<Integer, KioskMetric> DEVICE_CODES = codes(DEVICE);

    private final MetricScope scope;
    private final int code;
    private final String key;
    private final Audience audience;

    // Its predicate looks at constants alone.
    @SuppressWarnings("ImmutableEnumChecker")
    private final MetricForm form;

    KioskMetric(MetricScope scope, int code, String key, MetricForm form) {
        this(scope, code, key, Audience.VIEW, form);
    }

    KioskMetric(MetricScope scope, int code, String key, Audience audience, MetricForm form) {
        this.scope = scope;
        this.code = code;
        this.key = key;
        this.audience = audience;
        this.form = form;
    }

    private static Map<String, KioskMetric> keys(MetricScope scope) {
        return Arrays.stream(values())
                .filter(metric -> metric.scope == scope)
                .collect(Collectors.toUnmodifiableMap(KioskMetric::key, Function.identity()));
    }

    private static Map<Integer, KioskMetric> codes(MetricScope scope) {
        return Arrays.stream(values())
                .filter(metric -> metric.scope == scope && metric.code != 0)
                .collect(Collectors.toUnmodifiableMap(m -> m.code, Function.identity()));
    }

    /// Name on the wire.
    public String key() {
        return key;
    }

    public MetricScope scope() {
        return scope;
    }

    public Datatype datatype() {
        return form.datatype();
    }

    /// UCUM; `1` for none.
    public String unit() {
        return form.unit();
    }

    /// A number that changed by less than this since it was told is not told again; 0 tells every change.
    public double step() {
        return form.step();
    }

    /// Who may see it.
    public Audience audience() {
        return audience;
    }

    /// What it may hold, in words.
    public String content() {
        return form.described();
    }

    /// Whether a value is one that it may have.
    public boolean allows(MetricValue value) {
        return form.fits().test(value);
    }

    /// Alias of this metric at a node, the same at every terminal and in every session; unique over all metrics of a node
    /// (`tck-id-payloads-alias-uniqueness`).
    ///
    /// @param slot 0 for the node's own metrics, its devices from 1
    /// @return empty for the one that must not have one
    public OptionalLong alias(int slot) {
        if (slot < 0 || (slot == 0) != (scope == NODE)) {
            throw new IllegalArgumentException(this + " in slot " + slot);
        }
        return code == 0 ? OptionalLong.empty() : OptionalLong.of((long) slot * CODES + code);
    }

    /// The metric of a name.
    public static Optional<KioskMetric> of(MetricScope scope, String key) {
        return Optional.ofNullable((scope == NODE ? NODE_KEYS : DEVICE_KEYS).get(key));
    }

    /// The metric of an alias, whichever the device.
    public static Optional<KioskMetric> of(long alias) {
        return Optional.ofNullable(
                (Long.compareUnsigned(alias, CODES) < 0 ? NODE_CODES : DEVICE_CODES)
                        .get((int) Long.remainderUnsigned(alias, CODES)));
    }

    /// Which of the list a metric on the wire is, by name where it has one, else by alias.
    ///
    /// @param scope of the message that carries it
    /// @return empty where it is none, or its value is none that the list allows
    public static Optional<KioskMetric> listed(MetricScope scope, SparkplugMetric metric) {
        Optional<KioskMetric> found = Optional.empty();
        if (metric.name().isPresent()) {
            found = of(scope, metric.name().get());
        } else if (metric.alias().isPresent()) {
            found = of(metric.alias().getAsLong());
        }
        return found.filter(
                known -> known.scope == scope && metric.value().map(known::allows).orElse(true));
    }

    /// @throws IllegalArgumentException if a metric is none of the list; neither its name nor its value is repeated
    static void requireListed(SparkplugMetric metric) {
        boolean listed =
                listed(NODE, metric)
                        .or(() -> listed(DEVICE, metric))
                        .filter(known ->
                                metric.datatype().map(known.datatype()::equals).orElse(true))
                        .isPresent();
        if (!listed) {
            throw new IllegalArgumentException("a metric that is not on the list");
        }
    }
}
