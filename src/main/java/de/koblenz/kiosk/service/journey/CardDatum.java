package de.koblenz.kiosk.service.journey;

import java.util.Arrays;
import java.util.Optional;

/// What an identity card can say for a form. A field asks for it by its [source](#source()), or by its id where that is
/// the harmonised one of the federal field catalogue (FIM, Baukasten Datenfelder).
public enum CardDatum {
    FAMILY_NAME("eid.familyName", "F60000000227"),
    GIVEN_NAMES("eid.givenNames", "F60000000228"),
    BIRTH_NAME("eid.birthName", "F60000000230"),
    DOCTORAL_DEGREE("eid.doctoralDegree", "F60000000229"),
    BIRTH_DATE("eid.birthDate", ""),
    BIRTH_DAY("eid.birthDay", "F60000000231"),
    BIRTH_MONTH("eid.birthMonth", "F60000000232"),
    BIRTH_YEAR("eid.birthYear", "F60000000233"),
    BIRTH_PLACE("eid.birthPlace", "F60000000234"),
    NATIONALITY("eid.nationality", "F60000000236"),
    STREET("eid.street", "F60000000243"),
    HOUSE_NUMBER("eid.houseNumber", "F60000000244"),
    POSTCODE("eid.postcode", "F60000000246"),
    TOWN("eid.town", "F60000000247");

    private final String source;
    private final String harmonised;

    CardDatum(String source, String harmonised) {
        this.source = source;
        this.harmonised = harmonised;
    }

    /// Name under which a field asks for it ([de.koblenz.kiosk.service.form.Field#prefill()]).
    public String source() {
        return source;
    }

    /// The datum that a field asks for.
    public static Optional<CardDatum> bySource(String source) {
        return Arrays.stream(values()).filter(datum -> datum.source.equals(source)).findFirst();
    }

    /// The datum that a field of that id holds in every form of the federation.
    public static Optional<CardDatum> byHarmonisedId(String id) {
        return Arrays.stream(values())
                .filter(datum -> !datum.harmonised.isEmpty() && datum.harmonised.equals(id))
                .findFirst();
    }
}
