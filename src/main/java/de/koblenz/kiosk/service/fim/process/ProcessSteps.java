package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.FormCheck;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.Task;

/// Collects the steps of a drawn process in the order in which its tasks are reached.
final class ProcessSteps {
    private final ProcessFile file;
    private final FormDefinition form;
    private final TaskSettings settings;
    private final TaskFields taskFields;
    private final Map<FieldPath, FormElement> all;
    private final List<Step> steps = new ArrayList<>();
    private final List<QuestionPage> pages = new ArrayList<>();
    private final Map<FieldPath, Conjunction> joined = new LinkedHashMap<>();
    private final Map<FieldPath, String> tasks = new LinkedHashMap<>();
    private final List<FormRule> rules = new ArrayList<>();
    private final Map<String, String> ruleWords = new LinkedHashMap<>();
    private final List<DrawnProcess.Reading> readings = new ArrayList<>();

    ProcessSteps(ProcessFile file, FormDefinition form, ProcessDefaults defaults) {
        this.file = file;
        this.form = form;
        this.all = form.all();
        this.settings = new TaskSettings(file, defaults);
        this.taskFields = new TaskFields(file, form, defaults.fields());
        this.rules.addAll(form.rules());
    }

    /// Adds what a task stands for.
    ///
    /// @param when it is reached
    void add(Task task, Conjunction when) {
        Optional<TaskKind> said = settings.said(task);
        List<FieldPath> fields = taskFields.of(task);
        boolean asks = taskFields.named(task);
        if (said.isPresent() && said.get() != TaskKind.QUESTIONS) {
            if (asks) {
                file.report(
                        task,
                        "it is '"
                                + said.get().word()
                                + "' and asks for fields, too: draw two tasks",
                        "BPM-TASK");
            }
            step(task, said.get(), when);
        } else if (asks && (task instanceof ServiceTask || task instanceof SendTask)) {
            file.report(task, "fields are asked by a user task", "BPM-TASK");
        } else if (!fields.isEmpty()) {
            page(task, fields, when);
        } else if (!asks) {
            guess(task, when);
        }
    }

    private void guess(Task task, Conjunction when) {
        Optional<TaskKind> guessed = TaskKind.byName(task);
        if (guessed.isEmpty()) {
            file.report(
                    task,
                    "neither its name nor kiosk:step says what '"
                            + name(task)
                            + "' is, and it names no fields",
                    "BPM-TASK");
            return;
        }
        String word = guessed.get().word();
        file.tell(
                task.getId(),
                "'" + name(task) + "' is read as " + word + ", by its name alone",
                "BPM-GUESS");
        step(task, guessed.get(), when);
    }

    private static String name(FlowNode node) {
        return node.getName() == null ? "" : node.getName().strip();
    }

    private void page(Task task, List<FieldPath> fields, Conjunction when) {
        ordered(task.getId(), when);
        for (FieldPath field : fields) {
            if (asked(field)) {
                file.report(task, "'" + field + "' is asked twice", "BPM-FIELD");
            } else {
                joined.put(field, when);
                tasks.put(field, task.getId());
            }
        }
        String key = key(task);
        if (pages.stream().anyMatch(page -> page.key().equals(key))) {
            file.report(task, "the page '" + key + "' stands twice", "BPM-TASK");
            return;
        }
        if (!steps.isEmpty() && steps.getLast().rank() > 5) {
            file.report(task, "questions come before check, payment and the rest", "BPM-ORDER");
            return;
        }
        pages.add(new QuestionPage(key, fields));
        read(task, "page " + key);
    }

    /// Reports what is asked only behind the element whose way depends on it.
    private void ordered(String element, Conjunction when) {
        for (Condition part : when.parts()) {
            for (FieldPath needed : part.fields()) {
                if (!asked(needed) && form.field(needed).isPresent() && !given(needed)) {
                    file.report(
                            element,
                            "whether it is reached depends on '"
                                    + needed
                                    + "', which is asked later",
                            "BPM-ORDER");
                }
            }
        }
    }

    private boolean asked(FieldPath field) {
        return joined.containsKey(field);
    }

