package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `decisions:` of an overlay: every note that blocks is decided by somebody, or is a problem.
final class Decisions {
    /// Behind it may be anything: it is never waved through.
    private static final String MORE = "FIM-MORE";

    private static final int MOST_TIMES = 9_999;

    private final List<ImportNote> notes;
    private final Problems problems;

    Decisions(List<ImportNote> notes, Problems problems) {
        this.notes = notes;
        this.problems = problems;
    }

    private record Subject(String element, String code) {}

    void read(Optional<ConfigNode> list) {
        Map<Subject, Long> decided = new HashMap<>();
        List<ImportNote> said = new ArrayList<>();
        for (ConfigNode item : list.map(ConfigNode::items).orElse(List.of())) {
            Subject subject = new Subject(item.at("element").text(), item.at("code").text());
            ConfigNode because = item.at("because");
            long times = item.find("times").map(node -> node.integer(1, MOST_TIMES)).orElse(1);
            item.noOthers();
            if (because.present() && because.text().isBlank()) {
                because.report("who decided it, and why?", "PKG-DECISION");
            }
            decided.put(subject, times);
            long there = blocking().filter(note -> subject(note).equals(subject)).count();
            if (subject.code().equals(MORE)) {
                item.report("what is behind it nobody has seen", "PKG-DECISION");
            } else if (there > 0 && there != times) {
                item.report(
                        "there are "
                                + there
                                + " such notes, perhaps of several places: decide all of them with times: "
                                + there,
                        "PKG-DECISION");
            }
            if (there == 0) {
                // A later import may understand what an earlier one did not: nothing to stop for.
                said.add(
                        new ImportNote(
                                Weight.TOLD,
                                subject.element(),
                                item.place()
                                        .problem(
                                                "nothing blocks here any more: "
                                                        + subject.element()
                                                        + " "
                                                        + subject.code(),
                                                "PKG-DECISION")));
            }
        }
        blocking()
                .filter(note ->
                        !decided.containsKey(subject(note)) || subject(note).code().equals(MORE))
                .forEach(note -> problems.add(undecided(note)));
        notes.addAll(said);
    }

    private Stream<ImportNote> blocking() {
        return notes.stream().filter(note -> note.weight() == Weight.BLOCKING);
    }

    private static Subject subject(ImportNote note) {
        return new Subject(note.element(), note.problem().code());
    }

    private static Problem undecided(ImportNote note) {
        Problem problem = note.problem();
        if (problem.code().equals(MORE)) {
            return problem;
        }
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message()
                        + " (decide it in "
                        + ServiceFolder.OVERLAY
                        + ": decisions: [{element: \""
                        + note.element()
                        + "\", code: "
                        + problem.code()
                        + ", because: …}])",
                problem.code());
    }
}
