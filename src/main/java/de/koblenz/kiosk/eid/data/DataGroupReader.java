package de.koblenz.kiosk.eid.data;

import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Turns the files of data groups into values (TR-03110-4 §2.3). What does not follow the specification is listed as unreadable
/// and spoils nothing else. Stateless apart from the files given.
public final class DataGroupReader {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int UTF8 = 0x0C;
    private static final int NUMERIC = 0x12;
    private static final int PRINTABLE = 0x13;
    private static final int IA5 = 0x16;
    private static final int FIRST = 0xA1;
    private static final int SECOND = 0xA2;
    private static final int STREET = 0xAA;
    private static final int CITY = 0xAB;
    private static final int STATE = 0xAC;
    private static final int COUNTRY = 0xAD;
    private static final int POSTCODE = 0xAE;
    private static final int LONGEST_TEXT = 16_384;

    private final Map<DataGroup, Tlv> files = new EnumMap<>(DataGroup.class);
    private final Set<DataGroup> unreadable = EnumSet.noneOf(DataGroup.class);

    private DataGroupReader() {}

    @FunctionalInterface
    private interface Decoding<T> {
        Optional<T> decode(Tlv content) throws TlvException;
    }

    /// @param files each with its whole content
    /// @param refused what the card did not let us read
    public static PersonalData read(Map<DataGroup, Octets> files, Set<DataGroup> refused) {
        DataGroupReader reader = new DataGroupReader();
        for (Map.Entry<DataGroup, Octets> file : files.entrySet()) {
            try {
                Tlv tlv = Tlv.parseFirst(file.getValue()).expect(file.getKey().tag());
                if (!tlv.value().isEmpty()) {
                    reader.files.put(file.getKey(), Tlv.parse(tlv.value()));
                }
            } catch (TlvException e) {
                reader.unreadable.add(file.getKey());
            }
        }
        return reader.data(refused);
    }

    private PersonalData data(Set<DataGroup> refused) {
        return new PersonalData(
                text(DataGroup.DOCUMENT_TYPE),
                text(DataGroup.ISSUING_STATE),
                date(DataGroup.DATE_OF_EXPIRY),
                text(DataGroup.GIVEN_NAMES),
                text(DataGroup.FAMILY_NAMES),
                text(DataGroup.ARTISTIC_NAME),
                text(DataGroup.ACADEMIC_TITLE),
                date(DataGroup.DATE_OF_BIRTH),
                place(DataGroup.PLACE_OF_BIRTH),
                text(DataGroup.NATIONALITY),
                text(DataGroup.SEX),
                raw(DataGroup.OPTIONAL_DATA),
                text(DataGroup.BIRTH_NAME),
                raw(DataGroup.WRITTEN_SIGNATURE),
                date(DataGroup.DATE_OF_ISSUANCE),
                raw(DataGroup.RESERVED),
                place(DataGroup.PLACE_OF_RESIDENCE),
                decoded(
                        DataGroup.MUNICIPALITY,
                        tlv -> Optional.of(tlv.expect(OCTET_STRING).value())),
                decoded(DataGroup.RESIDENCE_PERMIT_1, DataGroupReader::permit),
                decoded(DataGroup.RESIDENCE_PERMIT_2, DataGroupReader::permit),
                text(DataGroup.PHONE_NUMBER),
                text(DataGroup.EMAIL_ADDRESS),
                refused,
                unreadable);
    }

    private <T> Optional<T> decoded(DataGroup group, Decoding<T> decoding) {
        Tlv content = files.get(group);
        if (content == null) {
            return Optional.empty();
        }
        try {
            return decoding.decode(content);
        } catch (TlvException e) {
            unreadable.add(group);
            return Optional.empty();
        }
    }

    private Optional<String> text(DataGroup group) {
        return decoded(group, DataGroupReader::text);
    }

    private Optional<PartialDate> date(DataGroup group) {
        return decoded(
                group,
                tlv -> {
                    String digits = tlv.expect(NUMERIC).text(StandardCharsets.US_ASCII);
                    Optional<PartialDate> date = PartialDate.parse(digits);
                    if (date.isEmpty() && !digits.isBlank()) {
                        throw new TlvException("no date");
                    }
                    return date;
                });
    }

    private Optional<Place> place(DataGroup group) {
        return decoded(group, DataGroupReader::place);
    }

    private Optional<Octets> raw(DataGroup group) {
        return decoded(group, tlv -> Optional.of(tlv.encoded()));
    }

    private static Optional<Place> place(Tlv content) throws TlvException {
        return switch (content.tag()) {
            case SEQUENCE -> {
                TlvSequence parts = content.children();
                Optional<String> city = part(parts, CITY);
                Optional<String> country = part(parts, COUNTRY);
                yield Optional.of(
                        new Place.Structured(
                                part(parts, STREET),
                                city.orElse(""),
                                part(parts, STATE),
                                country.orElse(""),
                                part(parts, POSTCODE)));
            }
            case FIRST -> text(Tlv.parse(content.value())).map(Place.FreeText::new);
            case SECOND -> Optional.of(new Place.None(text(Tlv.parse(content.value())).orElse("")));
            default -> throw new TlvException("no place");
        };
    }

    private static Optional<String> part(TlvSequence parts, int tag) throws TlvException {
        Optional<Tlv> part = parts.find(tag);
        return part.isPresent() ? text(Tlv.parse(part.get().value())) : Optional.empty();
    }

    /// The text on a residence permit, plain or compressed.
    private static Optional<String> permit(Tlv content) throws TlvException {
        return switch (content.tag()) {
            case FIRST -> text(Tlv.parse(content.value()));
            case SECOND ->
                    said(utf8(inflate(Tlv.parse(content.value()).expect(OCTET_STRING).value())));
            default -> throw new TlvException("no text");
        };
    }

    private static Octets inflate(Octets compressed) throws TlvException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed.toArray());
            byte[] text = new byte[LONGEST_TEXT];
            int length = inflater.inflate(text);
            if (!inflater.finished()) {
                throw new TlvException("compressed text too long or cut off");
            }
            return Octets.of(text, 0, length);
        } catch (DataFormatException e) {
            throw new TlvException("no compressed text");
        } finally {
            inflater.end();
        }
    }

    private static Optional<String> text(Tlv content) throws TlvException {
        return switch (content.tag()) {
            case UTF8 -> said(utf8(content.value()));
            case NUMERIC, PRINTABLE, IA5 -> {
                for (int i = 0; i < content.value().length(); i++) {
                    if (content.value().at(i) > 0x7E) {
                        throw new TlvException("no such character");
                    }
                }
                yield said(content.text(StandardCharsets.US_ASCII));
            }
            default -> throw new TlvException("no text");
        };
    }

    private static String utf8(Octets octets) throws TlvException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TlvException("no UTF-8");
        }
    }

    /// Nothing for a text that only says that there is none: blanks or hyphens.
    private static Optional<String> said(String text) throws TlvException {
        if (text.chars().anyMatch(c -> c < ' ')) {
            throw new TlvException("control character");
        }
        return text.chars().allMatch(c -> c == '-' || c == ' ')
                ? Optional.empty()
                : Optional.of(text.strip());
    }
}
