package de.koblenz.kiosk.service.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas of fees written as text.
///
/// ```
/// sum     := product { ( "+" | "-" ) product }
/// product := part { ( "*" | "/" ) part }
/// part    := number [ unit ] | "table" | field | "(" sum ")" | ( "min" | "max" ) "(" sum { "," sum } ")" | "ceil" "(" sum "," sum ")"
///          | "entries" "(" group ")"
/// ```
///
/// `×` and `·` are `*`. A unit is written as in [FeeUnit]: `0.45 €/m²/week`. What is added or compared has the same unit.
public final class FormulaText {
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_DEPTH = 20;
    private static final Pattern BLANK = Pattern.compile("\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,6})?");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*");

    private final String text;
    private final Function<String, Optional<Formula>> fields;
    private final Function<String, Optional<Formula>> groups;
    private int at;
    private int depth;

    private FormulaText(
            String text,
            Function<String, Optional<Formula>> fields,
            Function<String, Optional<Formula>> groups) {
        this.text = text;
        this.fields = fields;
        this.groups = groups;
    }

    /// A text is no formula.
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(int position, String message) {
            super("at character " + (position + 1) + " " + message, null, false, false);
        }
    }

    /// The formula that a text writes; the first mistake ends it.
    ///
    /// @param fields what a name in it means; empty where it means nothing
    /// @param groups what a name in `entries(…)` means; empty where it is no group of which entries can be counted
    /// @throws Wrong if it is none, or not an amount in €
    public static Formula read(
            String text,
            Function<String, Optional<Formula>> fields,
            Function<String, Optional<Formula>> groups)
            throws Wrong {
        if (text.length() > MOST_CHARACTERS) {
            throw new Wrong(MOST_CHARACTERS, "it is too long");
        }
        FormulaText reading = new FormulaText(text, fields, groups);
        Formula formula = reading.sum();
        reading.skip(BLANK);
        if (reading.at < text.length()) {
            throw reading.mistake("expected + - * / or the end");
        }
        if (!formula.powers().equals(FeeUnit.EURO.powers())) {
            throw new Wrong(
                    0, "the whole is no amount in €, but " + FeeUnit.words(formula.powers()));
        }
        return formula;
    }

    private Formula sum() throws Wrong {
        if (++depth > MOST_DEPTH) {
            throw mistake("expected less nesting");
        }
        Formula left = product();
        while (true) {
            int before = at;
            boolean plus = take("+");
            if (!plus && !take("-") && !take("−")) {
                depth--;
                return left;
            }
            Formula right = product();
            same(left, right, before);
            left = plus ? new Formula.Sum(left, right) : new Formula.Difference(left, right);
        }
    }

    private Formula product() throws Wrong {
        Formula left = part();
        while (true) {
            if (take("*") || take("×") || take("·")) {
                left = new Formula.Product(left, part());
            } else if (take("/")) {
                left = new Formula.Quotient(left, part());
            } else {
                return left;
            }
        }
    }

    private Formula part() throws Wrong {
        if (take("(")) {
            Formula inner = sum();
            expect(")");
            return inner;
        }
        Optional<String> number = skip(NUMBER);
        if (number.isPresent()) {
            int before = at;
            skip(BLANK);
            Optional<String> unit = skip(FeeUnit.WRITTEN);
            if (unit.isEmpty()) {
                at = before;
            }
            return new Formula.Constant(
                    new BigDecimal(number.get()),
                    unit.flatMap(FeeUnit::parse).orElse(FeeUnit.NONE));
        }
        int start = at;
        Optional<String> name = skip(NAME);
        if (name.isEmpty()) {
            throw mistake("expected a number, a field or (");
        }
        return switch (name.get()) {
            case "min" -> new Formula.Least(several());
            case "max" -> new Formula.Most(several());
            case "ceil" -> {
                List<Formula> parts = several();
                if (parts.size() != 2) {
                    throw new Wrong(start, "ceil takes a value and a step");
                }
                yield new Formula.Begun(parts.getFirst(), parts.getLast());
            }
            case "entries" -> entries();
            default ->
                    fields.apply(name.get())
                            .orElseThrow(() ->
                                    new Wrong(
                                            start,
                                            "'"
                                                    + name.get()
                                                    + "' is no field that can be reckoned with"));
        };
    }

    private Formula entries() throws Wrong {
        expect("(");
        skip(BLANK);
        int start = at;
        String name = skip(NAME).orElseThrow(() -> mistake("expected a repeated group"));
        Formula counted =
                groups.apply(name)
                        .orElseThrow(() ->
                                new Wrong(
                                        start,
                                        "'"
                                                + name
                                                + "' is no repeated group whose entries can be counted"));
        expect(")");
        return counted;
    }

    private List<Formula> several() throws Wrong {
        expect("(");
        List<Formula> parts = new ArrayList<>(List.of(sum()));
        while (take(",")) {
            int before = at;
            Formula part = sum();
            same(parts.getFirst(), part, before);
            parts.add(part);
        }
        expect(")");
        return parts;
    }

    private static void same(Formula left, Formula right, int at) throws Wrong {
        Map<String, Integer> one = left.powers();
        Map<String, Integer> other = right.powers();
        if (!one.equals(other)) {
            throw new Wrong(
                    at, "units do not fit: " + FeeUnit.words(one) + " and " + FeeUnit.words(other));
        }
    }

    private Optional<String> skip(Pattern pattern) {
        if (pattern != BLANK && pattern != FeeUnit.WRITTEN) {
            skip(BLANK);
        }
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || (matcher.end() == at && pattern != BLANK)) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private boolean take(String sign) {
        skip(BLANK);
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void expect(String sign) throws Wrong {
        if (!take(sign)) {
            throw mistake("expected '" + sign + "'");
        }
    }

    private Wrong mistake(String message) {
        return new Wrong(at, message);
    }
}
