package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `leika.tsv`, a list of services of the federal catalogue that a city may add to its
/// configuration: one a line, key and name with a tab between them. Further columns, and services
/// without a key ("nicht im LeiKa"), are passed over, because published lists have both.
public final class LeikaListReader {
    /// Name of the file in the configuration folder.
    public static final String FILE = "leika.tsv";

    /// No list is so long; a wrong file must not fill the memory.
    private static final int MOST_LINES = 100_000;

    private LeikaListReader() {}

    /// Reads `file` where there is one; without it the list is empty. Mistakes go to `problems`.
    ///
    /// @param shown the name under which problems mention the file
    public static List<LeikaName> read(Path file, String shown, Problems problems) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines;
        try (var stream = Files.lines(file)) {
            lines = stream.limit(MOST_LINES).toList();
        } catch (java.io.UncheckedIOException e) {
            problems.add(unreadable(shown, e.getCause()));
            return List.of();
        } catch (IOException e) {
            problems.add(unreadable(shown, e));
            return List.of();
        }
        List<LeikaName> names = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1).strip();
            String[] columns = text.split("\t", 4);
            if (text.isEmpty()) {
                continue;
            }
            if (columns.length < 2 || columns[1].isBlank()) {
                problems.add(
                        new Problem(
                                shown,
                                line,
                                1,
                                "expected a LeiKa key, a tab and a name here",
                                "LEI-FORM"));
                continue;
            }
            Optional<LeikaKey> key = LeikaKey.parse(columns[0].strip());
            String name = columns[1].strip();
            Responsible responsible = Responsible.ofType(columns.length > 2 ? columns[2] : "");
            key.ifPresent(found -> names.add(new LeikaName(found, name, responsible)));
        }
        return List.copyOf(names);
    }

    private static Problem unreadable(
            String shown, @org.jspecify.annotations.Nullable IOException cause) {
        return cause instanceof CharacterCodingException
                ? new Problem(shown, 1, 1, "the file is not UTF-8 text", "CFG-FILE-ENCODING")
                : new Problem(shown, 1, 1, "the file cannot be read", "CFG-FILE-UNREADABLE");
    }
}
