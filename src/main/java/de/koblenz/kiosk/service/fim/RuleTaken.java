package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A rule that is enforced.
///
/// @param place where it stands; empty for the schema
record RuleTaken(
        SchemaElement.SchemaRule rule, Optional<FieldPath> place, List<RuleEffect> effects) {
    RuleTaken {
        effects = List.copyOf(effects);
    }

    /// The elements that it shows or hides.
    List<FieldPath> targets() {
        return effects.stream()
                .flatMap(effect ->
                        switch (effect) {
                            case RuleEffect.Shown(FieldPath target, var _) -> Stream.of(target);
                            case RuleEffect.Hidden(FieldPath target, var _) -> Stream.of(target);
                            case RuleEffect.Required _,
                                    RuleEffect.Optional _,
                                    RuleEffect.Must _,
                                    RuleEffect.Count _ ->
                                    Stream.empty();
                        })
                .toList();
    }

    /// The elements of which it says both when they are there and when they are not.
    Set<FieldPath> settled() {
        Set<FieldPath> settled = new HashSet<>();
        for (RuleEffect effect : effects) {
            if (effect instanceof RuleEffect.Shown(FieldPath target, var _)
                    && !(hidden(target) instanceof Condition.Never)) {
                settled.add(target);
            }
        }
        return settled;
    }

    Condition shown(FieldPath target) {
        return Conditions.any(
                effects.stream()
                        .filter(effect ->
                                effect instanceof RuleEffect.Shown(var of, var _)
                                        && of.equals(target))
                        .map(RuleEffect::when)
                        .toList());
    }

    Condition hidden(FieldPath target) {
        return Conditions.any(
                effects.stream()
                        .filter(effect ->
                                effect instanceof RuleEffect.Hidden(var of, var _)
                                        && of.equals(target))
                        .map(RuleEffect::when)
                        .toList());
    }
}
