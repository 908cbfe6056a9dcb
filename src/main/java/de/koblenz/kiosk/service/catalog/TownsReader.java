package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `postcodes.tsv`: a postcode and a town a line with a tab between them, a postcode once for each of its towns.
/// Lines that begin with `#` are remarks. Without the file no town is proposed.
public final class TownsReader {
    /// Name of the file in the configuration folder.
    public static final String FILE = "postcodes.tsv";

    /// Germany has some 8,200 postcodes with 16,000 pairs of postcode and place; a wrong file must not fill the memory.
    private static final int MOST_LINES = 50_000;

    /// Mistakes of a wrong file are told of by its first ones.
    private static final int MOST_PROBLEMS = 20;

    private static final int MOST_LETTERS = 60;

    private static final Pattern LINE = Pattern.compile("([0-9]{5})\t([^\t]+)");

    private final String shown;
    private final Problems problems;
    private final Map<String, List<String>> towns = new HashMap<>();
    private int found;

    private TownsReader(String shown, Problems problems) {
        this.shown = shown;
        this.problems = problems;
    }

    /// Reads `file` where there is one. Mistakes go to `problems`, with their lines; what is right is kept.
    ///
    /// @param shown the name under which problems mention the file
    public static Towns read(Path file, String shown, Problems problems) {
        if (!Files.exists(file)) {
            return Towns.NONE;
        }
        TownsReader reader = new TownsReader(shown, problems);
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.limit(MOST_LINES + 1L).toList();
            for (int i = 0; i < Math.min(all.size(), MOST_LINES); i++) {
                reader.line(i + 1, all.get(i));
            }
            if (all.size() > MOST_LINES) {
                reader.report(
                        MOST_LINES + 1,
                        1,
                        "more than " + MOST_LINES + " lines are no list of postcodes",
                        "TWN-LONG");
            }
        } catch (UncheckedIOException e) {
            reader.unreadable(e.getCause());
        } catch (IOException e) {
            reader.unreadable(e);
        }
        return new Towns(reader.towns);
    }

    private void line(int number, String line) {
        // A table from an office program may begin with a byte order mark.
        String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            report(number, 1, "expected five digits, a tab and a town here", "TWN-FORM");
            return;
        }
        String town = matcher.group(2).strip();
        if (town.isEmpty() || town.length() > MOST_LETTERS || !named(town)) {
            report(
                    number,
                    matcher.start(2) + 1,
                    "expected the name of a town of at most " + MOST_LETTERS + " letters",
                    "TWN-NAME");
            return;
        }
        List<String> known = towns.computeIfAbsent(matcher.group(1), _ -> new ArrayList<>());
        if (known.contains(town)) {
            report(
                    number,
                    1,
                    "postcode " + matcher.group(1) + " has this town already",
                    "TWN-TWICE");
        } else {
            known.add(town);
        }
    }

    private static boolean named(String town) {
        return Character.isLetter(town.codePointAt(0))
                && town.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || " .,'’/()-".indexOf(c) >= 0);
    }

    private void report(int line, int column, String message, String code) {
        if (found++ < MOST_PROBLEMS) {
            problems.add(new Problem(shown, line, column, message, code));
        }
    }

    private void unreadable(@Nullable IOException cause) {
        problems.add(
                cause instanceof CharacterCodingException
                        ? new Problem(
                                shown, 1, 1, "the file is not UTF-8 text", "CFG-FILE-ENCODING")
                        : new Problem(
                                shown, 1, 1, "the file cannot be read", "CFG-FILE-UNREADABLE"));
    }
}
