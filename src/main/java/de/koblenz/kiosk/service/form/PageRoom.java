package de.koblenz.kiosk.service.form;

import java.util.List;
import java.util.Map;

/// How much one page can ask: one thing to choose, or a few values to type; never both, as a choice fills the page. What is
/// only read needs no room of its own.
public final class PageRoom {
    /// Entries that a page has room for; a date has three.
    public static final int MOST_ENTRIES = 4;

    private PageRoom() {}

    /// Whether everything that these fields ask can be answered on one page.
    ///
    /// @param all elements of the form by path without instances
    /// @param fields of the page, without instances
    public static boolean holds(Map<FieldPath, FormElement> all, List<FieldPath> fields) {
        int asked = 0;
        int entries = 0;
        for (FieldPath path : fields) {
            switch (all.get(path)) {
                case Field field when field.kind().answered() -> {
                    asked++;
                    entries += chosen(field.type()) ? MOST_ENTRIES : FieldInput.parts(field.type());
                }
                // Where its entries are added and taken away.
                case FieldGroup _ -> {
                    asked++;
                    entries += MOST_ENTRIES;
                }
                case Field _ -> {}
                case null -> {}
            }
        }
        return asked <= 1 || entries <= MOST_ENTRIES;
    }

    private static boolean chosen(FieldType type) {
        return switch (type) {
            case FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _,
                    FieldType.Attachment _ ->
                    true;
            case FieldType.Text _,
                    FieldType.WholeNumber _,
                    FieldType.Decimal _,
                    FieldType.Money _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _ ->
                    false;
        };
    }
}
