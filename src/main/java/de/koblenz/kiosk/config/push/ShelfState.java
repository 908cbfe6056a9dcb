package de.koblenz.kiosk.config.push;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Which configuration is in force, and how the last trial went: one small file, exchanged as a whole.
///
/// @param kept what the data centre sent and is in force; empty for the installed one
/// @param trial what is tried
/// @param started whether a program was started with it
/// @param working devices that worked before it
/// @param ended the last one that was taken back
/// @param code why
record ShelfState(
        Optional<UUID> kept,
        Optional<UUID> trial,
        boolean started,
        Set<String> working,
        Optional<UUID> ended,
        String code) {
    static final ShelfState INSTALLED =
            new ShelfState(
                    Optional.empty(), Optional.empty(), false, Set.of(), Optional.empty(), "");

    ShelfState {
        working = Set.copyOf(working);
    }

    ShelfState trying(UUID id, Set<String> devices) {
        return new ShelfState(kept, Optional.of(id), false, devices, ended, code);
    }

    ShelfState withStart() {
        return new ShelfState(kept, trial, true, working, ended, code);
    }

    ShelfState keeping(UUID id) {
        return new ShelfState(
                Optional.of(id), Optional.empty(), false, Set.of(), Optional.empty(), "");
    }

    ShelfState takenBack(String why) {
        return new ShelfState(kept, Optional.empty(), false, Set.of(), trial, why);
    }

    /// Reads it; one that is missing or makes no sense is that of an installed configuration.
    static ShelfState read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return INSTALLED;
        }
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        try {
            Set<String> working = new TreeSet<>(List.of(field(fields, "working").split(",", -1)));
            working.remove("");
            return new ShelfState(
                    id(fields, "kept"),
                    id(fields, "trial"),
                    field(fields, "started").equals("true"),
                    working,
                    id(fields, "ended"),
                    field(fields, "code"));
        } catch (IllegalArgumentException _) {
            return INSTALLED;
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static Optional<UUID> id(Map<String, String> fields, String name) {
        String value = field(fields, name);
        return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
    }

    /// Writes it: after a loss of power there is the old or the new one.
    void write(Path file) throws IOException {
        String text =
                String.join(
                        "\n",
                        "kept=" + kept.map(UUID::toString).orElse(""),
                        "trial=" + trial.map(UUID::toString).orElse(""),
                        "started=" + started,
                        "working=" + String.join(",", new TreeSet<>(working)),
                        "ended=" + ended.map(UUID::toString).orElse(""),
                        "code=" + code,
                        "");
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
