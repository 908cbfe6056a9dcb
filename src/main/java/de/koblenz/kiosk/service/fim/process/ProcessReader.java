package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.process.ProcessGraph.Flow;
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
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
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

/// Makes the steps of a journey from a BPMN 2.0 process that was drawn in any modeller.
///
/// User tasks that name fields become pages, other tasks the steps that their attribute `kiosk:step` or their name means; conditions at the
/// flows of exclusive gateways become conditions of the fields behind them; an end right behind a gateway becomes a rule, in
/// whose way the citizen is told the name of the end. A flow from an error boundary event stands for the terminal's own page about that fault.
/// Whatever else is drawn is reported by the id of its element with a `BPM-…` code: the terminal never leaves out in silence what it cannot do.
/// Thread-safe.
public final class ProcessReader {
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
            if (node instanceof BoundaryEvent event && error(event)) {
                faults.add(node.getId());
            } else if (node instanceof StartEvent) {
                if (start.isPresent()) {
                    file.report(node, "there is a second start", "BPM-START");
                }
                start = start.or(() -> Optional.of(node.getId()));
            } else if (!executable(node)) {
                file.report(
                        node,
                        "the terminal cannot execute a " + node.getElementType().getTypeName(),
                        "BPM-UNSUPPORTED");
            }
        }
        if (start.isEmpty()) {
            file.report(process, "there is no start", "BPM-START");
            return Optional.empty();
        }
        Map<String, List<SequenceFlow>> drawn = file.flows(process);
        ProcessBranches branches = new ProcessBranches(file, form);
        List<Flow> flows = new ArrayList<>();
        Map<String, EndEvent> early = new HashMap<>();
        for (FlowNode node : nodes.values()) {
            if (!faults.contains(node.getId())) {
                flows.addAll(
                        branches.flows(node, drawn.getOrDefault(node.getId(), List.of()), early));
            }
        }
        ProcessGraph graph = new ProcessGraph(start.get(), flows);
        graph.loops()
                .forEach(flow ->
                        file.report(
                                flow.id(),
                                "the flow leads back; the terminal goes forward",
                                "BPM-LOOP"));
        ProcessSteps steps = new ProcessSteps(file, form, defaults);
        for (String id : graph.order()) {
            FlowNode node = nodes.get(id);
            if (node instanceof Task task) {
                steps.add(task, graph.reached(id));
            } else if (node instanceof EndEvent) {
                steps.finish();
            }
        }
        branches.rules().forEach(steps::add);
        Set<String> known = new HashSet<>(graph.order());
        known.addAll(early.keySet());
        behindFaults(file, nodes, drawn, faults, known, steps);
        return steps.drawn(process);
    }

    private static boolean error(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .anyMatch(ErrorEventDefinition.class::isInstance);
    }

    private static boolean executable(FlowNode node) {
        if (node instanceof EndEvent || node instanceof ExclusiveGateway) {
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

    /// What is reached by a fault only: the terminal has a page of its own for each fault, and pays back what has to be paid back.
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
            FlowNode node = nodes.get(open.removeLast());
            if (node == null || known.contains(node.getId()) || !behind.add(node.getId())) {
                continue;
            }
            for (SequenceFlow flow : drawn.getOrDefault(node.getId(), List.of())) {
                open.add(flow.getTarget().getId());
            }
        }
        nodes.forEach((id, node) -> {
            if (behind.contains(id)) {
                if (node instanceof ServiceTask || node instanceof SendTask) {
                    file.report(
                            id,
                            "behind a fault the terminal shows its own page and does nothing else",
                            "BPM-FAULT-PATH");
                } else {
                    steps.read(node, "own fault page");
                }
            } else if (!known.contains(id)) {
                file.report(id, "nothing leads here from the start", "BPM-UNREACHED");
            }
        });
    }
}
