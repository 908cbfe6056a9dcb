package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen.Line;
import de.koblenz.kiosk.citizen.ui.Screen.Line.Kind;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.service.fim.TextBlock;
import de.koblenz.kiosk.text.Locales;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that a description of the federation says about a service (XZuFi), in the citizen's language as far as it has it,
/// else in German, which is said.
///
/// @param texts of the service
record Description(Words words, ScreenLook look, LeistungTexts texts) {
    /// What citizens ask, in the order in which they do; names and the short text stand on the service's own page.
    private static final List<Module> MODULES =
            List.of(
                    Module.FULL_TEXT,
                    Module.PRECONDITIONS,
                    Module.DOCUMENTS,
                    Module.FEES,
                    Module.DEADLINES,
                    Module.DURATION,
                    Module.COURSE,
                    Module.REMARKS);

    /// What leads to it from the service's own page; nothing where there is no more to say.
    static Optional<Screen.Control> control(Words words, Optional<LeistungTexts> texts) {
        return texts.filter(Description::says)
                .map(_ ->
                        new Screen.Control(
                                "more",
                                words.of("description.more"),
                                Symbol.INFO,
                                new SessionEvent.MorePressed()));
    }

    /// Whether it says anything beyond names and short text.
    static boolean says(LeistungTexts texts) {
        return MODULES.stream().anyMatch(module -> texts.texts().containsKey(module));
    }

    /// A page of it.
    ///
    /// @param title name of the service
    /// @param part which page; taken modulo
    Draft page(String title, int part) {
        List<List<Line>> pages = new ReadingPages(look).of(lines());
        int at = Math.floorMod(part, pages.size());
        Optional<Screen.Control> more = Explanation.more(words, at, pages.size());
        return Draft.of("description", title, "", new Screen.Reading(pages.get(at), more))
                .back(words.of("description.back"), new SessionEvent.BackPressed());
    }

    /// All of it, each module under its name.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean german = false;
        boolean own = false;
        for (Module module : MODULES) {
            Optional<List<TextBlock>> said = texts.find(module, language());
            Optional<List<TextBlock>> blocks =
                    said.or(() -> texts.find(module, LocalizedText.GERMAN));
            own |= said.isPresent();
            german |= said.isEmpty() && blocks.isPresent();
            if (blocks.isPresent()) {
                lines.add(Line.of(Kind.HEADING, words.of("description." + module)));
                blocks.get().forEach(block -> lines.add(line(block)));
            }
        }
        if (german) {
            String note = own ? "description.partlyGerman" : "description.german";
            lines.addFirst(Line.of(Kind.PARAGRAPH, words.of(note)));
        }
        return lines;
    }

    /// Usual German texts serve a variety of German, too, but not who reads Leichte Sprache.
    private String language() {
        if (Locales.simple(words.tag())) {
            return words.tag();
        }
        int variety = words.tag().indexOf('-');
        return variety < 0 || texts.languages().contains(words.tag())
                ? words.tag()
                : words.tag().substring(0, variety);
    }

    private static Line line(TextBlock block) {
        return switch (block) {
            case TextBlock.Heading(String text) -> Line.of(Kind.SUBHEADING, text);
            case TextBlock.Paragraph(String text) -> Line.of(Kind.PARAGRAPH, text);
            case TextBlock.Item(String text, int depth) -> new Line(Kind.ITEM, text, depth);
        };
    }
}
