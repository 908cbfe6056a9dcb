package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.fim.process.ProcessLayout.Box;
import de.koblenz.kiosk.service.fim.process.ProcessLayout.Form;
import de.koblenz.kiosk.service.fim.process.ProcessLayout.Point;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.ConditionExpression;
import org.operaton.bpm.model.bpmn.instance.Definitions;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.operaton.bpm.model.bpmn.instance.dc.Bounds;
import org.operaton.bpm.model.bpmn.instance.di.Waypoint;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/// A process that grows from its start to its end, with the diagram of it. Not thread-safe.
final class ProcessDrawing {
    private static final int LABEL_HEIGHT = 40;
    private static final int LABEL_WIDTH = 170;

    private final BpmnModelInstance model = Bpmn.createEmptyModel();
    private final Process process;
    private final ProcessLayout layout = new ProcessLayout();
    private final List<Drawn> flows = new ArrayList<>();
    private final List<FlowNode> labelled = new ArrayList<>();
    private final List<FlowNode> above = new ArrayList<>();
    private @Nullable FlowNode last;
    private Optional<String> when = Optional.empty();
    private Optional<ExclusiveGateway> undecided = Optional.empty();
    private boolean branching;

    /// A flow with the way that it is drawn.
    private record Drawn(SequenceFlow flow, Way way) {}

    private enum Way {
        AHEAD,
        AROUND,
        DOWN
    }

    ProcessDrawing(String id, String name) {
        Definitions definitions = model.newInstance(Definitions.class, "definitions-" + id);
        definitions.setTargetNamespace(ProcessFile.KIOSK);
        definitions.getDomElement().registerNamespace("kiosk", ProcessFile.KIOSK);
        model.setDefinitions(definitions);
        process = model.newInstance(Process.class, "process-" + id);
        process.setName(name);
        // No engine is to run it: its conditions and tasks are those of a terminal.
        process.setExecutable(false);
        definitions.addChildElement(process);
    }

    private <N extends FlowNode> N node(Class<N> type, String id, String name) {
        N node = model.newInstance(type, id);
        if (!name.isEmpty()) {
            node.setName(name);
        }
        process.addChildElement(node);
        return node;
    }

    void start() {
        StartEvent start = node(StartEvent.class, "start", "Leistung gewählt");
        layout.place(start.getId(), Form.EVENT);
        labelled.add(start);
        last = start;
    }

    Task task(String id, String name, boolean service) {
        Task task = service ? node(ServiceTask.class, id, name) : node(UserTask.class, id, name);
        if (branching) {
            layout.placeBeside(id, Form.TASK);
        } else {
            layout.place(id, Form.TASK);
        }
        reach(task);
        return task;
    }

    void end(String name) {
        EndEvent end = node(EndEvent.class, "end", name);
        layout.place(end.getId(), Form.EVENT);
        labelled.add(end);
        reach(end);
    }

    /// Whatever goes wrong in a task ends the process; the terminal has a page for each fault.
    void fault(Task task, String name) {
        String id = task.getId();
        BoundaryEvent event = node(BoundaryEvent.class, id + "-fault", "");
        event.setAttachedTo(task);
        event.addChildElement(model.newInstance(ErrorEventDefinition.class, id + "-error"));
        EndEvent end = node(EndEvent.class, id + "-failed", name);
        layout.placeFault(id, event.getId(), end.getId());
        labelled.add(end);
        flows.add(new Drawn(flow(event, end), Way.DOWN));
    }

    /// An end in the middle, reached under a condition; whatever is added after it is reached otherwise.
    ///
    /// @param name of the end: what citizens are told
    /// @param question name of its gateway
    EndEvent stop(String id, String name, String question, String condition) {
        ExclusiveGateway split = node(ExclusiveGateway.class, id + "-gateway", question);
        layout.place(split.getId(), Form.GATEWAY);
        labelled.add(split);
        above.add(split);
        reach(split);
        EndEvent end = node(EndEvent.class, id, name);
        layout.placeStop(split.getId(), id);
        labelled.add(end);
        SequenceFlow flow = flow(split, end);
        condition(flow, condition);
        flows.add(new Drawn(flow, Way.DOWN));
        undecided = Optional.of(split);
        return end;
    }

    /// What `inside` adds is reached only under a condition.
    ///
    /// @param name of the gateway
    /// @param size how many tasks it adds
    void branch(String id, String name, String condition, int size, Runnable inside) {
        layout.together(size + 2);
        ExclusiveGateway split = node(ExclusiveGateway.class, id, name);
        layout.placeBeside(split.getId(), Form.GATEWAY);
        labelled.add(split);
        reach(split);
        when = Optional.of(condition);
        branching = true;
        inside.run();
        branching = false;
        ExclusiveGateway join = node(ExclusiveGateway.class, id + "-end", "");
        layout.placeBeside(join.getId(), Form.GATEWAY);
        reach(join);
        SequenceFlow otherwise = flow(split, join);
        otherwise.setName("nein");
        split.setDefault(otherwise);
        flows.add(new Drawn(otherwise, Way.AROUND));
    }

