package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.Task;

/// What a task that asks nothing stands for, with its settings: attributes of the drawing before those of the overlay.
final class TaskSettings {
    private final ProcessFile file;
    private final ProcessDefaults defaults;

    TaskSettings(ProcessFile file, ProcessDefaults defaults) {
        this.file = file;
        this.defaults = defaults;
    }

    /// The kind that `kiosk:step` names, else the one that the name of the task means.
    Optional<TaskKind> kind(Task task) {
        String said = ProcessFile.said(task, "step");
        if (said.isEmpty()) {
            return TaskKind.byName(task.getName() == null ? "" : task.getName());
        }
        Optional<TaskKind> kind = TaskKind.byWord(said);
        if (kind.isEmpty()) {
            file.report(task, "there is no step '" + said + "'", "BPM-TASK");
        }
        return kind;
    }

    /// The step; empty where a setting is wrong, which is reported.
    Optional<Step> step(Task task, TaskKind kind) {
        return switch (kind) {
            case VENUE -> Optional.of(new Step.Venue());
            case SLOT -> Optional.of(new Step.Slot());
            case TARIFFS -> Optional.of(new Step.Tariffs());
            case IDENTIFICATION -> Optional.of(identification(task));
            case COPY -> {
                List<Step.Copy> offered = values(task, "offered", Step.Copy.class);
                yield Optional.of(
                        new Step.CopyChoice(offered.isEmpty() ? defaults.copies() : offered));
            }
            case CHECK -> Optional.of(new Step.CheckAnswers());
            case PAYMENT -> Optional.of(new Step.Payment());
            case SUBMISSION -> submission(task);
            case PRINTING -> {
                List<Step.Paper> papers = values(task, "papers", Step.Paper.class);
                yield Optional.of(
                        new Step.Printing(
                                papers.isEmpty() ? defaults.papers() : Set.copyOf(papers)));
            }
            case FINISH -> Optional.of(new Step.Finish());
            case QUESTIONS -> Optional.empty();
        };
    }

    private Step identification(Task task) {
        String byHand = ProcessFile.said(task, "byHand");
        Set<CardDatum> optional = EnumSet.noneOf(CardDatum.class);
        for (String source : words(task, "optional")) {
            Optional<CardDatum> datum = CardDatum.bySource(source);
            if (datum.isEmpty()) {
                file.report(task, "the card has no '" + source + "'", "BPM-SETTING");
            }
            datum.ifPresent(optional::add);
        }
        return new Step.Identification(
                byHand.isEmpty() ? defaults.byHand() : byHand.equals("true"), optional);
    }

    private Optional<Step> submission(Task task) {
        String destination = ProcessFile.said(task, "destination");
        String leika = ProcessFile.said(task, "leika");
        String to = destination.isEmpty() ? defaults.destination() : destination;
        if (to.isEmpty()) {
            file.report(
                    task,
                    "where to? neither kiosk:destination nor the overlay names a destination",
                    "BPM-SETTING");
            return Optional.empty();
        }
        return Optional.of(new Step.Submission(to, leika.isEmpty() ? defaults.leika() : leika));
    }

    private <E extends Enum<E>> List<E> values(Task task, String attribute, Class<E> type) {
        List<E> values = new ArrayList<>();
        for (String word : words(task, attribute)) {
            Optional<E> value =
                    Arrays.stream(type.getEnumConstants())
                            .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                            .findFirst();
            if (value.isEmpty()) {
                file.report(task, "kiosk:" + attribute + " knows no '" + word + "'", "BPM-SETTING");
            }
            value.ifPresent(values::add);
        }
        return values;
    }

    private static List<String> words(Task task, String attribute) {
        String said = ProcessFile.said(task, attribute);
        return said.isEmpty() ? List.of() : List.of(said.split("[\\s,;]+", -1));
    }
}
