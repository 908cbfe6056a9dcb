package de.koblenz.kiosk.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Somebody who knows what to answer to every question of a service, from `src/test/resources/citizens/<service>.txt`.
///
/// @param service id in the catalogue
/// @param name of the citizen, made up
/// @param cents what is paid at the end
/// @param answers by path of the field without instances: text, code, `true`/`false`, `2026-05-31`, `14:30`
/// @param entries how many entries of a repeated group, by its path
public record CityCitizen(
        String service,
        String name,
        int cents,
        Map<String, String> answers,
        Map<String, Integer> entries) {
    private static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", "."), "src/test/resources/citizens");

    public CityCitizen {
        answers = Map.copyOf(answers);
        entries = Map.copyOf(entries);
    }

    /// All citizens of all services.
    public static Stream<CityCitizen> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(file -> read(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CityCitizen> read(Path file) {
        String service = file.getFileName().toString().replace(".txt", "");
        List<CityCitizen> citizens = new ArrayList<>();
        try {
            for (String part : Files.readString(file).split("\n(?=\\[)", -1)) {
                if (part.startsWith("[")) {
                    citizens.add(of(service, part.lines().toList()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return citizens;
    }

    private static CityCitizen of(String service, List<String> lines) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, Integer> entries = new LinkedHashMap<>();
        int cents = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("pays ")) {
                cents = Integer.parseInt(line.substring("pays ".length()));
            } else if (line.contains(" * ")) {
                String[] parts = line.split(" \\* ", 2);
                entries.put(parts[0], Integer.valueOf(parts[1]));
            } else if (!line.isBlank()) {
                String[] parts = line.split(" = ", 2);
                answers.put(parts[0], parts[1]);
            }
        }
        String name = lines.getFirst().substring(1, lines.getFirst().length() - 1);
        return new CityCitizen(service, name, cents, answers, entries);
    }

    @Override
    public String toString() {
        return service + ": " + name;
    }
}
