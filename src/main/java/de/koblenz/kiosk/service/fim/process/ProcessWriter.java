package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.Task;

/// Writes a journey as a BPMN 2.0 process with its diagram, for modellers and other municipalities.
///
/// Pages are user tasks that name their fields in `kiosk:fields`; those that are asked under a condition only stand behind an exclusive
/// gateway, and an early end behind one of its own. [ProcessReader] makes the same journey of it, given the form of the schema with what the
/// overlay changes, and the same overlay. Thread-safe.
public final class ProcessWriter {
    private final String name;
    private final Function<String, Optional<String>> texts;
    private final Map<String, String> ends;
    private final Map<Set<Condition>, String> gateways;

    /// A writer for a service that was not drawn.
    ///
    /// @param name of the service
    /// @param texts words by the keys of [JourneyTexts]
    public ProcessWriter(String name, Function<String, Optional<String>> texts) {
        this(name, texts, Optional.empty());
    }

    /// A writer for a service.
    ///
    /// @param name of the service
    /// @param texts words by the keys of [JourneyTexts]
    /// @param drawn what was drawn, if it was: its early ends, and how its gateways are called
    public ProcessWriter(
            String name, Function<String, Optional<String>> texts, Optional<DrawnProcess> drawn) {
        this.name = name;
        this.texts = texts;
        this.ends = drawn.map(DrawnProcess::ruleWords).orElse(Map.of());
        this.gateways = drawn.map(DrawnProcess::gateways).orElse(Map.of());
    }

    /// The file, in UTF-8.
    public byte[] write(Journey journey) {
        ProcessDrawing drawing = new ProcessDrawing(journey.serviceId(), name);
        drawing.start();
        for (Step step : journey.steps()) {
            switch (step) {
                case Step.Questions(var questionnaire) ->
                        new Pages(drawing, new JourneyTexts(journey), questionnaire).draw();
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

    private static void say(BaseElement task, String attribute, String value) {
        if (!value.isEmpty()) {
            task.setAttributeValueNs(ProcessFile.KIOSK, attribute, value);
        }
    }

    /// The questions of one journey.
    private final class Pages {
        private final ProcessDrawing drawing;
        private final JourneyTexts keys;
        private final FormDefinition form;
        private final List<QuestionPage> pages;
        private final ConditionWords words;
        private final Map<String, List<FormRule>> stops;

        Pages(ProcessDrawing drawing, JourneyTexts keys, Questionnaire questionnaire) {
            this.drawing = drawing;
            this.keys = keys;
            this.form = questionnaire.form();
            this.pages = questionnaire.pages();
            this.words = new ConditionWords(form, keys, texts);
            this.stops = stops();
        }

        /// Early ends by the page behind which they stand: that of their field, and never one before that of an earlier rule, so that
        /// the rules keep their order.
        private Map<String, List<FormRule>> stops() {
            Map<String, List<FormRule>> stops = new HashMap<>();
            int last = 0;
            for (FormRule rule : form.rules()) {
                if (ends.containsKey(rule.id())) {
                    for (int i = last; i < pages.size(); i++) {
                        if (pages.get(i).fields().contains(rule.at())) {
                            last = i;
                        }
                    }
                    stops.computeIfAbsent(pages.get(last).key(), _ -> new ArrayList<>()).add(rule);
                }
            }
            return stops;
        }

        /// Pages with the same condition stand behind one gateway, unless an early end comes between them.
        void draw() {
            for (int i = 0; i < pages.size(); ) {
                Conjunction when = when(pages.get(i));
                List<QuestionPage> run = new ArrayList<>();
                boolean stopped = false;
                while (!stopped && i < pages.size() && when(pages.get(i)).equals(when)) {
                    run.add(pages.get(i));
                    stopped = stops.containsKey(pages.get(i).key());
                    i++;
                }
                if (when.always()) {
                    run.forEach(this::page);
                } else {
                    drawing.branch(
                            "when-" + run.getFirst().key(),
                            question(when),
                            FeelText.written(when),
                            run.size(),
                            () -> run.forEach(this::page));
                }
                stops.getOrDefault(run.getLast().key(), List.of()).forEach(this::stop);
            }
        }

        private Conjunction when(QuestionPage page) {
            return Conditions.of(form, page.fields());
        }

        private String question(Conjunction when) {
            return Optional.ofNullable(gateways.get(when.parts()))
                    .orElseGet(() -> words.question(when));
        }

        private void stop(FormRule rule) {
            Conjunction when = Conditions.broken(rule.must());
            EndEvent end =
                    drawing.stop(
                            "stop-" + rule.id(),
                            ends.getOrDefault(rule.id(), ""),
                            question(when),
                            FeelText.written(when));
            say(end, "rule", rule.id());
        }

        private void page(QuestionPage page) {
            String title = texts.apply(keys.title(page)).orElseGet(() -> names(page));
            Task task = drawing.task("page-" + page.key(), title, false);
            say(task, "page", page.key());
            say(task, "fields", join(page.fields()));
        }

        private String names(QuestionPage page) {
            String names =
                    page.fields().stream()
                            .flatMap(path -> texts.apply(keys.label(path)).stream())
                            .collect(Collectors.joining(", "));
            return names.isEmpty() ? page.key() : names;
        }

        private static String join(List<FieldPath> fields) {
            return String.join(" ", fields.stream().map(FieldPath::toString).toList());
        }
    }
}
