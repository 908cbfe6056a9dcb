package de.koblenz.kiosk.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of one locale with the place of each, merged from `texts/<locale>.yaml`,
/// `texts/parts/*.<locale>.yaml` and `services/*/texts.<locale>.yaml`. Each file is flat: `key: text`.
/// Immutable and thread-safe.
public final class TextFiles {
    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,119}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private final String locale;
    private final Map<String, Entry> entries;

    private record Entry(String text, Place place) {}

    private TextFiles(String locale, Map<String, Entry> entries) {
        this.locale = locale;
        this.entries = entries;
    }

    /// The texts of `locale` by key. A key that stands in two files is a problem that names both places.
    ///
    /// @param folder the configuration folder
    /// @param locale BCP 47 tag as in the file names
    public static Map<String, String> read(Path folder, String locale, Problems problems) {
        return load(folder, locale, problems).texts();
    }

    /// Like [#read], with the places for [#compare].
    public static TextFiles load(Path folder, String locale, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Path file : files(folder, locale, problems)) {
            String shown = folder.relativize(file).toString().replace('\\', '/');
            ConfigNode node = ConfigReader.read(file, shown, problems);
            node.entries().forEach((key, value) -> add(entries, key, value, node));
        }
        return new TextFiles(locale, Collections.unmodifiableMap(entries));
    }

    /// The texts of one part of the program alone, `texts/<part>/<locale>.yaml`, which terminals do not read.
    public static TextFiles loadPart(Path folder, String part, String locale, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Path file = folder.resolve("texts").resolve(part).resolve(locale + ".yaml");
        String shown = folder.relativize(file).toString().replace('\\', '/');
        ConfigNode node = ConfigReader.read(file, shown, problems);
        node.entries().forEach((key, value) -> add(entries, key, value, node));
        return new TextFiles(locale, Collections.unmodifiableMap(entries));
    }

    private static List<Path> files(Path folder, String locale, Problems problems) {
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("texts").resolve(locale + ".yaml"));
        Path parts = folder.resolve("texts").resolve("parts");
        files.addAll(list(parts, "*." + locale + ".yaml", folder, problems));
        for (Path service : list(folder.resolve("services"), "*", folder, problems)) {
            Path texts = service.resolve("texts." + locale + ".yaml");
            // The words of a package stand in its federal files, too, and are read with them.
            if (Files.isRegularFile(texts) && !ServiceFolder.isPackage(service)) {
                files.add(texts);
            }
        }
        return files;
    }

    private static List<Path> list(Path parent, String glob, Path folder, Problems problems) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(parent)) {
            return found;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, glob)) {
            stream.forEach(found::add);
        } catch (IOException e) {
            String shown = folder.relativize(parent).toString();
            problems.add(
                    new Problem(shown, 1, 1, "the folder cannot be read", "CFG-FILE-UNREADABLE"));
        }
        Collections.sort(found);
        return found;
    }

    private static void add(
            Map<String, Entry> entries, String key, ConfigNode value, ConfigNode file) {
        ConfigNode place = file.key(key);
        if (!key.matches(KEY)) {
            place.report("'" + key + "' is not a key such as start.title", "TXT-KEY");
            return;
        }
        Entry first = entries.get(key);
        if (first != null) {
            place.report("the text '" + key + "' is already in " + first.place(), "TXT-TWICE");
            return;
        }
        String text = value.text();
        if (text.isBlank() || !value.present()) {
            place.report("the text '" + key + "' is empty", "TXT-EMPTY");
        }
        entries.put(key, new Entry(text, place.place()));
    }

    /// BCP 47 tag of these texts.
    public String locale() {
        return locale;
    }

    /// The texts by key, in the order of the files.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((key, entry) -> texts.put(key, entry.text()));
        return Collections.unmodifiableMap(texts);
    }

    /// What `other` lacks, has too much of, or fills differently than the German texts.
    ///
    /// A missing text is reported where the German one stands, as that is what gets translated. Whoever reads a kind of
    /// German (`de-simple`) reads the German text instead, so there nothing is missing.
    public static List<Problem> compare(TextFiles german, TextFiles other) {
        List<Problem> problems = new ArrayList<>();
        boolean kindOfGerman = other.locale.startsWith(german.locale + "-");
        german.entries.forEach((key, entry) ->
                other.entry(key)
                        .ifPresentOrElse(
                                found -> comparePlaceholders(key, entry, found, problems),
                                () -> {
                                    if (!kindOfGerman) {
                                        problems.add(missing(key, entry, other.locale));
                                    }
                                }));
        other.entries.forEach((key, entry) -> {
            if (german.entry(key).isEmpty()) {
                problems.add(superfluous(key, entry, german));
            }
        });
        return List.copyOf(problems);
    }

    private Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private static Problem missing(String key, Entry german, String locale) {
        return german.place()
                .problem("the text '" + key + "' is missing in '" + locale + "'", "TXT-MISSING");
    }

    private static Problem superfluous(String key, Entry entry, TextFiles german) {
        return entry.place()
                .problem(
                        "the text '"
                                + key
                                + "' does not exist in German"
                                + ConfigNode.suggestion(key, german.entries.keySet()),
                        "TXT-SUPERFLUOUS");
    }

    private static void comparePlaceholders(
            String key, Entry german, Entry other, List<Problem> problems) {
        Set<String> wanted = placeholders(german.text());
        Set<String> found = placeholders(other.text());
        if (!wanted.equals(found)) {
            problems.add(
                    other.place()
                            .problem(
                                    "the text '"
                                            + key
                                            + "' has the placeholders "
                                            + found
                                            + ", the German one "
                                            + wanted
                                            + " ("
                                            + german.place()
                                            + ")",
                                    "TXT-PLACEHOLDER"));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
