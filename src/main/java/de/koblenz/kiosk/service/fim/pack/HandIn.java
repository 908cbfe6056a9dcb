package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.service.form.FieldPath;
import java.time.Period;
import java.util.List;
import java.util.Map;

/// How documents reach the authority that the form asks for.
///
/// @param upload address of the authority's page for documents from the telephone; empty for none
/// @param documents by field, in the order of the form
public record HandIn(String upload, Map<FieldPath, Document> documents) {
    /// No documents.
    public static final HandIn NONE = new HandIn("", Map.of());

    public HandIn {
        documents = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(documents));
    }

    /// How one of them does.
    ///
    /// @param ways at least one, the usual first
    /// @param within from the day of the application
    public record Document(List<Way> ways, Period within) {
        public Document {
            ways = List.copyOf(ways);
        }
    }

    /// A way of handing in.
    public enum Way {
        /// On paper or by post.
        LATER,
        /// With the citizen's telephone, at a page of the authority.
        PHONE,
        /// With the terminal's scanner; never the only way, because it may be out of order, or there may be none.
        SCAN
    }
}