    private void reach(FlowNode node) {
        FlowNode from = last;
        if (from != null) {
            SequenceFlow flow = flow(from, node);
            when.ifPresent(text -> condition(flow, text));
            when = Optional.empty();
            undecided.ifPresent(gateway -> {
                flow.setName("nein");
                gateway.setDefault(flow);
            });
            undecided = Optional.empty();
            flows.add(new Drawn(flow, Way.AHEAD));
        }
        last = node;
    }

    private void condition(SequenceFlow flow, String text) {
        // Ids of our own: the model would make new ones at each export, which every version control
        // takes for a change.
        ConditionExpression expression =
                model.newInstance(ConditionExpression.class, "when-" + flow.getId());
        expression.setTextContent(text);
        flow.setConditionExpression(expression);
        flow.setName("ja");
    }

    private SequenceFlow flow(FlowNode from, FlowNode to) {
        SequenceFlow flow =
                model.newInstance(SequenceFlow.class, from.getId() + "-to-" + to.getId());
        process.addChildElement(flow);
        flow.setSource(from);
        from.getOutgoing().add(flow);
        flow.setTarget(to);
        to.getIncoming().add(flow);
        return flow;
    }

    // ---- the diagram

    private void diagram() {
        BpmnDiagram diagram = model.newInstance(BpmnDiagram.class, "diagram");
        BpmnPlane plane = model.newInstance(BpmnPlane.class, "plane");
        plane.setBpmnElement(process);
        diagram.setBpmnPlane(plane);
        model.getDefinitions().addChildElement(diagram);
        for (FlowNode node : ProcessFile.nodes(process)) {
            BpmnShape shape = model.newInstance(BpmnShape.class, node.getId() + "-shape");
            shape.setBpmnElement(node);
            if (node instanceof ExclusiveGateway) {
                shape.setMarkerVisible(true);
            }
            Box box = layout.box(node.getId());
            shape.setBounds(bounds(box));
            if (labelled.contains(node)) {
                BpmnLabel label = model.newInstance(BpmnLabel.class, "label-" + node.getId());
                label.setBounds(bounds(above.contains(node) ? above(box) : below(box)));
                shape.addChildElement(label);
            }
            plane.addChildElement(shape);
        }
        flows.forEach(drawn -> plane.addChildElement(edge(drawn)));
    }

    private static Box above(Box box) {
        return new Box(
                box.middle().x() - LABEL_WIDTH / 2,
                box.y() - 20 - LABEL_HEIGHT,
                LABEL_WIDTH,
                LABEL_HEIGHT);
    }

    private static Box below(Box box) {
        return new Box(
                box.middle().x() - LABEL_WIDTH / 2,
                box.y() + box.height() + 6,
                LABEL_WIDTH,
                LABEL_HEIGHT);
    }

    private Bounds bounds(Box box) {
        Bounds bounds = model.newInstance(Bounds.class);
        bounds.setX(box.x());
        bounds.setY(box.y());
        bounds.setWidth(box.width());
        bounds.setHeight(box.height());
        return bounds;
    }

    private BpmnEdge edge(Drawn drawn) {
        SequenceFlow flow = drawn.flow();
        String from = flow.getSource().getId();
        String to = flow.getTarget().getId();
        List<Point> way =
                switch (drawn.way()) {
                    case AHEAD -> layout.way(from, to);
                    case AROUND -> layout.detour(from, to);
                    case DOWN -> layout.down(from, to);
                };
        BpmnEdge edge = model.newInstance(BpmnEdge.class, flow.getId() + "-edge");
        edge.setBpmnElement((BaseElement) flow);
        for (Point point : way) {
            Waypoint waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(point.x());
            waypoint.setY(point.y());
            edge.addChildElement((ModelElementInstance) waypoint);
        }
        if (flow.getName() != null) {
            Point at = way.getFirst();
            BpmnLabel label = model.newInstance(BpmnLabel.class, "label-" + flow.getId());
            boolean around = drawn.way() == Way.AROUND;
            boolean down = drawn.way() == Way.DOWN;
            int y = around ? at.y() - 30 : down ? at.y() + 4 : at.y() - 22;
            label.setBounds(bounds(new Box(at.x() + 8, y, 36, 16)));
            edge.addChildElement(label);
        }
        return edge;
    }

    byte[] bytes() {
        diagram();
        Bpmn.validateModel(model);
        return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }
}
