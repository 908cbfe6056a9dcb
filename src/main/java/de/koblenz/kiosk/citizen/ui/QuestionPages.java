package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Answers;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Instances;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.TownProposals;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldInput;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One question: a choice, a typed value, or a few typed values that belong together.
final class QuestionPages {
    /// Most digits of one part of a date, by part.
    private static final int[] DATE_DIGITS = {2, 2, 4};

    private static final List<String> DATE_PARTS = List.of("date.day", "date.month", "date.year");
    private static final List<String> TIME_PARTS = List.of("time.hour", "time.minute");

    private final Words words;
    private final ScreenLook look;
    private final Journey journey;
    private final Guided guided;
    private final PageErrors errors;
    private final FormPages pages;
    private final CodeListPages lists;
    private final TownProposals towns;
    private final Function<FieldPath, List<String>> ways;

    /// @param ways by which a document can be handed in
    QuestionPages(
            Words words,
            ScreenLook look,
            Journey journey,
            Guided guided,
            PageErrors errors,
            FormPages pages,
            CodeListPages lists,
            TownProposals towns,
            Function<FieldPath, List<String>> ways) {
        this.words = words;
        this.look = look;
        this.journey = journey;
        this.guided = guided;
        this.errors = errors;
        this.pages = pages;
        this.lists = lists;
        this.towns = towns;
        this.ways = ways;
    }

    Draft page(FormPages.Page page) {
        List<Answers.EntryPlace> entries = Answers.entries(pages, page);
        List<String> read = read(page);
        Sections sections = new Sections(words, journey, guided, pages);
        Explanation explanation = said(page);
        if (guided.sight().explaining()) {
            return explanation.page(guided.part());
        }
        Draft draft =
                Draft.of(
                                "question." + journey.serviceId() + "." + page.page().key(),
                                explanation.title(),
                                explanation.shown(),
                                explanation.reading(read, guided.part()))
                        .section(sections.of(page));
        Optional<FieldPath> group = Instances.group(pages, page);
        if (group.isPresent()) {
            return Instances.repeated(pages, group.get())
                    .map(found ->
                            new GroupPages(words, look, journey, guided, pages)
                                    .page(draft, group.get(), found, errors))
                    .orElse(draft);
        }
        if (entries.isEmpty()) {
            return draft;
        }
        Answers.EntryPlace first = entries.getFirst();
        if (Answers.isLong(first.field().type())
                && first.field().type() instanceof FieldType.Choice(CodeList list)) {
            return lists.page(words, look, journey, guided, errors, draft, first, list);
        }
        return draft.body(body(entries));
    }

    /// All that is said about a question: the groups that begin with it, itself, what is only read beside it.
    private List<String> hints(FormPages.Page page) {
        JourneyTexts keys = new JourneyTexts(journey);
        List<Answers.EntryPlace> entries = Answers.entries(pages, page);
        List<String> hints =
                new ArrayList<>(new Sections(words, journey, guided, pages).beginning(page));
        List<FieldPath> several = several(entries);
        keys.hints(page.page()).stream()
                .limit(several.isEmpty() ? 2 : 1)
                .filter(words.texts()::has)
                .findFirst()
                .map(words::of)
                .ifPresent(hints::add);
        for (FieldPath field : several) {
            String hint = hint(field);
            if (!hint.isEmpty() && !besideField(hint, several)) {
                hints.add(
                        words.of(
                                "form.hintOf",
                                Map.of("name", words.of(keys.label(field)), "hint", hint)));
            }
        }
        if (!entries.isEmpty()) {
            hints.addAll(read(page));
            hints.addAll(new TownChoices(words, look, towns, guided).hints(entries));
            if (entries.stream().noneMatch(entry -> pages.view().required(entry.path()))) {
                hints.add(words.of("form.optional"));
            }
        }
        return hints;
    }

    /// The words around a question in full, where they do not fit beside it.
    Optional<Explanation> explanation(FormPages.Page page) {
        return Optional.of(said(page)).filter(explanation -> !explanation.whole());
    }

    private Explanation said(FormPages.Page page) {
        Sections sections = new Sections(words, journey, guided, pages);
        return new Explanation(
                words,
                look,
                new PageTitle(words, journey, pages, sections).of(page),
                String.join(" ", hints(page)));
    }

    /// The fields of a page that asks several, each of which has its own hint; nothing where it asks one.
    private static List<FieldPath> several(List<Answers.EntryPlace> entries) {
        List<FieldPath> fields = entries.stream().map(Answers.EntryPlace::path).distinct().toList();
        return fields.size() > 1 ? fields : List.of();
    }

    private String hint(FieldPath field) {
        String key = new JourneyTexts(journey).hint(field);
        return words.texts().has(key) ? words.of(key) : "";
    }

    /// Whether a hint has room at its field, beside those of the others.
    private boolean besideField(String hint, List<FieldPath> several) {
        return hint.length() <= new Room(look).partHint(several.size());
    }

