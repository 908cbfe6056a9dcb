package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What pages have in common that are built of the same parts, such as all questions with a keyboard of letters
/// and an error. The page of a kind with the most letters stands for it.
final class PageKind {
    private PageKind() {}

    /// One page of each kind: the one with the most to say.
    static List<EveryPage> longest(List<EveryPage> pages) {
        Map<String, EveryPage> byKind = new LinkedHashMap<>();
        for (EveryPage page : pages) {
            byKind.merge(
                    of(german(page)),
                    page,
                    (one, other) -> letters(other) > letters(one) ? other : one);
        }
        return new ArrayList<>(byKind.values());
    }

    private static Screen german(EveryPage page) {
        return Dressing.of("de", "P").dress(page);
    }

    private static int letters(EveryPage page) {
        return ScreenParts.texts(german(page)).stream().mapToInt(String::length).sum();
    }

    private static String of(Screen screen) {
        String parts =
                switch (screen.body()) {
                    case Screen.Start _ -> screen.idleLine().isEmpty() ? "" : "idle";
                    case Screen.Cells(var _, var more) -> "more " + more.isPresent();
                    case Screen.Search(var _, var hits, String nothing, var _) ->
                            "hits " + hits.isEmpty() + " nothing " + nothing.isEmpty();
                    case Screen.ServiceFacts(var facts, var qr, var _) ->
                            facts.size() + " facts, code " + qr.isPresent();
                    case Screen.TextEntry(Screen.Entry entry) ->
                            entry.keyboard()
                                    + " empty "
                                    + entry.value().isEmpty()
                                    + " error "
                                    + entry.error().isEmpty();
                    case Screen.PinEntry(
                                    String _,
                                    int digits,
                                    int _,
                                    boolean picture,
                                    var without) ->
                            digits + " picture " + picture + " without " + without.isPresent();
                    case Screen.PartsEntry(var entries, int _, String error, var offered) ->
                            entries.size()
                                    + " "
                                    + entries.getFirst().keyboard()
                                    + error.isEmpty()
                                    + offered.isPresent();
                    case Screen.Choices(var choices, var more, String error) ->
                            choices.size() + " more " + more.isPresent() + error.isEmpty();
                    case Screen.CodePage page ->
                            page.choices().size()
                                    + " earlier "
                                    + page.earlier().isPresent()
                                    + " later "
                                    + page.later().isPresent()
                                    + page.error().isEmpty();
                    case Screen.Instances(var rows, var add, var more, String error) ->
                            rows.size()
                                    + " add "
                                    + add.isPresent()
                                    + " more "
                                    + more.isPresent()
                                    + error.isEmpty();
                    case Screen.Counters(var _, String _, String _, String error) ->
                            "error " + error.isEmpty();
                    case Screen.Summary(var _, String _, String _, var more) ->
                            "more " + more.isPresent();
                    case Screen.QrPanel(var _, var facts) -> facts.size() + " facts";
                    case Screen.Progress(var steps, String note) ->
                            steps.size() + " steps, note " + note.isEmpty();
                    case Screen.Message(var _, var paragraphs, var rows, var qr) ->
                            paragraphs.size() + " " + rows.size() + " code " + qr.isPresent();
                    case Screen.Reading(var _, var more) -> "more " + more.isPresent();
                    case Screen.ScannedSheet sheet -> sheet.actions().size() + " actions";
                    case Screen.PinEntry pin -> pin.digits() + " card " + pin.picture();
                    case Screen.Switches _, Screen.Languages _ -> "";
                };
        return screen.body().getClass().getSimpleName()
                + " "
                + parts
                + " alert "
                + screen.alert().isPresent()
                + " back "
                + screen.back().isPresent()
                + " next "
                + screen.next().isPresent();
    }
}
