package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The elements of a form by the ids and names that rules write. Not thread-safe: one form.
final class RuleElements {
    private final List<FormPart> all;
    private final Map<String, List<FormPart>> byId = new HashMap<>();
    private final Map<String, List<FormPart>> byName = new HashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<FieldPath, List<String>> words = new HashMap<>();

    /// @param all in the order of the form
    RuleElements(Collection<FormPart> all) {
        this.all = List.copyOf(all);
        for (FormPart part : this.all) {
            String id = HarmonisedId.current(part.path().id());
            byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(part);
            Set<String> own = new LinkedHashSet<>();
            own.add(RuleToken.plain(part.head().label()));
            own.add(RuleToken.plain(part.head().name()));
            own.remove("");
            names.addAll(own);
            own.forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(part));
        }
    }

    List<FormPart> all() {
        return all;
    }

    /// @param id as version 3 writes it
    List<FormPart> withId(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /// @param plain a name, spelt plainly
    List<FormPart> named(String plain) {
        return byName.getOrDefault(plain, List.of());
    }

    /// The names of all elements, spelt plainly, without empty ones.
    Set<String> names() {
        return names;
    }

    /// The words of the name and of the label of an element.
    List<String> words(FormPart part) {
        return words.computeIfAbsent(part.path(), _ -> RuleNouns.words(part.head()));
    }
}
