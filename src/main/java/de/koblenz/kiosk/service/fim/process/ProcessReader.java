package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.process.ProcessGraph.Flow;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.ManualTask;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.xml.instance.DomElement;

/// Makes the steps of a journey from a BPMN 2.0 process that was drawn in any modeller.
///
/// User tasks that name fields become pages, other tasks the steps that their attribute `kiosk:step` or their name means; conditions at the
/// flows of exclusive gateways become conditions of the fields behind them; an end right behind a gateway becomes a rule, in
/// whose way the citizen is told the name of the end. A flow from an error boundary event stands for the terminal's own page about that fault.
/// Whatever else is drawn is reported by the id of its element with a `BPM-…` code: the terminal never leaves out in silence what it cannot do.
/// Thread-safe.
public final class ProcessReader {
    /// Many times the largest process that anybody can follow.
    private static final int MOST_NODES = 2_000;

    private final FormDefinition form;
    private final ProcessDefaults defaults;

    /// @param form what can be asked
    /// @param defaults what the drawing does not say
    public ProcessReader(FormDefinition form, ProcessDefaults defaults) {
        this.form = form;
        this.defaults = defaults;
    }

    /// The process of a file; empty where it has mistakes, which are added to `problems`.
    ///
    /// @param file name for problems
    public Optional<DrawnProcess> read(byte[] xml, String file, Problems problems) {
        Problems mine = new Problems();
        Optional<DrawnProcess> read =
                ProcessFile.read(xml, file, mine)
                        .flatMap(drawn -> drawn.process().flatMap(process -> of(drawn, process)));
        mine.sorted().forEach(problems::add);
        return mine.none() ? read : Optional.empty();
    }

    private Optional<DrawnProcess> of(ProcessFile file, Process process) {
        Map<String, FlowNode> nodes = new LinkedHashMap<>();
        Set<String> faults = new HashSet<>();
        Optional<String> start = Optional.empty();
        for (FlowNode node : ProcessFile.nodes(process)) {
            if (node.getId() == null) {
                continue;
            }
            nodes.put(node.getId(), node);
            List<String> extras = extras(node);
            if (node instanceof BoundaryEvent && extras.equals(List.of("errorEventDefinition"))) {
                faults.add(node.getId());
            } else if (!extras.isEmpty() || !executable(node)) {
                file.report(
                        node,
                        "the terminal cannot execute a "
                                + node.getElementType().getTypeName()
                                + (extras.isEmpty() ? "" : " with " + String.join(", ", extras)),
                        "BPM-UNSUPPORTED");
            }
            if (node instanceof StartEvent) {
                if (start.isPresent()) {
                    file.report(node, "there is a second start", "BPM-START");
                }
                start = start.or(() -> Optional.of(node.getId()));
            }
        }
        Map<String, List<SequenceFlow>> drawn = file.flows(process);
        int flows = drawn.values().stream().mapToInt(List::size).sum();
        if (nodes.size() > MOST_NODES || flows > 2 * MOST_NODES) {
            file.report(
                    process,
                    "more than " + MOST_NODES + " elements, or twice as many flows",
                    "BPM-PROCESS");
            return Optional.empty();
        }
        if (start.isEmpty()) {
            file.report(process, "there is no start", "BPM-START");
            return Optional.empty();
        }
        new ProcessRemarks(file).note(process);
        return drawn(file, process, nodes, drawn, faults, start.get());
    }

