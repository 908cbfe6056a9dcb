package de.koblenz.kiosk.device.sim.card;

import de.koblenz.kiosk.device.sim.card.Persona.Residence;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The 22 data groups of the online function (BSI TR-03110-4 §2.2.1): a persona as files. Group n has the tag `60` + n.
final class DataGroups {
    private static final int UTF8 = 0x0C;
    private static final int PRINTABLE = 0x13;
    private static final int IA5 = 0x16;
    private static final int NUMERIC = 0x12;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    /// Choices of a place: free text, none.
    private static final int FREE_TEXT = 0xA1;

    private static final int NO_PLACE = 0xA2;
    private static final int UNCOMPRESSED = 0xA1;

    private final Map<Integer, byte[]> groups = new TreeMap<>();

    private DataGroups(Persona persona) {
        Persona.Name name = persona.name();
        Persona.Birth birth = persona.birth();
        text(1, PRINTABLE, persona.document().code());
        text(2, PRINTABLE, "D");
        text(3, NUMERIC, persona.expires());
        text(4, UTF8, name.given());
        text(5, UTF8, name.family());
        text(6, UTF8, name.artistic());
        text(7, UTF8, name.title());
        text(8, NUMERIC, birth.date());
        group(9, Tlv.of(FREE_TEXT, words(UTF8, birth.place())));
        text(10, PRINTABLE, birth.nationality());
        text(11, PRINTABLE, birth.sex());
        text(13, UTF8, name.atBirth());
        text(15, NUMERIC, persona.issued());
        switch (persona.residence()) {
            case Residence.Address address -> address(address);
            case Residence.None none -> group(17, Tlv.of(NO_PLACE, words(UTF8, none.words())));
        }
        extras(persona.extras());
    }

    private void address(Residence.Address address) {
        group(
                17,
                Tlv.of(
                        SEQUENCE,
                        Tlv.of(0xAA, words(UTF8, address.street())),
                        Tlv.of(0xAB, words(UTF8, address.city())),
                        Tlv.of(0xAD, words(PRINTABLE, "D")),
                        Tlv.of(0xAE, words(PRINTABLE, address.postcode()))));
        group(18, Tlv.of(OCTETS, HexFormat.of().parseHex(address.municipality())));
    }

    private void extras(Persona.Extras extras) {
        for (int i = 0; i < extras.permit().size(); i++) {
            group(19 + i, Tlv.of(UNCOMPRESSED, words(UTF8, extras.permit().get(i))));
        }
        extras.phone().ifPresent(phone -> text(21, PRINTABLE, phone));
        extras.mail().ifPresent(mail -> text(22, IA5, mail));
        if (extras.whole()) {
            Tlv kind = Tlv.of(0x06, EidObject.content(EidObject.SECURITY_OBJECT.branch("99")));
            group(12, Tlv.of(SET, Tlv.of(SEQUENCE, kind, words(UTF8, "R"))));
            group(14, Tlv.of(OCTETS, new byte[] {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51}));
            group(16, Tlv.of(OCTETS, new byte[] {0}));
        }
    }

    private void text(int group, int type, String words) {
        group(group, words(type, words));
    }

    private static Tlv words(int type, String words) {
        return Tlv.of(type, words.getBytes(StandardCharsets.UTF_8));
    }

    private void group(int number, Tlv content) {
        groups.put(number, Tlv.of(0x60 + number, content).bytes());
    }

    /// Files of the application, by number of the group.
    static Map<Integer, byte[]> of(Persona persona) {
        return new DataGroups(persona).groups;
    }
}
