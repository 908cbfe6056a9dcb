package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Certificate holder authorization template: role and rights (TR-03110-3 §C.1.5).
///
/// @param terminalType object identifier of the kind of terminal
/// @param authorization role bits and rights, 5 octets for an authentication terminal
public record Chat(Octets terminalType, Octets authorization) {
    static final int TAG = 0x7F4C;
    private static final int TERMINAL_TYPE = 0x06;
    private static final int DISCRETIONARY = 0x53;
    private static final int LENGTH = 5;

    /// Who a certificate is for (§C.4, two highest bits).
    public enum Role {
        TERMINAL,
        DOCUMENT_VERIFIER_FOREIGN,
        DOCUMENT_VERIFIER_DOMESTIC,
        ROOT
    }

    public static Chat of(Role role, Collection<AccessRight> rights) {
        long bits =
                switch (role) {
                            case TERMINAL -> 0L;
                            case DOCUMENT_VERIFIER_FOREIGN -> 1L;
                            case DOCUMENT_VERIFIER_DOMESTIC -> 2L;
                            case ROOT -> 3L;
                        }
                        << 38;
        for (AccessRight right : rights) {
            bits |= 1L << right.bit();
        }
        byte[] octets = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            octets[i] = (byte) (bits >>> (8 * (LENGTH - 1 - i)));
        }
        return new Chat(ObjectIds.AUTHENTICATION_TERMINAL, Octets.of(octets));
    }

    static Chat parse(Tlv template) throws TlvException {
        TlvSequence parts = template.expect(TAG).children();
        return new Chat(parts.get(TERMINAL_TYPE).value(), parts.get(DISCRETIONARY).value());
    }

    public Tlv encoded() {
        return Tlv.of(
                TAG, Tlv.of(TERMINAL_TYPE, terminalType), Tlv.of(DISCRETIONARY, authorization));
    }

    /// The role, where it is that of an authentication terminal's chain.
    public Optional<Role> role() {
        if (!terminalType.equals(ObjectIds.AUTHENTICATION_TERMINAL)
                || authorization.length() != LENGTH) {
            return Optional.empty();
        }
        return Optional.of(
                switch (authorization.at(0) >>> 6) {
                    case 0 -> Role.TERMINAL;
                    case 1 -> Role.DOCUMENT_VERIFIER_FOREIGN;
                    case 2 -> Role.DOCUMENT_VERIFIER_DOMESTIC;
                    default -> Role.ROOT;
                });
    }

    /// The rights; none where it is not for an authentication terminal.
    public Set<AccessRight> rights() {
        Set<AccessRight> rights = EnumSet.noneOf(AccessRight.class);
        if (role().isPresent()) {
            for (AccessRight right : AccessRight.values()) {
                int octet = authorization.at(LENGTH - 1 - right.bit() / 8);
                if ((octet >>> right.bit() % 8 & 1) == 1) {
                    rights.add(right);
                }
            }
        }
        return rights;
    }
}
