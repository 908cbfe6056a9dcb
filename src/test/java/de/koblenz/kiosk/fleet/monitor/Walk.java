package de.koblenz.kiosk.fleet.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// What is on the screen, node by node. FX thread only.
final class Walk {
    private Walk() {}

    /// Every node that is shown, parents first.
    static List<Node> shown(Node root) {
        List<Node> nodes = new ArrayList<>();
        each(root, nodes::add);
        return nodes;
    }

    private static void each(Node node, Consumer<Node> visit) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> each(child, visit));
        }
    }

    /// Every text that somebody can read, within what can be seen of its lists.
    static List<Text> texts(Node root, Bounds screen) {
        List<Text> texts = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node instanceof Text text
                    && !text.getText().isBlank()
                    && !clipped(text)
                    && screen.contains(text.localToScene(text.getLayoutBounds()))) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// Whether it is scrolled out of sight.
    static boolean clipped(Node node) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up.getClip() != null) {
                Bounds seen = up.localToScene(up.getClip().getBoundsInParent());
                if (!seen.contains(own.getCenterX(), own.getMinY() + 2)
                        || !seen.contains(own.getCenterX(), own.getMaxY() - 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Contrast of a text with what is painted around it (WCAG 2.2), from the picture itself: the most frequent colour in its bounds is what is
    /// behind it.
    static double contrast(Text text, WritableImage picture) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        int x = Math.max(0, (int) bounds.getMinX());
        int y = Math.max(0, (int) bounds.getMinY());
        int width = (int) Math.min(picture.getWidth(), bounds.getMaxX()) - x;
        int height = (int) Math.min(picture.getHeight(), bounds.getMaxY()) - y;
        int[] pixels = new int[Math.max(1, width * height)];
        picture.getPixelReader()
                .getPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        Map<Integer, Integer> colours = new HashMap<>();
        for (int pixel : pixels) {
            colours.merge(pixel, 1, Integer::sum);
        }
        int most =
                colours.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        Color behind = Color.rgb(most >> 16 & 255, most >> 8 & 255, most & 255);
        Color ink = text.getFill() instanceof Color fill ? fill : Color.MAGENTA;
        double a = luminance(ink);
        double b = luminance(behind);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// Everything that the Tab key stops at; of several choices it is the chosen one, arrows do the rest.
    static List<Node> stops(Node root) {
        List<Node> stops = new ArrayList<>();
        for (Node node : shown(root)) {
            boolean byArrow =
                    node instanceof ToggleButton toggle
                            && toggle.getToggleGroup() != null
                            && !toggle.isSelected();
            if (node.isFocusTraversable()
                    && !node.isDisabled()
                    && !byArrow
                    && !(node instanceof ScrollBar)) {
                stops.add(node);
            }
        }
        return stops;
    }

    /// What a screen reader says of a control.
    static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled) {
            return labeled.getText() == null ? "" : labeled.getText();
        }
        if (node instanceof TextInputControl input) {
            return input.getPromptText() == null ? "" : input.getPromptText();
        }
        return "";
    }

    /// Labels whose words are cut off for want of room, except in cells, whose whole text is elsewhere.
    static List<String> cut(Node root) {
        List<String> cut = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isEmpty()
                    && !inTable(labeled)
                    && !clipped(labeled)) {
                for (Node child : labeled.getChildrenUnmodifiable()) {
                    if (child instanceof Text text
                            && !text.getText().equals(labeled.getText())
                            && text.getText().endsWith("...")) {
                        cut.add(labeled.getText());
                    }
                }
            }
        }
        return cut;
    }

    private static boolean inTable(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof TableView || up instanceof javafx.scene.control.ListView) {
                return true;
            }
        }
        return false;
    }

    /// Words that lie over each other.
    static List<String> overlaps(List<Text> texts) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Bounds one = inner(texts.get(i));
            for (int j = i + 1; j < texts.size(); j++) {
                if (one.intersects(inner(texts.get(j)))) {
                    overlaps.add(texts.get(i).getText() + " / " + texts.get(j).getText());
                }
            }
        }
        return overlaps;
    }

    /// Without the room above and below the letters.
    private static Bounds inner(Text text) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        double room = bounds.getHeight() / 5;
        return new javafx.geometry.BoundingBox(
                bounds.getMinX() + 1,
                bounds.getMinY() + room,
                Math.max(0, bounds.getWidth() - 2),
                Math.max(0, bounds.getHeight() - 2 * room));
    }

    /// Controls that nothing is known of but that they are there.
    static List<String> nameless(Node root) {
        List<String> nameless = new ArrayList<>();
        for (Node stop : stops(root)) {
            if (name(stop).isBlank() && (stop instanceof Control || stop.isFocusTraversable())) {
                nameless.add(stop.getClass().getSimpleName() + " " + stop.getStyleClass());
            }
        }
        return nameless;
    }
}
