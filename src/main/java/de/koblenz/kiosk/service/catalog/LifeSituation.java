package de.koblenz.kiosk.service.catalog;

/// The eight life situations of the start page, in the order of the tiles.
public enum LifeSituation {
    UMZIEHEN_WOHNEN,
    AUSWEIS_PASS,
    URKUNDEN_AUSKUENFTE,
    FAMILIE_SCHULE,
    AUTO_PARKEN,
    HUND_STEUERN,
    GEWERBE_GENEHMIGUNG,
    FREIZEIT_WAHL_STOERUNG
}
