package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.List;

/// The measure of a short name: what fits a cell of a list (504×112 px, text of 32 px).
public final class ShortName {
    public static final int MOST_LINES = 2;

    /// Characters of a line: 26 times the mean width of Fira Sans at 32 px (17 px) leave the cell's
    /// padding free.
    public static final int MOST_CHARACTERS = 26;

    private ShortName() {}

    /// The lines of `text`, broken at blanks and after hyphens; a longer word stands alone on its
    /// line and is too long.
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : text.strip().split("(?<=-)|(?<= )", -1)) {
            if (!line.isEmpty() && (line + piece.strip()).length() > MOST_CHARACTERS) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /// Whether `text` fits a cell.
    public static boolean fits(String text) {
        List<String> lines = lines(text);
        return lines.size() <= MOST_LINES
                && lines.stream().allMatch(line -> line.length() <= MOST_CHARACTERS);
    }
}
