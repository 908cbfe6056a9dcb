package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.AddressPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pages for a form whose overlay says nothing of them: one question each, in the order of the schema, addresses in that
/// of Koblenz. Street and number, postcode and town, and the three parts of a date of birth stand together.
final class DefaultPages {
    /// Numbers of harmonised fields that are asked on one page with the one before.
    private static final Map<String, String> TOGETHER =
            Map.of(
                    "F60000000244", "F60000000243",
                    "F60000000247", "F60000000246",
                    "F60000000232", "F60000000231",
                    "F60000000233", "F60000000232");

    /// A page key is at most this long; its end tells it from others.
    private static final int MOST_KEY = 72;

    private final FormTexts texts;
    private final List<QuestionPage> pages = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private DefaultPages(FormTexts texts) {
        this.texts = texts;
    }

    /// The pages, with their questions in the texts.
    static List<QuestionPage> of(List<FormPart> parts, FormTexts texts) {
        DefaultPages pages = new DefaultPages(texts);
        pages.level(parts, Optional.empty());
        return pages.pages;
    }

    private void level(List<FormPart> parts, Optional<GroupPart> around) {
        String before = "";
        for (FormPart part : addressed(parts)) {
            switch (part) {
                case GroupPart group -> {
                    if (group.occurrence().repeated()) {
                        add(group);
                    }
                    level(group.parts(), Optional.of(group));
                    before = "";
                }
                case FieldPart field when field.field().kind() == FieldKind.HIDDEN -> {}
                case FieldPart field -> {
                    String id = HarmonisedId.current(field.head().id());
                    if (!before.isEmpty() && before.equals(TOGETHER.get(id)) && typed(field)) {
                        QuestionPage last = pages.removeLast();
                        List<FieldPath> fields = new ArrayList<>(last.fields());
                        fields.add(field.path());
                        pages.add(new QuestionPage(last.key(), fields));
                        together(around, last.key(), fields);
                    } else {
                        add(field);
                    }
                    before = typed(field) ? id : "";
                }
            }
        }
    }

    /// A page that asks all of a group asks what the group is called: "Geburtsdatum", not "Tag". Any other has no title of its
    /// own and is called by the names of its fields: "Postleitzahl und Ort".
    private void together(Optional<GroupPart> around, String key, List<FieldPath> fields) {
        texts.remove("page." + key + ".title");
        around.filter(group -> whole(group, fields))
                .map(group -> PlainWords.of(group.head().words()))
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> texts.put("page." + key + ".title", words));
    }

    private static boolean whole(GroupPart group, List<FieldPath> fields) {
        return group.parts().stream()
                .filter(part ->
                        !(part instanceof FieldPart field)
                                || field.field().kind() != FieldKind.HIDDEN)
                .allMatch(part -> fields.contains(part.path()));
    }

    /// The parts, addresses in the order of Koblenz: fields that follow each other, each part of an address once. A question in
    /// the midst ends the address: what follows may depend on it.
    private static List<FormPart> addressed(List<FormPart> parts) {
        List<FormPart> ordered = new ArrayList<>();
        Map<AddressPart, FormPart> address = new EnumMap<>(AddressPart.class);
        for (FormPart part : parts) {
            Optional<AddressPart> place = place(part);
            if (place.isEmpty() || address.containsKey(place.get())) {
                ordered.addAll(address.values());
                address.clear();
            }
            if (place.isPresent()) {
                address.put(place.get(), part);
            } else {
                ordered.add(part);
            }
        }
        ordered.addAll(address.values());
        return ordered;
    }

    private static Optional<AddressPart> place(FormPart part) {
        return part instanceof FieldPart field ? AddressPart.of(field.field()) : Optional.empty();
    }

    /// Whether it can share a page: choices fill one.
    private static boolean typed(FieldPart field) {
        return field.field().kind() == FieldKind.INPUT
                && (field.field().type() instanceof FieldType.Text
                        || field.field().type() instanceof FieldType.WholeNumber);
    }

    private void add(FormPart part) {
        String id = part.path().id();
        String plain = id.length() > MOST_KEY ? id.substring(0, MOST_KEY) : id;
        String key = plain;
        for (int i = 2; !keys.add(key); i++) {
            key = plain + "-" + i;
        }
        pages.add(new QuestionPage(key, List.of(part.path())));
        String words = PlainWords.of(part.head().words());
        texts.put("page." + key + ".title", words.isEmpty() ? id : words);
    }
}
