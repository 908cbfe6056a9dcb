package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.config.ConfigNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One profile as it is being read from its own file and those that it inherits from.
///
/// A mistake in an inherited file may be reported by every heir; the reader tells it once.
final class ProfileForm {
    private static final int LEAST_DPI = 50;
    private static final int MOST_DPI = 1200;

    /// The database rounds widths.
    private static final double ROUNDED_MM = 1;

    private final String key;
    private final List<ConfigNode> line;
    private final ConfigNode own;
    private final boolean base;

    /// @param line the profile's own keys first, then those of the profiles that it inherits from
    /// @param base whether other profiles inherit from this one, so that it need not be complete
    ProfileForm(String key, List<ConfigNode> line, boolean base) {
        this.key = key;
        this.line = line;
        this.own = line.getFirst();
        this.base = base;
    }

    DeviceProfile profile() {
        String name = own.at("name").text();
        String vendor = own.at("vendor").text();
        own.find("notes").ifPresent(ConfigNode::text);
        own.find("colors").ifPresent(colors -> colors.entries().values().forEach(ConfigNode::text));
        own.find("inherits");
        own.find("kiosk");
        own.find("features");
        Media media = media();
        KioskForm kioskForm = new KioskForm(kioskNodes());
        Map<Integer, PrinterFont> fonts = fonts(kioskForm, media.pixels());
        Map<Integer, String> codePages = codePages();
        Map<String, Boolean> features = features();
        KioskSection kiosk = kioskForm.section(features);
        checkTables(kioskForm, codePages);
        own.noOthers();
        DeviceProfile profile =
                new DeviceProfile(key, name, vendor, media, fonts, codePages, features, kiosk);
        lint(profile);
        return profile;
    }

    /// The nearest value of a key that a child replaces as a whole.
    private Optional<ConfigNode> nearest(String name) {
        return line.stream().map(node -> node.find(name)).flatMap(Optional::stream).findFirst();
    }

    private List<ConfigNode> kioskNodes() {
        return line.stream().map(node -> node.find("kiosk")).flatMap(Optional::stream).toList();
    }

    private Media media() {
        Optional<ConfigNode> found = nearest("media");
        if (found.isEmpty()) {
            own.report("the key 'media' is missing, here and in what it inherits", "CFG-MISSING");
            return new Media(0, 0, Media.USUAL_DPI);
        }
        ConfigNode media = found.get();
        // The database leaves out what nobody knows; our own profiles must not.
        Optional<ConfigNode> width = media.find("width");
        double millimetres =
                width.flatMap(node -> node.find("mm")).map(ProfileForm::decimal).orElse(0.0);
        int pixels =
                width.flatMap(node -> node.find("pixels"))
                        .map(node -> (int) decimal(node))
                        .orElse(0);
        int dpi = media.find("dpi").map(ProfileForm::resolution).orElse(Media.USUAL_DPI);
        width.ifPresent(ConfigNode::noOthers);
        media.noOthers();
        if (pixels == 0 && !base && own.find("kiosk").isPresent()) {
            own.find("media")
                    .orElse(own)
                    .report(
                            "the dots across the paper must be known where a printer is used",
                            "PRF-WIDTH-UNKNOWN");
        }
        return new Media(millimetres, pixels, dpi);
    }

    private static int resolution(ConfigNode node) {
        return node.text().equals(CodePages.UNKNOWN)
                ? Media.USUAL_DPI
                : node.integer(LEAST_DPI, MOST_DPI);
    }

    /// A number, or 0 for the database's word `Unknown`.
    private static double decimal(ConfigNode node) {
        String text = node.text();
        if (!node.present() || text.equals(CodePages.UNKNOWN)) {
            return 0;
        }
        try {
            double value = new BigDecimal(text).doubleValue();
            if (value > 0 && value <= 5000) {
                return value;
            }
            node.report(text + " is not between 0 and 5000", "CFG-RANGE");
        } catch (NumberFormatException _) {
            node.report("'" + text + "' is neither a number nor Unknown", "CFG-TYPE");
        }
        return 0;
    }

    private Map<Integer, PrinterFont> fonts(KioskForm kiosk, int pixels) {
        Map<Integer, PrinterFont> fonts = new TreeMap<>();
        ConfigNode node = nearest("fonts").orElse(own);
        if (node == own) {
            own.report("the key 'fonts' is missing, here and in what it inherits", "CFG-MISSING");
            return fonts;
        }
        node.entries()
                .forEach((number, font) -> {
                    String name = font.find("name").map(ConfigNode::text).orElse("");
                    int columns = font.at("columns").integer(1, 255);
                    font.noOthers();
                    number(node, number)
                            .ifPresent(n ->
                                    fonts.put(n, fitting(kiosk.font(n, name, columns), pixels)));
                });
        return fonts;
    }

    /// The database tells no cells: where the usual one is too wide, it is narrower.
    private PrinterFont fitting(PrinterFont font, int pixels) {
        boolean tooWide = pixels > 0 && font.columns() * font.cellWidth() > pixels;
        return tooWide && own.find("kiosk").isEmpty()
                ? new PrinterFont(
                        font.name(),
                        font.columns(),
                        Math.max(1, pixels / font.columns()),
                        font.cellHeight())
                : font;
    }

