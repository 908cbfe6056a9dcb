package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.text.Formats;
import de.koblenz.kiosk.text.Locales;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pages that lie over another one, and the page of a terminal that is out of service.
final class OverlayPages {
    private OverlayPages() {}

    static Draft languages(Words words, Locales locales, String current) {
        List<Screen.Choice> choices = new ArrayList<>();
        for (String tag : locales.tags()) {
            choices.add(
                    new Screen.Choice(
                            new Screen.Control(
                                    "language." + tag,
                                    locales.texts(tag).of("language.name"),
                                    Symbol.NONE,
                                    new SessionEvent.LanguageChosen(tag)),
                            "",
                            tag.equals(current),
                            ""));
        }
        return Draft.of(
                        "language",
                        words.of("language.title"),
                        words.of("language.hint"),
                        new Screen.Languages(choices))
                .back(words, new SessionEvent.OverlayClosed());
    }

    /// @param offered languages of the terminal; where the citizen's own has an easy form, it can be switched here, too
    static Draft aids(Words words, Set<Aid> on, List<String> offered) {
        List<Screen.Switch> switches = new ArrayList<>();
        String tag = words.tag();
        if (offered.contains(Locales.simplified(tag)) && offered.contains(Locales.usual(tag))) {
            boolean simple = Locales.simple(tag);
            switches.add(
                    new Screen.Switch(
                            new Screen.Control(
                                    "aid.simple",
                                    words.of("aid.simple.title"),
                                    Symbol.LANGUAGE,
                                    new SessionEvent.LanguageChosen(
                                            simple ? Locales.usual(tag) : Locales.simplified(tag))),
                            words.of("aid.simple.note"),
                            simple));
        }
        for (Aid aid : Aid.values()) {
            switches.add(
                    new Screen.Switch(
                            new Screen.Control(
                                    "aid." + aid,
                                    words.of("aid." + aid + ".title"),
                                    symbol(aid),
                                    new SessionEvent.AidSwitched(aid)),
                            words.of("aid." + aid + ".note"),
                            on.contains(aid)));
        }
        return Draft.of(
                        "aids",
                        words.of("aids.title"),
                        words.of("aids.hint"),
                        new Screen.Switches(
                                switches,
                                new Screen.Control(
                                        "aids.reset",
                                        words.of("aids.reset"),
                                        Symbol.DELETE,
                                        new SessionEvent.AidsReset(Locales.usual(tag)))))
                .back(words, new SessionEvent.OverlayClosed())
                .next(words.of("button.done"), new SessionEvent.OverlayClosed());
    }

    static Symbol symbol(Aid aid) {
        return switch (aid) {
            case LARGE_TEXT -> Symbol.LARGE_TEXT;
            case HIGH_CONTRAST -> Symbol.CONTRAST;
            case LOW_REACH -> Symbol.LOW_REACH;
            case MORE_TIME -> Symbol.CLOCK;
            case KEY_FILTER -> Symbol.AIDS;
        };
    }

    /// @param explained whether there is more to say about the question beneath
    static Draft help(Words words, boolean explained) {
        List<Screen.Control> rows = new ArrayList<>();
        if (explained) {
            rows.add(
                    new Screen.Control(
                            "explanation",
                            words.of("explanation.open"),
                            Symbol.INFO,
                            new SessionEvent.ExplanationOpened()));
        }
        rows.add(StaffPages.door(words));
        List<String> lines = new ArrayList<>();
        if (!explained) {
            lines.add(words.of("help.page"));
        }
        lines.add(words.of("help.people"));
        lines.add(words.of("help.phone"));
        return Draft.of(
                        "help",
                        words.of("help.title"),
                        // With one more button there is no room for all everywhere.
                        explained ? "" : words.of("help.hint"),
                        new Screen.Message(Symbol.HELP, lines, rows, Optional.empty()))
                .back(words, new SessionEvent.OverlayClosed());
    }

    static Draft end(Words words) {
        return Draft.of(
                        "end",
                        words.of("end.title"),
                        words.of("end.hint"),
                        Screen.Message.of(
                                Symbol.END,
                                List.of(words.of("end.deleted"), words.of("end.orders"))))
                .back(words.of("end.no"), new SessionEvent.OverlayClosed())
                .next(words.of("end.yes"), new SessionEvent.EndConfirmed());
    }

    static Draft timeout(Words words, Instant until, Instant now) {
        long seconds = Math.max(0, Duration.between(now, until).toSeconds());
        return Draft.of(
                        "timeout",
                        words.of("timeout.title"),
                        words.of("timeout.hint"),
                        Screen.Message.of(
                                Symbol.CLOCK,
                                List.of(
                                        words.of(
                                                "timeout.left",
                                                "seconds",
                                                Formats.code(Long.toString(seconds))))))
                .back(words.of("timeout.end"), new SessionEvent.EndConfirmed())
                .next(words.of("timeout.more"), new SessionEvent.MoreTimePressed());
    }

    static Draft cover(Words words) {
        return Draft.of(
                        "cover",
                        words.of("cover.title"),
                        words.of("cover.hint"),
                        Screen.Message.of(Symbol.INFO, List.of(words.of("cover.text"))))
                .back(words.of("cover.end"), new SessionEvent.EndConfirmed())
                .next(words.of("button.continue"), new SessionEvent.CoverLifted());
    }

    /// A card lies on the reader, and nobody is there any more.
    static Draft cardLeft(Words words) {
        return Draft.of(
                "card-left",
                words.of("cardLeft.title"),
                words.of("cardLeft.hint"),
                Screen.Message.of(
                        Symbol.TAKE_CARD,
                        List.of(words.of("cardLeft.take"), words.of("cardLeft.found"))));
    }

    /// What a citizen reads at a terminal that cannot serve him.
    ///
    /// @param code failure code for the help desk; empty where an operator closed the terminal
    /// @param notice what an operator says about it
    /// @param rows what can be touched all the same
    static Draft outOfService(
            Words words, String code, Optional<String> notice, List<Screen.Control> rows) {
        List<String> paragraphs = new ArrayList<>();
        notice.ifPresent(paragraphs::add);
        paragraphs.add(words.of("outOfService.where"));
        paragraphs.add(words.of("outOfService.phone"));
        if (!code.isEmpty()) {
            paragraphs.add(words.of("outOfService.code", "code", Formats.code(code)));
        }
        return Draft.of(
                "out-of-service",
                words.of("outOfService.title"),
                words.of("outOfService.hint"),
                new Screen.Message(Symbol.OUT_OF_SERVICE, paragraphs, rows, Optional.empty()));
    }

    /// What stands there until the terminal knows its configuration, half a second at best.
    static Draft starting(Words words) {
        return Draft.of(
                "starting",
                words.of("starting.title"),
                words.of("starting.hint"),
                new Screen.Progress(List.of(), ""));
    }
}
