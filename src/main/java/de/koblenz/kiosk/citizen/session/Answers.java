package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Tariff;
import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldInput;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormError;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the answers of one page do to a guided service: typing, choosing, counting, and the check at "Weiter". Pure.
public final class Answers {
    /// Between a field's path and the number of its part in the target of an entry (`birthDate#1`).
    private static final String PART = "#";

    /// Longest list whose choices are shown a few at a time without a search.
    private static final int MOST_LEAFED = 12;

    /// More than anybody types to find a code.
    public static final int MOST_SOUGHT = 60;

    private Answers() {}

    // ---- entries

    /// One entry of a page: a field, or a part of a field that is typed in parts.
    ///
    /// @param target what [SessionEvent.Entered] names
    /// @param path which field
    /// @param field its definition
    /// @param part which part of it, from 0
    public record EntryPlace(String target, FieldPath path, Field field, int part) {}

    /// The entries of a page in order, those of a date three.
    public static List<EntryPlace> entries(FormPages pages, FormPages.Page page) {
        List<EntryPlace> entries = new ArrayList<>();
        Map<FieldPath, Field> fields = pages.view().fields();
        for (FieldPath path : page.fields()) {
            Field field = fields.get(path);
            if (field == null || !field.kind().answered()) {
                continue;
            }
            int parts = FieldInput.parts(field.type());
            for (int part = 0; part < parts; part++) {
                String target = parts == 1 ? path.toString() : path + PART + part;
                entries.add(new EntryPlace(target, path, field, part));
            }
        }
        return entries;
    }

    /// The field that a target names, the parts of a date included.
    static FieldPath path(String target) {
        int part = target.indexOf(PART);
        return FieldPath.parse(part < 0 ? target : target.substring(0, part));
    }

    /// The codes among which an answer of that type is chosen, in the order of their display; empty where it is typed.
    public static List<String> codes(FieldType type) {
        return switch (type) {
            case FieldType.Choice(CodeList list) ->
                    list.codes().stream().map(CodeList.Code::code).toList();
            case FieldType.Flag() -> List.of("true", "false");
            case FieldType.Consent() -> List.of("true");
            case FieldType.Attachment _ -> FieldType.Attachment.WAYS;
            case FieldType.Text _,
                    FieldType.WholeNumber _,
                    FieldType.Decimal _,
                    FieldType.Money _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _ ->
                    List.of();
        };
    }

    /// What stands in an entry: what was typed, else the answer that was accepted before.
    public static String text(Guided guided, EntryPlace entry) {
        String draft = guided.drafts().get(entry.target());
        if (draft != null) {
            return draft;
        }
        String raw =
                FieldInput.raw(entry.field().type(), guided.data().value(entry.path()).orElse(""));
        return FieldInput.split(entry.field().type(), raw).get(entry.part());
    }

    static Guided typed(
            Guided guided,
            Towns towns,
            Positions positions,
            String key,
            String target,
            String text) {
        Optional<FormPages.Page> page = positions.question(key);
        if (page.isEmpty()) {
            return guided;
        }
        List<EntryPlace> entries = entries(positions.pages(), page.get());
        if (target.equals(SessionEvent.Entered.SEARCH) && seeks(entries)) {
            return text.length() > MOST_SOUGHT ? guided : guided.with(guided.sight().seeking(text));
        }
        for (int i = 0; i < entries.size(); i++) {
            EntryPlace entry = entries.get(i);
            int place = i;
            if (!entry.target().equals(target)) {
                continue;
            }
            FieldType type = entry.field().type();
            if (guided.identity().read().contains(entry.path())) {
                // What the card says is not written over.
                return guided;
            }
            int most = FieldInput.mostCharacters(type);
            // Nothing is typed where something is chosen.
            if (most == 0 || text.length() > most) {
                return guided;
            }
            boolean full =
                    FieldInput.parts(type) > 1
                            && entry.part() < FieldInput.parts(type) - 1
                            && text.length() == 2
                            && text.length() > text(guided, entry).length();
            // A full day or month leads on to the next part.
            return new TownProposals(towns, positions.pages())
                    .typed(guided, entries, place, text)
                    .orElseGet(() -> guided.typed(target, text).focusing(full ? place + 1 : place));
        }
        return guided;
    }

    static Guided focused(Guided guided, Positions positions, String key, String target, int part) {
        List<EntryPlace> entries =
                positions
                        .question(key)
                        .map(page -> entries(positions.pages(), page))
                        .orElse(List.of());
        for (int i = 0; i < entries.size(); i++) {
            EntryPlace entry = entries.get(i);
            boolean partOfDate = entry.path().toString().equals(target) && entry.part() == part;
            if (entry.target().equals(target) || partOfDate) {
                return guided.with(guided.sight().byHand(false)).focusing(i);
            }
        }
        return guided;
    }

