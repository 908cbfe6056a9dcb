package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.form.Questionnaire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The visible answers in the shape in which they are sent and shown.
public final class ApplicationData {
    private ApplicationData() {}

    /// The answers of all visible fields as JSON (RFC 8259) by field id: a group is an object, a repeated group an
    /// array of objects, in the order of the form; numbers, amounts and yes/no as such, all else as strings. What is
    /// not visible or not answered is not in it. Personal.
    public static String json(FormDefinition form, FormData data, LocalDate today) {
        FormView view = new Questionnaire(form, List.of()).view(data, today);
        StringBuilder json = new StringBuilder();
        object(form.elements(), List.of(), view, data, json);
        return json.toString();
    }

    private static void object(
            List<FormElement> elements,
            List<FieldPath> around,
            FormView view,
            FormData data,
            StringBuilder json) {
        json.append('{');
        boolean first = true;
        for (FormElement element : elements) {
            FieldPath path =
                    around.isEmpty()
                            ? FieldPath.of(element.id())
                            : around.getLast().child(element.id());
            StringBuilder value = new StringBuilder();
            switch (element) {
                case Field field ->
                        view.value(path).ifPresent(code -> value(field.type(), code, value));
                case FieldGroup group when group.occurrence().repeated() -> {
                    List<String> instances = view.visible(path) ? data.instances(path) : List.of();
                    for (String instance : instances) {
                        value.append(value.isEmpty() ? '[' : ',');
                        object(
                                group.elements(),
                                List.of(path.instance(instance)),
                                view,
                                data,
                                value);
                    }
                    value.append(value.isEmpty() ? "" : "]");
                }
                case FieldGroup group -> {
                    if (view.visible(path)) {
                        object(group.elements(), List.of(path), view, data, value);
                    }
                }
            }
            if (!value.isEmpty() && !value.toString().equals("{}")) {
                json.append(first ? "" : ",").append(JsonText.quoted(element.id())).append(':');
                json.append(value);
                first = false;
            }
        }
        json.append('}');
    }

    private static void value(FieldType type, String code, StringBuilder json) {
        json.append(
                switch (type) {
                    // Canonical numbers and truth values are JSON as they are.
                    case FieldType.WholeNumber _,
                            FieldType.Decimal _,
                            FieldType.Money _,
                            FieldType.Flag _,
                            FieldType.Consent _ ->
                            code;
                    case FieldType.Text _,
                            FieldType.DateValue _,
                            FieldType.TimeValue _,
                            FieldType.Attachment _,
                            FieldType.Choice _ ->
                            JsonText.quoted(code);
                });
    }

    /// The visible answers in the order of the pages, for the check-answers page and the copy. Labels are left out.
    public static List<Answer> answers(
            Questionnaire questionnaire, FormData data, LocalDate today) {
        FormPages pages = questionnaire.pages(data, today);
        List<Answer> answers = new ArrayList<>();
        for (FormPages.Page page : pages.visible()) {
            for (FieldPath path : page.fields()) {
                if (questionnaire.form().find(path).orElse(null) instanceof Field field
                        && field.kind() != FieldKind.LABEL) {
                    String canonical = pages.view().value(path).orElse("");
                    answers.add(new Answer(page.key(), path, field, canonical));
                }
            }
        }
        return answers;
    }
}
