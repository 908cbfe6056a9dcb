package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// Examines a laid-out page as a strict visitor would: nothing cut off, broken without a hyphen,
/// overlapping, outside, too small, too high, too pale or nameless. It measures the nodes anew and
/// takes nothing from how the views laid them out.
///
/// Use: `new Probe(picture.layOut(screen), screen).findings()`; an empty list is a good page.
public final class Probe {
    private static final double LEAST_TARGET = 64;
    private static final double LEAST_GAP = 8;

    private final Screen screen;
    private final ScreenLook look;
    private final Bounds glass;
    private final List<Node> painted = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<TouchTarget> targets = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    public Probe(ScreenView view, Screen screen) {
        this.screen = screen;
        look = screen.look();
        glass = new BoundingBox(0, 0, look.geometry().width(), look.geometry().height());
        collect(view);
        for (Text text : texts) {
            examineText(text);
        }
        examineOverlaps();
        for (TouchTarget target : targets) {
            examineTarget(target);
        }
        examineGaps();
        examineWords();
    }

    /// What is wrong, one line each; empty for a good page.
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /// Places of the buttons that stand at the same place on every page of a look, by id.
    public Map<String, Bounds> fixedPlaces() {
        Map<String, Bounds> places = new LinkedHashMap<>();
        for (TouchTarget target : targets) {
            String id = target.getId();
            boolean service =
                    screen.services().stream().anyMatch(control -> control.id().equals(id));
            if (service || id.equals("back") || id.equals("next")) {
                places.put(id, bounds(target));
            }
        }
        return places;
    }