    // ---- long lists

    /// Whether a list of codes is too long to be leafed through, so that it is searched.
    public static boolean isLong(FieldType type) {
        return type instanceof FieldType.Choice(CodeList list) && list.codes().size() > MOST_LEAFED;
    }

    private static boolean seeks(List<EntryPlace> entries) {
        return !entries.isEmpty() && isLong(entries.getFirst().field().type());
    }

    /// A long list with the page for itself, or with the keyboard beside it.
    static Guided listing(Guided guided, Positions positions, String key, boolean listed) {
        boolean there =
                positions
                        .question(key)
                        .filter(page -> seeks(entries(positions.pages(), page)))
                        .isPresent();
        return there ? guided.with(guided.sight().listing(listed)) : guided;
    }

    // ---- choices

    static Guided chosen(
            Guided guided,
            Journey journey,
            Towns towns,
            Positions positions,
            String key,
            String target,
            String code) {
        return switch (key) {
            case Positions.VENUE ->
                    guided.places().venues().orElse(List.of()).stream()
                                    .anyMatch(venue -> venue.id().equals(code))
                            ? GuideReducer.prefilled(
                                    guided.with(guided.places().choosing(code)).turned(), journey)
                            : guided;
            case Positions.SLOT -> slot(guided, code);
            case Positions.IDENTITY -> way(guided, journey, code);
            case Positions.COPY ->
                    journey
                            .step(Step.CopyChoice.class)
                            .map(Step.CopyChoice::offered)
                            .orElse(List.of())
                            .stream()
                            .filter(copy -> copy.name().equals(code))
                            .findFirst()
                            .map(copy -> guided.choosing(copy).turned())
                            .orElse(guided);
            default -> option(guided, towns, positions, key, target, code);
        };
    }

    static Guided way(Guided guided, Journey journey, String code) {
        boolean byHand =
                journey.step(Step.Identification.class)
                        .map(Step.Identification::byHand)
                        .orElse(false);
        return Arrays.stream(Guided.Identity.Way.values())
                .filter(way -> way.name().equals(code))
                .filter(way -> byHand || way == Guided.Identity.Way.CARD)
                .findFirst()
                .map(way -> guided.with(guided.identity().choosing(way)).turned())
                .orElse(guided);
    }

    private static Guided slot(Guided guided, String code) {
        Optional<Slot> slot =
                guided.places().slots().orElse(List.of()).stream()
                        .filter(s -> s.id().equals(code))
                        .findFirst();
        if (slot.isEmpty()) {
            return guided;
        }
        // Touching what is sold out explains it and keeps the choice.
        return slot.get().free() == 0
                ? guided.with(new Guided.PageError(Positions.SLOT, "BOOK-SOLD-OUT", Map.of()))
                : guided.with(guided.places().choosingSlot(code)).turned().showing(guided.part());
    }

    private static Guided option(
            Guided guided,
            Towns towns,
            Positions positions,
            String key,
            String target,
            String code) {
        TownProposals proposals = new TownProposals(towns, positions.pages());
        Optional<EntryPlace> entry =
                positions.question(key).stream()
                        .flatMap(page -> entries(positions.pages(), page).stream())
                        .filter(e -> e.target().equals(target))
                        .filter(e ->
                                offers(e.field().type(), code)
                                        || proposals.at(guided, e).contains(code))
                        .filter(e -> !guided.identity().read().contains(e.path()))
                        .findFirst();
        if (entry.isEmpty()) {
            return guided;
        }
        // A declaration (nothing else can be chosen there), a promise, and what need not be
        // answered, can be taken back
        // by touching it again.
        if (entry.get().field().type() instanceof FieldType.Text) {
            return guided.typed(target, code).withoutError();
        }
        boolean free =
                codes(entry.get().field().type()).size() == 1
                        || entry.get().field().type() instanceof FieldType.Attachment
                        || !positions.pages().view().required(entry.get().path());
        boolean taken = free && text(guided, entry.get()).equals(code);
        return guided.typed(target, taken ? "" : code).withoutError().focusing(0);
    }

    private static boolean offers(FieldType type, String code) {
        return type instanceof FieldType.Choice(CodeList list)
                ? list.has(code)
                : codes(type).contains(code);
    }

    static Guided counted(Guided guided, String tariffId, int delta) {
        Optional<Tariff> tariff =
                guided.places().venue().stream()
                        .flatMap(venue -> venue.tariffs().stream())
                        .filter(t -> t.id().equals(tariffId))
                        .findFirst();
        if (tariff.isEmpty() || Math.abs(delta) != 1) {
            return guided;
        }
        Guided.Places next =
                guided.places().counting(tariffId, guided.places().count(tariff.get()) + delta);
        return delta > 0 && next.taken() > guided.places().most()
                ? guided.with(new Guided.PageError(Positions.TARIFFS, "BOOK-TOO-MANY", Map.of()))
                : guided.with(next).turned();
    }

