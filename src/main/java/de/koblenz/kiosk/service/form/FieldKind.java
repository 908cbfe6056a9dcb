package de.koblenz.kiosk.service.form;

/// How a field meets the citizen (XDatenfelder 3, code list "Feldart").
public enum FieldKind {
    /// Is typed.
    INPUT,
    /// Is chosen from a list.
    SELECT,
    /// Is only read; has no value.
    LABEL,
    /// Is shown with a value that cannot be changed here.
    LOCKED,
    /// Is not shown; its value comes from elsewhere and counts in conditions.
    HIDDEN;

    /// Whether the citizen answers it.
    public boolean answered() {
        return this == INPUT || this == SELECT;
    }
}
