package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.xml.XmlFile;
import de.koblenz.kiosk.xml.XmlRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.xml.ModelException;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/// One file as it was drawn, with the places of its elements for whoever reads it.
final class ProcessFile {
    /// Namespace of what a drawing says to a terminal beyond BPMN 2.0.
    static final String KIOSK = "urn:de:koblenz:buergerterminal:bpmn";

    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml[^>]*\\?>");

    private final String file;
    private final ProcessPlaces places;
    private final BpmnModelInstance model;
    private final Problems problems;
    private final List<DrawnProcess.Remark> remarks = new ArrayList<>();

    private ProcessFile(
            String file, ProcessPlaces places, BpmnModelInstance model, Problems problems) {
        this.file = file;
        this.places = places;
        this.model = model;
        this.problems = problems;
    }

    /// The file; empty where it is no BPMN, which is reported.
    static Optional<ProcessFile> read(byte[] xml, String file, Problems problems) {
        try {
            ProcessPlaces places = ProcessPlaces.read(xml, file);
            BpmnModelInstance model = DrawingParser.drawing(asRead(xml, file));
            return Optional.of(new ProcessFile(file, places, model, problems));
        } catch (XmlRefused e) {
            Problem why = e.problem();
            problems.add(new Problem(file, why.line(), why.column(), why.message(), "BPM-XML"));
        } catch (ModelException e) {
            problems.add(new Problem(file, 1, 1, "this is no BPMN 2.0: " + reason(e), "BPM-XML"));
        }
        return Optional.empty();
    }

    /// The file as its characters were understood here: the library could take another encoding for the one that it names, and
    /// find in it what was refused.
    private static byte[] asRead(byte[] xml, String file) throws XmlRefused {
        String characters = XmlFile.characters(xml, new Place(file, 1, 1));
        return DECLARATION.matcher(characters).replaceFirst("").getBytes(StandardCharsets.UTF_8);
    }

    /// What the schema of BPMN found; its sentence is the innermost.
    private static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    /// The one process that has nodes.
    Optional<Process> process() {
        List<Process> drawn =
                model.getModelElementsByType(Process.class).stream()
                        .filter(process -> !nodes(process).isEmpty())
                        .toList();
        if (drawn.size() == 1) {
            return Optional.of(drawn.getFirst());
        }
        if (drawn.isEmpty()) {
            problems.add(new Problem(file, 1, 1, "there is no process", "BPM-PROCESS"));
        } else {
            report(
                    drawn.get(1),
                    "there is a second process; the terminal goes through one",
                    "BPM-PROCESS");
        }
        return Optional.empty();
    }

    /// All elements of a kind, in whatever process they stand.
    <E extends ModelElementInstance> Collection<E> all(Class<E> type) {
        return model.getModelElementsByType(type);
    }

    static Collection<FlowNode> nodes(Process process) {
        return process.getChildElementsByType(FlowNode.class);
    }

    /// The flows by where they begin. What the flows themselves say counts; not every modeller repeats it at the nodes.
    Map<String, List<SequenceFlow>> flows(Process process) {
        Map<String, List<SequenceFlow>> flows = new HashMap<>();
        for (SequenceFlow flow : process.getChildElementsByType(SequenceFlow.class)) {
            // The library takes for granted what the schema does not say: that these are nodes.
            if (!(element(flow, "sourceRef") instanceof FlowNode)
                    || !(element(flow, "targetRef") instanceof FlowNode)) {
                report(flow, "it begins or ends nowhere", "BPM-UNREACHED");
            } else {
                flows.computeIfAbsent(flow.getSource().getId(), _ -> new ArrayList<>()).add(flow);
            }
        }
        return flows;
    }

    private @Nullable ModelElementInstance element(SequenceFlow flow, String reference) {
        return model.getModelElementById(flow.getAttributeValue(reference));
    }

    /// A mistake at an element, which is named by its id.
    void report(BaseElement element, String message, String code) {
        report(element.getId(), message, code);
    }

    void report(String id, String message, String code) {
        problems.add(places.of(id).problem("'" + id + "': " + message, code));
    }

    /// Something to know at an element.
    void tell(String id, String message, String code) {
        remark(id, false, message, code);
    }

    /// Something at an element that is not done.
    void lose(String id, String message, String code) {
        remark(id, true, message, code);
    }

    private void remark(String id, boolean lost, String message, String code) {
        Problem problem = places.of(id).problem("'" + id + "': " + message, code);
        remarks.add(new DrawnProcess.Remark(id, lost, problem));
    }

    List<DrawnProcess.Remark> remarks() {
        return List.copyOf(remarks);
    }

    /// What a drawing says to a terminal; empty where it says nothing.
    static String said(BaseElement element, String attribute) {
        String value = element.getAttributeValueNs(KIOSK, attribute);
        return value == null ? "" : value.strip();
    }
}
