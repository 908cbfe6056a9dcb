package de.koblenz.kiosk.eid.data;

import de.koblenz.kiosk.eid.certificate.AccessRight;

/// The 22 data groups of the eID application in their order (TR-03110-4 §2.3, TR-03127 §3.2.1).
public enum DataGroup {
    DOCUMENT_TYPE,
    ISSUING_STATE,
    DATE_OF_EXPIRY,
    GIVEN_NAMES,
    FAMILY_NAMES,
    ARTISTIC_NAME,
    ACADEMIC_TITLE,
    DATE_OF_BIRTH,
    PLACE_OF_BIRTH,
    NATIONALITY,
    SEX,
    OPTIONAL_DATA,
    BIRTH_NAME,
    WRITTEN_SIGNATURE,
    DATE_OF_ISSUANCE,
    RESERVED,
    PLACE_OF_RESIDENCE,
    MUNICIPALITY,
    RESIDENCE_PERMIT_1,
    RESIDENCE_PERMIT_2,
    PHONE_NUMBER,
    EMAIL_ADDRESS;

    /// 1 to 22, which is its short file identifier, too.
    public int number() {
        return ordinal() + 1;
    }

    /// The tag of its file.
    int tag() {
        return 0x60 + number();
    }

    /// The right that lets a terminal read it.
    public AccessRight right() {
        return AccessRight.reading(number());
    }
}
