package de.koblenz.kiosk.citizen.ui;

import java.util.ArrayList;
import java.util.List;

/// How much of long wordings has room on a page, reckoned from the zones and the least sizes of text, a little less than the
/// views can do. The presenter has no fonts; a test lays every page out and sees that it fits.
///
/// @param look of the page
record Room(ScreenLook look) {
    private static final int GAP = 16;

    /// Hints up to here fit in every look.
    private static final int SHORT_HINT = 150;

    /// Most letters of an answer in one row of check-answers.
    int answer() {
        return look.largeText() ? 100 : 300;
    }

    /// Most letters of sentences on a page that has little else.
    int reading() {
        return look.largeText() ? 310 : 650;
    }

    /// Most letters of a hint below a title.
    ///
    /// @param title letters of the title
    int hint(int title) {
        boolean large = look.largeText();
        Area zone = ScreenZones.of(look).reading();
        boolean stacked = ScreenZones.of(look).stacked();
        double wide = zone.width();
        double titleLines = Math.ceil(title / Math.floor(wide / (large ? 29 : 24)));
        double used = (large ? 61 : 40) + titleLines * (large ? 55 : 46) + 16;
        // An alert stands above; at large text it may push the hint out.
        used += large || look.lowReach() ? 0 : stacked ? 130 : 200;
        // Upright there is room to spare below.
        used -= stacked && !large && !look.lowReach() ? 110 : 0;
        // Upright in low reach the answer's line stands above its zone.
        used += look.lowReach() && look.geometry().portrait() ? 420 : 0;
        double lines = Math.floor((zone.height() - used) / (large ? 58 : 36));
        return (int) (Math.max(0, lines) * Math.floor(wide / (large ? 26 : 16.5)));
    }

    /// Whether a hint is short enough to fit whatever stands around it.
    static boolean fits(String hint) {
        return hint.length() <= SHORT_HINT;
    }

    /// How many rows fit, all being as long as the longest.
    ///
    /// @param width of the zone
    /// @param height of the zone
    /// @param columns most columns side by side
    /// @param beside what else stands in a row beside its words, pixels
    /// @param letters of the longest wording
    int rows(double width, double height, int columns, int beside, int letters) {
        int most = 1;
        for (int count = 1; count <= columns; count++) {
            double own = (width - GAP * (count - 1)) / count - beside;
            double row = height(own, letters) + GAP;
            most = Math.max(most, count * (int) Math.floor((height + GAP) / row));
        }
        return most;
    }

    /// Height of a row with so many letters.
    double height(double width, int letters) {
        boolean large = look.largeText();
        double line = Math.max(4, Math.floor(width / (large ? 28 : 17)));
        return Math.max(88, Math.ceil(letters / line) * (large ? 54 : 36) + 16);
    }

    /// Rows of a list that fit into the interaction zone, of which the lowest `kept` pixels are taken.
    int rows(int kept, int letters) {
        Area zone = ScreenZones.of(look).interaction();
        int columns = look.geometry().portrait() ? 2 : 3;
        return rows(
                zone.width(), zone.height() - kept, columns, look.largeText() ? 93 : 96, letters);
    }

    /// Rows that fit below entries, where the keyboard would be.
    int belowEntries(int letters) {
        Area zone = ScreenZones.of(look).interaction();
        boolean beside = look.lowReach() && !look.geometry().portrait();
        double wide = zone.width() - (beside ? 760 : 0);
        double used = beside ? 0 : look.lowReach() ? look.largeText() ? 124 : 96 : 160;
        int fitting =
                rows(
                        wide,
                        Math.min(zone.height() - used, 520),
                        2,
                        look.largeText() ? 93 : 96,
                        letters);
        return Math.clamp(fitting, 2, 6);
    }

    /// Most letters of a hint below one of several entries side by side; none where the keyboard needs all the room.
    int partHint(int entries) {
        boolean portrait = look.geometry().portrait();
        if (look.lowReach() && portrait) {
            return 0;
        }
        boolean large = look.largeText();
        double zone = look.lowReach() ? 700 : ScreenZones.of(look).interaction().width();
        double width = (zone - GAP * (entries - 1)) / entries * 0.8;
        int lines = look.lowReach() ? 4 : portrait ? 4 : large ? 2 : 3;
        return lines * (int) Math.floor(width / (large ? 26 : 15));
    }

    /// Hits of a search above or beside its keyboard; none where not even one has room.
    int hits(int letters) {
        boolean portrait = look.geometry().portrait();
        double width = portrait ? 1024 : 564;
        double height = portrait ? 470 : look.largeText() ? 330 : 340;
        boolean none = height(width - 96, letters) > height;
        return none ? 0 : rows(width, height, 1, 96, letters);
    }

    /// Text in pieces of at most that many letters, cut behind sentences, else at blanks.
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > most) {
            int cut = cut(rest, most);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty() || pieces.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int cut(String text, int most) {
        int sentence = sentence(text, most);
        if (sentence > most / 3) {
            return sentence;
        }
        int blank = text.lastIndexOf(' ', most);
        return blank > 0 ? blank : most;
    }

    /// Where the last sentence ends within so many letters; 0 where none does.
    static int sentence(String text, int most) {
        for (int end = Math.min(most, text.length()); end > 0; end--) {
            boolean ends = ".!?".indexOf(text.charAt(end - 1)) >= 0;
            if (ends && (end == text.length() || text.charAt(end) == ' ')) {
                return end;
            }
        }
        return 0;
    }

    /// Paragraphs on as many pages as they need.
    List<List<String>> pages(List<String> paragraphs) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        int letters = 0;
        for (String paragraph : paragraphs) {
            for (String piece : pieces(paragraph, reading())) {
                // A paragraph costs a line more.
                if (!page.isEmpty() && letters + piece.length() + 50 > reading()) {
                    pages.add(List.copyOf(page));
                    page.clear();
                    letters = 0;
                }
                page.add(piece);
                letters += piece.length() + 50;
            }
        }
        pages.add(List.copyOf(page));
        return pages;
    }
}
