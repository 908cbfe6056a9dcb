package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.eid.CanPurpose;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that an identity card and its reader may tell the session.
public final class TestCard {
    private static final CertificateDescription DESCRIPTION =
            CertificateDescription.of(
                    "Prüfstand Koblenz",
                    "Stadt Koblenz, Bürgeramt",
                    "https://www.koblenz.de",
                    "Stadt Koblenz, Willi-Hörter-Platz 1, 56068 Koblenz. Zweck: Anträge an die Stadtverwaltung ausfüllen."
                            + " Aufsicht: Der Landesbeauftragte für den Datenschutz Rheinland-Pfalz.");

    private TestCard() {}

    /// The reader for identity cards.
    public static DeviceHealth reader(DeviceState state, boolean present) {
        return new DeviceHealth(
                de.koblenz.kiosk.citizen.session.LeftCard.READER,
                state,
                Map.of("service", "up", "media", present ? "present" : "notPresent"));
    }

    /// What is told when an errand was begun.
    public static CardStep first(CardErrand errand) {
        return switch (errand) {
            case CardErrand.ManagePin _ -> new CardStep.Managing(new PinStep.CardNeeded());
            case CardErrand.Identify(EidRequest request) -> consent(request);
            case CardErrand.IdentifyOnSite _ -> new CardStep.Identifying(new EidStep.CardNeeded());
        };
    }

    private static CardStep consent(EidRequest request) {
        return new CardStep.Identifying(
                new EidStep.ConsentNeeded(
                        DESCRIPTION,
                        LocalDate.of(2026, 12, 31),
                        request.required(),
                        request.optional(),
                        true));
    }

    /// Every step of an errand, with every note and every failure; what was read comes last.
    public static List<CardStep> steps(CardErrand errand) {
        List<CardStep> steps = new ArrayList<>(List.of(first(errand)));
        switch (errand) {
            case CardErrand.ManagePin _ -> managing(steps);
            case CardErrand.Identify _, CardErrand.IdentifyOnSite _ -> identifying(steps);
        }
        return steps;
    }

    /// The reader waits for a PIN on its own keys.
    public static CardStep atKeypad() {
        return new CardStep.AtReader(
                new CardStep.Managing(
                        new PinStep.PinNeeded(PinStep.PinNeeded.Kind.OWN, 3, EntryNote.NONE)),
                CardStep.AtReader.Keys.AWAITED);
    }

    private static void managing(List<CardStep> steps) {
        List<PinStep> all = new ArrayList<>();
        for (PinStep.PinNeeded.Kind kind : PinStep.PinNeeded.Kind.values()) {
            all.add(new PinStep.PinNeeded(kind, 3, EntryNote.NONE));
            all.add(new PinStep.PinNeeded(kind, 3, EntryNote.LENGTH));
            all.add(new PinStep.PinNeeded(kind, 2, EntryNote.WRONG));
            all.add(new PinStep.PinNeeded(kind, 1, EntryNote.CAN_ACCEPTED));
        }
        all.add(new PinStep.PinNeeded(PinStep.PinNeeded.Kind.OWN, 3, EntryNote.TRANSPORT_PIN));
        for (EntryNote note : List.of(EntryNote.NONE, EntryNote.WRONG, EntryNote.LENGTH)) {
            all.add(new PinStep.CanNeeded(note));
            all.add(new PinStep.PukNeeded(note));
        }
        for (EntryNote note : List.of(EntryNote.NONE, EntryNote.DIFFERENT, EntryNote.LENGTH)) {
            all.add(new PinStep.NewPinNeeded(note));
        }
        for (EidFailure failure : EidFailure.values()) {
            all.add(new PinStep.Failed(failure));
        }
        for (PinState state : PinState.values()) {
            all.add(new PinStep.StateFound(state));
        }
        all.add(new PinStep.PinSet());
        all.add(new PinStep.PinUnblocked());
        all.forEach(step -> steps.add(new CardStep.Managing(step)));
        for (PinStep asked :
                List.of(
                        new PinStep.PinNeeded(PinStep.PinNeeded.Kind.OWN, 2, EntryNote.NOT_ENTERED),
                        new PinStep.CanNeeded(EntryNote.NOT_ENTERED),
                        new PinStep.PukNeeded(EntryNote.NOT_ENTERED),
                        new PinStep.NewPinNeeded(EntryNote.NOT_ENTERED))) {
            for (CardStep.AtReader.Keys keys :
                    List.of(CardStep.AtReader.Keys.AWAITED, CardStep.AtReader.Keys.LET_PASS)) {
                steps.add(new CardStep.AtReader(new CardStep.Managing(asked), keys));
            }
        }
        steps.add(new CardStep.Broken(EidFailure.CARD_REMOVED));
    }

    private static void identifying(List<CardStep> steps) {
        List<EidStep> all = new ArrayList<>();
        all.add(new EidStep.CardNeeded());
        all.add(new EidStep.PinNeeded(3, EntryNote.NONE));
        all.add(new EidStep.PinNeeded(3, EntryNote.TRANSPORT_PIN));
        all.add(new EidStep.PinNeeded(2, EntryNote.WRONG));
        all.add(new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.NONE));
        all.add(new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG));
        all.add(new EidStep.PinNeeded(1, EntryNote.CAN_ACCEPTED));
        all.add(new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.NONE));
        for (EidFailure failure : EidFailure.values()) {
            all.add(new EidStep.Failed(failure));
        }
        all.add(read());
        all.forEach(step -> steps.add(new CardStep.Identifying(step)));
    }

    /// A card whose holder lives in Koblenz.
    public static EidStep.IdentityRead read() {
        return read(
                person(
                        "Erika",
                        "Mustermann",
                        new PartialDate(1964, 8, 12),
                        new Place.Structured(
                                Optional.of("Lindenallee 7"),
                                "Koblenz",
                                Optional.empty(),
                                "D",
                                Optional.of("56073"))));
    }

    public static EidStep.IdentityRead read(PersonalData data) {
        return new EidStep.IdentityRead(
                data, Optional.empty(), Optional.empty(), Optional.empty(), 26);
    }

    public static PersonalData person(
            String given, String family, PartialDate birth, Place residence) {
        return new PersonalData(
                Optional.of("ID"),
                Optional.of("D"),
                Optional.empty(),
                given.isEmpty() ? Optional.empty() : Optional.of(given),
                Optional.of(family),
                Optional.empty(),
                Optional.empty(),
                Optional.of(birth),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(residence),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of());
    }
}
