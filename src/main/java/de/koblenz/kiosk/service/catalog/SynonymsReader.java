package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.ConfigNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads `synonyms.yaml`. Mistakes are reported at their place with a `SYN-…` code
/// (`docs/codes.md`).
///
/// Not thread-safe: one reading, one thread. The synonyms that come out are.
public final class SynonymsReader {
    /// Name of the file in the configuration folder.
    public static final String FILE = "synonyms.yaml";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LEAST_OF_A_GROUP = 2;

    private final SearchAnalyzer analyzer = new SearchAnalyzer();
    private final Set<String> ids;

    private SynonymsReader(ServiceCatalog catalog) {
        ids = catalog.all().stream().map(Leistung::id).collect(Collectors.toSet());
    }

    /// Reads the synonyms from the root of their file; mistakes go to the problems that `root` was
    /// read with.
    ///
    /// @param catalog the services that there may be synonyms for
    public static Synonyms read(ConfigNode root, ServiceCatalog catalog) {
        return new SynonymsReader(catalog).synonyms(root);
    }

    private Synonyms synonyms(ConfigNode root) {
        List<List<String>> same = new ArrayList<>();
        root.find("same")
                .ifPresent(groups -> groups.items().forEach(group -> same.add(group(group))));
        List<String> fill = new ArrayList<>();
        root.find("fill").ifPresent(node -> languages(node, false).values().forEach(fill::addAll));
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        root.find("services").ifPresent(node -> services(node, phrases));
        root.noOthers();
        return new Synonyms(same, fill, phrases);
    }

    private List<String> group(ConfigNode node) {
        List<String> words = new ArrayList<>();
        node.items().forEach(item -> word(item, words));
        if (node.isList() && words.size() < LEAST_OF_A_GROUP) {
            node.report("a word alone has nothing that means the same", "SYN-GROUP-ALONE");
        }
        return words;
    }

    private void word(ConfigNode node, List<String> words) {
        String text = node.text();
        if (node.present() && analyzer.words(text).size() != 1) {
            node.report(
                    "'" + text + "' is not one word; phrases stand under a service",
                    "SYN-WORD-FORM");
        } else {
            words.add(text);
        }
    }

    private void services(ConfigNode node, Map<String, List<String>> phrases) {
        node.entries()
                .forEach((id, languages) -> {
                    // A catalogue without services is one that could not be read, which has been
                    // said.
                    if (!ids.isEmpty() && !ids.contains(id)) {
                        node.key(id)
                                .report(
                                        "no service '"
                                                + id
                                                + "' in catalogue.yaml"
                                                + ConfigNode.suggestion(id, ids),
                                        "SYN-SERVICE-UNKNOWN");
                    }
                    List<String> all = new ArrayList<>();
                    languages(languages, true).values().forEach(all::addAll);
                    phrases.put(id, all);
                });
    }

    private Map<String, List<String>> languages(ConfigNode node, boolean phrases) {
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        node.entries()
                .forEach((language, list) -> {
                    if (!LANGUAGE.matcher(language).matches()) {
                        node.key(language)
                                .report(
                                        "'"
                                                + language
                                                + "' is not the tag of a language such as de,"
                                                + " en or uk",
                                        "SYN-LANGUAGE-FORM");
                    }
                    List<String> words = new ArrayList<>();
                    Set<String> seen = new HashSet<>();
                    for (ConfigNode item : list.items()) {
                        if (phrases) {
                            phrase(item, words, seen);
                        } else {
                            word(item, words);
                        }
                    }
                    byLanguage.put(language, words);
                });
        return byLanguage;
    }

    private void phrase(ConfigNode node, List<String> phrases, Set<String> seen) {
        String text = node.text();
        if (node.present() && analyzer.words(text).isEmpty()) {
            node.report("there is no word in this phrase", "SYN-PHRASE-EMPTY");
        } else if (!seen.add(text.strip().toLowerCase(Locale.ROOT))) {
            node.report("the phrase '" + text + "' stands twice here", "SYN-PHRASE-TWICE");
        } else {
            phrases.add(text);
        }
    }
}