    /// Hidden fields are filled in by the terminal.
    private boolean given(FieldPath field) {
        return form.field(field).filter(each -> each.kind() == FieldKind.HIDDEN).isPresent();
    }

    private static String key(Task task) {
        String said = ProcessFile.said(task, "page");
        String key = said.isEmpty() ? task.getId() : said;
        String plain = key.replaceAll("[^A-Za-z0-9_-]", "-");
        return plain.matches(FormElement.ID.pattern()) ? plain : "page-" + plain;
    }

    private void step(Task task, TaskKind kind, Conjunction when) {
        if (!when.always()) {
            file.report(
                    task,
                    "only questions can be skipped; the terminal skips a payment of 0 € by itself",
                    "BPM-CONDITION");
            return;
        }
        settings.step(task, kind)
                .ifPresent(step -> {
                    place(task.getId(), step);
                    read(task, kind.word());
                });
    }

    private void place(String element, Step step) {
        boolean late = !steps.isEmpty() && step.rank() <= steps.getLast().rank();
        if (late || (step.rank() < 5 && !pages.isEmpty())) {
            file.report(
                    element,
                    "this step stands twice or too late; the order is venue, slot, tariffs,"
                            + " identification, questions, copy, check, payment, submission,"
                            + " printing, finish",
                    "BPM-ORDER");
        } else {
            steps.add(step);
        }
    }

    /// An end is reached. Where there are several, they are one.
    void finish() {
        if (steps.isEmpty() || !(steps.getLast() instanceof Step.Finish)) {
            steps.add(new Step.Finish());
        }
    }

    void read(FlowNode node, String as) {
        readings.add(new DrawnProcess.Reading(node.getId(), name(node), as));
    }

    /// An end that citizens may not reach: a rule at the last of the fields on which it depends.
    ///
    /// @param reached when its gateway is
    void stop(ProcessBranches.EarlyEnd early, Conjunction reached) {
        String end = early.end().getId();
        if (!steps.isEmpty() && steps.getLast().rank() > 7) {
            file.report(end, "what has been paid or sent cannot be stopped", "BPM-ORDER");
            return;
        }
        try {
            Conjunction whole = reached.and(Conjunction.of(early.when()));
            ordered(end, whole);
            Condition must = Conjunction.not(whole.condition());
            List<FieldPath> on = joined.keySet().stream().filter(must.fields()::contains).toList();
            String id = ruleId(early);
            if (on.isEmpty() || !id.matches(FormElement.ID.pattern())) {
                file.report(
                        end,
                        "an early end depends on a field that was asked before",
                        "BPM-CONDITION");
                return;
            }
            FieldPath at = on.getLast();
            if (!noticed(at, whole)) {
                file.report(
                        end,
                        "'"
                                + at
                                + "' is not answered on every way that leads here: draw an end behind"
                                + " each way",
                        "BPM-CONDITION");
            }
            if (name(early.end()).isEmpty()) {
                file.report(end, "an early end has a name: citizens are told it", "BPM-TASK");
            }
            rules.add(new FormRule(id, at, must));
            ruleWords.put(id, name(early.end()));
            read(early.end(), "rule " + id);
        } catch (TooInvolved _) {
            file.report(end, "when it is reached is too involved", "BPM-CONDITION");
        }
    }

    /// The id of the end, or another where several gateways lead there.
    private String ruleId(ProcessBranches.EarlyEnd early) {
        String said = ProcessFile.said(early.end(), "rule");
        String plain =
                (said.isEmpty() ? early.end().getId() : said).replaceAll("[^A-Za-z0-9_-]", "-");
        String id = plain;
        Set<String> taken = new HashSet<>();
        rules.forEach(rule -> taken.add(rule.id()));
        for (int i = 2; taken.contains(id); i++) {
            id = plain + "-" + i;
        }
        return id;
    }

