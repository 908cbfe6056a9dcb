package de.koblenz.kiosk.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All texts of one locale, by key. Placeholders are `{name}`. Immutable and thread-safe.
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private final Locale locale;
    private final Map<String, String> byKey;

    public Texts(Locale locale, Map<String, String> byKey) {
        this.locale = locale;
        this.byKey = Map.copyOf(byKey);
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    /// The text of `key`; `⟦key⟧` where it is missing, so that a picture shows it and a test finds it.
    public String of(String key) {
        return byKey.getOrDefault(key, "⟦" + key + "⟧");
    }

    /// The text of `key` with its placeholders replaced by `values`.
    public String of(String key, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(of(key));
        return matcher.replaceAll(found ->
                Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /// The text of `key` with one placeholder replaced.
    public String of(String key, String name, String value) {
        return of(key, Map.of(name, value));
    }

    /// The names of the placeholders in the text of `key`, sorted.
    public Set<String> placeholders(String key) {
        Map<String, Boolean> names = new TreeMap<>();
        Matcher matcher = PLACEHOLDER.matcher(of(key));
        while (matcher.find()) {
            names.put(matcher.group(1), true);
        }
        return names.keySet();
    }
}
