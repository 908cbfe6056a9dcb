package de.koblenz.kiosk.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All texts of one locale, by key. Placeholders are `{name}`. Immutable and thread-safe.
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private final Locale locale;
    private final Map<String, String> byKey;
    private final Function<String, Optional<String>> more;
    private final Optional<Texts> base;

    public Texts(Locale locale, Map<String, String> byKey) {
        this(locale, Map.copyOf(byKey), _ -> Optional.empty(), Optional.empty());
    }

    private Texts(
            Locale locale,
            Map<String, String> byKey,
            Function<String, Optional<String>> more,
            Optional<Texts> base) {
        this.locale = locale;
        this.byKey = byKey;
        this.more = more;
        this.base = base;
    }

    /// These texts, and for keys that they have not what somebody else says, who may learn more in time.
    ///
    /// @param others thread-safe
    public Texts with(Function<String, Optional<String>> others) {
        return new Texts(locale, byKey, others, base);
    }

    /// These texts, and for keys that they do not say themselves those of `other`: German, under a translation that has
    /// not everything.
    public Texts over(Texts other) {
        return new Texts(locale, byKey, more, Optional.of(other));
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return says(key) || base.filter(texts -> texts.has(key)).isPresent();
    }

    /// Whether `key` has words in this very language, not only in the one beneath it ([#over]).
    public boolean says(String key) {
        return byKey.containsKey(key) || more.apply(key).isPresent();
    }

    /// The keys of these texts alone.
    public Set<String> keys() {
        return byKey.keySet();
    }

    /// The text of `key`; `⟦key⟧` where it is missing, so that a picture shows it and a test finds it.
    public String of(String key) {
        String own = byKey.get(key);
        return own != null
                ? own
                : more.apply(key)
                        .or(() -> base.map(texts -> texts.of(key)))
                        .orElseGet(() -> "⟦" + key + "⟧");
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
