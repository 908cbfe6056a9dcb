package de.koblenz.kiosk.citizen.session;

/// Accessibility aids that a citizen switches on for one session. They combine freely and survive a
/// change of language; no aid takes a function away.
public enum Aid {
    /// Every text with a capital height of at least 0.7 degrees at 80 cm (EN 301 549 clause 5.1.4).
    LARGE_TEXT,
    /// White on black, at least 7:1 (WCAG 2.2, 1.4.6).
    HIGH_CONTRAST,
    /// All controls between 800 and 1050 mm (DIN 18040-1).
    LOW_REACH,
    /// Longer time-outs.
    MORE_TIME,
    /// A second touch of the same key within 500 ms does not count (EN 301 549 clause 5.8).
    KEY_FILTER
}
