package de.koblenz.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.CardAnswers;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.service.catalog.Need;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shipped texts: complete in each language, none missing, none dead.
class ShippedTextsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("kiosk.project", ".")).resolve("src/main/java");
    private static final Pattern SHOWN_KEY = Pattern.compile("⟪([^⟫]+)⟫");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9._-]+)\"");

    @Test
    void englishHasWhatGermanHas() {
        Problems problems = new Problems();
        TextFiles german = TextFiles.load(ShippedKiosk.FOLDER, "de", problems);
        TextFiles english = TextFiles.load(ShippedKiosk.FOLDER, "en", problems);
        assertEquals(List.of(), TextFiles.compare(german, english));
        assertTrue(problems.none());
    }

    @Test
    void everyPageHasAllItsWordsInEveryLookAndLanguage() {
        TestTerminal terminal = TestTerminal.open();
        Set<String> missing = new TreeSet<>();
        for (KioskGeometry geometry : List.of(KioskGeometry.PORTRAIT, KioskGeometry.LANDSCAPE)) {
            SessionPresenter presenter = terminal.presenter(geometry);
            for (Set<Aid> aids : List.of(Set.<Aid>of(), Set.of(Aid.LOW_REACH))) {
                for (String language : terminal.locales().tags()) {
                    for (EveryPage page : EveryPage.all()) {
                        Screen screen =
                                presenter.present(
                                        TestTerminal.dressed(page.state(), language, aids),
                                        page.now());
                        for (String text : ScreenParts.texts(screen)) {
                            if (text.contains("⟦") || text.matches("(?s).*\\{[a-zA-Z]+}.*")) {
                                missing.add(page.name() + ", " + language + ": " + text);
                            }
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void noTextIsDead() {
        Set<String> dead = new TreeSet<>(ShippedKiosk.CONFIG.german().keys());
        dead.removeAll(shown());
        Set<String> literals = literals();
        dead.removeAll(literals);
        vocabulary().forEach(dead::remove);
        // Papers name their words without the beginning.
        dead.removeIf(key ->
                key.startsWith("document.")
                        && literals.contains(key.substring("document.".length())));
        // A failure code has words where the code stands in the program.
        dead.removeIf(key ->
                key.startsWith("code.")
                        && literals.contains(key.replaceAll("^code\\.|\\.text$", "")));
        ShippedKiosk.CONFIG
                .journeys()
                .values()
                .forEach(journey -> {
                    dead.removeAll(new JourneyTexts(journey).required());
                    dead.removeAll(new JourneyTexts(journey).allowed());
                });
        assertEquals(Set.of(), dead);
    }

    /// Words that a catalogue, a form or a description may use, though the shipped one does not use them all.
    private static Stream<String> vocabulary() {
        return Stream.of(
                        Stream.of(Need.values()).map(Need::textKey),
                        Stream.of(CardDatum.values())
                                .map(datum -> "card.group." + CardAnswers.group(datum)),
                        Stream.of(OzgStatus.values()).map(OzgStatus::labelKey),
                        Stream.of(OzgStatus.values())
                                .flatMap(status -> status.reasonKey().stream()),
                        Stream.of(LeistungTexts.Module.values())
                                .map(module -> "description." + module))
                .flatMap(keys -> keys);
    }

    /// The keys whose texts come onto any page: found by a language in which each text is its key.
    private static Set<String> shown() {
        Texts german = ShippedKiosk.CONFIG.german();
        Map<String, String> keys = new HashMap<>();
        german.keys()
                .forEach(key ->
                        keys.put(
                                key,
                                "⟪"
                                        + key
                                        + "⟫"
                                        + german.placeholders(key).stream()
                                                .map(name -> "{" + name + "}")
                                                .collect(Collectors.joining())));
        Locales locales = new Locales(List.of("de"), Map.of("de", new Texts(Locale.GERMAN, keys)));
        TestTerminal terminal = TestTerminal.open(KioskGeometry.PORTRAIT, locales);
        List<EveryPage> pages = new ArrayList<>(EveryPage.all());
        pages.addAll(EveryPage.services());
        SessionPresenter presenter = terminal.presenter(KioskGeometry.PORTRAIT);
        Set<String> shown = new HashSet<>();
        for (EveryPage page : pages) {
            for (Set<Aid> aids : List.of(Set.<Aid>of(), Set.of(Aid.LOW_REACH))) {
                Screen screen =
                        presenter.present(
                                TestTerminal.dressed(page.state(), "de", aids), page.now());
                for (String text : ScreenParts.texts(screen)) {
                    Matcher matcher = SHOWN_KEY.matcher(text);
                    while (matcher.find()) {
                        shown.add(matcher.group(1));
                    }
                }
            }
        }
        return shown;
    }

    private static Set<String> literals() {
        Set<String> literals = new HashSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return literals;
    }
}
