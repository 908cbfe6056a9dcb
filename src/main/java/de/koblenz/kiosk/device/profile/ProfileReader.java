package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads a folder of device profiles: files of the escpos-printer-db schema as they are, one printer
/// each, named as the printer's key, with our `kiosk:` section where there is one.
///
/// A child replaces whole keys of the profile that it inherits; `features` and `kiosk` merge item by item.
public final class ProfileReader {
    private final Problems problems;
    private final Map<String, ConfigNode> nodes = new TreeMap<>();
    private final Set<String> inherited = new HashSet<>();

    private ProfileReader(Problems problems) {
        this.problems = problems;
    }

    /// Reads all `.yaml` and `.yml` files of `folder` (not of folders in it).
    ///
    /// @param shown how problems call the folder, such as `device-profiles`
    /// @return the profiles by key; with problems it holds what could be read and must not be used
    public static Map<String, DeviceProfile> read(Path folder, String shown, Problems problems) {
        return told(
                problems,
                reader ->
                        reader.files(folder, shown).forEach(file -> reader.readFile(file, shown)));
    }

    /// Reads the profiles of `keys` and those they inherit from, and no other file of `folder`: a terminal needs
    /// those of its own devices, and a mistake in another model is nothing to it.
    ///
    /// @param keys of printers; one without a file is left out without a word
    /// @param shown how problems call the folder, such as `device-profiles`
    /// @return the profiles by key; with problems it holds what could be read and must not be used
    public static Map<String, DeviceProfile> read(
            Path folder, String shown, Set<String> keys, Problems problems) {
        return told(
                problems,
                reader -> {
                    List<Path> files = reader.files(folder, shown);
                    Set<String> seen = new HashSet<>();
                    Deque<String> wanted = new ArrayDeque<>(keys);
                    while (!wanted.isEmpty()) {
                        String key = wanted.remove();
                        if (seen.add(key)) {
                            files.stream()
                                    .filter(file -> key(file).equals(key))
                                    .forEach(file -> reader.readFile(file, shown));
                            reader.parent(key).ifPresent(wanted::add);
                        }
                    }
                });
    }

    private static Map<String, DeviceProfile> told(
            Problems problems, Consumer<ProfileReader> reading) {
        // A mistake in an inherited file is met once per heir and told once.
        Problems met = new Problems();
        ProfileReader reader = new ProfileReader(met);
        reading.accept(reader);
        Map<String, DeviceProfile> profiles = reader.profiles();
        new LinkedHashSet<>(met.sorted()).forEach(problems::add);
        return profiles;
    }

    private List<Path> files(Path folder, String shown) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            problems.add(
                    new Problem(
                            shown,
                            1,
                            1,
                            "the folder of device profiles cannot be read",
                            "PRF-FOLDER"));
            return List.of();
        }
    }

    /// The printer that a file is named after.
    private static String key(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private Optional<String> parent(String key) {
        return Optional.ofNullable(nodes.get(key))
                .filter(ConfigNode::isMapping)
                .flatMap(node -> node.find("inherits"))
                .map(ConfigNode::text);
    }

    private void readFile(Path file, String folder) {
        String key = key(file);
        ConfigNode root = ConfigReader.read(file, folder + "/" + file.getFileName(), problems);
        if (!root.present()) {
            return;
        }
        Map<String, ConfigNode> entries = root.entries();
        if (entries.size() != 1) {
            root.report("a profile file holds one printer, not " + entries.size(), "PRF-ENTRIES");
        }
        for (Map.Entry<String, ConfigNode> entry : entries.entrySet()) {
            if (!entry.getKey().equals(key)) {
                root.key(entry.getKey())
                        .report(
                                "the printer '"
                                        + entry.getKey()
                                        + "' stands in a file named '"
                                        + key
                                        + "'",
                                "PRF-KEY");
            }
            ConfigNode earlier = nodes.putIfAbsent(entry.getKey(), entry.getValue());
            if (earlier != null) {
                root.key(entry.getKey())
                        .report(
                                "the printer '" + entry.getKey() + "' stands in two files",
                                "PRF-TWICE");
            }
        }
    }

    private Map<String, DeviceProfile> profiles() {
        for (ConfigNode node : nodes.values()) {
            if (node.isMapping()) {
                node.find("inherits").ifPresent(parent -> inherited.add(parent.text()));
            }
        }
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        nodes.forEach((key, node) -> {
            if (!node.isMapping()) {
                node.report("expected the keys of a printer here", "CFG-TYPE");
                return;
            }
            lineage(key, node)
                    .map(line -> new ProfileForm(key, line, inherited.contains(key)).profile())
                    .ifPresent(profile -> profiles.put(key, profile));
        });
        return profiles;
    }

    /// The profile itself and those it inherits from, nearest first; empty if they cannot be found.
    private Optional<List<ConfigNode>> lineage(String key, ConfigNode node) {
        List<ConfigNode> line = new ArrayList<>(List.of(node));
        Set<String> seen = new HashSet<>(Set.of(key));
        ConfigNode current = node;
        while (true) {
            Optional<ConfigNode> inherits = current.find("inherits");
            if (inherits.isEmpty()) {
                return Optional.of(line);
            }
            String parent = inherits.get().text();
            ConfigNode next = nodes.get(parent);
            if (next == null || !next.isMapping()) {
                // Said once, at the file where it stands.
                if (current == node) {
                    inherits.get()
                            .report(
                                    "there is no profile '"
                                            + parent
                                            + "'"
                                            + ConfigNode.suggestion(parent, nodes.keySet()),
                                    "PRF-INHERITS-UNKNOWN");
                }
                return Optional.empty();
            }
            if (!seen.add(parent)) {
                node.find("inherits")
                        .orElse(node)
                        .report("'" + key + "' inherits in a circle", "PRF-INHERITS-CYCLE");
                return Optional.empty();
            }
            line.add(next);
            current = next;
        }
    }
}
