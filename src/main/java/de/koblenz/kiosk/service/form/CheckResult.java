package de.koblenz.kiosk.service.form;

import java.util.Map;

/// What came of checking an answer.
public sealed interface CheckResult {
    /// The answer is good.
    ///
    /// @param canonical what to keep; empty where an answer that is not required was left out. Personal
    record Accepted(String canonical) implements CheckResult {
        @Override
        public String toString() {
            return "Accepted[]";
        }
    }

    /// The answer cannot be accepted.
    ///
    /// @param code one of [CheckCode]
    /// @param parameters limits to name in the message, canonical; never what was typed
    record Rejected(String code, Map<String, String> parameters) implements CheckResult {
        public Rejected {
            parameters = Map.copyOf(parameters);
        }

        public static Rejected of(String code) {
            return new Rejected(code, Map.of());
        }
    }
}
