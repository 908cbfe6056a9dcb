package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.certificate.ObjectIds;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the card is to compare without telling its own value (TR-03110-3 §A.6.5): signed in terminal authentication.
///
/// @param notExpiredOn the document must be valid on that day
/// @param bornOnOrBefore the holder must be that old
/// @param municipality the holder must live there: leading octets of the municipality's number
public record AuxiliaryData(
        Optional<LocalDate> notExpiredOn,
        Optional<LocalDate> bornOnOrBefore,
        Optional<Octets> municipality) {
    private static final int TAG = 0x67;
    private static final int ENTRY = 0x73;
    private static final int OBJECT_ID = 0x06;
    private static final int DISCRETIONARY = 0x53;

    /// The data object with its tag `67`; nothing where nothing is to be compared.
    Optional<Tlv> encoded() {
        List<Tlv> entries = new ArrayList<>();
        bornOnOrBefore.ifPresent(day -> entries.add(entry(ObjectIds.DATE_OF_BIRTH, date(day))));
        notExpiredOn.ifPresent(day -> entries.add(entry(ObjectIds.DATE_OF_EXPIRY, date(day))));
        municipality.ifPresent(number -> entries.add(entry(ObjectIds.MUNICIPALITY, number)));
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Tlv.of(TAG, entries.toArray(new Tlv[0])));
    }

    private static Tlv entry(Octets identifier, Octets value) {
        return Tlv.of(ENTRY, Tlv.of(OBJECT_ID, identifier), Tlv.of(DISCRETIONARY, value));
    }

    private static Octets date(LocalDate day) {
        return Octets.ofText(
                day.format(DateTimeFormatter.BASIC_ISO_DATE), StandardCharsets.US_ASCII);
    }
}
