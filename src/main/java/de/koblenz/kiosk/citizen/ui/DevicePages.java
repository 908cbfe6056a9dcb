package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.text.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the devices say of themselves, in words for staff.
final class DevicePages {
    private static final String PAPER = "paper";
    private static final DeviceId SCANNER = new DeviceId("document-scanner");
    private static final int MILLIMETRES_PER_METRE = 1000;

    private DevicePages() {}

    static Draft page(Words words, TerminalState state) {
        List<Screen.Fact> facts = new ArrayList<>();
        state.devices().values().stream()
                .sorted(Comparator.comparing(health -> health.id().value()))
                .forEach(health -> facts.addAll(facts(words, health)));
        Screen.Body body =
                facts.isEmpty()
                        ? Screen.Message.of(Symbol.INFO, List.of(words.of("staff.devices.none")))
                        : Screen.ServiceFacts.of(facts, Optional.empty());
        return Draft.of(
                        "staff.devices",
                        words.of("staff.DEVICES"),
                        words.of("staff.devices.hint"),
                        body)
                .back(words);
    }

    private static List<Screen.Fact> facts(Words words, DeviceHealth health) {
        Map<String, String> details = health.details();
        boolean scanner = health.id().equals(SCANNER);
        boolean printer = !scanner && details.containsKey(PAPER);
        String paper = "staff.paper.is." + details.getOrDefault(PAPER, "");
        List<Screen.Fact> facts = new ArrayList<>();
        facts.add(
                new Screen.Fact(
                        printer ? Symbol.PRINTER : scanner ? Symbol.DOCUMENT : Symbol.ID_CARD,
                        device(words, health),
                        words.of("staff.state." + health.state())));
        if (scanner) {
            trouble(words, details).ifPresent(facts::add);
        }
        if (!printer) {
            return facts;
        }
        facts.add(
                new Screen.Fact(
                        Symbol.DOCUMENT,
                        words.of("staff.paperLabel"),
                        words.of(words.texts().has(paper) ? paper : "staff.paper.is.unknown")));
        left(words, details).ifPresent(facts::add);
        List<String> parts = new ArrayList<>();
        for (String part : List.of("cover", "cutter", "head", "presenter")) {
            String key = "staff." + part + "." + details.getOrDefault(part, "");
            if (words.texts().has(key)) {
                parts.add(words.of(key));
            }
        }
        if (!parts.isEmpty()) {
            facts.add(
                    new Screen.Fact(
                            Symbol.INFO, words.of("staff.parts"), String.join(", ", parts)));
        }
        return facts;
    }

    /// What staff can do at the scanner itself.
    private static Optional<Screen.Fact> trouble(Words words, Map<String, String> details) {
        boolean jammed = details.getOrDefault(PAPER, "").equals("jammed");
        boolean open = details.getOrDefault("cover", "").equals("open");
        if (!jammed && !open) {
            return Optional.empty();
        }
        return Optional.of(
                new Screen.Fact(
                        Symbol.INFO,
                        words.of("staff.parts"),
                        words.of(jammed ? "staff.paper.is.jammed" : "staff.cover.open")));
    }

    /// "noch etwa 12,5 Meter, etwa 60 Drucke"; empty where nobody knows.
    private static Optional<Screen.Fact> left(Words words, Map<String, String> details) {
        String millimetres = details.getOrDefault(DeviceHealth.PAPER_LEFT_MM, "");
        String prints = details.getOrDefault(DeviceHealth.PRINTS_LEFT, "");
        if (!millimetres.matches("[0-9]{1,7}") || !prints.matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        int metres = Integer.parseInt(millimetres) / MILLIMETRES_PER_METRE;
        int tenths = Integer.parseInt(millimetres) % MILLIMETRES_PER_METRE / 100;
        String mark = words.of("staff.decimal");
        return Optional.of(
                new Screen.Fact(
                        Symbol.TAKE_PAPER,
                        words.of("staff.leftLabel"),
                        words.of(
                                "staff.left",
                                Map.of(
                                        "metres",
                                        Formats.code(metres + mark + tenths),
                                        "prints",
                                        Formats.code(prints)))));
    }

    private static String device(Words words, DeviceHealth health) {
        String key = "staff.device." + health.id();
        return words.texts().has(key) ? words.of(key) : Formats.code(health.id().value());
    }
}
