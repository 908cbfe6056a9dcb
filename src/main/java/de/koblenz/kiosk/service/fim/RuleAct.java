package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.List;

/// What a part of a sentence says, apart from when.
sealed interface RuleAct {
    /// What is done with an element.
    enum Verb {
        REQUIRE,
        SHOW,
        /// It is there only then and must be answered.
        SHOW_AND_REQUIRE,
        /// It must be answered then, and need not otherwise.
        REQUIRE_ONLY,
        /// It may be left empty only then.
        EMPTY_ONLY,
        HIDE,
        /// It may be left empty.
        MAY,
        /// It may be answered only under the condition of the sentence.
        MAY_ONLY
    }

    /// Something is done with elements.
    record Do(Verb verb, List<FormPart> targets) implements RuleAct {
        public Do {
            targets = List.copyOf(targets);
        }
    }

    /// Something must hold.
    record Check(List<FieldPath> fields, Condition what) implements RuleAct {
        public Check {
            fields = List.copyOf(fields);
        }
    }

    /// So many of several are answered, or, of questions with yes or no, are answered with yes.
    record Choose(List<FormPart> of, boolean some, boolean single, boolean yes) implements RuleAct {
        public Choose {
            of = List.copyOf(of);
        }
    }

    /// What the condition of the sentence says must not be.
    record Forbid() implements RuleAct {}

    /// All of several are answered or none is.
    record Together(List<FormPart> of) implements RuleAct {
        public Together {
            of = List.copyOf(of);
        }
    }
}
