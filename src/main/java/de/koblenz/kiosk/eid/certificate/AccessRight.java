package de.koblenz.kiosk.eid.certificate;

import java.util.Optional;

/// What an authentication terminal may do with a card, by its bit in the template (TR-03110-4 §2.2.3, table 4). Writing rights are left out: a
/// citizen terminal changes nothing.
public enum AccessRight {
    AGE_VERIFICATION(0),
    COMMUNITY_VERIFICATION(1),
    /// The sector pseudonym.
    RESTRICTED_IDENTIFICATION(2),
    PRIVILEGED_TERMINAL(3),
    /// Reading with the CAN instead of the PIN, under the eyes of staff.
    CAN_ALLOWED(4),
    PIN_MANAGEMENT(5),
    READ_DG1(8),
    READ_DG2(9),
    READ_DG3(10),
    READ_DG4(11),
    READ_DG5(12),
    READ_DG6(13),
    READ_DG7(14),
    READ_DG8(15),
    READ_DG9(16),
    READ_DG10(17),
    READ_DG11(18),
    READ_DG12(19),
    READ_DG13(20),
    READ_DG14(21),
    READ_DG15(22),
    READ_DG16(23),
    READ_DG17(24),
    READ_DG18(25),
    READ_DG19(26),
    READ_DG20(27),
    READ_DG21(28),
    READ_DG22(29);

    private final int bit;

    AccessRight(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    /// The right to read that data group.
    ///
    /// @param group 1 to 22
    public static AccessRight reading(int group) {
        for (AccessRight right : values()) {
            if (right.group().equals(Optional.of(group))) {
                return right;
            }
        }
        throw new IllegalArgumentException("no data group: " + group);
    }

    /// The data group that the right lets read.
    public Optional<Integer> group() {
        return bit >= READ_DG1.bit ? Optional.of(bit - READ_DG1.bit + 1) : Optional.empty();
    }
}
