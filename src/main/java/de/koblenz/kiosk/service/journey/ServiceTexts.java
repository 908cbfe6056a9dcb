package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Checks the text files beside a service: each language says everything, and nothing that nobody reads.
final class ServiceTexts {
    private final JourneyTexts texts;
    private final Problems problems;

    ServiceTexts(Journey journey, Problems problems) {
        this.texts = new JourneyTexts(journey);
        this.problems = problems;
    }

    void check(Path folder, String shown, Set<String> languages) {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String language : new TreeSet<>(languages)) {
            String name = "texts." + language + ".yaml";
            written.put(language, keys(folder.resolve(name), shown + "/" + name));
        }
        Set<String> needed = new TreeSet<>(texts.required());
        // A hint that one language has, all have.
        for (String hint : texts.allowed()) {
            if (written.values().stream().anyMatch(keys -> keys.contains(hint))) {
                needed.add(hint);
            }
        }
        written.forEach((language, keys) -> {
            String file = shown + "/texts." + language + ".yaml";
            for (String key : needed) {
                if (!keys.contains(key)) {
                    problems.add(
                            new Problem(
                                    file,
                                    1,
                                    1,
                                    "the text '" + key + "' is missing",
                                    "JRN-TEXT-MISSING"));
                }
            }
        });
    }

    private Set<String> keys(Path file, String shown) {
        ConfigNode root = ConfigReader.read(file, shown, problems);
        Set<String> known = new TreeSet<>(texts.required());
        known.addAll(texts.allowed());
        Map<String, ConfigNode> entries = root.present() ? root.entries() : new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                root.key(key)
                        .report(
                                "nobody reads the text '"
                                        + key
                                        + "'"
                                        + ConfigNode.suggestion(key, known),
                                "JRN-TEXT-UNKNOWN");
            } else if (!value.present() || value.text().isBlank()) {
                root.key(key).report("the text is empty", "JRN-TEXT-EMPTY");
            }
        });
        return entries.keySet();
    }
}