    /// Whether the rule is looked at wherever the end is reached: only an answered field has rules.
    private boolean noticed(FieldPath at, Conjunction whole) {
        if (whole.parts().stream().anyMatch(part -> Conditions.answered(part, at))) {
            return true;
        }
        Set<Condition> needed = new HashSet<>(Conditions.of(form, at).parts());
        needed.addAll(joined.getOrDefault(at, Conjunction.ALWAYS).parts());
        form.field(at).ifPresent(field -> needed.addAll(Conjunction.of(field.required()).parts()));
        return whole.parts().containsAll(needed);
    }

    /// What has come together; empty where it is no journey, which is reported.
    ///
    /// @param gateways their names, by what holds behind them
    Optional<DrawnProcess> drawn(Process process, Map<Set<Condition>, String> gateways) {
        List<Step> whole = new ArrayList<>(steps);
        FormDefinition joinedForm =
                new FormDefinition(form.id(), elements(form.elements(), Optional.empty()), rules);
        FormCheck check = new FormCheck(joinedForm);
        joined.forEach((field, when) ->
                when.parts()
                        .forEach(part ->
                                check.check(
                                        field,
                                        part,
                                        true,
                                        (message, _) ->
                                                file.report(
                                                        task(field), message, "BPM-CONDITION"))));
        if (!pages.isEmpty()) {
            int at = 0;
            while (at < whole.size() && whole.get(at).rank() < 5) {
                at++;
            }
            whole.add(at, new Step.Questions(new Questionnaire(joinedForm, pages)));
        }
        needed(process, whole);
        return Optional.of(
                new DrawnProcess(joinedForm, whole, ruleWords, gateways, readings, file.remarks()));
    }

    /// The task that asks for a field or repeated group.
    private String task(FieldPath field) {
        return tasks.getOrDefault(field, "");
    }

    private void needed(Process process, List<Step> whole) {
        if (whole.isEmpty() || !(whole.getLast() instanceof Step.Finish)) {
            file.report(process, "no end is reached", "BPM-START");
        }
        boolean binding =
                whole.stream()
                        .anyMatch(step ->
                                step instanceof Step.Payment || step instanceof Step.Submission);
        if (binding && whole.stream().noneMatch(Step.CheckAnswers.class::isInstance)) {
            file.report(
                    process,
                    "a task 'Angaben prüfen' is missing: citizens review what they send or pay",
                    "BPM-STEP-MISSING");
        }
        Set<FieldPath> unasked = new HashSet<>(all.keySet());
        unasked.removeAll(joined.keySet());
        all.forEach((path, element) -> {
            boolean hidden = element instanceof Field field && field.kind() == FieldKind.HIDDEN;
            if (taskFields.asked(path) && !hidden && unasked.contains(path)) {
                // Without a page of its own nobody could add an entry, and the pages inside would
                // never come.
                String what = element instanceof Field ? "asks for" : "adds entries to";
                file.report(process, "no task " + what + " '" + path + "'", "BPM-FIELD");
            }
        });
    }

    /// The elements with the conditions of their pages, where these do not hold anyway.
    private List<FormElement> elements(List<FormElement> level, Optional<FieldPath> above) {
        List<FormElement> elements = new ArrayList<>();
        for (FormElement element : level) {
            FieldPath path =
                    above.map(group -> group.child(element.id()))
                            .orElseGet(() -> FieldPath.of(element.id()));
            Conjunction own = Conjunction.of(element.visible());
            Conjunction added =
                    Optional.ofNullable(joined.get(path))
                            .orElse(Conjunction.ALWAYS)
                            .without(Conditions.around(form, path));
            Condition visible = element.visible();
            try {
                visible = added.without(own).always() ? visible : own.and(added).condition();
            } catch (TooInvolved _) {
                file.report(
                        task(path),
                        "with what the schema says it is too involved when '" + path + "' is asked",
                        "BPM-CONDITION");
            }
            elements.add(
                    switch (element) {
                        case Field field -> field.visibleIf(visible);
                        case FieldGroup group ->
                                new FieldGroup(
                                        group.id(),
                                        group.occurrence(),
                                        elements(group.elements(), Optional.of(path)),
                                        visible,
                                        group.required());
                    });
        }
        return elements;
    }
}
