package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is on a page: everything that can be touched, typed into and read.
public final class ScreenParts {
    private ScreenParts() {}

    /// All controls: "Zurück", "Weiter", the service bar, and those of the body.
    public static List<Screen.Control> controls(Screen screen) {
        List<Screen.Control> controls = new ArrayList<>(screen.services());
        screen.back().ifPresent(controls::add);
        screen.next().ifPresent(controls::add);
        controls.addAll(inBody(screen.body()));
        return controls;
    }

    public static Optional<Screen.Control> control(Screen screen, String id) {
        return controls(screen).stream().filter(control -> control.id().equals(id)).findFirst();
    }

    private static List<Screen.Control> inBody(Screen.Body body) {
        List<Screen.Control> found = new ArrayList<>();
        switch (body) {
            case Screen.Start(Screen.Control search, List<Screen.Tile> tiles) -> {
                found.add(search);
                tiles.forEach(tile -> found.add(tile.control()));
            }
            case Screen.Cells(List<Screen.Cell> cells, var more) -> {
                cells.forEach(cell -> found.add(cell.control()));
                more.ifPresent(found::add);
            }
            case Screen.Search(var _, List<Screen.Cell> hits, String _, var showHits) -> {
                hits.forEach(cell -> found.add(cell.control()));
                showHits.ifPresent(found::add);
            }
            case Screen.Choices(List<Screen.Choice> choices, var more, String _) -> {
                choices.forEach(choice -> found.add(choice.control()));
                more.ifPresent(found::add);
            }
            case Screen.CodePage(var choices, var earlier, var search, var later, String _) -> {
                choices.forEach(choice -> found.add(choice.control()));
                earlier.ifPresent(found::add);
                found.add(search);
                later.ifPresent(found::add);
            }
            case Screen.Instances(var instances, var add, var more, String _) -> {
                instances.forEach(row -> found.addAll(List.of(row.change(), row.remove())));
                add.ifPresent(found::add);
                more.ifPresent(found::add);
            }
            case Screen.Counters(List<Screen.Counter> counters, String _, String _, String _) ->
                    counters.forEach(counter -> {
                        found.add(counter.less());
                        found.add(counter.more());
                    });
            case Screen.Summary(List<Screen.SummaryRow> rows, String _, String _, var more) -> {
                rows.forEach(row -> row.change().ifPresent(found::add));
                more.ifPresent(found::add);
            }
            case Screen.Message(var _, var _, List<Screen.Control> rows, var _) ->
                    found.addAll(rows);
            case Screen.Reading(var _, var more) -> more.ifPresent(found::add);
            case Screen.ScannedSheet(String _, String _, var actions) -> found.addAll(actions);
            case Screen.PinEntry pin -> pin.without().ifPresent(found::add);
            case Screen.Switches(List<Screen.Switch> switches, Screen.Control reset) -> {
                switches.forEach(one -> found.add(one.control()));
                found.add(reset);
            }
            case Screen.Languages(List<Screen.Choice> languages) ->
                    languages.forEach(choice -> found.add(choice.control()));
            case Screen.PartsEntry parts ->
                    parts.offered()
                            .ifPresent(choices -> {
                                choices.choices().forEach(choice -> found.add(choice.control()));
                                choices.more().ifPresent(found::add);
                            });
            case Screen.ServiceFacts facts -> facts.more().ifPresent(found::add);
            case Screen.TextEntry _, Screen.QrPanel _, Screen.Progress _ -> {}
        }
        return found;
    }

    /// What can be typed into.
    public static List<Screen.Entry> entries(Screen screen) {
        return switch (screen.body()) {
            case Screen.Search search -> List.of(search.entry());
            case Screen.TextEntry(Screen.Entry entry) -> List.of(entry);
            case Screen.PartsEntry(List<Screen.Entry> parts, int _, String _, var _) -> parts;
            case Screen.Start _,
                    Screen.Cells _,
                    Screen.PinEntry _,
                    Screen.Choices _,
                    Screen.CodePage _,
                    Screen.Instances _,
                    Screen.Counters _,
                    Screen.Summary _,
                    Screen.Message _,
                    Screen.Reading _,
                    Screen.ScannedSheet _,
                    Screen.Switches _,
                    Screen.Languages _,
                    Screen.ServiceFacts _,
                    Screen.QrPanel _,
                    Screen.Progress _ ->
                    List.of();
        };
    }

