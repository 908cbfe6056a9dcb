package de.koblenz.kiosk.service.catalog;

/// How far a service is on its way online under the Onlinezugangsgesetz, as the city reports it.
public enum OzgStatus {
    /// Can be done online today.
    ONLINE,
    /// Is being built.
    UMSETZUNG,
    /// Is planned.
    GEPLANT,
    /// Cannot be done online by law or nature, for example where a person must appear.
    NICHT_UMSETZBAR
}
