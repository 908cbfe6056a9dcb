package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Cases of BSI TR-03105 part 5.3, version 2.0, §5.1.1: those on PACE for an authentication terminal, whose text was at hand (TS_PACE_1.2, 1.4 to
/// 1.7). TS_PACE_1.1, 1.3 and 1.8 are for inspection systems and signature terminals. The later ones were not read and are not cited.
class TestPlanTest {
    /// PACEInfo: ECDH-GM-AES-CBC-CMAC-128, version 2, brainpoolP256r1, as the card offers itself.
    private static final String STANDARD = "3012060a04007f00070202040202020102" + "02010d";

    /// PACEInfo: ECDH-GM-3DES-CBC-CBC, version 2, brainpoolP256r1.
    private static final String TRIPLE_DES = "3012060a04007f00070202040201020102" + "02010d";

    /// PACEInfo: DH-GM-AES-CBC-CMAC-128, version 2, the first standardized group.
    private static final String FINITE_FIELD = "3012060a04007f00070202040102020102" + "020100";

    /// PACEInfo: ECDH-GM-AES-CBC-CMAC-128, version 2, with the proprietary parameters 32.
    private static final String PROPRIETARY = "3012060a04007f00070202040202020102" + "020120";

    private final CardWorld world = new CardWorld();

    private LaidCard offering(String... more) {
        return new LaidCard(world.card(Personas.ORDINARY))
                .tampered((index, answer) -> index == 1 ? with(answer, more) : answer);
    }

    /// EF.CardAccess with further offers.
    private static byte[] with(byte[] answer, String... more) {
        try {
            Octets infos = Tlv.parse(Octets.of(answer, 0, answer.length - 2)).value();
            assertTrue(infos.hex().contains(STANDARD), infos.hex());
            for (String info : more) {
                infos = Octets.join(Octets.ofHex(info), infos);
            }
            byte[] file = Tlv.of(0x31, infos).encoded().toArray();
            byte[] whole = Arrays.copyOf(file, file.length + 2);
            whole[file.length] = (byte) 0x90;
            return whole;
        } catch (TlvException e) {
            throw new AssertionError(e);
        }
    }

    private void isRead(LaidCard card) {
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(card);
            assertInstanceOf(
                    EidStep.IdentityRead.class, workflow.pin(Secrets.of(Personas.USUAL.pin())));
        }
    }

    /// TS_PACE_1.2: authentication terminal with access rights, password CAN and PIN.
    @Test
    void paceWithRightsByCanAndByPin() {
        isRead(new LaidCard(world.card(Personas.ORDINARY)));
        try (EidWorkflow workflow = world.agreed(CardWorld.onSite())) {
            workflow.card(new LaidCard(world.card(Personas.ORDINARY)));
            assertInstanceOf(
                    EidStep.IdentityRead.class, workflow.can(Secrets.of(Personas.USUAL.can())));
        }
    }

    /// TS_PACE_1.4: unauthenticated terminal with CAN, PIN and PUK.
    @Test
    void paceWithoutRightsByCanPinAndPuk() {
        try (PinManagement pins = new PinManagement(PinGoal.CHANGE, new FixedRandom(1))) {
            pins.card(new LaidCard(world.card(Personas.SUSPENDED)));
            assertEquals(
                    new PinStep.PinNeeded(PinStep.PinNeeded.Kind.OWN, 1, EntryNote.CAN_ACCEPTED),
                    pins.can(Secrets.of(Personas.USUAL.can())));
            assertEquals(
                    new PinStep.NewPinNeeded(EntryNote.NONE),
                    pins.pin(Secrets.of(Personas.USUAL.pin())));
        }
        try (PinManagement pins = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(1))) {
            pins.card(new LaidCard(world.card(Personas.BLOCKED)));
            assertEquals(new PinStep.PinUnblocked(), pins.puk(Secrets.of(Personas.USUAL.puk())));
        }
    }

    /// TS_PACE_1.5: exactly one PACEInfo with standardized domain parameters.
    @Test
    void paceWithOneOffer() {
        assertEquals(128, CardCryptography.USUAL.aesBits());
        isRead(offering());
    }

    /// TS_PACE_1.6: three PACEInfos of different algorithms with standardized domain parameters.
    @Test
    void paceWithThreeOffersOfWhichOneIsKnown() {
        isRead(offering(TRIPLE_DES, FINITE_FIELD));
    }

    /// TS_PACE_1.7: one PACEInfo with standardized and one with proprietary domain parameters.
    @Test
    void paceWithProprietaryParametersBesideTheStandard() {
        isRead(offering(PROPRIETARY));
    }
}
