package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Checks the German texts beside a service: they say everything, and nothing that nobody reads. Other languages are
/// compared with German by whoever reads all texts.
final class ServiceTexts {
    private static final String FILE = "texts." + LocalizedText.GERMAN + ".yaml";

    private ServiceTexts() {}

    static void check(Journey journey, Path folder, String shown, Problems problems) {
        JourneyTexts texts = new JourneyTexts(journey);
        ConfigNode root = ConfigReader.read(folder.resolve(FILE), shown + "/" + FILE, problems);
        if (!root.present()) {
            return;
        }
        Map<String, ConfigNode> entries = root.entries();
        for (String missing : JourneyTexts.missing(journey, entries.keySet())) {
            String message = "the text '" + missing + "' is missing";
            problems.add(new Problem(shown + "/" + FILE, 1, 1, message, "JRN-TEXT-MISSING"));
        }
        Set<String> known = new TreeSet<>(texts.required());
        known.addAll(texts.allowed());
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                root.key(key)
                        .report(
                                "nobody reads the text '"
                                        + key
                                        + "'"
                                        + ConfigNode.suggestion(key, known),
                                "JRN-TEXT-UNKNOWN");
            }
        }
    }
}
