package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Answers;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A question with so many answers that they are searched: the search with its keyboard, and the list with the page for
/// itself. One touch chooses on both. Thread-safe.
final class CodeListPages {
    /// Lists of a configuration and their languages; never more than a few dozen are in use.
    private static final int MOST_KEPT = 200;

    private final Map<Key, CodeIndex> indexes = new ConcurrentHashMap<>();

    private record Key(String service, FieldPath field, String language) {}

    /// A question among many codes.
    ///
    /// @param page with title and hint of the question
    /// @param entry its field, whose type is a choice among those of the list
    Draft page(
            Words words,
            ScreenLook look,
            Journey journey,
            Guided guided,
            PageErrors errors,
            Draft page,
            Answers.EntryPlace entry,
            CodeList list) {
        CodeIndex index = index(words, journey, entry.path(), list);
        String chosen = Answers.text(guided, entry);
        String said =
                index.entries().stream()
                        .filter(known -> known.code().equals(chosen))
                        .findFirst()
                        .map(known -> words.of("codes.chosen", "name", known.label()))
                        .filter(Room::fits)
                        .orElse("");
        List<CodeIndex.Entry> found = index.find(guided.sight().sought());
        if (!guided.sight().listed() || found.isEmpty()) {
            return page.hint(said.isEmpty() ? page.hint() : said)
                    .body(search(words, look, guided, entry, chosen, found));
        }
        int fitting = PageCapacity.rows(look, index.longest());
        int parts = (found.size() + fitting - 1) / fitting;
        int part = Math.floorMod(guided.part(), parts);
        String place =
                words.of(
                        "codes.place",
                        Map.of(
                                "page", Integer.toString(part + 1),
                                "pages", Integer.toString(parts)));
        List<CodeIndex.Entry> shown =
                found.subList(part * fitting, Math.min(found.size(), (part + 1) * fitting));
        String both = (place + " " + said).strip();
        return page.hint(Room.fits(both) ? both : place)
                .body(
                        new Screen.CodePage(
                                shown.stream().map(code -> choice(entry, code, chosen)).toList(),
                                step(words, part > 0, "earlier", Symbol.BACK),
                                new Screen.Control(
                                        "search",
                                        words.of("codes.search"),
                                        Symbol.SEARCH,
                                        new SessionEvent.SearchOpened()),
                                step(words, part < parts - 1, "more", Symbol.NEXT),
                                errors.at(entry.path().toString())));
    }

    private CodeIndex index(Words words, Journey journey, FieldPath path, CodeList list) {
        if (indexes.size() > MOST_KEPT) {
            indexes.clear();
        }
        return indexes.computeIfAbsent(
                new Key(journey.serviceId(), path.definition(), words.tag()),
                _ -> CodeIndex.of(words, new JourneyTexts(journey), path, list));
    }

    private static Optional<Screen.Control> step(
            Words words, boolean there, String id, Symbol symbol) {
        SessionEvent event =
                symbol == Symbol.NEXT
                        ? new SessionEvent.MorePressed()
                        : new SessionEvent.EarlierPressed();
        return there
                ? Optional.of(new Screen.Control(id, words.of("codes." + id), symbol, event))
                : Optional.empty();
    }

    private static Screen.Choice choice(
            Answers.EntryPlace entry, CodeIndex.Entry code, String chosen) {
        return new Screen.Choice(
                control(entry, code, Symbol.NONE), "", code.code().equals(chosen), "");
    }

    private static Screen.Control control(
            Answers.EntryPlace entry, CodeIndex.Entry code, Symbol symbol) {
        return new Screen.Control(
                "option." + code.code(),
                code.label(),
                symbol,
                new SessionEvent.OptionChosen(entry.target(), code.code()));
    }

    private static Screen.Search search(
            Words words,
            ScreenLook look,
            Guided guided,
            Answers.EntryPlace entry,
            String chosen,
            List<CodeIndex.Entry> found) {
        List<CodeIndex.Entry> shown = new ArrayList<>();
        found.stream().filter(code -> code.code().equals(chosen)).forEach(shown::add);
        found.stream()
                .filter(code -> !code.code().equals(chosen))
                .limit(PageCapacity.of(look).hits())
                .forEach(shown::add);
        int longest = shown.stream().mapToInt(code -> code.label().length()).max().orElse(0);
        int fitting = PageCapacity.of(look).hits(look, longest);
        if (guided.error().isPresent() && !look.geometry().portrait()) {
            // Lying, what is wrong stands above the hits.
            fitting = Math.min(fitting, look.largeText() ? 1 : 3);
        }
        int fits = fitting;
        return new Screen.Search(
                new Screen.Entry(
                        SessionEvent.Entered.SEARCH,
                        words.of("codes.label"),
                        guided.sight().sought(),
                        "",
                        Screen.Entry.Keyboard.LETTERS,
                        Answers.MOST_SOUGHT,
                        "",
                        ""),
                shown.stream()
                        .limit(fits)
                        .map(code ->
                                new Screen.Cell(
                                        control(
                                                entry,
                                                code,
                                                code.code().equals(chosen)
                                                        ? Symbol.CHECK
                                                        : Symbol.NONE),
                                        "",
                                        List.of()))
                        .toList(),
                found.isEmpty() ? words.of("codes.nothing") : "",
                found.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Screen.Control(
                                        "hits",
                                        words.of(
                                                "codes.list",
                                                "count",
                                                Formats.code(Integer.toString(found.size()))),
                                        Symbol.NONE,
                                        new SessionEvent.HitsOpened())));
    }
}
