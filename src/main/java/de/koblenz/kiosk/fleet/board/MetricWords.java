package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.DeviceCondition;
import de.koblenz.kiosk.fleet.model.MetricNames;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Numbers and further words of terminals and devices in plain language. Immutable and thread-safe.
public final class MetricWords {
    private static final double PERCENT = 100;
    private static final double MEGABYTE = 1 << 20;
    private static final double METRE = 1000;

    private final FleetWords words;

    MetricWords(FleetWords words) {
        this.words = words;
    }

    /// A name and what it is, as a line of a list of facts.
    ///
    /// @param name of the fact
    /// @param value with its unit
    public record Fact(String name, String value) {}

    /// Name of a number, `system.cpu.utilization`; the name on the wire where this version has none.
    public String name(String metric) {
        return words.or("monitor.metric." + key(metric), metric);
    }

    /// A value with its unit.
    public String value(String metric, double value) {
        return switch (metric) {
            case "system.cpu.utilization", "system.memory.utilization", MetricNames.DISK ->
                    number(value * PERCENT, 0) + " %";
            case MetricNames.CLOCK -> number(value, 1) + " s";
            case "network.roundTrip" -> number(value, 0) + " ms";
            case "jvm.memory.used" -> number(value / MEGABYTE, 0) + " MB";
            case "hw.temperature" -> number(value, 0) + " °C";
            case MetricNames.PAPER_REMAINING -> number(value / METRE, 1) + " m";
            case "system.uptime", "process.uptime" ->
                    words.lasting(Duration.ofSeconds((long) value));
            case MetricNames.CERTIFICATE_END, MetricNames.RIGHT_START, MetricNames.RIGHT_END ->
                    words.date(
                            LocalDate.ofInstant(Instant.ofEpochMilli((long) value), words.zone()));
            default -> number(value, value == Math.rint(value) ? 0 : 2);
        };
    }

    /// A number as the language writes it.
    public String number(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(words.texts().locale());
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(value);
    }

    /// A number without marks between thousands, for spreadsheets.
    public String plain(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(words.texts().locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(value);
    }

    /// All numbers of a terminal, those of sessions last.
    public List<Fact> facts(Map<String, Double> metrics) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(metrics)
                .forEach(
                        (metric, value) -> facts.add(new Fact(name(metric), value(metric, value))));
        return facts;
    }

    /// What a device says beyond its status: words and numbers.
    public List<Fact> facts(DeviceCondition device) {
        List<Fact> facts = new ArrayList<>(wordFacts(device.words()));
        facts.addAll(facts(device.metrics()));
        return facts;
    }

    /// Words by their names.
    public List<Fact> wordFacts(Map<String, String> words) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(words)
                .forEach((name, word) -> facts.add(new Fact(name(name), word(name, word))));
        return facts;
    }

    /// An XFS4IoT word: "Abdeckung", "offen". Nothing at all is worded, too.
    public String word(String name, String word) {
        String said = word.isEmpty() ? "nothing" : word;
        return words.or(
                "monitor.word." + key(name) + "." + said, words.or("monitor.word." + said, word));
    }

    /// `Supply/Paper Remaining` as a part of a key.
    static String key(String metric) {
        return metric.replaceAll("[^A-Za-z0-9.]+", "-");
    }
}
