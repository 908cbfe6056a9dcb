package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
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
        return Draft.of(
                        "description",
                        title,
                        "",
                        new Explanation(words, look, title, "").reading(paragraphs(), part))
                .back(words.of("description.back"), new SessionEvent.BackPressed());
    }

    /// Each module with its name above its first block.
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        boolean german = false;
        boolean own = false;
        for (Module module : MODULES) {
            Optional<List<TextBlock>> said = texts.find(module, language());
            Optional<List<TextBlock>> blocks =
                    said.or(() -> texts.find(module, LocalizedText.GERMAN));
            own |= said.isPresent();
            german |= said.isEmpty() && blocks.isPresent();
            blocks.ifPresent(found -> add(words.of("description." + module), found, paragraphs));
        }
        if (german) {
            paragraphs.addFirst(words.of(own ? "description.partlyGerman" : "description.german"));
        }
        return paragraphs;
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

    private static void add(String heading, List<TextBlock> blocks, List<String> paragraphs) {
        String before = heading + "\n";
        for (TextBlock block : blocks) {
            switch (block) {
                case TextBlock.Heading(String text) -> before = before + text + "\n";
                case TextBlock.Paragraph(String text) -> {
                    paragraphs.add(before + text);
                    before = "";
                }
                case TextBlock.Item(String text, int _) -> {
                    paragraphs.add(before + "– " + text);
                    before = "";
                }
            }
        }
        if (!before.isEmpty() && !before.equals(heading + "\n")) {
            paragraphs.add(before.strip());
        }
    }
}
