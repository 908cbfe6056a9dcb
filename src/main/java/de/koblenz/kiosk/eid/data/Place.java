package de.koblenz.kiosk.eid.data;

import java.util.Optional;

/// Where somebody was born or lives (TR-03110-4 §2.3, GeneralPlace).
public sealed interface Place {
    /// @param country one to three letters, such as `D`
    record Structured(
            Optional<String> street,
            String city,
            Optional<String> state,
            String country,
            Optional<String> postcode)
            implements Place {
        @Override
        public String toString() {
            return "Structured";
        }
    }

    /// In words.
    record FreeText(String text) implements Place {
        @Override
        public String toString() {
            return "FreeText";
        }
    }

    /// There is none, such as no residence in Germany.
    ///
    /// @param remark what the card says instead
    record None(String remark) implements Place {
        @Override
        public String toString() {
            return "None";
        }
    }
}
