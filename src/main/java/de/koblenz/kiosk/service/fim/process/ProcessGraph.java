package de.koblenz.kiosk.service.fim.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Nodes and flows of a process without loops: in which order they come, and when each is reached. Immutable once made.
final class ProcessGraph {
    /// A flow between two nodes.
    ///
    /// @param when under which condition it is taken
    record Flow(String id, String from, String to, Conjunction when) {}

    private final String start;
    private final Map<String, List<Flow>> out = new HashMap<>();
    private final Map<String, List<Flow>> in = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Flow> loops = new ArrayList<>();
    private final Map<String, Conjunction> reached = new LinkedHashMap<>();
    private final List<String> involved = new ArrayList<>();

    /// @param flows in the order of the file
    ProcessGraph(String start, List<Flow> flows) {
        this.start = start;
        for (Flow flow : flows) {
            out.computeIfAbsent(flow.from(), _ -> new ArrayList<>()).add(flow);
        }
        sort();
        for (String node : order) {
            for (Flow flow : out(node)) {
                if (!loops.contains(flow)) {
                    in.computeIfAbsent(flow.to(), _ -> new ArrayList<>()).add(flow);
                }
            }
        }
        condition();
    }

    private List<Flow> out(String node) {
        return out.getOrDefault(node, List.of());
    }

    /// Depth first without recursion, last flow first, so that a branch stays together: the order in which the last call of each ends,
    /// reversed.
    private void sort() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        Deque<String> stack = new ArrayDeque<>();
        stack.push(start);
        while (!stack.isEmpty()) {
            String node = stack.peek();
            if (seen.add(node)) {
                open.add(node);
                for (Flow flow : out(node)) {
                    if (open.contains(flow.to())) {
                        loops.add(flow);
                    } else if (!seen.contains(flow.to())) {
                        stack.push(flow.to());
                    }
                }
            } else {
                stack.pop();
                if (open.remove(node)) {
                    order.add(node);
                }
            }
        }
        java.util.Collections.reverse(order);
    }

    /// A node at which all ways from its nearest common forerunner meet again is reached when that one is.
    private void condition() {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            place.put(order.get(i), i);
        }
        BitSet[] before = dominators(place);
        for (int i = 0; i < order.size(); i++) {
            String node = order.get(i);
            List<Flow> flows = in.getOrDefault(node, List.of());
            if (flows.isEmpty()) {
                reached.put(node, Conjunction.ALWAYS);
                continue;
            }
            int nearest = before[i].previousSetBit(i - 1);
            boolean join = flows.size() > 1 && meet(nearest, i, place);
            try {
                reached.put(node, join ? at(order.get(nearest)) : any(flows));
            } catch (TooInvolved _) {
                involved.add(node);
                reached.put(node, Conjunction.NEVER);
            }
        }
    }

    private Conjunction any(List<Flow> flows) throws TooInvolved {
        List<Conjunction> ways = new ArrayList<>();
        for (Flow flow : flows) {
            ways.add(at(flow.from()).and(flow.when()));
        }
        return Conjunction.any(ways);
    }

    private Conjunction at(String node) {
        return Objects.requireNonNull(reached.get(node));
    }

    private BitSet[] dominators(Map<String, Integer> place) {
        BitSet[] before = new BitSet[order.size()];
        for (int i = 0; i < order.size(); i++) {
            BitSet common = new BitSet();
            boolean first = true;
            for (Flow flow : in.getOrDefault(order.get(i), List.of())) {
                BitSet theirs = before[Objects.requireNonNull(place.get(flow.from()))];
                if (first) {
                    common.or(theirs);
                } else {
                    common.and(theirs);
                }
                first = false;
            }
            common.set(i);
            before[i] = common;
        }
        return before;
    }

    /// Whether every way from one node comes by the other.
    private boolean meet(int from, int to, Map<String, Integer> place) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at == to || seen.get(at)) {
                continue;
            }
            seen.set(at);
            if (at > to || out(order.get(at)).isEmpty()) {
                return false;
            }
            out(order.get(at))
                    .forEach(flow ->
                            Optional.ofNullable(place.get(flow.to())).ifPresent(open::push));
        }
        return true;
    }

    /// The nodes that are reached, each after all before it.
    List<String> order() {
        return List.copyOf(order);
    }

    /// Flows that lead back: a terminal goes forward only.
    List<Flow> loops() {
        return List.copyOf(loops);
    }

    /// Nodes of which nobody can say when they are reached.
    List<String> involved() {
        return List.copyOf(involved);
    }

    /// When a node is reached.
    Conjunction reached(String node) {
        return reached.getOrDefault(node, Conjunction.NEVER);
    }
}
