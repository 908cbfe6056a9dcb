package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Columns as wide as their widest cell; the first to the left, numbers to the right.
/// Not thread-safe.
final class TextTable {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Object... heads) {
        row(heads);
        line();
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    void line() {
        rows.add(List.of());
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int whole = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                table.append("-".repeat(whole));
            }
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                table.append(i == 0 ? row.get(i) + blanks : GAP + blanks + row.get(i));
            }
            table.append('\n');
        }
        return table.toString();
    }
}
