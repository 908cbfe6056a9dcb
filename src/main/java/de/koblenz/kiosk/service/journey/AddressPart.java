package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.Arrays;
import java.util.Optional;

/// A part of an address, in the order in which Koblenz asks for them. A field is known as one by its harmonised id in either
/// version of the standard (FIM, Baukasten Datenfelder), by what the identity card fills in, or by its letters.
public enum AddressPart {
    STREET("243", Optional.of(CardDatum.STREET)),
    HOUSE_NUMBER("244", Optional.of(CardDatum.HOUSE_NUMBER)),
    /// "Anschrift Zusatzangaben": a part of the building, care of.
    ADDITION("248", Optional.empty()),
    POSTCODE("246", Optional.of(CardDatum.POSTCODE)),
    TOWN("247", Optional.of(CardDatum.TOWN));

    private final String number;
    private final Optional<CardDatum> datum;

    AddressPart(String number, Optional<CardDatum> datum) {
        this.number = number;
        this.datum = datum;
    }

    /// What a field is of an address, if anything.
    public static Optional<AddressPart> of(Field field) {
        return Arrays.stream(values()).filter(part -> part.is(field)).findFirst();
    }

    private boolean is(Field field) {
        return field.id().equals("F60000000" + number)
                || field.id().equals("F60000" + number)
                || datum.filter(it -> it.source().equals(field.prefill())).isPresent()
                || (this == POSTCODE
                        && field.type() instanceof FieldType.Text text
                        && text.letters() == FieldType.Letters.POSTCODE);
    }
}
