package de.koblenz.kiosk.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value of a configuration file together with its place in it.
///
/// Every reading method either returns a valid value or reports a [Problem] and returns a harmless
/// substitute, so that a reader finds all mistakes of a file in one go; the substitute never reaches
/// a running terminal, because a reading with problems is not used. Keys that no method asked for are
/// unknown keys: call [#noOthers()] when all known ones have been asked for.
///
/// Not thread-safe: one reading, one thread.
public final class ConfigNode {
    /// Keys further away than this are no misspelling.
    private static final int MOST_EDITS = 3;

    private final @Nullable Node node;
    private final String file;
    private final int line;
    private final int column;
    private final Problems problems;
    private final Map<String, ConfigNode> children = new LinkedHashMap<>();
    private final Map<String, ConfigNode> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean keysRead;

    private ConfigNode(@Nullable Node node, String file, int line, int column, Problems problems) {
        this.node = node;
        this.file = file;
        this.line = line;
        this.column = column;
        this.problems = problems;
    }

    static ConfigNode of(Node node, String file, Problems problems) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        return new ConfigNode(node, file, line, column, problems);
    }

    static ConfigNode absent(String file, Problems problems) {
        return new ConfigNode(null, file, 1, 1, problems);
    }

    /// The values by key. Read when first asked for: with aliases a small file can describe an endless tree.
    private Map<String, ConfigNode> children() {
        if (!keysRead && node instanceof MappingNode mapping) {
            keysRead = true;
            readKeys(mapping);
        }
        return children;
    }

    private void readKeys(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            ConfigNode key = of(tuple.getKeyNode(), file, problems);
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                key.report("a key must be a plain word", "CFG-KEY-FORM");
                continue;
            }
            if (children.containsKey(scalar.getValue())) {
                key.report("the key '" + scalar.getValue() + "' stands twice", "CFG-KEY-TWICE");
                continue;
            }
            keys.put(scalar.getValue(), key);
            children.put(scalar.getValue(), of(tuple.getValueNode(), file, problems));
        }
    }

    /// False where the value is missing, empty (`key:`) or its file could not be read.
    public boolean present() {
        return node != null && !(node instanceof ScalarNode scalar && isNull(scalar));
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }

    /// Whether the value is a mapping, a list, or plain text: readers that accept two forms ask first.
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /// 1-based line of the value in its file.
    public int line() {
        return line;
    }

    /// Where the value stands.
    public Place place() {
        return new Place(file, line, column);
    }

    /// How many mistakes were found so far, so that a check of several values together can wait until each is sound.
    int problemCount() {
        return problems.count();
    }

    /// Reports a mistake at this value.
    public void report(String message, String code) {
        problems.add(new Problem(file, line, column, message, code));
    }

    /// The value under `key`; reports `CFG-MISSING` and returns an absent node where there is none.
    public ConfigNode at(String key) {
        asked.add(key);
        ConfigNode child = children().get(key);
        if (child != null && child.present()) {
            return child;
        }
        if (present()) {
            if (isMapping()) {
                report("the key '" + key + "' is missing", "CFG-MISSING");
            } else {
                report("expected keys and values here, among them '" + key + "'", "CFG-TYPE");
            }
        }
        return new ConfigNode(null, file, line, column, problems);
    }

    /// The value under `key`, if there is one.
    public Optional<ConfigNode> find(String key) {
        asked.add(key);
        ConfigNode child = children().get(key);
        return child != null && child.present() ? Optional.of(child) : Optional.empty();
    }

    /// All entries of a mapping with free keys, in the order of the file.
    public Map<String, ConfigNode> entries() {
        if (present() && !isMapping()) {
            report("expected keys and values here", "CFG-TYPE");
        }
        asked.addAll(children().keySet());
        return new LinkedHashMap<>(children);
    }

    /// The place of a key itself, for mistakes in free keys; this node where there is no such key.
    public ConfigNode key(String key) {
        children();
        return keys.getOrDefault(key, this);
    }

    /// The items of a list, in the order of the file; empty for an absent value.
    public List<ConfigNode> items() {
        List<ConfigNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(of(item, file, problems));
            }
        } else if (present()) {
            report("expected a list here (lines beginning with '- ')", "CFG-TYPE");
        }
        return items;
    }

    /// The items of a list of plain texts.
    public List<String> texts() {
        return items().stream().map(ConfigNode::text).toList();
    }

    /// Plain text; empty for an absent value.
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (present()) {
            report("expected a text here", "CFG-TYPE");
        }
        return "";
    }

    /// Plain text that matches `pattern`.
    ///
    /// @param meaning what the pattern asks for, in words, for the message
    public String text(String pattern, String meaning) {
        String text = text();
        if (present() && !text.matches(pattern)) {
            report("'" + text + "' is not " + meaning, "CFG-VALUE");
        }
        return text;
    }

    /// A whole number from `least` to `most`, both included.
    public int integer(int least, int most) {
        if (!present()) {
            return least;
        }
        try {
            int value = Integer.parseInt(text().replace("_", ""));
            if (value < least || value > most) {
                report(value + " is not between " + least + " and " + most, "CFG-RANGE");
                return least;
            }
            return value;
        } catch (NumberFormatException e) {
            report("'" + text() + "' is not a whole number", "CFG-TYPE");
            return least;
        }
    }

    /// A number such as `27` or `23.8` from `least` to `most`, both included.
    public double decimal(double least, double most) {
        if (!present()) {
            return least;
        }
        if (!text().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            report("'" + text() + "' is not a number such as 27 or 23.8", "CFG-TYPE");
            return least;
        }
        double value = Double.parseDouble(text());
        if (value < least || value > most) {
            report(text() + " is not between " + least + " and " + most, "CFG-RANGE");
            return least;
        }
        return value;
    }

    /// `true` or `false`.
    public boolean flag() {
        if (!present()) {
            return false;
        }
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                report("'" + text() + "' is neither true nor false", "CFG-TYPE");
                yield false;
            }
        };
    }

    /// A duration such as `90s`, `5min`, `2h`, `500ms` or ISO 8601 (`PT90S`), at least `least`.
    public Duration duration(Duration least) {
        if (!present()) {
            return least;
        }
        Optional<Duration> value = parseDuration(text().strip());
        if (value.isEmpty()) {
            report("'" + text() + "' is not a duration such as 90s, 5min or 2h", "CFG-TYPE");
            return least;
        }
        if (value.get().compareTo(least) < 0) {
            report("'" + text() + "' is shorter than " + words(least), "CFG-RANGE");
            return least;
        }
        return value.get();
    }

    /// A duration from `least` to `most`, both included.
    public Duration duration(Duration least, Duration most) {
        Duration value = duration(least);
        if (value.compareTo(most) > 0) {
            report("'" + text() + "' is longer than " + words(most), "CFG-RANGE");
            return least;
        }
        return value;
    }

    private static Optional<Duration> parseDuration(String text) {
        try {
            if (text.matches("[0-9]{1,9}ms")) {
                return Optional.of(
                        Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2))));
            }
            if (text.matches("[0-9]{1,9}(s|min|h)")) {
                String iso = text.replace("min", "M").toUpperCase(Locale.ROOT);
                return Optional.of(Duration.parse("PT" + iso));
            }
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }

    /// One of an enumeration's names, written in the file in lower camel case or with hyphens
    /// (`rtsCts` and `rts-cts` are `RTS_CTS`).
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] all = type.getEnumConstants();
        if (!present()) {
            return all[0];
        }
        String wanted = plain(text());
        for (E candidate : all) {
            if (plain(candidate.name()).equals(wanted)) {
                return candidate;
            }
        }
        List<String> names =
                Arrays.stream(all).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        report(
                "'"
                        + text()
                        + "' is none of "
                        + String.join(", ", names)
                        + suggestion(text(), names),
                "CFG-CHOICE");
        return all[0];
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// A text per language. A plain text is German, the language of record.
    public LocalizedText localized() {
        if (!isMapping()) {
            return LocalizedText.german(text());
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        entries().forEach((language, value) -> byLanguage.put(language, value.text()));
        if (!byLanguage.containsKey(LocalizedText.GERMAN)) {
            report("the German text (de:) is missing", "CFG-MISSING");
            byLanguage.put(LocalizedText.GERMAN, "");
        }
        return new LocalizedText(byLanguage);
    }

    /// Reports each key that nobody asked for as `CFG-UNKNOWN-KEY`, with the known key that is nearest.
    public void noOthers() {
        children();
        for (Map.Entry<String, ConfigNode> entry : keys.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                entry.getValue()
                        .report(
                                "the key '"
                                        + entry.getKey()
                                        + "' is not known here"
                                        + suggestion(entry.getKey(), asked),
                                "CFG-UNKNOWN-KEY");
            }
        }
    }

    /// `; did you mean 'x'?` with the nearest of `known`, or nothing where none is near.
    public static String suggestion(String word, Iterable<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(MOST_EDITS);
        String best = "";
        int least = MOST_EDITS + 1;
        for (String candidate : known) {
            int edits =
                    distance.apply(
                            word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits >= 0 && edits < least && edits < candidate.length()) {
                least = edits;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }
}
