package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.fim.GroupWords.Whose;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.CardDatum;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Decides which fields the identity card fills in: those of the one person who applies, and of nobody else. Who that is, the
/// groups say by their words ([GroupWords]); where they do not say it clearly, nothing is filled in, and a note names the way
/// to do so. Harmonised ids alone say what a field is, never of whom.
final class CardHolder {
    private static final Set<CardDatum> ADDRESS =
            EnumSet.of(
                    CardDatum.STREET, CardDatum.HOUSE_NUMBER, CardDatum.POSTCODE, CardDatum.TOWN);

    private final ImportNotes notes;
    private final List<Place> places = new ArrayList<>();

    private CardHolder(ImportNotes notes) {
        this.notes = notes;
    }

    /// A field that an identity card could fill in.
    ///
    /// @param own whether every group around it speaks of a person's own data by name, not only of some person
    /// @param repeated whether it lies in a repeated group
    private record Place(
            FieldPart part, CardDatum datum, Whose whose, boolean own, boolean repeated) {
        FieldPath path() {
            return part.path();
        }
    }

    /// The same parts, with what the card fills in.
    static List<FormPart> fill(List<FormPart> parts, ImportNotes notes) {
        CardHolder holder = new CardHolder(notes);
        holder.collect(parts, Whose.UNSAID, true, false);
        Map<FieldPath, CardDatum> filled = holder.filled();
        holder.tell(filled);
        return filled.isEmpty() ? parts : with(parts, filled);
    }

    private void collect(List<FormPart> parts, Whose around, boolean own, boolean repeated) {
        for (FormPart part : parts) {
            switch (part) {
                case GroupPart group -> {
                    Whose words = GroupWords.of(group.head());
                    collect(
                            group.parts(),
                            words == Whose.UNSAID ? around : words,
                            own && GroupWords.own(group.head()),
                            repeated || group.occurrence().repeated());
                }
                case FieldPart field ->
                        HarmonisedId.datum(field.head().id())
                                .ifPresent(datum ->
                                        places.add(new Place(field, datum, around, own, repeated)));
            }
        }
    }

    // ---- whose

    private Map<FieldPath, CardDatum> filled() {
        List<Place> holders =
                places.stream()
                        .filter(place -> !place.repeated() && place.whose() == Whose.APPLICANT)
                        .toList();
        if (!onePerson(holders)) {
            // A form that knows one person only, and by no other name, is about the one who fills
            // it in.
            holders =
                    onePerson(places)
                            ? places.stream()
                                    .filter(place -> !place.repeated() && place.own())
                                    .filter(place -> place.whose() == Whose.UNSAID)
                                    .toList()
                            : List.of();
        }
        if (!onePerson(holders)) {
            return Map.of();
        }
        Predicate<Place> home = home(holders);
        Map<FieldPath, CardDatum> filled = new LinkedHashMap<>();
        Set<CardDatum> had = EnumSet.noneOf(CardDatum.class);
        for (Place place : holders) {
            if ((!ADDRESS.contains(place.datum()) || home.test(place)) && had.add(place.datum())) {
                filled.put(place.path(), place.datum());
            }
        }
        return filled;
    }

    /// Whether there is the name of one person among them, and of no second.
    private static boolean onePerson(List<Place> among) {
        long family = count(among, CardDatum.FAMILY_NAME);
        long given = count(among, CardDatum.GIVEN_NAMES);
        return family <= 1 && given <= 1 && family + given > 0;
    }

    private static long count(List<Place> among, CardDatum datum) {
        return among.stream().filter(place -> place.datum() == datum).count();
    }

    /// One address and no second: the smallest group around its first part that has a street and a town.
    private static Predicate<Place> home(List<Place> holders) {
        Optional<FieldPath> first =
                holders.stream()
                        .filter(place -> ADDRESS.contains(place.datum()))
                        .map(Place::path)
                        .findFirst();
        if (first.isEmpty()) {
            return _ -> false;
        }
        FieldPath around = first.get();
        while (!around.top()) {
            around = around.parent();
            FieldPath group = around;
            List<CardDatum> inside =
                    holders.stream()
                            .filter(place -> place.path().within(group))
                            .map(Place::datum)
                            .toList();
            if (inside.contains(CardDatum.STREET) && inside.contains(CardDatum.TOWN)) {
                return place -> place.path().within(group);
            }
        }
        return _ -> true;
    }

    // ---- notes

    private void tell(Map<FieldPath, CardDatum> filled) {
        Map<CardDatum, Place> left = new EnumMap<>(CardDatum.class);
        for (Place place : places) {
            Head head = place.part().head();
            if (filled.containsKey(place.path())) {
                note(
                        Weight.TOLD,
                        head,
                        "is filled in from the identity card (" + place.path() + ")");
                continue;
            }
            if (filled.containsValue(place.datum()) || place.repeated()) {
                note(
                        Weight.TOLD,
                        head,
                        "stands in the form for another person or a second time ("
                                + place.path()
                                + "): not filled in from the card");
            } else {
                left.putIfAbsent(place.datum(), place);
            }
            if (!place.part().field().kind().answered()
                    && place.part().field().content().isEmpty()) {
                notes.add(
                        Weight.LOST,
                        head.id(),
                        head.place(),
                        "cannot be answered by the citizen and has no value: it stays empty",
                        "FIM-EMPTY");
            }
        }
        if (!left.isEmpty()) {
            String way =
                    left.values().stream()
                            .map(place -> place.path() + ": " + place.datum().source())
                            .collect(Collectors.joining(", "));
            note(
                    Weight.CHANGED,
                    left.values().iterator().next().part().head(),
                    "is asked though the identity card says it, as no group around it is clearly"
                            + " the applicant's; if it is: prefill: {"
                            + way
                            + "}");
        }
    }

    private void note(Weight weight, Head head, String message) {
        notes.add(weight, head.id(), head.place(), message, "FIM-PREFILL");
    }

    // ---- the form

    private static List<FormPart> with(List<FormPart> parts, Map<FieldPath, CardDatum> filled) {
        List<FormPart> all = new ArrayList<>();
        for (FormPart part : parts) {
            all.add(
                    switch (part) {
                        case GroupPart group ->
                                new GroupPart(
                                        group.path(),
                                        group.head(),
                                        group.occurrence(),
                                        with(group.parts(), filled),
                                        group.visible());
                        case FieldPart field -> {
                            CardDatum datum = filled.get(field.path());
                            yield datum == null
                                    ? field
                                    : new FieldPart(
                                            field.path(),
                                            field.head(),
                                            field.field().prefilledBy(datum.source()),
                                            field.values());
                        }
                    });
        }
        return all;
    }
}
