package de.koblenz.kiosk.device.sim.card;

import java.util.Arrays;

/// What an authentication terminal may do (BSI TR-03110-4 §2.2.3.2, table 4): 38 bits and two of its role.
///
/// @param bits the template's five octets as a number
record Rights(long bits) {
    static final Rights NONE = new Rights(0);

    private static final int AGE = 0;
    private static final int COMMUNITY = 1;
    private static final int RESTRICTED_IDENTIFICATION = 2;
    private static final int PRIVILEGED = 3;
    private static final int CAN_ALLOWED = 4;
    private static final int PIN_MANAGEMENT = 5;
    private static final int READ_GROUP_1 = 8;
    private static final int ROLE = 38;
    private static final int LENGTH = 5;

    /// What a certificate holder is.
    enum Role {
        TERMINAL,
        VERIFIER_FOREIGN,
        VERIFIER_DOMESTIC,
        AUTHORITY;

        boolean verifier() {
            return this == VERIFIER_FOREIGN || this == VERIFIER_DOMESTIC;
        }
    }

    /// Reads a certificate holder authorisation template (7F4C).
    ///
    /// @throws CardError with `6A80` for another kind of terminal
    static Rights of(Tlv template) throws CardError {
        byte[] type = template.child(0x06).value();
        byte[] value = template.child(0x53).value();
        if (value.length != LENGTH
                || !Arrays.equals(type, EidObject.content(EidObject.AUTHENTICATION_TERMINAL))) {
            throw new CardError(CardError.WRONG_DATA);
        }
        long bits = 0;
        for (byte octet : value) {
            bits = (bits << 8) | (octet & 0xFF);
        }
        return new Rights(bits);
    }

    Role role() {
        return Role.values()[(int) (bits >> ROLE)];
    }

    /// What both allow.
    Rights and(Rights other) {
        return new Rights(bits & other.bits);
    }

    private boolean has(int bit) {
        return ((bits >> bit) & 1) != 0;
    }

    boolean readsGroup(int group) {
        return has(READ_GROUP_1 + group - 1);
    }

    boolean age() {
        return has(AGE);
    }

    boolean community() {
        return has(COMMUNITY);
    }

    boolean restrictedIdentification() {
        return has(RESTRICTED_IDENTIFICATION);
    }

    boolean privileged() {
        return has(PRIVILEGED);
    }

    boolean canAllowed() {
        return has(CAN_ALLOWED);
    }

    boolean pinManagement() {
        return has(PIN_MANAGEMENT);
    }
}