    /// What is only read on a page: its labels, and values that cannot be changed here.
    private List<String> read(FormPages.Page page) {
        AnswerWords said = new AnswerWords(words, journey);
        Map<FieldPath, Field> fields = pages.view().fields();
        List<String> read = new ArrayList<>();
        for (FieldPath path : page.fields()) {
            Field field = fields.get(path);
            if (field != null && field.kind() == FieldKind.LABEL) {
                read.add(said.label(path));
            }
            if (field != null && field.kind() == FieldKind.LOCKED) {
                String canonical = pages.view().value(path).orElse("");
                Answer answer = new Answer(page.key(), path, field, canonical);
                read.add(said.label(path) + ": " + said.value(answer));
            }
        }
        return read;
    }

    private Screen.Body body(List<Answers.EntryPlace> entries) {
        Answers.EntryPlace first = entries.getFirst();
        List<String> codes =
                first.field().type() instanceof FieldType.Attachment
                        ? ways.apply(first.path())
                        : Answers.codes(first.field().type());
        if (!codes.isEmpty()) {
            return choices(first, codes);
        }
        List<Screen.Entry> shown = new ArrayList<>();
        List<FieldPath> several = several(entries);
        for (Answers.EntryPlace entry : entries) {
            String hint = several.isEmpty() || entry.part() > 0 ? "" : hint(entry.path());
            shown.add(entry(entry, besideField(hint, several) ? hint : ""));
        }
        TownChoices choices = new TownChoices(words, look, towns, guided);
        Optional<Screen.Choices> offered =
                TownProposals.focused(guided, entries)
                        .flatMap(entry ->
                                choices.offered(entry, entries.size() > 1)
                                        .map(found ->
                                                entries.size() > 1
                                                        ? found
                                                        : new Screen.Choices(
                                                                found.choices(),
                                                                found.more(),
                                                                errors.at(
                                                                        entry.path().toString()))));
        if (shown.size() == 1) {
            return offered.<Screen.Body>map(found -> found)
                    .orElseGet(() -> new Screen.TextEntry(shown.getFirst()));
        }
        int focused = Math.clamp(guided.focused(), 0, shown.size() - 1);
        boolean oneField = entries.stream().allMatch(e -> e.path().equals(first.path()));
        return new Screen.PartsEntry(
                shown, focused, oneField ? errors.at(first.path().toString()) : "", offered);
    }

    private Screen.Choices choices(Answers.EntryPlace entry, List<String> codes) {
        JourneyTexts keys = new JourneyTexts(journey);
        String chosen = Answers.text(guided, entry);
        int longest =
                codes.stream()
                        .mapToInt(code ->
                                words.of(keys.option(entry.path(), entry.field().type(), code))
                                        .length())
                        .max()
                        .orElse(0);
        int fitting = PageCapacity.of(look).choices(look, longest);
        List<Screen.Choice> choices = new ArrayList<>();
        for (String code : PageCapacity.part(codes, fitting, guided.part())) {
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "option." + code,
                                    words.of(keys.option(entry.path(), entry.field().type(), code)),
                                    Symbol.NONE,
                                    new SessionEvent.OptionChosen(entry.target(), code)),
                            "",
                            code.equals(chosen),
                            ""));
        }
        return new Screen.Choices(
                choices,
                CatalogPages.more(words, codes.size(), fitting, guided.part()),
                errors.at(entry.path().toString()));
    }

    private Screen.Entry entry(Answers.EntryPlace entry, String hint) {
        FieldType type = entry.field().type();
        boolean date = type instanceof FieldType.DateValue;
        boolean inParts = FieldInput.parts(type) > 1;
        return new Screen.Entry(
                entry.target(),
                inParts
                        ? words.of((date ? DATE_PARTS : TIME_PARTS).get(entry.part()))
                        : label(entry),
                Answers.text(guided, entry),
                unit(type),
                keyboard(type),
                date ? DATE_DIGITS[entry.part()] : FieldInput.mostCharacters(type),
                inParts ? "" : errors.at(entry.path().toString()),
                hint);
    }

    private String label(Answers.EntryPlace entry) {
        return words.of(new JourneyTexts(journey).label(entry.path()));
    }

    private static String unit(FieldType type) {
        return switch (type) {
            case FieldType.WholeNumber(long _, long _, String unit) -> unit;
            case FieldType.Decimal(var _, var _, int _, String unit) -> unit;
            case FieldType.Money _ -> "€";
            case FieldType.Text _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    "";
        };
    }

    private static Screen.Entry.Keyboard keyboard(FieldType type) {
        return switch (type) {
            case FieldType.WholeNumber _, FieldType.DateValue _, FieldType.TimeValue _ ->
                    Screen.Entry.Keyboard.DIGITS;
            case FieldType.Decimal _, FieldType.Money _ -> Screen.Entry.Keyboard.DECIMAL;
            case FieldType.Text(int _, int _, var _, FieldType.Letters letters) ->
                    switch (letters) {
                        case DIGITS, POSTCODE -> Screen.Entry.Keyboard.DIGITS;
                        case PHONE -> Screen.Entry.Keyboard.PHONE;
                        case EMAIL -> Screen.Entry.Keyboard.EMAIL;
                        case NAME, TEXT, LICENCE_PLATE -> Screen.Entry.Keyboard.LETTERS;
                    };
            case FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    Screen.Entry.Keyboard.LETTERS;
        };
    }
}