    // ---- "Weiter"

    /// The page checked: with an error, or with its answers accepted.
    static Guided check(Guided before, Towns towns, Positions positions, String key) {
        Guided guided = before.withoutError();
        Optional<Guided.PageError> error = stepError(guided, key);
        if (error.isPresent()) {
            return guided.with(error.get());
        }
        Optional<FormPages.Page> page = positions.question(key);
        return page.isPresent() ? checkQuestion(guided, towns, positions, page.get()) : guided;
    }

    private static Guided checkQuestion(
            Guided guided, Towns towns, Positions positions, FormPages.Page page) {
        List<EntryPlace> entries = entries(positions.pages(), page);
        Optional<FormError> counted =
                Instances.group(positions.pages(), page)
                        .flatMap(group -> positions.pages().view().error(group));
        if (counted.isPresent()) {
            FormError error = counted.get();
            return guided.with(
                    new Guided.PageError(
                            error.path().toString(), error.code(), error.parameters()));
        }
        FormData data = guided.data();
        for (int i = 0; i < entries.size(); i++) {
            EntryPlace entry = entries.get(i);
            if (entry.part() > 0) {
                continue;
            }
            CheckResult result =
                    positions.pages().view().checkAlone(entry.path(), raw(guided, entries, entry));
            switch (result) {
                case CheckResult.Accepted(String canonical) ->
                        data = data.with(entry.path(), canonical);
                case CheckResult.Rejected(String code, var parameters) -> {
                    return guided.focusing(i)
                            .with(new Guided.PageError(entry.path().toString(), code, parameters));
                }
            }
        }
        // What depends on other answers is looked at with all answers of the page: day, month and
        // year.
        FormView answered = positions.pages().view().with(data);
        for (int i = 0; i < entries.size(); i++) {
            Optional<FormError> wrong = answered.error(entries.get(i).path());
            if (wrong.isPresent()) {
                return guided.focusing(i)
                        .with(
                                new Guided.PageError(
                                        wrong.get().path().toString(),
                                        wrong.get().code(),
                                        wrong.get().parameters()));
            }
        }
        return guided.with(
                new TownProposals(towns, positions.pages())
                        .settled(
                                guided.data(),
                                data,
                                entries.stream().map(EntryPlace::path).toList()));
    }

    private static String raw(Guided guided, List<EntryPlace> entries, EntryPlace entry) {
        String[] parts =
                entries.stream()
                        .filter(e -> e.path().equals(entry.path()))
                        .map(e -> text(guided, e))
                        .toArray(String[]::new);
        return parts.length == 1 ? parts[0] : FieldInput.join(Arrays.asList(parts));
    }

    private static Optional<Guided.PageError> stepError(Guided guided, String key) {
        Guided.Places places = guided.places();
        String code =
                switch (key) {
                    case Positions.VENUE -> places.venue().isEmpty() ? "BOOK-CHOOSE" : "";
                    case Positions.SLOT ->
                            places.slot()
                                    .map(slot -> slot.free() == 0 ? "BOOK-SOLD-OUT" : "")
                                    .orElse("BOOK-CHOOSE");
                    case Positions.TARIFFS ->
                            places.taken() == 0
                                    ? "BOOK-NONE"
                                    : places.taken() > places.most() ? "BOOK-TOO-MANY" : "";
                    case Positions.IDENTITY ->
                            guided.identity()
                                    .way()
                                    .map(way ->
                                            way == Guided.Identity.Way.HAND
                                                            || guided.identity().known()
                                                    ? ""
                                                    : "EID-READ-FIRST")
                                    .orElse("BOOK-CHOOSE");
                    case Positions.COPY -> guided.copy().isEmpty() ? "BOOK-CHOOSE" : "";
                    default -> "";
                };
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Guided.PageError(key, code, Map.of()));
    }

    private static boolean lacking(Guided guided, Positions positions, FormPages.Page page) {
        return entries(positions.pages(), page).stream()
                .anyMatch(entry -> ScanReducer.lacking(guided, entry.path(), entry.field()));
    }

    /// The first page that is not yet answered rightly; empty where the order can be placed.
    static Optional<String> incomplete(Guided guided, Positions positions) {
        for (String key : positions.keys()) {
            boolean open =
                    stepError(guided, key).isPresent()
                            || positions
                                    .question(key)
                                    .filter(page ->
                                            !positions.pages().errors(page).isEmpty()
                                                    || lacking(guided, positions, page))
                                    .isPresent();
            if (open) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
