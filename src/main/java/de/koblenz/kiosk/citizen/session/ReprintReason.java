package de.koblenz.kiosk.citizen.session;

/// Why staff print a paper again; goes to the journal by its name. A choice and no free text, into which somebody would
/// sooner or later write a name.
public enum ReprintReason {
    PAPER_OUT,
    PAPER_JAM,
    NOT_LEGIBLE,
    NOT_COLLECTED,
    OTHER
}
