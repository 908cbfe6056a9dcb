package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ScreenParts;
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
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Examines a laid-out page as a strict visitor would: nothing cut off, broken without a hyphen,
/// overlapping, outside, too small, too high, too pale or nameless. It measures the nodes anew and
/// takes nothing from how the views laid them out.
///
/// Use: `new Probe(picture.layOut(screen), screen).findings()`; an empty list is a good page.
public final class Probe {
    private static final double LEAST_TARGET = 64;
    private static final double LEAST_GAP = 8;

    /// Accents and flourishes may reach this much into the edge of a box.
    private static final double INK_OVERSHOOT = 2;

    private final Screen screen;
    private final ScreenLook look;
    private final Bounds glass;
    private final PaintedPage page;
    private final List<Text> texts;
    private final List<TouchTarget> targets;
    private final List<String> findings = new ArrayList<>();

    public Probe(ScreenView view, Screen screen) {
        this.screen = screen;
        look = screen.look();
        glass = new BoundingBox(0, 0, look.geometry().width(), look.geometry().height());
        page = new PaintedPage(view);
        texts = page.texts();
        targets = page.targets();
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
                places.put(id, page.place(target));
            }
        }
        return places;
    }

    private static boolean isIcon(Text text) {
        return text instanceof SymbolIcon;
    }

    private void examineText(Text text) {
        Bounds ink = page.ink(text);
        if (!contains(glass, ink, 0)) {
            report("outside the screen", text, place(ink));
        }
        double least = isIcon(text) ? 3 : 4.5;
        double needed = look.highContrast() ? (isIcon(text) ? 4.5 : 7) : least;
        double contrast = page.contrast(text);
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
        double overshoot = Math.max(4, 0.16 * text.getFont().getSize());
        if (box != null && !contains(page.place(box), ink, overshoot)) {
            report("cut off", text, place(ink) + " in " + place(page.place(box)));
        }
        for (Node up = box; up != null; up = up.getParent()) {
            if (up instanceof TouchTarget || up.getStyleClass().contains("panel")) {
                if (!contains(page.place(up), ink, INK_OVERSHOOT)) {
                    report("not inside its box", text, place(ink) + " in " + place(page.place(up)));
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
            Bounds ink = page.ink(texts.get(i));
            for (int j = i + 1; j < texts.size(); j++) {
                if (overlap(ink, page.ink(texts.get(j)), 1)) {
                    report("overlaps \"" + texts.get(j).getText() + "\"", texts.get(i), "");
                }
            }
            for (TouchTarget target : targets) {
                if (!isInside(texts.get(i), target) && overlap(ink, page.place(target), 1)) {
                    report("lies on " + target.getId(), texts.get(i), "");
                }
            }
        }
        for (Canvas picture : page.pictures()) {
            if (!contains(glass, page.place(picture), 0)) {
                report("outside the screen", picture, place(page.place(picture)));
            }
            for (Text text : texts) {
                if (overlap(page.ink(text), page.place(picture), 1)) {
                    report("lies on a picture", text, "");
                }
            }
            for (TouchTarget target : targets) {
                if (overlap(page.place(target), page.place(picture), 1)) {
                    report("lies on a picture", target, "");
                }
            }
        }
    }

    private void examineTarget(TouchTarget target) {
        Bounds bounds = page.place(target);
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
        if (page.contrastOfEdge(target) < 3) {
            report("its edge is too pale", target, "");
        }
        Node touched = page.touchedAt(target);
        if (!isInside(touched, target)) {
            report("covered by " + touched, target, "");
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
            Bounds a = page.place(targets.get(i));
            for (int j = i + 1; j < targets.size(); j++) {
                Bounds b = page.place(targets.get(j));
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

    /// Every word of the page is to be read, but examples and prices that a list leaves out where they do
    /// not fit; what has no words on the glass says them as an accessible name.
    private void examineWords() {
        StringBuilder all = new StringBuilder();
        for (Text text : texts) {
            all.append(letters(text.getText())).append('|');
        }
        for (TouchTarget target : targets) {
            all.append(letters(target.getAccessibleText())).append('|');
        }
        for (String words : ScreenParts.texts(screen)) {
            if (!isOptional(words) && all.indexOf(letters(words)) < 0) {
                findings.add(screen.key() + ": not to be read: " + words);
            }
        }
    }

    private boolean isOptional(String words) {
        boolean tight = look.largeText() || look.lowReach();
        boolean facts = screen.body() instanceof Screen.ServiceFacts;
        if (words.equals(screen.hint())
                && ((tight && screen.alert().isPresent())
                        || (facts && look.largeText() && look.lowReach()))) {
            return true;
        }
        if (words.equals(screen.section()) && tight) {
            return true;
        }
        return switch (screen.body()) {
            case Screen.Start(var _, var tiles) ->
                    tiles.stream().anyMatch(tile -> tile.note().equals(words));
            case Screen.TextEntry(var entry) -> entry.label().equals(words);
            case Screen.Search search ->
                    search.entry().label().equals(words) || (tight && words.equals(screen.hint()));
            default -> false;
        };
    }

    private static String letters(String words) {
        return words.replaceAll("[-\\s\u00AD]", "");
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
