package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The rules of a form that can be enforced as a whole; a rule is taken with everything that it says or not at all.
/// Not thread-safe: one form, one book.
final class RuleBook {
    private final Map<FieldPath, FormPart> all;
    private final Map<FieldPath, List<Condition>> shown = new HashMap<>();
    private final Map<FieldPath, List<Condition>> hidden = new HashMap<>();
    private final List<RuleTaken> taken = new ArrayList<>();

    RuleBook(Map<FieldPath, FormPart> all) {
        this.all = all;
    }

    List<RuleTaken> taken() {
        return taken;
    }

    /// Takes a rule.
    ///
    /// @throws RuleMisread with the reason why the form cannot keep it; then nothing of it is taken
    void take(RuleTaken rule) throws RuleMisread {
        List<FieldPath> added = new ArrayList<>();
        try {
            for (RuleEffect effect : rule.effects()) {
                check(effect, rule);
                switch (effect) {
                    case RuleEffect.Shown(FieldPath target, Condition when) ->
                            add(shown, target, when, added);
                    case RuleEffect.Hidden(FieldPath target, Condition when) ->
                            add(hidden, target, when, added);
                    case RuleEffect.Required _,
                            RuleEffect.Optional _,
                            RuleEffect.Must _,
                            RuleEffect.Count _ -> {}
                }
            }
            taken.add(rule);
        } catch (RuleMisread e) {
            // Both maps got their conditions in this order, each at the end of its list.
            for (FieldPath key : added.reversed()) {
                remove(key, rule);
            }
            throw e;
        }
    }

    /// Gives back rules that say of an element when it is there and when it is not, each otherwise: none of them can be meant
    /// alone. They are not enforced any more.
    List<RuleTaken> contested() {
        List<RuleTaken> contested = new ArrayList<>();
        for (RuleTaken one : taken) {
            if (taken.stream().anyMatch(other -> !other.equals(one) && contradicts(one, other))) {
                contested.add(one);
            }
        }
        for (RuleTaken rule : contested) {
            rule.targets().stream().map(this::outer).distinct().forEach(key -> remove(key, rule));
        }
        taken.removeAll(contested);
        return contested;
    }

    private static boolean contradicts(RuleTaken one, RuleTaken other) {
        return one.settled().stream()
                .filter(other.settled()::contains)
                .anyMatch(target ->
                        RuleSense.overlap(one.shown(target), other.hidden(target))
                                || RuleSense.overlap(other.shown(target), one.hidden(target)));
    }

    private void remove(FieldPath key, RuleTaken rule) {
        for (RuleEffect effect : rule.effects()) {
            if (effect instanceof RuleEffect.Shown(var target, var when)
                    && outer(target).equals(key)) {
                shown.getOrDefault(key, new ArrayList<>()).remove(when);
            }
            if (effect instanceof RuleEffect.Hidden(var target, var when)
                    && outer(target).equals(key)) {
                hidden.getOrDefault(key, new ArrayList<>()).remove(when);
            }
        }
    }

    private void add(
            Map<FieldPath, List<Condition>> map,
            FieldPath target,
            Condition when,
            List<FieldPath> added)
            throws RuleMisread {
        FieldPath at = outer(target);
        map.computeIfAbsent(at, _ -> new ArrayList<>()).add(when);
        added.add(at);
        if (reaches(when.fields(), at, new HashSet<>())) {
            throw new RuleMisread("whether " + at.id() + " is shown would depend on itself");
        }
    }

    /// The group that a repeated field became; else the element itself.
    FieldPath outer(FieldPath path) {
        return !path.top()
                        && path.parent().id().equals(path.id())
                        && all.get(path.parent()) instanceof GroupPart
                ? path.parent()
                : path;
    }

    // ---- checks

    private void check(RuleEffect effect, RuleTaken rule) throws RuleMisread {
        Optional<FieldPath> place = rule.place();
        switch (effect) {
            case RuleEffect.Required(FieldPath target, Condition when) ->
                    required(
                            target,
                            when,
                            place,
                            rule.effects().contains(new RuleEffect.Shown(target, when)));
            case RuleEffect.Optional(FieldPath target, Condition when) -> {
                readable(when, target);
                if (all.get(target) instanceof FieldPart field
                        && field.field().required() instanceof Condition.Always) {
                    throw new RuleMisread(target.id() + " is required by its 'anzahl'");
                }
            }
            case RuleEffect.Shown(FieldPath target, Condition when) ->
                    readable(when, outer(target));
            case RuleEffect.Hidden(FieldPath target, Condition when) ->
                    readable(when, outer(target));
            case RuleEffect.Must(List<FieldPath> fields, Condition what, Condition when) -> {
                FieldPath at = last(fields);
                readable(what, at);
                readable(when, at);
            }
            case RuleEffect.Count count -> count(count, place);
        }
    }

    private void count(RuleEffect.Count count, Optional<FieldPath> place) throws RuleMisread {
        if (count.of().size() < 2) {
            throw new RuleMisread("one element alone is not several");
        }
        for (FieldPath path : count.of()) {
            for (FieldPath other : count.of()) {
                if (!other.equals(path) && other.within(path)) {
                    throw new RuleMisread(other.id() + " lies in " + path.id());
                }
                for (FieldPath field : asked(other)) {
                    readable(new Condition.Empty(field), path);
                }
            }
            required(path, count.when(), place, false);
            boolean always =
                    switch (all.get(path)) {
                        case FieldPart field ->
                                field.field().required() instanceof Condition.Always;
                        case GroupPart group -> !group.occurrence().optional() && hasDuty(group);
                        case null -> false;
                    };
            if (always && !count.yes()) {
                throw new RuleMisread(path.id() + " is required by its 'anzahl'");
            }
        }
    }

