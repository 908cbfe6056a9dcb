package de.koblenz.kiosk.service.catalog;

/// How surely the city must know who applies (Vertrauensniveau; eIDAS Art. 8, § 3 OZG).
public enum TrustLevel {
    /// Name and address as typed.
    NORMAL,
    /// Identity checked by substantial means.
    SUBSTANZIELL,
    /// Identity checked by the eID card or in person.
    HOCH
}
