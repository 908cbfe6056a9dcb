package de.koblenz.kiosk.eid.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.Vectors;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// EF.CardSecurity of a genuine card and the certificate of its country signer; both published.
class PassiveAuthenticationTest {
    private static final LocalDate DAY = LocalDate.of(2012, 1, 1);

    private final Vectors pki = Vectors.testPki();
    private final Octets file = pki.get("card.security");

    private PassiveAuthentication trust() throws IOException {
        return new PassiveAuthentication(List.of(pki.get("country.signer")));
    }

    private static EidFailure failure(PassiveAuthentication trust, Octets file, LocalDate day) {
        return assertThrows(EidException.class, () -> trust.verify(file, day)).failure();
    }

    @Test
    void aGenuineFileIsAccepted() throws IOException, EidException {
        SecurityInfos infos = trust().verify(file, DAY);
        assertEquals(1, infos.pace().size());
        // 41 (hexadecimal) for everybody; the key for privileged terminals is not listed.
        assertEquals(0x41, infos.chipKeys().getFirst().keyId());
        assertEquals(2, infos.restricted().size());
    }

    @Test
    void withoutItsCountrySignerNothingIsGenuine() throws IOException {
        assertEquals(
                EidFailure.CARD_NOT_GENUINE,
                failure(new PassiveAuthentication(List.of()), file, DAY));
        assertEquals(
                EidFailure.CARD_NOT_GENUINE,
                failure(trust(), Vectors.workedExample().get("card.security"), DAY));
    }

    @Test
    void aDocumentSignerOutlivesItsDocuments() throws IOException {
        assertEquals(EidFailure.CARD_EXPIRED, failure(trust(), file, LocalDate.of(2040, 1, 1)));
    }

    @Test
    void changedFilesAreRefusedWhateverWasChanged() throws IOException {
        PassiveAuthentication trust = trust();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] changed = file.toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                // A bit outside of what is signed may go unnoticed; what is said must then be the
                // same.
                assertEquals(trust.verify(file, DAY), trust.verify(Octets.of(changed), DAY));
            } catch (EidException e) {
                refused++;
            }
        }
        assertTrue(refused > 45, "few were refused");
    }

    @Test
    void filesCutOffOrNestedWithoutEndAreRefused() throws IOException {
        PassiveAuthentication trust = trust();
        for (int length = 0; length < file.length(); length += 37) {
            assertEquals(EidFailure.CARD_NOT_GENUINE, failure(trust, file.slice(0, length), DAY));
        }
        Tlv nested = Tlv.of(0x30, Octets.EMPTY);
        for (int i = 0; i < 5_000; i++) {
            nested = Tlv.of(0x30, nested);
        }
        assertEquals(EidFailure.CARD_NOT_GENUINE, failure(trust, nested.encoded(), DAY));
    }
}
