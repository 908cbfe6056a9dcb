package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.text.Formats;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who reads which data of the card and why, and afterwards what was read.
final class IdentityPages {
    private IdentityPages() {}

    // ---- before

    static Draft consent(
            Words words, String service, CardVisit visit, EidStep.ConsentNeeded consent) {
        return (visit.look() == CardVisit.Look.FULL
                        ? certificate(words, consent)
                        : agreement(words, service, visit, consent))
                .back(words)
                .next(words.of("card.consent.agree"), new SessionEvent.NextPressed());
    }

    private static Draft agreement(
            Words words, String service, CardVisit visit, EidStep.ConsentNeeded consent) {
        List<Screen.Control> rows = new ArrayList<>();
        for (DataGroup group : sorted(consent.optional())) {
            boolean declined = visit.declined().contains(group);
            rows.add(
                    new Screen.Control(
                            "group." + group,
                            words.of(
                                    declined ? "card.consent.declined" : "card.consent.optional",
                                    "group",
                                    words.of("card.group." + group)),
                            declined ? Symbol.PLUS : Symbol.CHECK,
                            new SessionEvent.GroupSwitched(group)));
        }
        rows.add(look(words, "card.consent.certificate", CardVisit.Look.FULL));
        return Draft.of(
                "card.consent",
                words.of("card.consent.title"),
                words.of(
                        "card.consent.hint",
                        Map.of("name", consent.description().subjectName(), "leistung", service)),
                new Screen.Message(
                        Symbol.ID_CARD,
                        List.of(
                                words.of(
                                        "card.consent.data",
                                        "groups",
                                        groups(words, consent.required())),
                                words.of("card.consent.deleted")),
                        rows,
                        Optional.empty()));
    }

    /// What the certificate says, in its own words.
    private static Draft certificate(Words words, EidStep.ConsentNeeded consent) {
        var description = consent.description();
        return Draft.of(
                "card.certificate",
                words.of("card.certificate.title"),
                words.of("card.certificate.hint"),
                new Screen.ServiceFacts(
                        List.of(
                                new Screen.Fact(
                                        Symbol.PLACE,
                                        words.of("card.certificate.subject"),
                                        description.subjectName()
                                                + description
                                                        .subjectUrl()
                                                        .map(url -> " · " + Formats.code(url))
                                                        .orElse("")),
                                new Screen.Fact(
                                        Symbol.INFO,
                                        words.of("card.certificate.terms"),
                                        description.termsOfUsage()),
                                new Screen.Fact(
                                        Symbol.CERTIFICATE,
                                        words.of("card.certificate.issuer"),
                                        description.issuerName()),
                                new Screen.Fact(
                                        Symbol.CLOCK,
                                        words.of("card.certificate.until"),
                                        words.formats().date(consent.validUntil()))),
                        Optional.empty()));
    }

    private static Screen.Control look(Words words, String label, CardVisit.Look look) {
        return new Screen.Control(
                "look." + look,
                words.of(label),
                Symbol.NONE,
                new SessionEvent.CardLookChosen(look));
    }

    private static String groups(Words words, Set<DataGroup> groups) {
        return String.join(
                ", ",
                sorted(groups).stream().map(group -> words.of("card.group." + group)).toList());
    }

    private static Set<DataGroup> sorted(Set<DataGroup> groups) {
        Set<DataGroup> sorted = EnumSet.noneOf(DataGroup.class);
        sorted.addAll(groups);
        return sorted;
    }

    // ---- afterwards

    /// What was read, shortened until the citizen wants to see it.
    static Draft read(Words words, CardVisit visit, PersonalData card) {
        boolean full = visit.look() == CardVisit.Look.FULL;
        List<String> lines = new ArrayList<>();
        for (DataGroup group : asked(visit)) {
            String value =
                    value(words, card, group)
                            .map(text -> full ? text : shortened(words, group, text))
                            .orElse(words.of("card.read.missing"));
            lines.add(
                    words.of(
                            "card.read.line",
                            Map.of("label", words.of("card.group." + group), "value", value)));
        }
        return Draft.of(
                        "card.read",
                        words.of("card.read.title"),
                        words.of("card.read.hint"),
                        new Screen.Message(
                                Symbol.CHECK,
                                List.of(String.join("\n", lines)),
                                List.of(
                                        look(
                                                words,
                                                full ? "card.read.shorten" : "card.read.show",
                                                full ? CardVisit.Look.USUAL : CardVisit.Look.FULL)),
                                Optional.empty()))
                .alert(new Screen.Alert(Screen.Alert.Level.SUCCESS, words.of("card.take"), ""))
                .back(words)
                .next(words.of("button.next"), new SessionEvent.NextPressed());
    }

    private static Set<DataGroup> asked(CardVisit visit) {
        Set<DataGroup> asked = EnumSet.noneOf(DataGroup.class);
        visit.errand()
                .reading()
                .ifPresent(request -> {
                    asked.addAll(request.required());
                    asked.addAll(request.optional());
                    asked.removeAll(visit.declined());
                });
        return asked;
    }

    /// Names by their first letters, nothing else at all.
    private static String shortened(Words words, DataGroup group, String text) {
        return group == DataGroup.GIVEN_NAMES
                        || group == DataGroup.FAMILY_NAMES
                        || group == DataGroup.BIRTH_NAME
                ? text.substring(0, text.offsetByCodePoints(0, 1)) + "."
                : words.of("card.read.hidden");
    }

    private static Optional<String> value(Words words, PersonalData card, DataGroup group) {
        return switch (group) {
            case GIVEN_NAMES -> card.givenNames();
            case FAMILY_NAMES -> card.familyNames();
            case BIRTH_NAME -> card.birthName();
            case ACADEMIC_TITLE -> card.academicTitle();
            case DATE_OF_BIRTH -> card.dateOfBirth().map(date -> date(words, date));
            case PLACE_OF_BIRTH -> card.placeOfBirth().map(IdentityPages::place);
            case PLACE_OF_RESIDENCE -> card.placeOfResidence().map(IdentityPages::place);
            case NATIONALITY -> card.nationality();
            // No form asks for these.
            case DOCUMENT_TYPE,
                    ISSUING_STATE,
                    DATE_OF_EXPIRY,
                    ARTISTIC_NAME,
                    SEX,
                    OPTIONAL_DATA,
                    WRITTEN_SIGNATURE,
                    DATE_OF_ISSUANCE,
                    RESERVED,
                    MUNICIPALITY,
                    RESIDENCE_PERMIT_1,
                    RESIDENCE_PERMIT_2,
                    PHONE_NUMBER,
                    EMAIL_ADDRESS ->
                    Optional.empty();
        };
    }

    private static String date(Words words, PartialDate date) {
        return date.exact()
                .map(words.formats()::date)
                .orElseGet(() -> (date.month() > 0 ? date.month() + "." : "") + date.year());
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.Structured(var street, String city, var _, String _, var postcode) ->
                    street.map(it -> it + ", ").orElse("")
                            + postcode.map(it -> it + " ").orElse("")
                            + city;
            case Place.FreeText(String text) -> text;
            case Place.None(String remark) -> remark;
        };
    }
}
