package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.instance.Documentation;
import org.operaton.bpm.model.bpmn.instance.Task;

/// Which fields a task asks: by the overlay, by its attribute `kiosk:fields`, or by a line `Felder: …` of its documentation, which
/// every modeller can write.
final class TaskFields {
    private static final Pattern LINE =
            Pattern.compile("(?im)^\\s*(?:Felder|Fields)\\s*:\\s*(\\S.*)$");

    private final ProcessFile file;
    private final Map<FieldPath, FormElement> all;
    private final Map<String, List<String>> overlay;

    TaskFields(ProcessFile file, FormDefinition form, Map<String, List<String>> overlay) {
        this.file = file;
        this.all = form.all();
        this.overlay = overlay;
    }

    private List<String> names(Task task) {
        List<String> laidOver = overlay.getOrDefault(task.getId(), List.of());
        if (!laidOver.isEmpty()) {
            return laidOver;
        }
        StringBuilder said = new StringBuilder(ProcessFile.said(task, "fields"));
        if (said.isEmpty()) {
            for (Documentation documentation : task.getDocumentations()) {
                Matcher line = LINE.matcher(documentation.getTextContent());
                while (line.find()) {
                    said.append(' ').append(line.group(1));
                }
            }
        }
        return said.toString().isBlank()
                ? List.of()
                : List.of(said.toString().strip().split("[\\s,;]+", -1));
    }

    /// Whether it names any, known or not.
    boolean named(Task task) {
        return !names(task).isEmpty();
    }

    /// The fields and repeated groups; those that the form does not have are reported.
    List<FieldPath> of(Task task) {
        List<FieldPath> fields = new ArrayList<>();
        for (String name : names(task)) {
            Optional<FieldPath> path = path(name);
            if (path.isEmpty()) {
                file.report(task, "the form has no field '" + name + "'", "BPM-FIELD");
            } else if (!fields.contains(path.get())) {
                fields.add(path.get());
            }
        }
        return fields;
    }

    /// The field of that path, or the only one of that id.
    private Optional<FieldPath> path(String name) {
        List<FieldPath> meant =
                all.keySet().stream()
                        .filter(path -> path.toString().equals(name) || path.id().equals(name))
                        .filter(path -> asked(path))
                        .toList();
        return meant.stream()
                .filter(path -> path.toString().equals(name))
                .findFirst()
                .or(() -> meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty());
    }

    /// Whether a task can ask for it: a field, or the entries of a repeated group.
    boolean asked(FieldPath path) {
        return all.get(path) instanceof Field
                || (all.get(path) instanceof FieldGroup group && group.occurrence().repeated());
    }
}
