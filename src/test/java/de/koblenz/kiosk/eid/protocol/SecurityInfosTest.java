package de.koblenz.kiosk.eid.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.eid.crypto.AesStrength;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.TlvException;
import org.junit.jupiter.api.Test;

class SecurityInfosTest {
    private static String pace(int arc, int version, int curve) {
        return "3012060a04007f0007020204020%d02010%d0201%02x".formatted(arc, version, curve);
    }

    private static SecurityInfos parse(String... infos) throws TlvException {
        String all = String.join("", infos);
        return SecurityInfos.parse(Octets.ofHex("3181%02x".formatted(all.length() / 2) + all));
    }

    @Test
    void theStrongestVariantIsChosen() throws TlvException, EidException {
        SecurityInfos infos = parse(pace(2, 2, 17), pace(4, 2, 13), pace(4, 2, 16), pace(3, 2, 12));
        assertEquals(AesStrength.AES_256, infos.strongestPace().strength());
        assertEquals(StandardCurve.BRAINPOOL_P384, infos.strongestPace().curve());
        assertEquals(4, infos.paceOffers());
    }

    @Test
    void variantsThatWeDoNotSpeakAreLeftOut() throws TlvException {
        // 3DES, version 1, an unknown curve, integrated mapping.
        SecurityInfos infos =
                parse(
                        pace(1, 2, 13),
                        pace(2, 1, 13),
                        pace(2, 2, 99),
                        "3012060a04007f00070202040402020102" + "02010d");
        EidException none = assertThrows(EidException.class, infos::strongestPace);
        assertEquals(EidFailure.CARD_UNSUPPORTED, none.failure());
    }

    /// EF.CardAccess of a newer card: keys 41 and 42 (decimal) outside, 45 inside the set for privileged terminals.
    @Test
    void keysForPrivilegedTerminalsAreNotOurs() throws TlvException, EidException {
        SecurityInfos infos =
                SecurityInfos.parse(
                        Octets.ofHex(
                                "318201103012060a04007f0007020204020202010202010d300d060804007f000702020202010230"
                                        + "12060a04007f0007020203020202010302012a301c060904007f00070202030230"
                                        + "0c060704007f0007010202010d02012a3012060a04007f0007020203020202010202"
                                        + "0129301c060904007f000702020302300c060704007f0007010202010d0201293"
                                        + "03e060804007f000702020831323012060a04007f0007020203020202010202012d"
                                        + "301c060904007f000702020302300c060704007f0007010202010d02012d301b060b"
                                        + "04007f000702020b010203300902010102010002010102012a302a060804007f0007"
                                        + "020206161e687474703a2f2f6273692e62756e642e64652f6369662f6e70612e786d6c"));
        // Key 42 is for version 3, which is another protocol.
        assertEquals(41, infos.strongestChipAuthentication().keyId());
        assertEquals(StandardCurve.BRAINPOOL_P256, infos.chipCurve(41));
        assertThrows(EidException.class, () -> infos.chipCurve(45));
    }

    @Test
    void otherFilesAreRefused() {
        for (String hex : new String[] {"", "3000", "310130", "31023000", "31043002020100"}) {
            assertThrows(TlvException.class, () -> SecurityInfos.parse(Octets.ofHex(hex)), hex);
        }
    }
}
