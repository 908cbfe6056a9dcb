package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.xml.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a package: German ones from its files, replaced and added to by `texts.<tag>.yaml`. Not thread-safe: one reading.
final class PackageTexts {
    private static final Pattern FILE =
            Pattern.compile("texts\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3})\\.yaml");
    private static final String PAGE = "page ";

    private final PackageFiles files;
    private final Problems problems;
    private final boolean overlaid;

    /// @param overlaid whether the overlay was read; without it nobody knows which texts belong to it
    PackageTexts(PackageFiles files, Problems problems, boolean overlaid) {
        this.files = files;
        this.problems = problems;
        this.overlaid = overlaid;
    }

    /// Full keys and words by language.
    ///
    /// @param imported the form as its schema has it
    Map<String, Map<String, String>> read(
            Journey journey, FimForm imported, Optional<DrawnProcess> process) {
        JourneyTexts keys = new JourneyTexts(journey);
        Set<String> required = keys.required();
        Set<String> known = new TreeSet<>(required);
        known.addAll(keys.allowed());
        Map<String, String> german = new LinkedHashMap<>();
        String prefix = "service." + journey.serviceId() + ".";
        imported.texts()
                .forEach((key, words) -> {
                    if (known.contains(prefix + key)) {
                        german.put(prefix + key, words);
                    }
                });
        // The question of one field is no title of a page that asks others, too.
        journey.questionnaire().pages().stream()
                .filter(keys::severalAsked)
                .filter(page -> !imported.pages().contains(page))
                .forEach(page -> german.remove(keys.title(page)));
        process.ifPresent(drawn -> {
            drawn.ruleWords().forEach((rule, words) -> german.put(prefix + "rule." + rule, words));
            for (DrawnProcess.Reading reading : drawn.readings()) {
                if (reading.as().startsWith(PAGE) && !reading.name().isBlank()) {
                    String key = reading.as().substring(PAGE.length());
                    german.put(prefix + "page." + key + ".title", reading.name());
                }
            }
        });
        for (QuestionPage page : journey.questionnaire().pages()) {
            String label = german.get(keys.label(page.fields().getFirst()));
            if (label != null && !keys.severalAsked(page)) {
                german.putIfAbsent(keys.title(page), label);
            }
        }
        Map<String, Map<String, String>> texts = new HashMap<>();
        texts.put(LocalizedText.GERMAN, german);
        for (SourceFile file : files.texts()) {
            file(file, known, texts);
        }
        for (String key : required) {
            if (!german.containsKey(key)) {
                problems.add(
                        new Problem(
                                files.shown() + "/texts." + LocalizedText.GERMAN + ".yaml",
                                1,
                                1,
                                "the text '" + key + "' is missing",
                                "PKG-TEXT"));
            }
        }
        return texts;
    }

    private void file(SourceFile file, Set<String> known, Map<String, Map<String, String>> texts) {
        Matcher tag = FILE.matcher(file.name());
        ConfigNode root = file.yaml(problems);
        if (!tag.matches()) {
            root.report("the name says no language: texts.<tag>.yaml", "PKG-TEXT");
            return;
        }
        Map<String, String> words = texts.computeIfAbsent(tag.group(1), _ -> new LinkedHashMap<>());
        root.entries()
                .forEach((key, node) -> {
                    String text = node.text();
                    if (!known.contains(key)) {
                        if (!overlaid) {
                            return;
                        }
                        root.key(key)
                                .report(
                                        "nobody reads the text '"
                                                + key
                                                + "'"
                                                + ConfigNode.suggestion(key, known),
                                        "PKG-TEXT");
                    } else if (text.isBlank()) {
                        root.key(key).report("the text '" + key + "' is empty", "PKG-TEXT");
                    } else {
                        words.put(key, text);
                    }
                });
    }
}
