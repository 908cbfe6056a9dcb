package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.Occurrence;
import java.util.List;

/// An element of a form in the making, before its rules are known.
sealed interface FormPart {
    FieldPath path();

    Head head();

    /// A field as it is without rules.
    ///
    /// @param values wording of its codes, where it is a choice
    record FieldPart(FieldPath path, Head head, Field field, List<Value> values)
            implements FormPart {
        public FieldPart {
            values = List.copyOf(values);
        }
    }

    /// A group as it is without rules.
    record GroupPart(
            FieldPath path,
            Head head,
            Occurrence occurrence,
            List<FormPart> parts,
            Condition visible)
            implements FormPart {
        public GroupPart {
            parts = List.copyOf(parts);
        }
    }
}
