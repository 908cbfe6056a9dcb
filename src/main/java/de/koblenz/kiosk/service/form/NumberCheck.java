package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers typed the German way: `4350`, `4.350`, `4 350`, `1,80`, `-3`.
final class NumberCheck {
    /// Longer than any number that somebody means.
    private static final int MOST_CHARACTERS = 40;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(,[0-9]+)?");
    private static final Pattern GROUPED =
            Pattern.compile(
                    "-?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?|-?[0-9]{1,3}( [0-9]{3})+(,[0-9]+)?");

    private NumberCheck() {}

    static CheckResult check(FieldType.WholeNumber wanted, String text) {
        Optional<BigDecimal> number = parse(text);
        if (number.isEmpty()) {
            return Rejected.of(CheckCode.NUMBER);
        }
        if (number.get().stripTrailingZeros().scale() > 0) {
            return Rejected.of(CheckCode.WHOLE);
        }
        return within(
                number.get().setScale(0),
                BigDecimal.valueOf(wanted.least()),
                BigDecimal.valueOf(wanted.most()),
                wanted.unit());
    }

    static CheckResult check(FieldType.Decimal wanted, String text) {
        Optional<BigDecimal> number = parse(text).map(BigDecimal::stripTrailingZeros);
        if (number.isEmpty()) {
            return Rejected.of(CheckCode.NUMBER);
        }
        if (number.get().scale() > wanted.scale()) {
            return decimals(wanted.scale());
        }
        return within(number.get(), wanted.least(), wanted.most(), wanted.unit());
    }

    static CheckResult check(FieldType.Money wanted, String text) {
        Optional<BigDecimal> number = parse(text).map(BigDecimal::stripTrailingZeros);
        if (number.isEmpty()) {
            return Rejected.of(CheckCode.NUMBER);
        }
        if (number.get().scale() > 2) {
            return decimals(2);
        }
        return within(
                number.get().setScale(2),
                BigDecimal.valueOf(wanted.leastCents(), 2),
                BigDecimal.valueOf(wanted.mostCents(), 2),
                "EUR");
    }

    private static Rejected decimals(int scale) {
        return new Rejected(CheckCode.DECIMALS, Map.of("scale", Integer.toString(scale)));
    }

    private static Optional<BigDecimal> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        }
        if (GROUPED.matcher(text).matches()) {
            String plain = text.replace(".", "").replace(" ", "").replace(',', '.');
            return Optional.of(new BigDecimal(plain));
        }
        return Optional.empty();
    }

    private static CheckResult within(
            BigDecimal number, BigDecimal least, BigDecimal most, String unit) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            return new Rejected(
                    CheckCode.RANGE,
                    Map.of(
                            "least", least.toPlainString(),
                            "most", most.toPlainString(),
                            "unit", unit));
        }
        return new Accepted(number.signum() == 0 ? zero(number) : number.toPlainString());
    }

    private static String zero(BigDecimal number) {
        return BigDecimal.ZERO.setScale(Math.max(0, number.scale())).toPlainString();
    }
}
