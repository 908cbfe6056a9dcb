package de.koblenz.kiosk.service.fim.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.DataObjectReference;
import org.operaton.bpm.model.bpmn.instance.DataStoreReference;
import org.operaton.bpm.model.bpmn.instance.ExtensionElements;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Lane;
import org.operaton.bpm.model.bpmn.instance.MessageFlow;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.TextAnnotation;
import org.operaton.bpm.model.xml.instance.DomElement;

/// Notes of everything in a drawing that changes nothing at a terminal: lanes, messages, data, annotations, and what a modeller adds for an
/// engine of its own.
final class ProcessRemarks {
    private final ProcessFile file;

    ProcessRemarks(ProcessFile file) {
        this.file = file;
    }

    void note(Process process) {
        all(Lane.class, "who does something is not said by a lane: the terminal goes through all");
        all(MessageFlow.class, "the terminal sends the application and no other message");
        all(DataObjectReference.class, "what is sent are the answers to the form");
        all(DataStoreReference.class, "what is sent are the answers to the form");
        all(TextAnnotation.class, "an annotation is read by nobody at the terminal");
        extensions();
        for (FlowNode node : ProcessFile.nodes(process)) {
            for (String key : List.of("formKey", "formRef")) {
                if (forms(node, key)) {
                    file.lose(
                            String.valueOf(node.getId()),
                            "the form of its "
                                    + key
                                    + " is not shown; fields are those of the schema",
                            "BPM-LEFT-OUT");
                }
            }
        }
    }

    private <E extends BaseElement> void all(Class<E> type, String meaning) {
        for (E element : file.all(type)) {
            file.tell(String.valueOf(element.getId()), meaning, "BPM-LEFT-OUT");
        }
    }

    private static boolean forms(FlowNode node, String key) {
        return List.of("http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn")
                .stream()
                .anyMatch(space -> node.getAttributeValueNs(space, key) != null);
    }

    /// Each form, and each other kind of extension once.
    private void extensions() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ExtensionElements extensions : file.all(ExtensionElements.class)) {
            DomElement owner = extensions.getDomElement().getParentElement();
            String id =
                    owner == null ? "" : Objects.requireNonNullElse(owner.getAttribute("id"), "");
            for (DomElement each : extensions.getDomElement().getChildElements()) {
                String name = name(each);
                if (name.toLowerCase(Locale.ROOT).contains("form")) {
                    file.lose(
                            id,
                            name + ": its fields are not asked; fields are those of the schema",
                            "BPM-LEFT-OUT");
                } else {
                    kinds.putIfAbsent(name, id);
                }
            }
        }
        kinds.forEach(
                (name, id) -> file.tell(id, name + " means nothing to a terminal", "BPM-LEFT-OUT"));
    }

    private static String name(DomElement element) {
        String prefix = element.getPrefix();
        return prefix == null || prefix.isEmpty()
                ? element.getLocalName()
                : prefix + ":" + element.getLocalName();
    }
}
