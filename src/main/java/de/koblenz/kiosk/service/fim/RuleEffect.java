package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.List;

/// What a rule sentence does, understood as a whole.
sealed interface RuleEffect {
    /// When it does it; always where the sentence has no condition.
    Condition when();

    /// The field or group must be answered.
    record Required(FieldPath target, Condition when) implements RuleEffect {}

    /// The field or group is there only then, or by another rule of this kind.
    record Shown(FieldPath target, Condition when) implements RuleEffect {}

    /// The field or group is not there.
    record Hidden(FieldPath target, Condition when) implements RuleEffect {}

    /// The field or group may be left empty.
    record Optional(FieldPath target, Condition when) implements RuleEffect {}

    /// What was answered must be so; not looked at as long as a field that `what` compares is empty.
    ///
    /// @param fields the fields that it compares
    record Must(List<FieldPath> fields, Condition what, Condition when) implements RuleEffect {
        public Must {
            fields = List.copyOf(fields);
        }
    }

    /// So many of several are answered.
    ///
    /// @param of fields or groups, at least two
    /// @param some whether at least one is
    /// @param single whether at most one is
    /// @param yes whether only a yes counts; all of them are questions with yes or no then
    record Count(List<FieldPath> of, boolean some, boolean single, boolean yes, Condition when)
            implements RuleEffect {
        public Count {
            of = List.copyOf(of);
        }
    }
}
