package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.ui.Screen.Line;
import de.koblenz.kiosk.citizen.ui.Screen.Line.Kind;
import java.util.ArrayList;
import java.util.List;

/// A longer text on as many pages as it needs, reckoned from the zones and the least sizes of text, a little less than the view
/// can do. A heading stands on one page with what it is about, and again above what of that comes on the next.
///
/// @param look of the pages
record ReadingPages(ScreenLook look) {
    /// Room for the button that leads on, with its distance.
    private static final int MORE = 152;

    /// Lines in pages; one empty page of none.
    List<List<Line>> of(List<Line> lines) {
        Pages pages = new Pages();
        for (Line line : lines) {
            if (line.heading()) {
                pages.heading(line);
            } else {
                Room.pieces(line.text(), most())
                        .forEach(piece -> pages.add(new Line(line.kind(), piece, line.depth())));
            }
        }
        return pages.all();
    }

    /// The pages while they are filled.
    private final class Pages {
        private final List<List<Line>> done = new ArrayList<>();
        private final List<Line> page = new ArrayList<>();

        /// What the next line is about.
        private final List<Line> above = new ArrayList<>();

        /// Headings that stand on no page yet.
        private final List<Line> fresh = new ArrayList<>();

        private double used;

        void heading(Line line) {
            above.removeIf(other -> line.kind() == Kind.HEADING || other.kind() == line.kind());
            above.add(line);
            fresh.add(line);
        }

        void add(Line line) {
            put(List.of(line));
        }

        private void put(List<Line> lines) {
            List<Line> needed = new ArrayList<>(fresh);
            needed.addAll(lines);
            if (!page.isEmpty() && used + height(needed) > room()) {
                done.add(List.copyOf(page));
                page.clear();
                used = 0;
                List<Line> again = new ArrayList<>(above);
                again.removeAll(fresh);
                needed.addAll(0, again);
            }
            page.addAll(needed);
            used += height(needed);
            fresh.clear();
        }

        List<List<Line>> all() {
            // Headings with nothing below them are read, too.
            put(List.of());
            done.add(List.copyOf(page));
            return done;
        }
    }

    private double height(List<Line> lines) {
        return lines.stream().mapToDouble(this::height).sum();
    }

    /// Height of a line with the distance before it.
    private double height(Line line) {
        boolean large = look.largeText();
        double space =
                switch (line.kind()) {
                    case HEADING -> large ? 32 : 40;
                    case SUBHEADING -> large ? 22 : 28;
                    case PARAGRAPH -> large ? 14 : 18;
                    case ITEM -> large ? 6 : 10;
                };
        double indent = (large ? 48 : 36) * line.depth();
        double letter = (large ? 26 : 16.5) * (line.heading() ? 1.12 : 1);
        double rows = Math.ceil(line.text().length() / Math.floor((width() - indent) / letter));
        return Math.max(1, rows) * (large ? 58 : 36) + space;
    }

    /// Letters of a piece that has a page with its headings for itself.
    private int most() {
        double rows = Math.floor(room() / (look.largeText() ? 58 : 36)) - 4;
        return (int) (Math.max(2, rows) * Math.floor(width() / (look.largeText() ? 28 : 18)));
    }

    private double width() {
        boolean beside = look.lowReach() && !look.geometry().portrait();
        return ScreenZones.of(look).interaction().width() - (beside ? 380 : 0);
    }

    private double room() {
        double height = ScreenZones.of(look).interaction().height();
        if (!look.lowReach()) {
            return height - MORE;
        }
        return look.geometry().portrait() ? height - MORE + 420 : height;
    }
}
