package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.List;

/// Puts conditions together without parts that say nothing.
final class Conditions {
    private Conditions() {}

    static Condition not(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> Condition.never();
            case Condition.Never() -> Condition.always();
            case Condition.Not(Condition inner) -> inner;
            case Condition.Equals _,
                    Condition.In _,
                    Condition.Empty _,
                    Condition.Compare _,
                    Condition.All _,
                    Condition.Any _ ->
                    new Condition.Not(condition);
        };
    }

    static Condition all(List<Condition> conditions) {
        List<Condition> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Always() -> {}
                case Condition.Never() -> {
                    return Condition.never();
                }
                case Condition.All(List<Condition> inner) -> parts.addAll(inner);
                case Condition.Equals _,
                        Condition.In _,
                        Condition.Empty _,
                        Condition.Compare _,
                        Condition.Any _,
                        Condition.Not _ ->
                        parts.add(condition);
            }
        }
        return parts.isEmpty()
                ? Condition.always()
                : parts.size() == 1
                        ? parts.getFirst()
                        : new Condition.All(parts.stream().distinct().toList());
    }

    static Condition any(List<Condition> conditions) {
        List<Condition> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Never() -> {}
                case Condition.Always() -> {
                    return Condition.always();
                }
                case Condition.Any(List<Condition> inner) -> parts.addAll(inner);
                case Condition.Equals _,
                        Condition.In _,
                        Condition.Empty _,
                        Condition.Compare _,
                        Condition.All _,
                        Condition.Not _ ->
                        parts.add(condition);
            }
        }
        return parts.isEmpty()
                ? Condition.never()
                : parts.size() == 1
                        ? parts.getFirst()
                        : new Condition.Any(parts.stream().distinct().toList());
    }
}
