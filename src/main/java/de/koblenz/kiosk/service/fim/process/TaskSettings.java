package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.instance.Task;

/// What a task that asks nothing stands for. Its settings are those of the overlay; a drawing that says something else is wrong.
final class TaskSettings {
    private final ProcessFile file;
    private final ProcessDefaults defaults;

    TaskSettings(ProcessFile file, ProcessDefaults defaults) {
        this.file = file;
        this.defaults = defaults;
    }

    /// The kind that `kiosk:step` names.
    Optional<TaskKind> said(Task task) {
        String said = ProcessFile.said(task, "step");
        Optional<TaskKind> kind = TaskKind.byWord(said);
        if (kind.isEmpty() && !said.isEmpty()) {
            file.report(task, "there is no step '" + said + "'", "BPM-TASK");
        }
        return kind;
    }

    /// The step; empty where a setting is missing, which is reported.
    Optional<Step> step(Task task, TaskKind kind) {
        return switch (kind) {
            case VENUE -> Optional.of(new Step.Venue());
            case SLOT -> Optional.of(new Step.Slot());
            case TARIFFS -> Optional.of(new Step.Tariffs());
            case IDENTIFICATION -> {
                agree(task, "byHand", Boolean.toString(defaults.byHand()));
                agree(task, "optional", optional(defaults.optional().stream()));
                yield Optional.of(new Step.Identification(defaults.byHand(), defaults.optional()));
            }
            case COPY -> {
                agree(task, "offered", words(defaults.copies().stream()));
                yield Optional.of(new Step.CopyChoice(defaults.copies()));
            }
            case CHECK -> Optional.of(new Step.CheckAnswers());
            case PAYMENT -> Optional.of(new Step.Payment());
            case SUBMISSION -> submission(task);
            case PRINTING -> {
                agree(task, "papers", words(defaults.papers().stream()));
                yield Optional.of(new Step.Printing(defaults.papers()));
            }
            case FINISH -> Optional.of(new Step.Finish());
            case QUESTIONS -> Optional.empty();
        };
    }

    private Optional<Step> submission(Task task) {
        agree(task, "destination", defaults.destination());
        agree(task, "leika", defaults.leika());
        if (defaults.destination().isEmpty()) {
            file.report(task, "where to? the overlay names no destination", "BPM-SETTING");
            return Optional.empty();
        }
        return Optional.of(new Step.Submission(defaults.destination(), defaults.leika()));
    }

    /// Reports what the drawing says and the overlay does not.
    private void agree(Task task, String attribute, String overlay) {
        String said = ProcessFile.said(task, attribute);
        if (!said.isEmpty() && !sorted(said).equals(sorted(overlay))) {
            file.report(
                    task,
                    "kiosk:"
                            + attribute
                            + " is not what the overlay says, which alone counts: '"
                            + overlay
                            + "'; leave it out of the drawing",
                    "BPM-SETTING");
        }
    }

    private static Set<String> sorted(String words) {
        return new TreeSet<>(List.of(words.split("[\\s,;]+", -1)));
    }

    /// As a drawing says it.
    static String words(Stream<? extends Enum<?>> values) {
        return String.join(" ", values.map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    }

    /// As a drawing says it.
    static String optional(Stream<CardDatum> data) {
        return String.join(" ", data.map(CardDatum::source).sorted().toList());
    }
}
