package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldInput;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a form asks an identity card for, and what the card's answers are in the form. Pure.
public final class CardAnswers {
    /// A street and its house number, such as `7`, `12a`, `12 - 14`; a number within a name is none ("Straße des 17. Juni 5").
    private static final Pattern STREET =
            Pattern.compile(
                    "(?<street>.*?\\S)\\s+(?<number>[0-9]{1,4} ?[A-Za-z]?(?: ?[-/] ?[0-9]{1,4} ?[A-Za-z]?)?)");

    private CardAnswers() {}

    /// What the card is asked for: no more than the form needs.
    public static EidRequest request(Journey journey) {
        Set<CardDatum> optional =
                journey.step(Step.Identification.class)
                        .map(Step.Identification::optional)
                        .orElse(Set.of());
        Set<DataGroup> required = EnumSet.noneOf(DataGroup.class);
        Set<DataGroup> free = EnumSet.noneOf(DataGroup.class);
        for (CardDatum datum : asked(journey)) {
            (optional.contains(datum) ? free : required).add(group(datum));
        }
        free.removeAll(required);
        return new EidRequest(
                required,
                free,
                OptionalInt.empty(),
                Optional.empty(),
                false,
                EidRequest.Manner.WITH_PIN);
    }

    private static Set<CardDatum> asked(Journey journey) {
        Set<CardDatum> asked = EnumSet.noneOf(CardDatum.class);
        journey.questionnaire()
                .form()
                .all()
                .values()
                .forEach(element -> {
                    if (element instanceof Field field) {
                        CardDatum.bySource(field.prefill()).ifPresent(asked::add);
                    }
                });
        return asked;
    }

    /// Where it stands on the card.
    public static DataGroup group(CardDatum datum) {
        return switch (datum) {
            case FAMILY_NAME -> DataGroup.FAMILY_NAMES;
            case GIVEN_NAMES -> DataGroup.GIVEN_NAMES;
            case BIRTH_NAME -> DataGroup.BIRTH_NAME;
            case DOCTORAL_DEGREE -> DataGroup.ACADEMIC_TITLE;
            case BIRTH_DATE, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR -> DataGroup.DATE_OF_BIRTH;
            case BIRTH_PLACE -> DataGroup.PLACE_OF_BIRTH;
            case NATIONALITY -> DataGroup.NATIONALITY;
            case STREET, HOUSE_NUMBER, POSTCODE, TOWN -> DataGroup.PLACE_OF_RESIDENCE;
        };
    }

    /// The form with what the card says in it, wherever that passes the form's own checks; all else is asked.
    static Guided fill(Guided guided, Journey journey, PersonalData card, LocalDate today) {
        Map<CardDatum, String> said = said(card);
        Set<FieldPath> read = new HashSet<>();
        FormData data = guided.data();
        for (Map.Entry<FieldPath, Field> entry : fields(journey, data, today).entrySet()) {
            Field field = entry.getValue();
            Optional<String> raw =
                    CardDatum.bySource(field.prefill()).flatMap(datum -> said(datum, said, field));
            FormView view = journey.questionnaire().view(data, today);
            if (raw.isPresent()
                    && field.kind().answered()
                    && view.fields().containsKey(entry.getKey())
                    && view.check(entry.getKey(), raw.get())
                            instanceof CheckResult.Accepted(String canonical)
                    && !canonical.isEmpty()) {
                data = data.with(entry.getKey(), canonical);
                read.add(entry.getKey());
            }
        }
        return guided.read(data, read);
    }

    /// What a datum is in a field: a nationality is one of its codes.
    private static Optional<String> said(
            CardDatum datum, Map<CardDatum, String> said, Field field) {
        Optional<String> words = Optional.ofNullable(said.get(datum));
        return datum == CardDatum.NATIONALITY
                ? words.flatMap(letters -> Nationality.code(letters, field.type()))
                : words;
    }

    private static Map<FieldPath, Field> fields(Journey journey, FormData data, LocalDate today) {
        return journey.questionnaire().view(data, today).fields();
    }

    /// As it would be typed.
    private static Map<CardDatum, String> said(PersonalData card) {
        Map<CardDatum, String> said = new EnumMap<>(CardDatum.class);
        card.familyNames().ifPresent(it -> said.put(CardDatum.FAMILY_NAME, it));
        card.givenNames().ifPresent(it -> said.put(CardDatum.GIVEN_NAMES, it));
        card.birthName().ifPresent(it -> said.put(CardDatum.BIRTH_NAME, it));
        card.academicTitle().ifPresent(it -> said.put(CardDatum.DOCTORAL_DEGREE, it));
        card.dateOfBirth().ifPresent(date -> birth(date, said));
        card.nationality().ifPresent(it -> said.put(CardDatum.NATIONALITY, it));
        card.placeOfBirth().ifPresent(place -> town(place, CardDatum.BIRTH_PLACE, said));
        card.placeOfResidence().ifPresent(place -> residence(place, said));
        return said;
    }

    private static void birth(PartialDate date, Map<CardDatum, String> said) {
        date.exact()
                .ifPresent(day ->
                        said.put(
                                CardDatum.BIRTH_DATE,
                                FieldInput.join(
                                        List.of(
                                                Integer.toString(day.getDayOfMonth()),
                                                Integer.toString(day.getMonthValue()),
                                                Integer.toString(day.getYear())))));
        said.put(CardDatum.BIRTH_YEAR, Integer.toString(date.year()));
        if (date.month() > 0) {
            said.put(CardDatum.BIRTH_MONTH, Integer.toString(date.month()));
        }
        if (date.day() > 0) {
            said.put(CardDatum.BIRTH_DAY, Integer.toString(date.day()));
        }
    }

    private static void town(Place place, CardDatum datum, Map<CardDatum, String> said) {
        switch (place) {
            case Place.Structured structured -> said.put(datum, structured.city());
            case Place.FreeText(String text) -> said.put(datum, text);
            case Place.None _ -> {}
        }
    }

    private static void residence(Place place, Map<CardDatum, String> said) {
        if (place
                        instanceof
                        Place.Structured(
                                var street,
                                String city,
                                var _,
                                String country,
                                var postcode)
                && country.equals("D")) {
            said.put(CardDatum.TOWN, city);
            postcode.ifPresent(it -> said.put(CardDatum.POSTCODE, it));
            street.ifPresent(it -> {
                Matcher parts = STREET.matcher(it);
                said.put(CardDatum.STREET, parts.matches() ? parts.group("street") : it);
                if (parts.matches()) {
                    said.put(CardDatum.HOUSE_NUMBER, parts.group("number"));
                }
            });
        }
    }
}
