package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Profiles of card readers by the name that PC/SC gives a reader: the folder `readers` of the device profiles, one
/// model per file. Immutable and thread-safe.
public final class ReaderProfiles {
    /// The folder in that of the device profiles.
    public static final String FOLDER = "readers";

    /// What every reader can do: neither keys nor long APDUs; those are chained instead.
    private static final ReaderProfile ANY =
            new ReaderProfile("", "card reader", "", "*", false, false, false);

    private final List<ReaderProfile> profiles;
    private final Optional<String> only;

    /// @param profiles in any order
    public ReaderProfiles(List<ReaderProfile> profiles) {
        this(profiles, Optional.empty());
    }

    private ReaderProfiles(List<ReaderProfile> profiles, Optional<String> only) {
        this.profiles =
                profiles.stream()
                        .sorted(
                                Comparator.comparing(ReaderProfile::ignored)
                                        .thenComparingInt(ReaderProfile::precision)
                                        .reversed()
                                        .thenComparing(ReaderProfile::key))
                        .toList();
        this.only = only;
    }

    /// The same where readers of one model alone are to be used.
    ///
    /// @param key of its profile
    public ReaderProfiles only(String key) {
        return new ReaderProfiles(profiles, Optional.of(key));
    }

    /// Reads all `.yaml` files of the folder; without the folder there are none.
    ///
    /// @param folder folder of the device profiles
    /// @param shown how problems call it, such as `device-profiles`
    public static ReaderProfiles read(Path folder, String shown, Problems problems) {
        List<ReaderProfile> profiles = new ArrayList<>();
        Path readers = folder.resolve(FOLDER);
        if (Files.isDirectory(readers)) {
            try (Stream<Path> files = Files.list(readers)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".yaml")) {
                        String key = name.substring(0, name.length() - ".yaml".length());
                        readFile(file, shown + "/" + FOLDER + "/" + name, key, profiles, problems);
                    }
                }
            } catch (IOException _) {
                problems.add(
                        new Problem(
                                shown + "/" + FOLDER,
                                1,
                                1,
                                "the folder of reader profiles cannot be read",
                                "PRF-FOLDER"));
            }
        }
        return new ReaderProfiles(profiles);
    }

    private static void readFile(
            Path file, String shown, String key, List<ReaderProfile> into, Problems problems) {
        ConfigNode root = ConfigReader.read(file, shown, problems);
        if (!root.present()) {
            return;
        }
        Map<String, ConfigNode> entries = root.entries();
        if (entries.size() != 1 || !entries.containsKey(key)) {
            root.report("this file holds one reader named '" + key + "'", "PRF-KEY");
            return;
        }
        ConfigNode node = root.at(key);
        String kind = node.at("kind").text("reader", "the word reader");
        ReaderProfile profile =
                new ReaderProfile(
                        key,
                        node.at("name").text(),
                        node.at("vendor").text(),
                        node.at("readerName").text(),
                        flag(node, "keypad"),
                        flag(node, "extendedLength"),
                        flag(node, "ignored"));
        node.find("notes").ifPresent(ConfigNode::text);
        node.noOthers();
        if (kind.equals("reader")) {
            into.add(profile);
        }
    }

    private static boolean flag(ConfigNode node, String name) {
        return node.find(name).map(ConfigNode::flag).orElse(false);
    }

    /// All profiles: first those of readers that are never used, then the most precise.
    public List<ReaderProfile> all() {
        return profiles;
    }

    /// The profile that says to leave a reader out, else the one that is most precisely meant for it; one that promises nothing
    /// where there is none.
    public ReaderProfile of(String readerName) {
        ReaderProfile best =
                profiles.stream()
                        .filter(profile -> profile.fits(readerName))
                        .findFirst()
                        .orElse(ANY);
        return only.isEmpty() || only.get().equals(best.key()) ? best : best.asIgnored();
    }
}
