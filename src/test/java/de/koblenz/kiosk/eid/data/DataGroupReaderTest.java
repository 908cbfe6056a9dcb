package de.koblenz.kiosk.eid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class DataGroupReaderTest {
    private static PersonalData read(DataGroup group, String hex) {
        return DataGroupReader.read(Map.of(group, Octets.ofHex(hex)), Set.of());
    }

    private static PersonalData text(DataGroup group, int type, String text) {
        return DataGroupReader.read(
                Map.of(group, Tlv.of(group.tag(), Tlv.ofText(type, text)).encoded()), Set.of());
    }

    @Test
    void namesKeepTheirDiacritics() {
        assertEquals(
                Optional.of("Đỗ Thị Nguyễn-Šimůnek"),
                text(DataGroup.GIVEN_NAMES, 0x0C, "Đỗ Thị Nguyễn-Šimůnek").givenNames());
        // A combining mark as DIN 91379 writes it.
        assertEquals(
                Optional.of("G̀ọjọ"), text(DataGroup.FAMILY_NAMES, 0x0C, "G̀ọjọ").familyNames());
    }

    @Test
    void hyphensAloneMeanThatThereIsNone() {
        assertTrue(text(DataGroup.GIVEN_NAMES, 0x0C, "---").givenNames().isEmpty());
        assertTrue(text(DataGroup.ACADEMIC_TITLE, 0x0C, "").academicTitle().isEmpty());
        assertTrue(text(DataGroup.GIVEN_NAMES, 0x0C, "---").unreadable().isEmpty());
    }

    @Test
    void partsOfADateOfBirthMayBeUnknown() {
        assertEquals(
                Optional.of(new PartialDate(1989, 0, 0)),
                text(DataGroup.DATE_OF_BIRTH, 0x12, "1989    ").dateOfBirth());
        assertEquals(
                Optional.of(new PartialDate(1989, 5, 0)),
                text(DataGroup.DATE_OF_BIRTH, 0x12, "198905  ").dateOfBirth());
        PartialDate whole =
                text(DataGroup.DATE_OF_BIRTH, 0x12, "19640812").dateOfBirth().orElseThrow();
        assertEquals(Optional.of(LocalDate.of(1964, 8, 12)), whole.exact());
        assertTrue(text(DataGroup.DATE_OF_BIRTH, 0x12, "        ").dateOfBirth().isEmpty());
        assertTrue(text(DataGroup.DATE_OF_BIRTH, 0x12, "        ").unreadable().isEmpty());
    }

    @Test
    void datesThatAreNoneAreUnreadable() {
        for (String date :
                new String[] {"19890231", "19891301", "1989", "ABCDEFGH", "1 890101", "00000000"}) {
            PersonalData data = text(DataGroup.DATE_OF_BIRTH, 0x12, date);
            assertEquals(Set.of(DataGroup.DATE_OF_BIRTH), data.unreadable(), date);
        }
    }

    /// DG17 as a published test card holds it.
    @Test
    void aResidenceIsReadInItsParts() {
        assertEquals(
                Optional.of(
                        new Place.Structured(
                                Optional.of("HEIDESTRAẞE 17"),
                                "KÖLN",
                                Optional.empty(),
                                "D",
                                Optional.of("51147"))),
                read(
                                DataGroup.PLACE_OF_RESIDENCE,
                                "712d302baa120c10484549444553545241e1ba9e45203137ab070c054bc3964c4ead03130144"
                                        + "ae0713053531313437")
                        .placeOfResidence());
    }

    @Test
    void thereMayBeNoResidenceInGermany() {
        Octets file =
                Tlv.of(0x71, Tlv.of(0xA2, Tlv.ofText(0x0C, "keine Wohnung in Deutschland")))
                        .encoded();
        assertEquals(
                Optional.of(new Place.None("keine Wohnung in Deutschland")),
                DataGroupReader.read(Map.of(DataGroup.PLACE_OF_RESIDENCE, file), Set.of())
                        .placeOfResidence());
    }

    @Test
    void aBirthplaceMayBeFreeText() {
        assertEquals(
                Optional.of(new Place.FreeText("BERLIN")),
                read(DataGroup.PLACE_OF_BIRTH, "690aa1080c064245524c494e").placeOfBirth());
    }

    /// Groups as a published test card holds them.
    @Test
    void theOtherGroupsAreRead() {
        Map<DataGroup, Octets> files = new EnumMap<>(DataGroup.class);
        files.put(DataGroup.DATE_OF_ISSUANCE, Octets.ofHex("6f0a12083230313931313031"));
        files.put(DataGroup.MUNICIPALITY, Octets.ofHex("7209040702760503150000"));
        files.put(
                DataGroup.RESIDENCE_PERMIT_1,
                Octets.ofHex("7316a1140c125245534944454e4345205045524d49542031"));
        files.put(
                DataGroup.PHONE_NUMBER,
                Octets.ofHex("7515131374656c3a2b34392d3033302d31323334353637"));
        files.put(
                DataGroup.EMAIL_ADDRESS,
                Octets.ofHex("761516136572696b61406d75737465726d616e6e2e6465"));
        PersonalData data = DataGroupReader.read(files, Set.of(DataGroup.SEX));
        assertEquals(files.keySet(), data.present());
        assertEquals(Optional.of(new PartialDate(2019, 11, 1)), data.dateOfIssuance());
        assertEquals(Optional.of(Octets.ofHex("02760503150000")), data.municipality());
        assertEquals(Optional.of("RESIDENCE PERMIT 1"), data.residencePermit1());
        assertEquals(Optional.of("tel:+49-030-1234567"), data.phoneNumber());
        assertEquals(Optional.of("erika@mustermann.de"), data.emailAddress());
        assertEquals(Set.of(DataGroup.SEX), data.refused());
    }

    private static PersonalData permit(byte[] text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text);
        deflater.finish();
        byte[] compressed = new byte[4_096];
        Octets octets = Octets.of(compressed, 0, deflater.deflate(compressed));
        deflater.end();
        return DataGroupReader.read(
                Map.of(
                        DataGroup.RESIDENCE_PERMIT_2,
                        Tlv.of(0x74, Tlv.of(0xA2, Tlv.of(0x04, octets))).encoded()),
                Set.of());
    }

    @Test
    void aPermitMayBeCompressed() {
        assertEquals(
                Optional.of("Erwerbstätigkeit erlaubt"),
                permit("Erwerbstätigkeit erlaubt".getBytes(StandardCharsets.UTF_8))
                        .residencePermit2());
    }

    @Test
    void aPermitThatUnfoldsWithoutEndIsUnreadable() {
        assertEquals(
                Set.of(DataGroup.RESIDENCE_PERMIT_2), permit(new byte[1_000_000]).unreadable());
    }

    @Test
    void oneUnreadableGroupSpoilsNoOther() {
        Map<DataGroup, Octets> files = new EnumMap<>(DataGroup.class);
        files.put(DataGroup.GIVEN_NAMES, Octets.ofHex("6405"));
        files.put(DataGroup.ARTISTIC_NAME, Octets.ofHex("66030c01ff"));
        files.put(DataGroup.BIRTH_NAME, Octets.ofHex("6d030c0107"));
        files.put(DataGroup.FAMILY_NAMES, Octets.ofHex("65060c044d555354"));
        PersonalData data = DataGroupReader.read(files, Set.of());
        assertEquals(Optional.of("MUST"), data.familyNames());
        assertEquals(
                Set.of(DataGroup.GIVEN_NAMES, DataGroup.ARTISTIC_NAME, DataGroup.BIRTH_NAME),
                data.unreadable());
    }

    @Test
    void theTextFormTellsNoContent() {
        PersonalData data = text(DataGroup.FAMILY_NAMES, 0x0C, "MUSTERMANN");
        assertFalse(data.toString().contains("MUSTERMANN"));
        assertFalse(
                text(DataGroup.DATE_OF_BIRTH, 0x12, "19640812")
                        .dateOfBirth()
                        .toString()
                        .contains("1964"));
    }

    @Test
    void anyContentIsReadOrUnreadable() {
        Random random = new Random(3);
        List<DataGroup> groups = List.of(DataGroup.values());
        for (int i = 0; i < 30_000; i++) {
            DataGroup group = groups.get(random.nextInt(groups.size()));
            byte[] content = new byte[random.nextInt(40)];
            random.nextBytes(content);
            if (content.length > 2 && i % 2 == 0) {
                int[] tags = {0x0C, 0x12, 0x13, 0x30, 0xA1, 0xA2, 0x04};
                content[0] = (byte) tags[random.nextInt(tags.length)];
                content[1] = (byte) (content.length - 2);
            }
            Octets file = Tlv.of(group.tag(), Octets.of(content)).encoded();
            PersonalData data = DataGroupReader.read(Map.of(group, file), Set.of());
            assertTrue(data.present().size() + data.unreadable().size() <= 1);
        }
    }
}
