package de.koblenz.kiosk.service.form;

import java.util.Map;

/// An answer that is missing or cannot stay.
///
/// @param path which field, or which repeated group
/// @param code one of [CheckCode]
/// @param parameters as in [CheckResult.Rejected]
public record FormError(FieldPath path, String code, Map<String, String> parameters) {
    public FormError {
        parameters = Map.copyOf(parameters);
    }
}
