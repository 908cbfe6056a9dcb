package de.koblenz.kiosk.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads one YAML file (YAML 1.2, UTF-8) into a [ConfigNode] that knows the place of every value.
public final class ConfigReader {
    /// Aliases are refused beyond this number: a "billion laughs" file must not fill the memory.
    private static final int MOST_ALIASES = 50;

    /// Making them anew for each file takes longer than reading a small one. Immutable.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setMaxAliasesForCollections(MOST_ALIASES)
                    .build();

    private ConfigReader() {}

    /// Reads `file`; mistakes go to `problems`.
    ///
    /// @param shown the name under which problems mention the file, usually relative to the configuration folder
    /// @return an absent node where the file cannot be read, so that the caller can go on and find more
    public static ConfigNode read(Path file, String shown, Problems problems) {
        try {
            return read(Files.readAllBytes(file), shown, problems);
        } catch (NoSuchFileException e) {
            problems.add(
                    new Problem(
                            shown,
                            1,
                            1,
                            "the file is missing" + neighbour(file),
                            "CFG-FILE-MISSING"));
        } catch (IOException e) {
            problems.add(
                    new Problem(
                            shown,
                            1,
                            1,
                            "the file cannot be read: " + e.getMessage(),
                            "CFG-FILE-UNREADABLE"));
        }
        return ConfigNode.absent(shown, problems);
    }

    /// Reads the content of a file; mistakes go to `problems`, as above.
    public static ConfigNode read(byte[] content, String shown, Problems problems) {
        try {
            // A new decoder reports what is not UTF-8.
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return parse(text, shown, problems);
        } catch (CharacterCodingException _) {
            problems.add(
                    new Problem(shown, 1, 1, "the file is not UTF-8 text", "CFG-FILE-ENCODING"));
            return ConfigNode.absent(shown, problems);
        }
    }

    /// A misspelt file name is found like a misspelt key.
    private static String neighbour(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.filter(Files::isRegularFile)
                            .map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList();
            return ConfigNode.suggestion(String.valueOf(missing.getFileName()), names);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /// Reads YAML from a string, for tests and for values that arrive over the network.
    public static ConfigNode parse(String yaml, String shown, Problems problems) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeReader(new StringReader(yaml));
            if (root.isEmpty()) {
                problems.add(new Problem(shown, 1, 1, "the file is empty", "CFG-FILE-EMPTY"));
                return ConfigNode.absent(shown, problems);
            }
            return ConfigNode.of(root.get(), shown, problems);
        } catch (MarkedYamlEngineException e) {
            problems.add(new YamlMistake(e).problem(shown));
        } catch (YamlEngineException e) {
            problems.add(
                    new Problem(shown, 1, 1, "this is not YAML: " + e.getMessage(), "CFG-SYNTAX"));
        }
        return ConfigNode.absent(shown, problems);
    }
}
