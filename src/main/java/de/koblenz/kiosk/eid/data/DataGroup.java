package de.koblenz.kiosk.eid.data;

import de.koblenz.kiosk.eid.certificate.AccessRight;

/// The 22 data groups of the eID application in their order (TR-03110-4 §2.3, TR-03127 §3.2.1).
public enum DataGroup {
    DOCUMENT_TYPE(1),
    ISSUING_STATE(2),
    DATE_OF_EXPIRY(3),
    GIVEN_NAMES(4),
    FAMILY_NAMES(5),
    ARTISTIC_NAME(6),
    ACADEMIC_TITLE(7),
    DATE_OF_BIRTH(8),
    PLACE_OF_BIRTH(9),
    NATIONALITY(10),
    SEX(11),
    OPTIONAL_DATA(12),
    BIRTH_NAME(13),
    WRITTEN_SIGNATURE(14),
    DATE_OF_ISSUANCE(15),
    RESERVED(16),
    PLACE_OF_RESIDENCE(17),
    MUNICIPALITY(18),
    RESIDENCE_PERMIT_1(19),
    RESIDENCE_PERMIT_2(20),
    PHONE_NUMBER(21),
    EMAIL_ADDRESS(22);

    private final int number;

    DataGroup(int number) {
        this.number = number;
    }

    /// 1 to 22, which is its short file identifier, too.
    public int number() {
        return number;
    }

    /// The tag of its file.
    int tag() {
        return 0x60 + number;
    }

    /// The right that lets a terminal read it.
    public AccessRight right() {
        return AccessRight.reading(number);
    }
}
