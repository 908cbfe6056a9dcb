package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.fim.process.ProcessGraph.Flow;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.ConditionExpression;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;

/// The flows of a process with their conditions. Of several that hold at a gateway the first in the file is taken, as engines do.
final class ProcessBranches {
    private final ProcessFile file;
    private final FormDefinition form;
    private final List<EarlyEnd> rules = new ArrayList<>();

    /// An end right behind a gateway.
    ///
    /// @param when it is reached
    record EarlyEnd(EndEvent end, Condition when) {}

    ProcessBranches(ProcessFile file, FormDefinition form) {
        this.file = file;
        this.form = form;
    }

    /// Early ends in the order of the file.
    List<EarlyEnd> rules() {
        return List.copyOf(rules);
    }

    /// The flows out of a node.
    ///
    /// @param drawn its flows in the order of the file
    /// @param early takes ends that are reached from a gateway at once; their flows are left away
    List<Flow> flows(FlowNode node, List<SequenceFlow> drawn, Map<String, EndEvent> early) {
        if (!(node instanceof ExclusiveGateway gateway)) {
            for (SequenceFlow flow : drawn.subList(Math.min(1, drawn.size()), drawn.size())) {
                file.report(
                        flow,
                        "a second way out of something that is no gateway means that both are gone",
                        "BPM-UNSUPPORTED");
            }
            return drawn.stream().limit(1).map(flow -> flow(flow, Conjunction.ALWAYS)).toList();
        }
        return drawn.size() < 2
                ? drawn.stream().map(flow -> flow(flow, Conjunction.ALWAYS)).toList()
                : branches(gateway, drawn, early);
    }

    private List<Flow> branches(
            ExclusiveGateway gateway, List<SequenceFlow> drawn, Map<String, EndEvent> early) {
        List<Condition> conditions = conditions(gateway, drawn);
        List<Flow> flows = new ArrayList<>();
        long ends = drawn.stream().filter(flow -> flow.getTarget() instanceof EndEvent).count();
        for (int i = 0; i < drawn.size(); i++) {
            SequenceFlow flow = drawn.get(i);
            if (ends < drawn.size() && flow.getTarget() instanceof EndEvent end) {
                rules.add(new EarlyEnd(end, conditions.get(i)));
                early.put(end.getId(), end);
            } else {
                flows.add(flow(flow, Conjunction.of(conditions.get(i))));
            }
        }
        // What is left holds by the rule of the early end.
        return flows.size() == 1 ? List.of(flow(gateway, flows.getFirst())) : flows;
    }

    private static Flow flow(SequenceFlow flow, Conjunction when) {
        return new Flow(flow.getId(), flow.getSource().getId(), flow.getTarget().getId(), when);
    }

    private static Flow flow(FlowNode from, Flow flow) {
        return new Flow(flow.id(), from.getId(), flow.to(), Conjunction.ALWAYS);
    }

    private List<Condition> conditions(ExclusiveGateway gateway, List<SequenceFlow> drawn) {
        List<Condition> own = new ArrayList<>();
        String usual = gateway.getAttributeValue("default");
        int otherwise = -1;
        for (int i = 0; i < drawn.size(); i++) {
            SequenceFlow flow = drawn.get(i);
            ConditionExpression expression = flow.getConditionExpression();
            boolean unconditional = expression == null || expression.getTextContent().isBlank();
            if ((usual != null && usual.equals(flow.getId())) || (unconditional && otherwise < 0)) {
                otherwise = i;
                own.add(Condition.always());
            } else if (unconditional) {
                file.report(flow, "when is this way taken? it has no condition", "BPM-CONDITION");
                own.add(Condition.never());
            } else {
                own.add(condition(flow, expression.getTextContent()));
            }
        }
        if (otherwise < 0) {
            file.report(
                    gateway,
                    "no way is taken where no condition holds: one has to be the default",
                    "BPM-CONDITION");
        }
        return exclusive(own, otherwise);
    }

    /// Each condition without what an earlier one has taken; the default is taken where none holds.
    private static List<Condition> exclusive(List<Condition> own, int otherwise) {
        List<Condition> taken = new ArrayList<>();
        List<Condition> exclusive = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Condition each = own.get(i);
            if (i != otherwise) {
                List<Condition> parts = new ArrayList<>(List.of(each));
                taken.stream()
                        .filter(earlier -> !disjoint(earlier, each))
                        .forEach(earlier -> parts.add(new Condition.Not(earlier)));
                exclusive.add(parts.size() == 1 ? each : new Condition.All(parts));
                taken.add(each);
            } else {
                exclusive.add(each);
            }
        }
        if (otherwise >= 0 && !taken.isEmpty()) {
            exclusive.set(
                    otherwise,
                    taken.size() == 1
                            ? not(taken.getFirst())
                            : new Condition.All(taken.stream().map(ProcessBranches::not).toList()));
        }
        return exclusive;
    }

    static Condition not(Condition condition) {
        return condition instanceof Condition.Not(Condition inner)
                ? inner
                : new Condition.Not(condition);
    }

    private static boolean disjoint(Condition one, Condition other) {
        if (one.equals(not(other))) {
            return true;
        }
        Set<String> common = new HashSet<>(values(one));
        common.retainAll(values(other));
        return !values(one).isEmpty()
                && !values(other).isEmpty()
                && one.fields().equals(other.fields())
                && common.isEmpty();
    }

    private static Set<String> values(Condition condition) {
        return switch (condition) {
            case Condition.Equals(FieldPath _, String value) -> Set.of(value);
            case Condition.In(FieldPath _, Set<String> values) -> values;
            case Condition.Always _,
                    Condition.Never _,
                    Condition.Empty _,
                    Condition.Compare _,
                    Condition.All _,
                    Condition.Any _,
                    Condition.Not _ ->
                    Set.of();
        };
    }

    private Condition condition(SequenceFlow flow, String text) {
        // Modellers write expressions as ${…} (JUEL) or with = before them (FEEL).
        String bare = text.strip().replaceFirst("^[$#]\\{(.*)}$", "$1").replaceFirst("^=\\s*", "");
        switch (ConditionText.read(bare)) {
            case ConditionText.Read(Condition condition) -> {
                for (FieldPath field : condition.fields()) {
                    if (form.field(field).isEmpty()) {
                        file.report(flow, "the form has no field '" + field + "'", "BPM-CONDITION");
                    }
                }
                return condition;
            }
            case ConditionText.Mistake(int position, String message) -> {
                file.report(
                        flow,
                        "the condition goes wrong at character " + position + ": " + message,
                        "BPM-CONDITION");
                return Condition.never();
            }
        }
    }
}
