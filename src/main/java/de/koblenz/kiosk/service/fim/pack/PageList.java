package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.QuestionPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `pages:` of an overlay. Listed pages come in their order; a page that is not listed stays behind the question that stands
/// before it in the schema. Not thread-safe: one reading.
final class PageList {
    private final FormNames names;
    private final List<QuestionPage> usual;

    /// @param usual pages where nothing is listed, in the order of the schema
    PageList(FormNames names, List<QuestionPage> usual) {
        this.names = names;
        this.usual = usual;
    }

    /// The pages; the usual ones where the overlay says nothing.
    List<QuestionPage> read(Optional<ConfigNode> found) {
        if (found.isEmpty()) {
            return usual;
        }
        ConfigNode list = found.get();
        List<QuestionPage> listed = new ArrayList<>();
        Set<FieldPath> taken = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (ConfigNode item : list.items()) {
            ConfigNode keyNode = item.at("page");
            String key =
                    keyNode.text(FormElement.ID.pattern(), "a key of letters, digits, _ and -");
            List<FieldPath> fields = fields(item.at("fields"), taken);
            if (!keys.add(key)) {
                keyNode.report("the page '" + key + "' stands twice", "PKG-PAGES");
            } else if (!fields.isEmpty() && FormElement.ID.matcher(key).matches()) {
                listed.add(new QuestionPage(key, fields));
            }
            item.noOthers();
        }
        List<QuestionPage> ordered = ordered(listed, taken, keys);
        groups(ordered, list);
        return ordered;
    }

    private List<FieldPath> fields(ConfigNode list, Set<FieldPath> taken) {
        List<FieldPath> fields = new ArrayList<>();
        for (ConfigNode item : list.items()) {
            Optional<FieldPath> path = names.element(item);
            if (path.isEmpty()) {
                continue;
            }
            if (!names.asked(path.get())) {
                item.report("'" + path.get() + "' is nothing that is asked", "PKG-PAGES");
            } else if (!taken.add(path.get())) {
                item.report("'" + path.get() + "' is asked twice", "PKG-PAGES");
            } else if (!fields.isEmpty() && !around(fields.getFirst()).equals(around(path.get()))) {
                item.report(
                        "the fields of a page lie in the same repeated group or in none",
                        "PKG-PAGES");
            } else {
                fields.add(path.get());
            }
        }
        if (!names.fit(fields)) {
            list.report(
                    "a page has one field to choose, or at most "
                            + FormNames.MOST_ENTRIES
                            + " entries (a date has three)",
                    "PKG-PAGES");
        }
        if (list.isList() && list.items().isEmpty()) {
            list.report("the page asks nothing", "PKG-PAGES");
        }
        return fields;
    }

    /// The repeated groups around, without the element itself.
    private List<FieldPath> around(FieldPath path) {
        List<FieldPath> groups = new ArrayList<>(names.form().repeatedAbove(path));
        groups.remove(path);
        return groups;
    }

    private List<QuestionPage> ordered(
            List<QuestionPage> listed, Set<FieldPath> taken, Set<String> keys) {
        Map<FieldPath, String> pageOf = new HashMap<>();
        listed.forEach(page -> page.fields().forEach(field -> pageOf.put(field, page.key())));
        Map<String, List<QuestionPage>> behind = new LinkedHashMap<>();
        Set<String> reserved = new HashSet<>(keys);
        usual.forEach(page -> reserved.add(page.key()));
        String before = "";
        for (QuestionPage page : usual) {
            List<FieldPath> left =
                    page.fields().stream().filter(field -> !taken.contains(field)).toList();
            if (left.size() == page.fields().size() && !keys.contains(page.key())) {
                behind.computeIfAbsent(before, _ -> new ArrayList<>()).add(page);
            } else {
                if (!left.isEmpty()) {
                    behind.computeIfAbsent(before, _ -> new ArrayList<>())
                            .add(
                                    new QuestionPage(
                                            keys.contains(page.key())
                                                    ? free(page.key(), reserved)
                                                    : page.key(),
                                            left));
                }
                before = pageOf.getOrDefault(page.fields().getFirst(), before);
            }
        }
        List<QuestionPage> ordered = new ArrayList<>(behind.getOrDefault("", List.of()));
        for (QuestionPage page : listed) {
            ordered.add(page);
            ordered.addAll(behind.getOrDefault(page.key(), List.of()));
        }
        return ordered;
    }

    private static String free(String wanted, Set<String> keys) {
        String plain = wanted.length() > 70 ? wanted.substring(0, 70) : wanted;
        String key = wanted;
        for (int i = 2; !keys.add(key); i++) {
            key = plain + "-" + i;
        }
        return key;
    }

    /// Pages of a repeated group stand together, behind the page on which its entries are added.
    private void groups(List<QuestionPage> pages, ConfigNode list) {
        Set<FieldPath> over = new HashSet<>();
        Set<FieldPath> asked = new HashSet<>();
        List<FieldPath> before = List.of();
        for (QuestionPage page : pages) {
            List<FieldPath> around = around(page.fields().getFirst());
            for (FieldPath group : before) {
                if (!around.contains(group)) {
                    over.add(group);
                }
            }
            for (FieldPath group : around) {
                if (over.contains(group) || !asked.contains(group)) {
                    list.report(
                            "the page '"
                                    + page.key()
                                    + "' has to stand with the others of '"
                                    + group
                                    + "', behind the page where its entries are added",
                            "PKG-PAGES");
                }
            }
            asked.addAll(page.fields());
            before = around;
        }
    }
}