    /// The fields by which a citizen answers an element.
    ///
    /// @throws RuleMisread if that is not clear: parts of a group are repeated or answered from the start
    List<FieldPath> asked(FieldPath path) throws RuleMisread {
        List<FieldPath> fields = new ArrayList<>();
        ask(Objects.requireNonNull(all.get(path)), fields);
        return fields;
    }

    private static void ask(FormPart part, List<FieldPath> fields) throws RuleMisread {
        switch (part) {
            case FieldPart field -> {
                if (field.field().kind().answered()) {
                    if (!field.field().content().isEmpty()) {
                        throw new RuleMisread(field.path().id() + " has a value from the start");
                    }
                    fields.add(field.path());
                }
            }
            case GroupPart group -> {
                if (group.occurrence().repeated()) {
                    throw new RuleMisread(
                            group.path().id()
                                    + " is repeated, so it is not clear when it is filled");
                }
                for (FormPart inside : group.parts()) {
                    ask(inside, fields);
                }
            }
        }
    }

    /// Whether nothing in a group is required by itself, so that any answer in it fills it.
    boolean loose(FieldPath path) {
        return all.get(path) instanceof GroupPart group
                && !group.occurrence().repeated()
                && !hasDuty(group);
    }

    /// @param shown whether the rule shows it there, too, and so speaks of every entry
    private void required(
            FieldPath written, Condition when, Optional<FieldPath> place, boolean shown)
            throws RuleMisread {
        FieldPath target = outer(written);
        readable(when, target);
        FormPart part = all.get(target);
        if (part instanceof FieldPart field && !field.field().kind().answered()) {
            throw new RuleMisread(target.id() + " cannot be answered by the citizen");
        }
        if (loose(target) && asked(target).isEmpty()) {
            throw new RuleMisread("nothing in the group " + target.id() + " is asked");
        }
        for (FieldPath around = target; !around.top(); ) {
            around = around.parent();
            FieldPath group = around;
            boolean own =
                    place.filter(at -> at.within(group)).isPresent()
                            || when.fields().stream().anyMatch(field -> field.within(group));
            if (all.get(around) instanceof GroupPart repeated
                    && repeated.occurrence().repeated()
                    && !own
                    && !shown) {
                throw new RuleMisread(target.id() + " lies in a repeated group");
            }
        }
    }

    /// Whether something in the group must be answered once the group is there.
    private static boolean hasDuty(GroupPart group) {
        return group.parts().stream()
                .anyMatch(part ->
                        switch (part) {
                            case FieldPart field ->
                                    field.field().kind().answered()
                                            && field.field().required() instanceof Condition.Always
                                            && field.field().visible() instanceof Condition.Always;
                            case GroupPart inside ->
                                    inside.occurrence().least() > 0
                                            && inside.visible() instanceof Condition.Always
                                            && hasDuty(inside);
                        });
    }

    /// A field in a repeated group can only be asked from within.
    private void readable(Condition condition, FieldPath target) throws RuleMisread {
        List<FieldPath> around = repeatedAbove(target);
        for (FieldPath field : condition.fields()) {
            if (!around.containsAll(repeatedAbove(field))) {
                throw new RuleMisread(
                        field.id() + " is repeated, so it is not clear which one is meant");
            }
        }
    }

    /// The repeated groups around an element, without itself.
    private List<FieldPath> repeatedAbove(FieldPath path) {
        List<FieldPath> found = new ArrayList<>();
        for (FieldPath around = path; !around.top(); ) {
            around = around.parent();
            if (all.get(around) instanceof GroupPart group && group.occurrence().repeated()) {
                found.add(around);
            }
        }
        return found;
    }

    /// The last of the fields that the citizen answers, in the order of the form.
    FieldPath last(List<FieldPath> fields) throws RuleMisread {
        Optional<FieldPath> last = Optional.empty();
        for (Map.Entry<FieldPath, FormPart> entry : all.entrySet()) {
            if (fields.contains(entry.getKey())
                    && entry.getValue() instanceof FieldPart field
                    && field.field().kind().answered()) {
                last = Optional.of(entry.getKey());
            }
        }
        return last.orElseThrow(
                () -> new RuleMisread("none of its fields is answered by the citizen"));
    }

    /// Whether the visibility of any of `fields` depends on that of `goal`.
    private boolean reaches(Set<FieldPath> fields, FieldPath goal, Set<FieldPath> seen) {
        for (FieldPath field : fields) {
            FieldPath at = field;
            while (true) {
                if (at.equals(goal)) {
                    return true;
                }
                if (seen.add(at) && reaches(visible(at).fields(), goal, seen)) {
                    return true;
                }
                if (at.top()) {
                    break;
                }
                at = at.parent();
            }
        }
        return false;
    }

    // ---- what comes of it

    /// When an element itself is there, by the schema and the rules.
    Condition visible(FieldPath path) {
        Condition base =
                switch (all.get(path)) {
                    case null -> Condition.always();
                    case FieldPart field -> field.field().visible();
                    case GroupPart group -> group.visible();
                };
        List<Condition> also = shown.getOrDefault(path, List.of());
        return Conditions.all(
                List.of(
                        base,
                        also.isEmpty() ? Condition.always() : Conditions.any(also),
                        Conditions.not(Conditions.any(hidden.getOrDefault(path, List.of())))));
    }

    /// When an element is there with all groups around it that are not around the other, which is there.
    Condition there(FieldPath path, FieldPath other) {
        List<Condition> all = new ArrayList<>(List.of(visible(path)));
        for (FieldPath around = path; !around.top(); ) {
            around = around.parent();
            if (!other.within(around)) {
                all.add(visible(around));
            }
        }
        return Conditions.all(all);
    }
}
