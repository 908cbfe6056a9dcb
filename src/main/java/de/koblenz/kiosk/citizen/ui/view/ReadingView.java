package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Line;
import de.koblenz.kiosk.citizen.ui.Screen.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// A page of a longer text: headings that stand out, paragraphs, items behind a dot. In low reach, upright, the words stand
/// above the zone and only what is touched in it; lying, it stands beside them.
final class ReadingView extends BodyView<Reading> {
    private static final double DOT = 10;

    /// Width of what leads on where it stands beside the words.
    private static final double SIDE = 340;

    /// How much of the reading zone the words may take, upright in low reach.
    private static final double ABOVE = 420;

    private final Pool<TextBlock> headings;
    private final Pool<TextBlock> words;
    private final Pool<Region> dots;
    private final ActionButton more;
    private List<Line> lines = List.of();
    private List<TextBlock> blocks = List.of();
    private List<Region> shownDots = List.of();

    ReadingView(Console console) {
        super(console);
        headings = pool(TextRole.HEADING);
        words = pool(TextRole.LEAD);
        dots = new Pool<>(ReadingView::dot, getChildren());
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().add(more);
    }

    private Pool<TextBlock> pool(TextRole role) {
        return new Pool<>(() -> new TextBlock(role).align(HPos.LEFT, VPos.TOP), getChildren());
    }

    private static Region dot() {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setManaged(false);
        dot.setMouseTransparent(true);
        return dot;
    }

    @Override
    void update(Reading body, PageStyle style) {
        lines = body.lines();
        List<TextBlock> strong = headings.show((int) count(ReadingView::heading));
        List<TextBlock> plain = words.show(lines.size() - strong.size());
        shownDots = dots.show((int) count(line -> line.kind() == Line.Kind.ITEM));
        blocks = new ArrayList<>();
        int strongAt = 0;
        for (Line line : lines) {
            TextBlock block =
                    heading(line) ? strong.get(strongAt++) : plain.get(blocks.size() - strongAt);
            block.show(line.text(), style.typography());
            blocks.add(block);
        }
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        more.toFront();
    }

    private long count(java.util.function.Predicate<Line> kind) {
        return lines.stream().filter(kind).count();
    }

    private static boolean heading(Line line) {
        return line.kind() == Line.Kind.HEADING || line.kind() == Line.Kind.SUBHEADING;
    }

    @Override
    double overhang() {
        return style().low() && style().portrait() ? ABOVE : 0;
    }

    /// Lying in low reach there is no room for a button below the words.
    private boolean beside() {
        return style().low() && !style().portrait();
    }

    private double moreHeight() {
        return style().large() ? 128 : 112;
    }

    @Override
    void arrange(Area zone) {
        boolean shown = more.isVisible();
        double high = moreHeight();
        double right = zone.right();
        double bottom = zone.bottom();
        if (shown && beside()) {
            more.resizeRelocate(right - SIDE, zone.bottom() - high, SIDE, high);
            right -= SIDE + 40;
        } else if (shown) {
            more.resizeRelocate(zone.x(), zone.bottom() - high, zone.width(), high);
            bottom -= high + 24;
        }
        double top = zone.y() - overhang();
        // All lines in one size: the largest, or the least where that is too much.
        boolean fits = lay(zone.x(), top, right - zone.x(), Double.MAX_VALUE) <= bottom;
        if (!fits) {
            lay(zone.x(), top, right - zone.x(), 0);
        }
    }

    /// Places the lines below each other and says where they end.
    ///
    /// @param each height into which each is to fit: it takes its largest size, or its least
    private double lay(double left, double top, double width, double each) {
        double y = top;
        int dot = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Line line = lines.get(i);
            y += i == 0 ? 0 : space(lines.get(i - 1), line);
            double indent =
                    line.kind() == Line.Kind.ITEM ? (style().large() ? 48 : 36) * line.depth() : 0;
            TextBlock block = blocks.get(i);
            double needed = block.fit(width - indent, each);
            block.resizeRelocate(left + indent, y, width - indent, needed);
            if (line.kind() == Line.Kind.ITEM) {
                double middle = block.firstLine() / 2;
                shownDots
                        .get(dot++)
                        .resizeRelocate(
                                left + indent - 26, Math.rint(y + middle - DOT / 2), DOT, DOT);
            }
            y += needed;
        }
        return y;
    }

    /// Distance between two lines: a heading stands off from what is before it, and close to what it is about.
    private double space(Line before, Line line) {
        boolean large = style().large();
        if (line.kind() == Line.Kind.HEADING) {
            return large ? 32 : 40;
        }
        if (heading(before)) {
            return large ? 4 : 6;
        }
        if (heading(line)) {
            return large ? 22 : 28;
        }
        boolean items = before.kind() == Line.Kind.ITEM && line.kind() == Line.Kind.ITEM;
        return items ? (large ? 6 : 10) : large ? 14 : 18;
    }
}
