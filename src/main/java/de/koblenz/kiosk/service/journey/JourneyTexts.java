package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.CheckCode;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.form.QuestionPage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The keys of the words of a journey. All begin with `service.<id>.`; see the table of the form room.
public final class JourneyTexts {
    /// "Ja" and "Nein" of every form.
    public static final String YES = "form.yes";

    public static final String NO = "form.no";

    /// Before the way by which a document reaches the authority, see [FieldType.Attachment#WAYS].
    private static final String ATTACHMENT = "form.attachment.";

    /// Title of a page with several questions that has none of its own: the last two names, and any two before them.
    public static final String TITLE_LAST = "form.title.last";

    public static final String TITLE_FURTHER = "form.title.further";

    private final String prefix;
    private final Journey journey;

    public JourneyTexts(Journey journey) {
        this.journey = journey;
        this.prefix = prefix(journey.serviceId());
    }

    static String prefix(String serviceId) {
        return "service." + serviceId + ".";
    }

    /// The question of a page; a page of several questions may have no text there.
    public String title(QuestionPage page) {
        return prefix + "page." + page.key() + ".title";
    }

    /// The hint of a page: its own, else that of its first field. Whoever shows it takes the first key that has a text; of
    /// several questions each has its own hint ([#hint]) beside that of the page.
    public List<String> hints(QuestionPage page) {
        return List.of(prefix + "page." + page.key() + ".hint", hint(page.fields().getFirst()));
    }

    /// Short name of a field or group.
    public String label(FieldPath path) {
        return prefix + path.textKey() + ".label";
    }

    /// Hint of a field or group; may have no text.
    public String hint(FieldPath path) {
        return prefix + path.textKey() + ".hint";
    }

    /// Wording of a chosen code, of yes or no, or of a declaration.
    ///
    /// @param code canonical value of a field that is a choice, a flag, a consent or an attachment
    /// @throws IllegalArgumentException if the field has no such code
    public String option(FieldPath path, FieldType type, String code) {
        return switch (type) {
            case FieldType.Choice(CodeList list) ->
                    list.codes().stream()
                            .filter(known -> known.code().equals(code))
                            .findFirst()
                            .map(known -> option(path, known))
                            .orElseThrow(() -> new IllegalArgumentException("no such code"));
            case FieldType.Flag() -> code.equals("true") ? YES : NO;
            case FieldType.Attachment _ -> ATTACHMENT + code;
            case FieldType.Consent() -> prefix + path.textKey() + ".option." + code;
            case FieldType.Text _,
                    FieldType.WholeNumber _,
                    FieldType.Decimal _,
                    FieldType.Money _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _ ->
                    throw new IllegalArgumentException("nothing to choose at " + path);
        };
    }

    /// Wording of a code of a list.
    public String option(FieldPath path, CodeList.Code code) {
        return prefix
                + (code.textKey().isEmpty()
                        ? path.textKey() + ".option." + code.code()
                        : code.textKey());
    }

    /// Message for a rejected answer.
    public String error(String code, Map<String, String> parameters) {
        return code.equals(CheckCode.RULE)
                ? prefix + "rule." + parameters.getOrDefault("rule", "")
                : "code." + code + ".text";
    }

    /// The keys that each language must have. (Hints are allowed beside them.)
    public Set<String> required() {
        Set<String> keys = new TreeSet<>();
        FormDefinition form = journey.questionnaire().form();
        journey.questionnaire().pages().stream()
                .filter(page -> !severalAsked(page))
                .forEach(page -> keys.add(title(page)));
        for (FormRule rule : form.rules()) {
            keys.add(prefix + "rule." + rule.id());
        }
        for (Map.Entry<FieldPath, FormElement> entry : form.all().entrySet()) {
            switch (entry.getValue()) {
                case Field field when field.kind() != FieldKind.HIDDEN ->
                        addField(entry.getKey(), field, keys);
                case Field _ -> {}
                case FieldGroup group when group.occurrence().repeated() ->
                        keys.add(label(entry.getKey()));
                case FieldGroup _ -> {}
            }
        }
        return keys;
    }

    /// Whether a page asks several questions: it may be called by the names of all of them.
    public boolean severalAsked(QuestionPage page) {
        FormDefinition form = journey.questionnaire().form();
        return page.fields().stream()
                        .filter(path ->
                                form.field(path)
                                        .filter(field -> field.kind().answered())
                                        .isPresent())
                        .count()
                > 1;
    }

    private void addField(FieldPath path, Field field, Set<String> keys) {
        keys.add(label(path));
        if (field.type() instanceof FieldType.Choice(CodeList list)) {
            list.codes().forEach(code -> keys.add(option(path, code)));
        }
        if (field.type() instanceof FieldType.Consent) {
            keys.add(option(path, field.type(), "true"));
        }
    }

    /// The keys that a language may have: titles of pages with several questions, hints of pages, fields and groups,
    /// headings of groups.
    public Set<String> allowed() {
        Set<String> keys = new TreeSet<>();
        for (QuestionPage page : journey.questionnaire().pages()) {
            keys.add(hints(page).getFirst());
            if (severalAsked(page)) {
                keys.add(title(page));
            }
        }
        journey.questionnaire()
                .form()
                .all()
                .forEach((path, element) -> {
                    keys.add(hint(path));
                    if (element instanceof FieldGroup) {
                        keys.add(label(path));
                    }
                });
        return keys;
    }

    /// The required keys that `keys` has not.
    public static Set<String> missing(Journey journey, Set<String> keys) {
        Set<String> missing = new JourneyTexts(journey).required();
        missing.removeAll(keys);
        return missing;
    }
}
