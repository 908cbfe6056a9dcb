package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.AddressPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The town of a postcode, proposed while an address is typed: one town is filled in, several are offered, where none is
/// known the citizen types it. What is proposed is confirmed by "Weiter" or written over. Pure.
///
/// @param towns what is known
/// @param pages of the form as they are now
public record TownProposals(Towns towns, FormPages pages) {

    /// What is proposed at an entry, if it is the town of an address and its postcode is known.
    public List<String> at(Guided guided, Answers.EntryPlace entry) {
        if (!(entry.field().type() instanceof FieldType.Text)
                || guided.identity().read().contains(entry.path())) {
            return List.of();
        }
        return postcodeOf(entry.path())
                .map(postcode -> fitting(said(guided, postcode), entry.field().type()))
                .orElse(List.of());
    }

    /// What is offered to be touched at an entry: nothing where the only town is filled in already, or where the citizen
    /// types another.
    public List<String> offered(Guided guided, Answers.EntryPlace entry) {
        List<String> all = at(guided, entry);
        String said = Answers.text(guided, entry);
        boolean other = !said.isEmpty() && !all.contains(said);
        return all.size() < 2 || other || guided.sight().byHand() ? List.of() : all;
    }

    /// Whether what stands in an entry is the one town of its postcode.
    public boolean filledIn(Guided guided, Answers.EntryPlace entry) {
        return at(guided, entry).equals(List.of(Answers.text(guided, entry)));
    }

    /// What typing into a postcode or a town does; empty for every other entry. A postcode that is known leads on to its
    /// town, where both are on one page.
    ///
    /// @param place of the entry among those of the page
    Optional<Guided> typed(
            Guided guided, List<Answers.EntryPlace> entries, int place, String text) {
        Answers.EntryPlace entry = entries.get(place);
        Guided typed = guided.typed(entry.target(), text);
        if (at(guided, entry).size() > 1) {
            return Optional.of(typed.with(typed.sight().focusing(place).byHand(true)));
        }
        Optional<FieldPath> town = townOf(entry.path());
        if (town.isEmpty()) {
            return Optional.empty();
        }
        boolean next =
                place + 1 < entries.size() && entries.get(place + 1).path().equals(town.get());
        boolean known = !fitting(text, field(town.get()).type()).isEmpty();
        Guided followed = follow(guided, typed, entry.path(), town.get());
        return Optional.of(
                followed.with(
                        followed.sight()
                                .byHand(false)
                                .focusing(known && next ? place + 1 : place)));
    }

    /// Another town than those that are offered is typed.
    Guided other(Guided guided, List<Answers.EntryPlace> entries) {
        return focused(guided, entries)
                .filter(entry -> !offered(guided, entry).isEmpty())
                .map(entry -> guided.typed(entry.target(), ""))
                .map(typed -> typed.with(typed.sight().byHand(true)))
                .orElse(guided);
    }

    /// The entry that is typed into now; empty where nothing is.
    public static Optional<Answers.EntryPlace> focused(
            Guided guided, List<Answers.EntryPlace> entries) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(Math.clamp(guided.focused(), 0, entries.size() - 1)));
    }

    /// The town follows the postcode that was just typed; what the citizen wrote there himself stays.
    ///
    /// @param before the guided service before it was typed
    private Guided follow(Guided before, Guided typed, FieldPath postcode, FieldPath path) {
        if (typed.identity().read().contains(path)) {
            return typed;
        }
        FieldType type = field(path).type();
        List<String> known = fitting(said(typed, postcode), type);
        String said = said(typed, path);
        boolean own = !said.isEmpty() && !fitting(said(before, postcode), type).contains(said);
        if (own || known.contains(said)) {
            return typed;
        }
        String proposed = known.size() == 1 ? known.getFirst() : "";
        return said.equals(proposed) ? typed : typed.typed(path.toString(), proposed);
    }

    /// The answers without a town that was the proposal for another postcode, so that it is asked for again.
    ///
    /// @param before the answers before the page was checked
    FormData settled(FormData before, FormData after, List<FieldPath> checked) {
        FormData settled = after;
        for (FieldPath postcode : checked) {
            Optional<FieldPath> town = townOf(postcode).filter(path -> !checked.contains(path));
            String old = before.value(postcode).orElse("");
            String now = after.value(postcode).orElse("");
            if (town.isPresent() && !old.equals(now)) {
                String said = after.value(town.get()).orElse("");
                if (towns.of(old).contains(said) && !towns.of(now).contains(said)) {
                    settled = settled.without(town.get());
                }
            }
        }
        return settled;
    }

    private List<String> fitting(String postcode, FieldType type) {
        return towns.of(postcode).stream()
                .filter(town ->
                        FieldCheck.check(type, false, town, LocalDate.EPOCH)
                                        instanceof CheckResult.Accepted(String canonical)
                                && canonical.equals(town))
                .toList();
    }

    /// What stands in a field that is typed at once: what was typed last, else the answer.
    private String said(Guided guided, FieldPath path) {
        return Answers.text(guided, new Answers.EntryPlace(path.toString(), path, field(path), 0));
    }

    private Field field(FieldPath path) {
        return Optional.ofNullable(pages.view().fields().get(path)).orElseThrow();
    }

    // ---- the two fields

    /// The town beside a postcode: the one that is known as a town, else the text behind it.
    private Optional<FieldPath> townOf(FieldPath postcode) {
        Map<FieldPath, Field> fields = pages.view().fields();
        if (!is(fields.get(postcode), AddressPart.POSTCODE)) {
            return Optional.empty();
        }
        List<FieldPath> beside =
                fields.keySet().stream().filter(path -> beside(path, postcode)).toList();
        Optional<FieldPath> known =
                beside.stream().filter(path -> is(fields.get(path), AddressPart.TOWN)).findFirst();
        if (known.isPresent()) {
            return known.filter(path -> asksText(fields.get(path)));
        }
        int next = beside.indexOf(postcode) + 1;
        return next < beside.size() && asksText(fields.get(beside.get(next)))
                ? Optional.of(beside.get(next))
                        .filter(path -> AddressPart.of(field(path)).isEmpty())
                : Optional.empty();
    }

    private Optional<FieldPath> postcodeOf(FieldPath town) {
        return pages.view().fields().keySet().stream()
                .filter(path -> beside(path, town))
                .filter(path -> townOf(path).equals(Optional.of(town)))
                .findFirst();
    }

    private static boolean is(@Nullable Field field, AddressPart part) {
        return field != null && AddressPart.of(field).equals(Optional.of(part));
    }

    private static boolean asksText(@Nullable Field field) {
        return field != null
                && field.kind().answered()
                && field.type() instanceof FieldType.Text text
                && (text.letters() == FieldType.Letters.TEXT
                        || text.letters() == FieldType.Letters.NAME);
    }

    private static boolean beside(FieldPath one, FieldPath other) {
        return one.segments()
                .subList(0, one.segments().size() - 1)
                .equals(other.segments().subList(0, other.segments().size() - 1));
    }
}
