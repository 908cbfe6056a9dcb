package de.koblenz.kiosk.citizen.ui.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// Everything that a laid-out page paints, in the order of painting, with its place on the glass.
final class PaintedPage {
    private static final Map<String, Bounds> INK = new HashMap<>();

    private final List<Node> nodes = new ArrayList<>();
    private final List<Bounds> places = new ArrayList<>();
    private final Map<Node, Bounds> byNode = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();
    private final Map<Text, Bounds> inks = new HashMap<>();
    private final List<TouchTarget> targets = new ArrayList<>();
    private final List<Canvas> pictures = new ArrayList<>();

    PaintedPage(Node root) {
        collect(root);
    }

    private void collect(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        nodes.add(node);
        places.add(bounds);
        byNode.put(node, bounds);
        switch (node) {
            case Text text when !text.getText().isBlank() -> {
                texts.add(text);
                inks.put(text, measure(text));
            }
            case TouchTarget target -> targets.add(target);
            case Canvas canvas -> pictures.add(canvas);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    List<Text> texts() {
        return texts;
    }

    List<TouchTarget> targets() {
        return targets;
    }

    List<Canvas> pictures() {
        return pictures;
    }

    /// Where a node lies on the glass.
    Bounds place(Node node) {
        Bounds place = byNode.get(node);
        return place == null ? node.localToScene(node.getLayoutBounds()) : place;
    }

    /// Where the ink of a text lies on the glass.
    Bounds ink(Text text) {
        Bounds ink = inks.get(text);
        return ink == null ? measure(text) : ink;
    }

    /// Measured from its baseline, because the visual bounds of a text that is placed by its top do not say
    /// where its line is.
    private static Bounds measure(Text text) {
        Font font = text.getFont();
        String key =
                font.getName()
                        + font.getSize()
                        + text.getLineSpacing()
                        + text.getTextAlignment()
                        + text.getText();
        Bounds ink = INK.computeIfAbsent(key, _ -> inkOf(text));
        return text.localToScene(ink);
    }

    private static Bounds inkOf(Text text) {
        double baseline = text.getLayoutBounds().getMinY() + text.getBaselineOffset();
        VPos origin = text.getTextOrigin();
        text.setTextOrigin(VPos.BASELINE);
        text.setBoundsType(TextBoundsType.VISUAL);
        Bounds ink = text.getLayoutBounds();
        text.setBoundsType(TextBoundsType.LOGICAL);
        text.setTextOrigin(origin);
        return new BoundingBox(
                ink.getMinX(), ink.getMinY() + baseline, ink.getWidth(), ink.getHeight());
    }

    /// Contrast of a text with what was painted last before it at its middle (WCAG 2.2).
    double contrast(Text text) {
        Bounds ink = ink(text);
        Color fill = text.getFill() instanceof Color color ? color : Color.MAGENTA;
        return contrast(fill, behind(text, ink.getCenterX(), ink.getCenterY()));
    }

    /// Best contrast of one of a target's fills (edge or inside) with what lies behind the target.
    double contrastOfEdge(TouchTarget target) {
        Bounds place = place(target);
        Color behind = behind(target, place.getMinX() + 1, place.getCenterY());
        double best = 1;
        if (target.getBackground() != null) {
            for (BackgroundFill fill : target.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color) {
                    best = Math.max(best, contrast(color, behind));
                }
            }
        }
        return best;
    }

    /// What takes a touch at the middle of a target: the target itself, or what lies over it.
    Node touchedAt(TouchTarget target) {
        Bounds place = place(target);
        Node touched = target;
        boolean later = false;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            later |= node.equals(target);
            if (later
                    && node instanceof Region
                    && !isTransparent(node)
                    && places.get(i).contains(place.getCenterX(), place.getCenterY())) {
                touched = node;
            }
        }
        return touched;
    }

    private static boolean isTransparent(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.isMouseTransparent()) {
                return true;
            }
        }
        return false;
    }

    private Color behind(Node of, double x, double y) {
        Color behind = Color.WHITE;
        for (int i = 0; i < nodes.size() && !nodes.get(i).equals(of); i++) {
            if (nodes.get(i) instanceof Region region
                    && region.getBackground() != null
                    && places.get(i).contains(x, y)) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    if (fill.getFill() instanceof Color color && color.isOpaque()) {
                        behind = color;
                    }
                }
            }
        }
        return behind;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