    private Map<Integer, String> codePages() {
        Map<Integer, String> pages = new TreeMap<>();
        Optional<ConfigNode> found = nearest("codePages");
        if (found.isEmpty()) {
            own.report(
                    "the key 'codePages' is missing, here and in what it inherits", "CFG-MISSING");
            return pages;
        }
        ConfigNode node = found.get();
        node.entries()
                .forEach((number, page) -> {
                    String name = page.text();
                    if (!CodePages.known(name)) {
                        page.report(
                                "the code table '"
                                        + name
                                        + "' is not known"
                                        + ConfigNode.suggestion(name, CodePages.names()),
                                "PRF-CHARSET");
                    }
                    number(node, number).ifPresent(n -> pages.put(n, name));
                });
        return pages;
    }

    private static Optional<Integer> number(ConfigNode node, String key) {
        if (key.matches("[0-9]{1,3}") && Integer.parseInt(key) <= 255) {
            return Optional.of(Integer.parseInt(key));
        }
        node.key(key).report("'" + key + "' is not a number from 0 to 255", "PRF-NUMBER");
        return Optional.empty();
    }

    private Map<String, Boolean> features() {
        Map<String, Boolean> features = new TreeMap<>();
        List<String> known = Arrays.stream(Feature.values()).map(Feature::word).toList();
        for (ConfigNode node : line.reversed()) {
            node.find("features")
                    .ifPresent(found ->
                            found.entries()
                                    .forEach((name, value) -> features.put(name, value.flag())));
        }
        own.find("features")
                .ifPresent(found -> {
                    for (String name : found.entries().keySet()) {
                        String near = ConfigNode.suggestion(name, known);
                        // The database may grow features; a near miss is a misspelling.
                        if (!known.contains(name) && !near.isEmpty()) {
                            found.key(name)
                                    .report(
                                            "the feature '" + name + "' is not known" + near,
                                            "PRF-FEATURE");
                        }
                    }
                });
        return features;
    }

    private static void checkTables(KioskForm kiosk, Map<Integer, String> codePages) {
        for (ConfigNode item : kiosk.tableNodes()) {
            String text = item.text();
            if (!text.matches("[0-9]{1,3}") || !codePages.containsKey(Integer.parseInt(text))) {
                item.report("there is no code table " + text + " in this profile", "PRF-TABLE");
            }
        }
    }

    /// Mistakes that no single value shows.
    private void lint(DeviceProfile profile) {
        lintPaper(profile);
        lintKiosk(profile.kiosk());
        ConfigNode place = own.find("fonts").or(() -> own.find("media")).orElse(own);
        profile.fonts()
                .forEach((number, font) -> {
                    int dots = font.columns() * font.cellWidth();
                    if (profile.media().pixels() > 0 && dots > profile.media().pixels()) {
                        place.report(
                                "font "
                                        + number
                                        + " needs "
                                        + font.columns()
                                        + " × "
                                        + font.cellWidth()
                                        + " = "
                                        + dots
                                        + " dots, the paper has "
                                        + profile.media().pixels(),
                                "PRF-COLUMNS");
                    }
                });
    }

    private void lintPaper(DeviceProfile profile) {
        double printed = profile.millimetres(profile.media().pixels());
        // The database mixes the width of paper and of print; our own profiles do not.
        if (own.find("kiosk").isPresent()
                && profile.media().millimetres() > 0
                && printed > profile.media().millimetres() + ROUNDED_MM) {
            own.find("media")
                    .orElse(own)
                    .report(
                            profile.media().pixels()
                                    + " dots at "
                                    + profile.media().dpi()
                                    + " dpi are wider than the paper",
                            "PRF-WIDTH-PAPER");
        }
    }

    private void lintKiosk(KioskSection kiosk) {
        ConfigNode place = own.find("kiosk").orElse(own);
        boolean star = kiosk.status() == StatusProtocol.STAR_ASB;
        if (star != (kiosk.completion() == Completion.ETB)) {
            place.report(
                    "star-asb and etb are one language: neither goes without the other",
                    "PRF-LANGUAGE");
        }
        if (kiosk.completion() == Completion.COUNTERS
                && kiosk.status() != StatusProtocol.CUSTOM_FULL_STATUS) {
            place.report("counters go with custom-full-status only", "PRF-LANGUAGE");
        }
        if (star && kiosk.lineSpacingDots() != 24 && kiosk.lineSpacingDots() != 32) {
            place.report("a Star printer feeds 24 or 32 dots a line", "PRF-SPACING");
        }
        if (kiosk.keepsPictures() && kiosk.completion() != Completion.PROCESS_ID) {
            place.report(
                    "pictures are kept only in printers that confirm by process-id",
                    "PRF-PICTURES");
        }
        if (kiosk.rollMm() > 0 && kiosk.nearEndMm() > kiosk.rollMm()) {
            place.report("nearEndMm is longer than the roll", "PRF-ROLL");
        }
    }
}
