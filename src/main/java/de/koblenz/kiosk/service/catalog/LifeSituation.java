package de.koblenz.kiosk.service.catalog;

/// The eight tiles of the start page, in their order on it. Title and examples are texts:
/// [#titleKey()] and [#examplesKey()].
public enum LifeSituation {
    UMZIEHEN_WOHNEN,
    AUSWEIS_PASS,
    URKUNDEN_AUSKUENFTE,
    FAMILIE_SCHULE,
    AUTO_PARKEN,
    HUND_STEUERN,
    GEWERBE_GENEHMIGUNG,
    FREIZEIT_WAHL_STOERUNG;

    /// Key of the tile's title, one to four words.
    public String titleKey() {
        return "lifeSituation." + name() + ".title";
    }

    /// Key of the two examples under the title.
    public String examplesKey() {
        return "lifeSituation." + name() + ".examples";
    }
}
