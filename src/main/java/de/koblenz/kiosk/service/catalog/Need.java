package de.koblenz.kiosk.service.catalog;

/// What a citizen must have at hand; each has a pictogram and a text ([#textKey()]).
public enum Need {
    /// Identity card with the online function switched on, and its six-digit PIN.
    AUSWEIS_PIN,
    /// Identity card or passport to look at; no PIN.
    AUSWEIS,
    /// Bank card or phone to pay with.
    BANKKARTE,
    /// Phone with internet to pay with: all that a terminal without a payment terminal takes.
    HANDY,
    /// IBAN of an account.
    BANKVERBINDUNG,
    /// A letter or certificate of the case at hand.
    DOKUMENT,
    /// Registration certificate part I.
    FAHRZEUGSCHEIN,
    /// Number plates with their security codes, or the number on them.
    KENNZEICHEN,
    /// Driving licence.
    FUEHRERSCHEIN,
    /// File or serial number from a letter or a notice.
    AKTENZEICHEN,
    /// Name and address of everyone concerned.
    PERSONENDATEN,
    /// A place, or a photo of it.
    ORT,
    /// A plan of the place.
    LAGEPLAN,
    /// E-mail address.
    E_MAIL;

    /// Key of the text beside the pictogram.
    public String textKey() {
        return "need." + name();
    }
}
