package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.instance.Task;

/// Writes a journey as a BPMN 2.0 process with its diagram, for modellers and other municipalities.
///
/// Pages are user tasks that name their fields in `kiosk:fields`; those that are asked under a condition only stand behind an exclusive
/// gateway. [ProcessReader] makes the same journey of it, given the same form. Thread-safe.
public final class ProcessWriter {
    private final String name;
    private final Function<QuestionPage, String> questions;

    /// @param name of the service
    /// @param questions wording of each page
    public ProcessWriter(String name, Function<QuestionPage, String> questions) {
        this.name = name;
        this.questions = questions;
    }

    /// The file, in UTF-8.
    public byte[] write(Journey journey) {
        ProcessDrawing drawing = new ProcessDrawing(journey.serviceId(), name);
        drawing.start();
        for (Step step : journey.steps()) {
            switch (step) {
                case Step.Questions(var questionnaire) ->
                        pages(drawing, questionnaire.form(), questionnaire.pages());
                case Step.Finish() -> drawing.end(TaskKind.FINISH.displayName());
                case Step.Venue _,
                        Step.Slot _,
                        Step.Tariffs _,
                        Step.Identification _,
                        Step.CopyChoice _,
                        Step.CheckAnswers _,
                        Step.Payment _,
                        Step.Submission _,
                        Step.Printing _ ->
                        task(drawing, step);
            }
        }
        return drawing.bytes();
    }

    private static void task(ProcessDrawing drawing, Step step) {
        TaskKind kind = TaskKind.of(step);
        Task task = drawing.task("step-" + kind.word(), kind.displayName(), kind.service());
        say(task, "step", kind.word());
        switch (step) {
            case Step.Identification(boolean byHand, var optional) -> {
                say(task, "byHand", Boolean.toString(byHand));
                say(task, "optional", TaskSettings.optional(optional.stream()));
            }
            case Step.CopyChoice(var offered) ->
                    say(task, "offered", TaskSettings.words(offered.stream()));
            case Step.Printing(var papers) ->
                    say(task, "papers", TaskSettings.words(papers.stream().sorted()));
            // Where it goes is nobody's business but the city's: whoever takes the file over has an
            // office of its own.
            case Step.Submission(String _, String leika) -> say(task, "leika", leika);
            case Step.Venue _,
                    Step.Slot _,
                    Step.Tariffs _,
                    Step.Questions _,
                    Step.CheckAnswers _,
                    Step.Payment _,
                    Step.Finish _ -> {}
        }
        if (kind.service()) {
            drawing.fault(task, kind.displayName() + " nicht möglich");
        }
    }

    private static String join(Stream<String> words) {
        return String.join(" ", words.toList());
    }

    private static void say(Task task, String attribute, String value) {
        if (!value.isEmpty()) {
            task.setAttributeValueNs(ProcessFile.KIOSK, attribute, value);
        }
    }

    /// Pages with the same condition stand behind one gateway.
    private void pages(ProcessDrawing drawing, FormDefinition form, List<QuestionPage> pages) {
        for (int i = 0; i < pages.size(); ) {
            Conjunction when = Conditions.of(form, pages.get(i).fields());
            List<QuestionPage> run = new ArrayList<>();
            while (i < pages.size() && Conditions.of(form, pages.get(i).fields()).equals(when)) {
                run.add(pages.get(i));
                i++;
            }
            if (when.always()) {
                run.forEach(page -> page(drawing, page));
            } else {
                drawing.branch(
                        "when-" + run.getFirst().key(),
                        FeelText.written(when),
                        run.size(),
                        () -> run.forEach(page -> page(drawing, page)));
            }
        }
    }

    private void page(ProcessDrawing drawing, QuestionPage page) {
        Task task = drawing.task("page-" + page.key(), questions.apply(page), false);
        say(task, "page", page.key());
        say(task, "fields", join(page.fields().stream().map(FieldPath::toString)));
    }
}
