package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.device.transport.SerialSettings;
import de.koblenz.kiosk.device.transport.SerialSettings.FlowControl;
import de.koblenz.kiosk.device.transport.SerialSettings.Parity;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `kiosk:` section as it is being read, merged item by item with those that it inherits.
final class KioskForm {
    private static final int VERSION = 1;
    private static final String CELL = "[1-9][0-9]?x[1-9][0-9]?";

    private final List<ConfigNode> nodes;

    /// @param nodes the sections, nearest first; perhaps none
    KioskForm(List<ConfigNode> nodes) {
        this.nodes = nodes;
    }

    private Optional<ConfigNode> find(String name) {
        return nodes.stream().map(node -> node.find(name)).flatMap(Optional::stream).findFirst();
    }

    /// A font of the profile with its cell: as the section says, or as nearly every printer has it.
    PrinterFont font(int number, String name, int columns) {
        String cell =
                find("fontCells")
                        .flatMap(cells -> cells.find(Integer.toString(number)))
                        .map(node -> node.text(CELL, "a cell such as 12x24"))
                        .filter(text -> text.matches(CELL))
                        .orElse(number == 0 ? "12x24" : "9x17");
        int cross = cell.indexOf('x');
        return new PrinterFont(
                name,
                columns,
                Integer.parseInt(cell.substring(0, cross)),
                Integer.parseInt(cell.substring(cross + 1)));
    }

    List<ConfigNode> tableNodes() {
        return find("tables").map(ConfigNode::items).orElse(List.of());
    }

    KioskSection section(Map<String, Boolean> features) {
        find("schema").ifPresent(node -> node.integer(VERSION, VERSION));
        KioskSection section =
                new KioskSection(
                        find("serial").map(KioskForm::serial).orElse(SerialSettings.USUAL),
                        find("status").map(KioskForm::status).orElse(StatusProtocol.DLE_EOT),
                        find("completion")
                                .map(node -> node.oneOf(Completion.class))
                                .orElse(Completion.GS_R),
                        tableNodes().stream().map(node -> node.integer(0, 255)).toList(),
                        find("lineSpacingDots").map(node -> node.integer(16, 120)).orElse(30),
                        find("nearEndMm").map(node -> node.integer(0, 20_000)).orElse(0),
                        find("cutter")
                                .map(node -> cutter(node, features))
                                .orElse(new Cutter(usualCut(features), 15, true)),
                        find("presenter").map(KioskForm::presenter),
                        find("keepsPictures").map(ConfigNode::flag).orElse(false),
                        find("rollMm").map(node -> node.integer(0, 500_000)).orElse(0));
        find("fontCells").ifPresent(ConfigNode::entries);
        if (!nodes.isEmpty()) {
            nodes.getFirst().noOthers();
        }
        return section;
    }

    private static SerialSettings serial(ConfigNode node) {
        SerialSettings usual = SerialSettings.USUAL;
        SerialSettings settings =
                new SerialSettings(
                        node.at("baudRate").integer(1_200, 921_600),
                        node.find("dataBits").map(n -> n.integer(7, 8)).orElse(usual.dataBits()),
                        node.find("parity").map(n -> n.oneOf(Parity.class)).orElse(usual.parity()),
                        node.find("stopBits").map(n -> n.integer(1, 2)).orElse(usual.stopBits()),
                        node.find("flowControl")
                                .map(n -> n.oneOf(FlowControl.class))
                                .orElse(usual.flowControl()),
                        node.find("writeTimeout")
                                .map(n -> n.duration(Duration.ofSeconds(1)))
                                .orElse(usual.writeTimeout()));
        node.noOthers();
        return settings;
    }

    private static StatusProtocol status(ConfigNode node) {
        StatusProtocol protocol = node.at("protocol").oneOf(StatusProtocol.class);
        node.noOthers();
        return protocol;
    }

    private static Cutter.Cut usualCut(Map<String, Boolean> features) {
        return features.getOrDefault(Feature.PAPER_PART_CUT.word(), true)
                ? Cutter.Cut.PARTIAL
                : features.getOrDefault(Feature.PAPER_FULL_CUT.word(), false)
                        ? Cutter.Cut.FULL
                        : Cutter.Cut.NONE;
    }

    private static Cutter cutter(ConfigNode node, Map<String, Boolean> features) {
        Cutter cutter =
                new Cutter(
                        node.find("cut")
                                .map(n -> n.oneOf(Cutter.Cut.class))
                                .orElse(usualCut(features)),
                        node.find("headToCutterMm").map(n -> n.integer(0, 60)).orElse(15),
                        node.find("feedsItself").map(ConfigNode::flag).orElse(true));
        node.noOthers();
        return cutter;
    }

    private static Presenter presenter(ConfigNode node) {
        Presenter presenter =
                new Presenter(
                        node.find("present").map(KioskForm::hex).orElse(""),
                        node.find("retract").map(KioskForm::hex).orElse(""),
                        node.find("autoRetractSeconds").map(n -> n.integer(0, 3600)).orElse(0));
        node.noOthers();
        return presenter;
    }

    private static String hex(ConfigNode node) {
        String text = node.text();
        try {
            HexFormat.ofDelimiter(" ").parseHex(text);
            return text;
        } catch (IllegalArgumentException _) {
            node.report("'" + text + "' is not bytes such as 1D 65 03", "PRF-HEX");
            return "";
        }
    }
}