    private Optional<DrawnProcess> drawn(
            ProcessFile file,
            Process process,
            Map<String, FlowNode> nodes,
            Map<String, List<SequenceFlow>> drawn,
            Set<String> faults,
            String start) {
        ProcessBranches branches = new ProcessBranches(file, form);
        List<Flow> flows = new ArrayList<>();
        for (FlowNode node : nodes.values()) {
            if (!faults.contains(node.getId())) {
                flows.addAll(branches.flows(node, drawn.getOrDefault(node.getId(), List.of())));
            }
        }
        ProcessGraph graph = new ProcessGraph(start, flows);
        graph.loops()
                .forEach(flow ->
                        file.report(
                                flow.id(),
                                "the flow leads back; the terminal goes forward",
                                "BPM-LOOP"));
        // What comes behind it is involved by that.
        graph.involved().stream()
                .limit(1)
                .forEach(id ->
                        file.report(
                                id,
                                "when it is reached is too involved: too many gateways lead here",
                                "BPM-CONDITION"));
        ProcessSteps steps = new ProcessSteps(file, form, defaults);
        Set<String> known = new HashSet<>(graph.order());
        for (String id : graph.order()) {
            FlowNode node = nodes.get(id);
            if (node instanceof Task task) {
                steps.add(task, graph.reached(id));
            } else if (node instanceof EndEvent) {
                steps.finish();
            }
            for (ProcessBranches.EarlyEnd early : branches.early(id)) {
                steps.stop(early, graph.reached(id));
                known.add(early.end().getId());
            }
        }
        behindFaults(file, nodes, drawn, faults, known, steps);
        return steps.drawn(process, gateways(branches, graph));
    }

    private static Map<Set<Condition>, String> gateways(
            ProcessBranches branches, ProcessGraph graph) {
        Map<Set<Condition>, String> gateways = new HashMap<>();
        branches.named()
                .forEach((id, gateway) -> {
                    try {
                        Conjunction when = graph.reached(id).and(Conjunction.of(gateway.when()));
                        gateways.putIfAbsent(when.parts(), gateway.name());
                    } catch (TooInvolved _) {
                        // It has been reported; what it was called does not matter any more.
                    }
                });
        return gateways;
    }

    /// What makes an element another one than its name says: events that wait or send, tasks that are repeated.
    private static List<String> extras(FlowNode node) {
        List<String> extras = new ArrayList<>();
        for (DomElement child : node.getDomElement().getChildElements()) {
            String name = child.getLocalName();
            if (name.endsWith("ventDefinition")
                    || name.equals("eventDefinitionRef")
                    || name.endsWith("LoopCharacteristics")) {
                extras.add(name);
            }
        }
        if ("true".equals(node.getAttributeValue("isForCompensation"))) {
            extras.add("isForCompensation");
        }
        return extras;
    }

    private static boolean executable(FlowNode node) {
        if (node instanceof StartEvent
                || node instanceof EndEvent
                || node instanceof ExclusiveGateway) {
            return true;
        }
        // Script, business rule and receive tasks are tasks, too, and cannot be executed.
        return node instanceof Task
                && (node instanceof UserTask
                        || node instanceof ServiceTask
                        || node instanceof SendTask
                        || node instanceof ManualTask
                        || node.getElementType().getTypeName().equals("task"));
    }

    /// What is reached by a fault only: the terminal has a page of its own for each fault, and pays back what has to be paid back. So
    /// nothing but an end stands there.
    private static void behindFaults(
            ProcessFile file,
            Map<String, FlowNode> nodes,
            Map<String, List<SequenceFlow>> drawn,
            Set<String> faults,
            Set<String> known,
            ProcessSteps steps) {
        List<String> open = new ArrayList<>(faults);
        Set<String> behind = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (!behind.add(id)) {
                continue;
            }
            for (SequenceFlow flow : drawn.getOrDefault(id, List.of())) {
                String to = flow.getTarget().getId();
                if (!known.contains(to)) {
                    open.add(to);
                } else if (!(flow.getTarget() instanceof EndEvent)) {
                    file.report(
                            flow,
                            "the fault leads back into the process; on its page for it the terminal"
                                    + " offers by itself to try again",
                            "BPM-FAULT-PATH");
                }
                if (faults.contains(id) && ProcessBranches.conditional(flow)) {
                    file.report(flow, "no condition is asked at a fault", "BPM-CONDITION");
                }
            }
        }
        nodes.forEach((id, node) -> {
            if (behind.contains(id)) {
                if (faults.contains(id) || node instanceof EndEvent) {
                    steps.read(node, "own fault page");
                } else {
                    file.report(
                            id,
                            "behind a fault the terminal shows its own page and does nothing else",
                            "BPM-FAULT-PATH");
                }
            } else if (!known.contains(id)) {
                file.report(id, "nothing leads here from the start", "BPM-UNREACHED");
            }
        });
    }
}
