package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.fim.process.ProcessGraph.Flow;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.journey.FormCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
    private final FlowCondition conditions;
    private final FormCheck check;
    private final Map<String, List<EarlyEnd>> early = new HashMap<>();
    private final Map<String, Named> named = new HashMap<>();

    /// An end right behind a gateway.
    ///
    /// @param when it is reached from there
    record EarlyEnd(EndEvent end, Condition when) {}

    /// A gateway with two ways.
    ///
    /// @param when one of them is taken; the other is the default
    record Named(String name, Condition when) {}

    ProcessBranches(ProcessFile file, FormDefinition form) {
        this.file = file;
        this.conditions = new FlowCondition(form);
        this.check = new FormCheck(form);
    }

    /// Early ends behind a gateway, in the order of the file.
    List<EarlyEnd> early(String gateway) {
        return Collections.unmodifiableList(early.getOrDefault(gateway, List.of()));
    }

    /// What gateways with two ways ask, by the id of each.
    Map<String, Named> named() {
        return Map.copyOf(named);
    }

    /// The flows out of a node, without those to early ends.
    ///
    /// @param drawn its flows in the order of the file
    List<Flow> flows(FlowNode node, List<SequenceFlow> drawn) {
        if (node instanceof ExclusiveGateway gateway
                && (drawn.size() > 1 || drawn.stream().anyMatch(ProcessBranches::conditional))) {
            return branches(gateway, drawn);
        }
        for (SequenceFlow flow : drawn.subList(Math.min(1, drawn.size()), drawn.size())) {
            file.report(
                    flow,
                    "a second way out of something that is no gateway means that both are gone",
                    "BPM-UNSUPPORTED");
        }
        drawn.stream().filter(ProcessBranches::conditional).forEach(this::unused);
        return drawn.stream().limit(1).map(flow -> flow(flow, Conjunction.ALWAYS)).toList();
    }

    /// Reports a condition at which nobody looks.
    void unused(SequenceFlow flow) {
        file.report(
                flow,
                "a condition means something only at a flow out of an exclusive gateway that is not its default",
                "BPM-CONDITION");
    }

    static boolean conditional(SequenceFlow flow) {
        return !expression(flow).isBlank();
    }

    private static String expression(SequenceFlow flow) {
        ConditionExpression expression = flow.getConditionExpression();
        return expression == null ? "" : expression.getTextContent();
    }

    private List<Flow> branches(ExclusiveGateway gateway, List<SequenceFlow> drawn) {
        List<Condition> when = conditions(gateway, drawn);
        List<Flow> flows = new ArrayList<>();
        long ends = drawn.stream().filter(flow -> flow.getTarget() instanceof EndEvent).count();
        for (int i = 0; i < drawn.size(); i++) {
            SequenceFlow flow = drawn.get(i);
            if (ends < drawn.size() && flow.getTarget() instanceof EndEvent end) {
                early.computeIfAbsent(gateway.getId(), _ -> new ArrayList<>())
                        .add(new EarlyEnd(end, when.get(i)));
            } else {
                flows.add(flow(flow, Conjunction.of(when.get(i))));
            }
        }
        if (ends == drawn.size()) {
            file.tell(
                    gateway.getId(),
                    "all its ways end at once; the terminal has one last page",
                    "BPM-LEFT-OUT");
        }
        // What is left holds by the rule of the early end.
        return flows.size() == 1
                ? List.of(
                        new Flow(
                                flows.getFirst().id(),
                                gateway.getId(),
                                flows.getFirst().to(),
                                Conjunction.ALWAYS))
                : flows;
    }

    private static Flow flow(SequenceFlow flow, Conjunction when) {
        return new Flow(flow.getId(), flow.getSource().getId(), flow.getTarget().getId(), when);
    }

    private List<Condition> conditions(ExclusiveGateway gateway, List<SequenceFlow> drawn) {
        List<Condition> own = new ArrayList<>();
        String usual = gateway.getAttributeValue("default");
        int otherwise = -1;
        for (int i = 0; i < drawn.size(); i++) {
            SequenceFlow flow = drawn.get(i);
            boolean isDefault = usual != null && usual.equals(flow.getId());
            if (isDefault && conditional(flow)) {
                unused(flow);
            }
            if (isDefault || (!conditional(flow) && usual == null && otherwise < 0)) {
                otherwise = i;
                own.add(Condition.always());
            } else if (!conditional(flow)) {
                file.report(flow, "when is this way taken? it has no condition", "BPM-CONDITION");
                own.add(Condition.never());
            } else {
                own.add(condition(flow));
            }
        }
        if (otherwise < 0) {
            file.report(
                    gateway,
                    "no way is taken where no condition holds: one has to be the default",
                    "BPM-CONDITION");
        }
        String name = gateway.getName();
        if (own.size() == 2 && otherwise >= 0 && name != null && !name.isBlank()) {
            named.put(gateway.getId(), new Named(name.strip(), own.get(1 - otherwise)));
        }
        try {
            return exclusive(own, otherwise);
        } catch (TooInvolved _) {
            file.report(
                    gateway,
                    "its conditions are too long or too deep to be told apart",
                    "BPM-CONDITION");
            return own;
        }
    }

    /// Each condition without what an earlier one has taken; the default is taken where none holds.
    private static List<Condition> exclusive(List<Condition> own, int otherwise)
            throws TooInvolved {
        List<Condition> taken = new ArrayList<>();
        List<Condition> exclusive = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Condition each = own.get(i);
            if (i != otherwise) {
                List<Condition> parts = new ArrayList<>(List.of(each));
                for (Condition earlier : taken) {
                    if (!disjoint(earlier, each)) {
                        parts.add(Conjunction.not(earlier));
                    }
                }
                exclusive.add(Conjunction.all(parts));
                taken.add(each);
            } else {
                exclusive.add(each);
            }
        }
        if (otherwise >= 0 && !taken.isEmpty()) {
            List<Condition> none = new ArrayList<>();
            for (Condition each : taken) {
                none.add(Conjunction.not(each));
            }
            exclusive.set(otherwise, Conjunction.all(none));
        }
        return exclusive;
    }

    private static boolean disjoint(Condition one, Condition other) {
        if (opposite(one, other) || opposite(other, one)) {
            return true;
        }
        Set<String> common = new HashSet<>(values(one));
        common.retainAll(values(other));
        return !values(one).isEmpty()
                && !values(other).isEmpty()
                && one.fields().equals(other.fields())
                && common.isEmpty();
    }

    private static boolean opposite(Condition one, Condition other) {
        return one instanceof Condition.Not(Condition inner) && inner.equals(other);
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

    private Condition condition(SequenceFlow flow) {
        return switch (conditions.read(expression(flow))) {
            case ConditionText.Read(Condition condition) -> {
                check.check(condition, (message, _) -> file.report(flow, message, "BPM-CONDITION"));
                yield condition;
            }
            case ConditionText.Mistake(int position, String message) -> {
                file.report(
                        flow,
                        "the condition goes wrong at character " + position + ": " + message,
                        "BPM-CONDITION");
                yield Condition.never();
            }
        };
    }
}