    /// Every word on the page, labels of controls included; none empty.
    public static List<String> texts(Screen screen) {
        List<String> texts = new ArrayList<>();
        texts.addAll(
                List.of(
                        screen.office(),
                        screen.progress(),
                        screen.section(),
                        screen.title(),
                        screen.hint(),
                        screen.idleLine()));
        screen.alert().ifPresent(alert -> texts.add(alert.text()));
        controls(screen).forEach(control -> texts.add(control.label()));
        entries(screen)
                .forEach(entry ->
                        texts.addAll(
                                List.of(
                                        entry.label(),
                                        entry.value(),
                                        entry.unit(),
                                        entry.error(),
                                        entry.hint())));
        texts.addAll(readInBody(screen.body()));
        return texts.stream().filter(Objects::nonNull).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> readInBody(Screen.Body body) {
        List<String> texts = new ArrayList<>();
        switch (body) {
            case Screen.Start(var _, List<Screen.Tile> tiles) ->
                    tiles.forEach(tile -> texts.add(tile.note()));
            case Screen.Cells(List<Screen.Cell> cells, var _) ->
                    cells.forEach(cell -> cell(cell, texts));
            case Screen.Search(var _, List<Screen.Cell> hits, String nothing, var _) -> {
                hits.forEach(cell -> cell(cell, texts));
                texts.add(nothing);
            }
            case Screen.ServiceFacts(List<Screen.Fact> facts, var qr, var _) -> {
                facts(facts, texts);
                qr.ifPresent(code -> texts.add(code.caption()));
            }
            case Screen.Choices(List<Screen.Choice> choices, var _, String error) -> {
                choices(choices, texts);
                texts.add(error);
            }
            case Screen.CodePage page -> {
                choices(page.choices(), texts);
                texts.add(page.error());
            }
            case Screen.Instances(var instances, var _, var _, String error) -> {
                instances.forEach(row -> texts.addAll(List.of(row.label(), row.note())));
                texts.add(error);
            }
            case Screen.Counters(
                            List<Screen.Counter> counters,
                            String label,
                            String sum,
                            String error) -> {
                counters.forEach(counter -> texts.addAll(List.of(counter.label(), counter.note())));
                texts.addAll(List.of(label, sum, error));
            }
            case Screen.Summary(List<Screen.SummaryRow> rows, String label, String sum, var _) -> {
                rows.forEach(row -> texts.addAll(List.of(row.label(), row.value())));
                texts.addAll(List.of(label, sum));
            }
            case Screen.Message(var _, List<String> paragraphs, var _, var qr) -> {
                texts.addAll(paragraphs);
                qr.ifPresent(code -> texts.add(code.caption()));
            }
            case Screen.Reading(List<Screen.Line> lines, var _) ->
                    lines.forEach(line -> texts.add(line.text()));
            case Screen.QrPanel(Screen.Qr qr, List<Screen.Fact> facts) -> {
                texts.add(qr.caption());
                facts(facts, texts);
            }
            case Screen.ScannedSheet(String _, String caption, var _) -> texts.add(caption);
            case Screen.Progress(List<Screen.ProgressStep> steps, String note) -> {
                steps.forEach(step -> texts.add(step.label()));
                texts.add(note);
            }
            case Screen.Switches(List<Screen.Switch> switches, var _) ->
                    switches.forEach(one -> texts.add(one.note()));
            case Screen.PartsEntry(var _, int _, String error, var _) -> texts.add(error);
            case Screen.Languages(List<Screen.Choice> languages) -> choices(languages, texts);
            // Its label is an accessible name; the title says it to the eye.
            case Screen.TextEntry _, Screen.PinEntry _ -> {}
        }
        return texts;
    }

    private static void cell(Screen.Cell cell, List<String> texts) {
        texts.add(cell.note());
        cell.badges().forEach(badge -> texts.add(badge.name()));
    }

    private static void facts(List<Screen.Fact> facts, List<String> texts) {
        facts.forEach(fact -> texts.addAll(List.of(fact.label(), fact.value())));
    }

    private static void choices(List<Screen.Choice> choices, List<String> texts) {
        choices.forEach(choice -> texts.addAll(List.of(choice.note(), choice.blocked())));
    }
}