    private void collect(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        painted.add(node);
        if (node instanceof Text text && !text.getText().isBlank()) {
            texts.add(text);
        }
        if (node instanceof TouchTarget target) {
            targets.add(target);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// Where the ink of a text is: measured from its baseline, because the visual bounds of a text that
    /// is placed by its top do not say where its line is.
    private static Bounds ink(Text text) {
        double baseline = text.getLayoutBounds().getMinY() + text.getBaselineOffset();
        VPos origin = text.getTextOrigin();
        text.setTextOrigin(VPos.BASELINE);
        text.setBoundsType(TextBoundsType.VISUAL);
        Bounds ink = text.getLayoutBounds();
        text.setBoundsType(TextBoundsType.LOGICAL);
        text.setTextOrigin(origin);
        return text.localToScene(
                new BoundingBox(
                        ink.getMinX(), ink.getMinY() + baseline, ink.getWidth(), ink.getHeight()));
    }

    private static boolean isIcon(Text text) {
        return text instanceof SymbolIcon;
    }

    private void examineText(Text text) {
        Bounds ink = ink(text);
        if (!contains(glass, ink, 0)) {
            report("outside the screen", text, place(ink));
        }
        double least = isIcon(text) ? 3 : 4.5;
        double needed = look.highContrast() ? (isIcon(text) ? 4.5 : 7) : least;
        double contrast = contrast(text, ink);
        if (contrast < needed) {
            report("contrast " + String.format(Locale.ROOT, "%.1f", contrast), text, "");
        }
        if (isIcon(text)) {
            return;
        }
        double size = text.getFont().getSize();
        if (size < (look.largeText() ? 46 : 24)) {
            report("too small: " + size, text, "");
        }
        if (text.getText().contains("⟦")) {
            report("unresolved", text, "");
        }
        if (text.getText().contains("…")) {
            report("ellipsis", text, "");
        }
        Parent box = text.getParent();
        if (box != null && !contains(bounds(box), ink, 4)) {
            report("cut off", text, place(ink) + " in " + place(bounds(box)));
        }
        for (Node up = box; up != null; up = up.getParent()) {
            if (up instanceof TouchTarget || up.getStyleClass().contains("panel")) {
                if (!contains(bounds(up), ink, 0)) {
                    report("not inside its box", text, place(ink) + " in " + place(bounds(up)));
                }
                break;
            }
        }
        examineBreaks(text);
        examineLetters(text);
    }

    /// A word that does not fit is broken at a hyphen; JavaFX itself wraps nothing.
    private void examineBreaks(Text text) {
        if (text.getWrappingWidth() > 0) {
            report("wrapped by JavaFX", text, "");
        }
        if (text.getParent() instanceof Region box) {
            double width = text.getLayoutBounds().getWidth();
            if (width > box.getWidth() + 1) {
                report("wider than its box", text, width + " in " + box.getWidth());
            }
        }
    }

    private void examineLetters(Text text) {
        String family = text.getFont().getFamily();
        Face face =
                family.startsWith("Fira")
                        ? Face.FIRA
                        : family.startsWith("Noto") ? Face.NOTO : Face.VAZIRMATN;
        if (!family.startsWith("Fira")
                && !family.startsWith("Noto")
                && !family.startsWith("Vazirmatn")) {
            report("foreign font " + family, text, "");
        }
        text.getText()
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> !FontCoverage.of(face).has(c))
                .forEach(c -> report("no glyph for U+" + Integer.toHexString(c), text, family));
    }

    private void examineOverlaps() {
        for (int i = 0; i < texts.size(); i++) {
            Bounds ink = ink(texts.get(i));
            for (int j = i + 1; j < texts.size(); j++) {
                if (overlap(ink, ink(texts.get(j)), 1)) {
                    report("overlaps \"" + texts.get(j).getText() + "\"", texts.get(i), "");
                }
            }
            for (TouchTarget target : targets) {
                if (!isInside(texts.get(i), target) && overlap(ink, bounds(target), 1)) {
                    report("lies on " + target.getId(), texts.get(i), "");
                }
            }
        }
        List<Canvas> pictures =
                painted.stream().filter(Canvas.class::isInstance).map(Canvas.class::cast).toList();
        for (Canvas picture : pictures) {
            if (!contains(glass, bounds(picture), 0)) {
                report("outside the screen", picture, place(bounds(picture)));
            }
            for (Text text : texts) {
                if (overlap(ink(text), bounds(picture), 1)) {
                    report("lies on a picture", text, "");
                }
            }
            for (TouchTarget target : targets) {
                if (overlap(bounds(target), bounds(picture), 1)) {
                    report("lies on a picture", target, "");
                }
            }
        }
    }

    private void examineTarget(TouchTarget target) {
        Bounds bounds = bounds(target);
        if (bounds.getWidth() < LEAST_TARGET - 0.5 || bounds.getHeight() < LEAST_TARGET - 0.5) {
            report("too small to touch", target, place(bounds));
        }
        if (!contains(glass, bounds, 0)) {
            report("outside the screen", target, place(bounds));
        }
        int reach =
                look.geometry()
                        .yOf(
                                look.lowReach()
                                        ? KioskGeometry.HIGHEST_LOW_CONTROL_MM
                                        : KioskGeometry.HIGHEST_CONTROL_MM);
        if (bounds.getMinY() < reach) {
            report("out of reach, above " + reach, target, place(bounds));
        }
        String name = target.getAccessibleText();
        if (name == null || name.isBlank()) {
            report("without a name", target, "");
        }
        if (target.getId() == null || target.getId().isBlank()) {
            report("without an id", target, "");
        }
        if (!target.isFocusTraversable()) {
            report("not to be reached by keys", target, "");
        }
    }

    private void examineGaps() {
        for (int i = 0; i < targets.size(); i++) {
            Bounds a = bounds(targets.get(i));
            for (int j = i + 1; j < targets.size(); j++) {
                Bounds b = bounds(targets.get(j));
                double across =
                        Math.max(a.getMinX(), b.getMinX()) - Math.min(a.getMaxX(), b.getMaxX());
                double down =
                        Math.max(a.getMinY(), b.getMinY()) - Math.min(a.getMaxY(), b.getMaxY());
                if (across < LEAST_GAP - 0.5 && down < LEAST_GAP - 0.5) {
                    report("too close to " + targets.get(j).getId(), targets.get(i), place(a));
                }
            }
        }
    }

    /// Title, hint, alert and the labels of the frame are to be read.
    private void examineWords() {
        StringBuilder all = new StringBuilder();
        for (Text text : texts) {
            all.append(letters(text.getText().replace("-\n", ""))).append('|');
        }
        List<String> expected = new ArrayList<>();
        expected.addAll(List.of(screen.title(), screen.hint(), screen.office()));
        expected.addAll(List.of(screen.progress(), screen.idleLine()));
        screen.alert().ifPresent(alert -> expected.add(alert.text()));
        screen.back().ifPresent(control -> expected.add(control.label()));
        screen.next().ifPresent(control -> expected.add(control.label()));
        screen.services().forEach(control -> expected.add(control.label()));
        for (String words : expected) {
            if (all.indexOf(letters(words)) < 0) {
                findings.add(screen.key() + ": not to be read: " + words);
            }
        }
    }

    private static String letters(String words) {
        return words.replaceAll("[\\s\u00AD]", "");
    }

    // ---- contrast (WCAG 2.2, relative luminance)

    private double contrast(Text text, Bounds ink) {
        Color ink0 = text.getFill() instanceof Color color ? color : Color.MAGENTA;
        double a = luminance(ink0);
        double b = luminance(behind(text, ink));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// The fill that was painted last before the text at its middle.
    private Color behind(Text text, Bounds ink) {
        double x = ink.getCenterX();
        double y = ink.getCenterY();
        Color behind = Color.WHITE;
        for (Node node : painted) {
            if (node.equals(text)) {
                break;
            }
            if (node instanceof Region region && bounds(region).contains(x, y)) {
                Background background = region.getBackground();
                for (BackgroundFill fill :
                        background == null ? List.<BackgroundFill>of() : background.getFills()) {
                    if (fill.getFill() instanceof Color color && color.isOpaque()) {
                        behind = color;
                    }
                }
            }
        }
        return behind;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    // ---- geometry

    private static boolean contains(Bounds outer, Bounds inner, double slack) {
        return inner.getMinX() >= outer.getMinX() - slack
                && inner.getMinY() >= outer.getMinY() - slack
                && inner.getMaxX() <= outer.getMaxX() + slack
                && inner.getMaxY() <= outer.getMaxY() + slack;
    }

    private static boolean overlap(Bounds a, Bounds b, double slack) {
        return a.getMinX() < b.getMaxX() - slack
                && b.getMinX() < a.getMaxX() - slack
                && a.getMinY() < b.getMaxY() - slack
                && b.getMinY() < a.getMaxY() - slack;
    }

    private static boolean isInside(Node node, Node ancestor) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static String place(Bounds b) {
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f %.0f×%.0f",
                b.getMinX(),
                b.getMinY(),
                b.getWidth(),
                b.getHeight());
    }

    private void report(String rule, Node node, String detail) {
        String what =
                node instanceof Text text
                        ? "\"" + text.getText().replace("\n", "\\n") + "\""
                        : String.valueOf(node.getId());
        findings.add((screen.key() + ": " + rule + ": " + what + " " + detail).strip());
    }
}
