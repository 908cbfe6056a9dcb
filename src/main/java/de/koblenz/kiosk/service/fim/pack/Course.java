package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.fim.process.ProcessDefaults;
import de.koblenz.kiosk.service.fim.process.ProcessReader;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Step;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of a package: those of its drawn process, or the usual ones. Not thread-safe: one reading.
final class Course {
    private final PackageFiles files;
    private final StepPlan plan;
    private final FormNames names;
    private final Problems problems;
    private Optional<DrawnProcess> process = Optional.empty();
    private List<Step> steps = List.of();
    private final List<ImportNote> notes = new ArrayList<>();

    Course(PackageFiles files, StepPlan plan, FormNames names, Problems problems) {
        this.files = files;
        this.plan = plan;
        this.names = names;
        this.problems = problems;
    }

    /// Reads `pages:`, `tasks:` and the drawn process.
    ///
    /// @param usual pages where nothing else is said
    void read(ConfigNode root, List<QuestionPage> usual, Charge charge) {
        FormDefinition form = names.form();
        Optional<ConfigNode> pages = root.find("pages");
        Optional<ConfigNode> tasks = root.find("tasks");
        if (files.process().isEmpty()) {
            tasks.ifPresent(_ ->
                    root.key("tasks").report("there is no drawn process (*.bpmn)", "PKG-STEPS"));
            List<QuestionPage> asked = new PageList(names, visible(usual)).read(pages);
            steps = plan.usual(form, asked, charge);
            return;
        }
        pages.ifPresent(_ ->
                root.key("pages").report("the pages are those of the drawn process", "PKG-PAGES"));
        Map<String, List<String>> fields = new HashMap<>();
        tasks.ifPresent(
                node -> node.entries().forEach((task, list) -> fields.put(task, list.texts())));
        ProcessDefaults defaults =
                new ProcessDefaults(
                        plan.destination(),
                        plan.leika(),
                        plan.byHand(),
                        plan.optional(),
                        plan.copies(),
                        plan.papers(),
                        fields);
        SourceFile file = files.process().get();
        process =
                content(file)
                        .flatMap(xml ->
                                new ProcessReader(form, defaults)
                                        .read(xml, file.shown(), problems));
        if (process.isEmpty()) {
            // For a preview of the rest.
            steps = plan.usual(form, visible(usual), charge);
        } else {
            steps = process.get().steps();
            for (DrawnProcess.Remark remark : process.get().remarks()) {
                Weight weight = remark.lost() ? Weight.LOST : Weight.TOLD;
                notes.add(new ImportNote(weight, remark.element(), remark.problem()));
            }
            agree(file, charge);
        }
    }

    private Optional<byte[]> content(SourceFile file) {
        try {
            return Optional.of(file.content());
        } catch (XmlRefused e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /// Pages without fields that the overlay hides.
    private List<QuestionPage> visible(List<QuestionPage> pages) {
        return pages.stream()
                .map(page ->
                        page.fields().stream().filter(names::asked).toList().equals(page.fields())
                                ? Optional.of(page)
                                : Optional.of(page.fields().stream().filter(names::asked).toList())
                                        .filter(left -> !left.isEmpty())
                                        .map(left -> new QuestionPage(page.key(), left)))
                .flatMap(Optional::stream)
                .toList();
    }

    private void agree(SourceFile file, Charge charge) {
        steps.stream()
                .filter(Step.Questions.class::isInstance)
                .map(Step.Questions.class::cast)
                .flatMap(step -> step.questionnaire().pages().stream())
                .filter(page -> !names.fit(page.fields()))
                .forEach(page ->
                        problems.add(
                                new Problem(
                                        file.shown(),
                                        1,
                                        1,
                                        "'"
                                                + page.key()
                                                + "' has more than one field to choose, or more than "
                                                + FormNames.MOST_ENTRIES
                                                + " entries (a date has three)",
                                        "PKG-PAGES")));
        boolean pays = has(Step.Payment.class);
        if (!pays && !(charge instanceof Charge.Free)) {
            wrong(file, "no task lets people pay ('bezahlen'), and the service costs");
        }
        if (pays && charge instanceof Charge.Free) {
            steps = steps.stream().filter(step -> !(step instanceof Step.Payment)).toList();
            Problem dropped =
                    new Problem(
                            file.shown(),
                            1,
                            1,
                            "nobody pays here, as the overlay asks for nothing (fee): the drawn task for"
                                    + " it is left out",
                            "PKG-STEPS");
            notes.add(new ImportNote(Weight.CHANGED, "payment", dropped));
        }
        if (!has(Step.Submission.class)) {
            wrong(file, "no task sends the application ('absenden')");
        }
        Optional<Step.Identification> who =
                steps.stream()
                        .filter(Step.Identification.class::isInstance)
                        .map(Step.Identification.class::cast)
                        .findFirst();
        if (!plan.byHand() && who.filter(step -> !step.byHand()).isEmpty() && plan.identified()) {
            wrong(file, "no task asks for the identity card ('ausweisen'), and the overlay does");
        }
    }

    private boolean has(Class<? extends Step> kind) {
        return steps.stream().anyMatch(kind::isInstance);
    }

    private void wrong(SourceFile file, String message) {
        problems.add(new Problem(file.shown(), 1, 1, message, "PKG-STEPS"));
    }

    Optional<DrawnProcess> process() {
        return process;
    }

    /// What the drawing says and the terminal does not do.
    List<ImportNote> notes() {
        return List.copyOf(notes);
    }

    /// The last of them is [Step.Finish].
    List<Step> steps() {
        return steps;
    }
}
