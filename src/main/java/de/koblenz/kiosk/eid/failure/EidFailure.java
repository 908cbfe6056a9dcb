package de.koblenz.kiosk.eid.failure;

import de.koblenz.kiosk.device.card.CardLostException;

/// Why the card could not be used, for citizen, help desk and `docs/codes-eid.md`. Codes never change.
public enum EidFailure {
    /// The card was taken off the reader.
    CARD_REMOVED("EID-CARD-REMOVED", true),
    /// The reader was unplugged.
    READER_GONE("EID-READER-GONE", true),
    /// The PC/SC service ended.
    SERVICE_GONE("EID-SERVICE-GONE", true),
    /// The reader could not exchange data with the card.
    TRANSMISSION("EID-TRANSMISSION", true),
    /// The reader cannot carry a command as long as this request needs.
    READER_SHORT("EID-READER-SHORT", false),
    /// The reader's own keypad failed.
    KEYPAD("EID-KEYPAD", true),
    /// There is no eID application on this card.
    CARD_WRONG("EID-CARD-WRONG", true),
    /// The document has expired.
    CARD_EXPIRED("EID-CARD-EXPIRED", false),
    /// The card's answer was not what the specification allows.
    CARD_ANSWER("EID-CARD-ANSWER", true),
    /// The card answered a command with a status that ends the dialogue.
    CARD_STATUS("EID-CARD-STATUS", true),
    /// Signature or key of the chip are not those of a genuine document.
    CARD_NOT_GENUINE("EID-CARD-NOT-GENUINE", false),
    /// The protected channel to the card was broken or tampered with.
    CHANNEL_BROKEN("EID-CHANNEL-BROKEN", true),
    /// The card offers no variant of the protocol that we know.
    CARD_UNSUPPORTED("EID-CARD-UNSUPPORTED", false),
    /// The online function of the card is switched off.
    CARD_DEACTIVATED("EID-CARD-DEACTIVATED", false),
    /// The PIN was entered wrongly three times; only the PUK helps.
    PIN_BLOCKED("EID-PIN-BLOCKED", false),
    /// Only one try is left; the card wants the CAN first.
    PIN_SUSPENDED("EID-PIN-SUSPENDED", true),
    /// The PIN has not been set by its owner yet.
    PIN_TRANSPORT("EID-PIN-TRANSPORT", false),
    /// The PIN is not blocked, so the PUK is not needed.
    PIN_NOT_BLOCKED("EID-PIN-NOT-BLOCKED", false),
    /// The PUK was refused too often or has been used up.
    PUK_USED_UP("EID-PUK-USED-UP", false),
    /// The card refused the new PIN.
    PIN_NOT_CHANGED("EID-PIN-NOT-CHANGED", true),
    /// Reading with the CAN is not allowed by the terminal's certificate.
    CAN_NOT_ALLOWED("EID-CAN-NOT-ALLOWED", false),
    /// No member of staff has compared the photo of this card.
    STAFF_NOT_CONFIRMED("EID-STAFF-NOT-CONFIRMED", false),
    /// The certificate does not give a right that the service needs.
    RIGHTS_MISSING("EID-RIGHTS-MISSING", false),
    /// The card refused the rights asked for.
    RIGHTS_REFUSED("EID-RIGHTS-REFUSED", false),
    /// The terminal's certificate is not valid today.
    CERTIFICATE_EXPIRED("EID-CERTIFICATE-EXPIRED", false),
    /// The card refused a certificate of the chain.
    CERTIFICATE_REFUSED("EID-CERTIFICATE-REFUSED", false),
    /// The chain of certificates does not fit together or to this card.
    CERTIFICATE_CHAIN("EID-CERTIFICATE-CHAIN", false),
    /// The card refused the terminal's signature.
    SIGNATURE_REFUSED("EID-SIGNATURE-REFUSED", false),
    /// The holder of the terminal's key cannot be reached.
    AUTHORITY_UNREACHABLE("EID-AUTHORITY-UNREACHABLE", true),
    /// The AusweisApp cannot be reached, or is busy for somebody else.
    APP_UNREACHABLE("EID-APP-UNREACHABLE", true),
    /// The AusweisApp ended the reading with an error, or did not keep to its protocol.
    APP_FAILED("EID-APP-FAILED", true),
    /// The citizen or the terminal ended it.
    CANCELLED("EID-CANCELLED", true);

    private final String code;
    private final boolean worthAnotherTry;

    EidFailure(String code, boolean worthAnotherTry) {
        this.code = code;
        this.worthAnotherTry = worthAnotherTry;
    }

    /// Why a card is lost.
    public static EidFailure of(CardLostException.Cause cause) {
        return switch (cause) {
            case CARD_REMOVED -> CARD_REMOVED;
            case READER_GONE -> READER_GONE;
            case SERVICE_GONE -> SERVICE_GONE;
            case TRANSMISSION -> TRANSMISSION;
        };
    }

    public String code() {
        return code;
    }

    /// Whether laying the card on again may help.
    public boolean worthAnotherTry() {
        return worthAnotherTry;
    }
}
