package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads what kind of value a field has from the keys beside `type:`.
final class FieldTypeReader {
    private static final int MOST_LENGTH = FieldType.Text.MOST_CHARACTERS;

    /// Far beyond any amount of a municipality and far from overflow.
    private static final int MOST_NUMBER = 1_000_000_000;

    private static final int MOST_CODES = 500;

    /// The words after `type:` for fields; groups and labels are read elsewhere.
    private static final Map<String, BiFunction<String, ConfigNode, FieldType>> TYPES = types();

    private FieldTypeReader() {}

    private static Map<String, BiFunction<String, ConfigNode, FieldType>> types() {
        Map<String, BiFunction<String, ConfigNode, FieldType>> types = new LinkedHashMap<>();
        types.put("text", (_, node) -> text(node));
        types.put("wholeNumber", (_, node) -> wholeNumber(node));
        types.put("decimal", (_, node) -> decimal(node));
        types.put("money", (_, node) -> money(node));
        types.put("date", (_, node) -> date(node));
        types.put("time", (_, _) -> new FieldType.TimeValue());
        types.put("attachment", (_, _) -> new FieldType.Attachment(List.of(), 0));
        types.put("choice", FieldTypeReader::choice);
        types.put("yesNo", (_, _) -> new FieldType.Flag());
        types.put("consent", (_, _) -> new FieldType.Consent());
        return types;
    }

    static List<String> names() {
        return List.copyOf(TYPES.keySet());
    }

    /// The type that `name` says; empty where there is no such type.
    static Optional<FieldType> read(String name, String id, ConfigNode field) {
        return Optional.ofNullable(TYPES.get(name)).map(reader -> reader.apply(id, field));
    }

    private static FieldType text(ConfigNode node) {
        Letters letters =
                node.find("letters").map(n -> n.oneOf(Letters.class)).orElse(Letters.TEXT);
        int least = node.find("least").map(n -> n.integer(1, MOST_LENGTH)).orElse(1);
        int most = node.at("most").integer(least, MOST_LENGTH);
        Optional<String> pattern = node.find("pattern").flatMap(FieldTypeReader::pattern);
        return new FieldType.Text(least, most, pattern, letters);
    }

    private static Optional<String> pattern(ConfigNode node) {
        try {
            return Optional.of(Pattern.compile(node.text()).pattern());
        } catch (PatternSyntaxException e) {
            node.report("this is no regular expression: " + e.getDescription(), "JRN-PATTERN");
            return Optional.empty();
        }
    }

    private static FieldType wholeNumber(ConfigNode node) {
        int least = node.at("least").integer(-MOST_NUMBER, MOST_NUMBER);
        int most = node.at("most").integer(least, MOST_NUMBER);
        return new FieldType.WholeNumber(least, most, unit(node));
    }

    private static FieldType money(ConfigNode node) {
        int least = node.at("leastCents").integer(-MOST_NUMBER, MOST_NUMBER);
        return new FieldType.Money(least, node.at("mostCents").integer(least, MOST_NUMBER));
    }

    private static FieldType decimal(ConfigNode node) {
        BigDecimal least = number(node.at("least"));
        BigDecimal most = number(node.at("most"));
        if (least.compareTo(most) > 0) {
            node.report("the upper limit is smaller than the lower one", "JRN-LIMITS");
        }
        int scale = node.find("scale").map(n -> n.integer(0, 9)).orElse(2);
        return new FieldType.Decimal(least, least.max(most), scale, unit(node));
    }

    private static BigDecimal number(ConfigNode node) {
        String text = node.text("-?[0-9]{1,15}(\\.[0-9]{1,9})?", "a number such as 0.5");
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")
                ? new BigDecimal(text)
                : BigDecimal.ZERO;
    }

    private static String unit(ConfigNode node) {
        return node.find("unit").map(ConfigNode::text).orElse("");
    }

    private static FieldType date(ConfigNode node) {
        return new FieldType.DateValue(
                node.find("earliest").flatMap(FieldTypeReader::bound),
                node.find("latest").flatMap(FieldTypeReader::bound));
    }

    private static Optional<DateBound> bound(ConfigNode node) {
        Optional<DateBound> bound = ConditionText.bound(node.text());
        if (bound.isEmpty()) {
            node.report(
                    "'" + node.text() + "' is no day such as 2026-03-31, today or today + 3 months",
                    "JRN-DAY");
        }
        return bound;
    }

    private static FieldType choice(String id, ConfigNode node) {
        ConfigNode list = node.at("codes");
        List<CodeList.Code> codes = new ArrayList<>();
        for (ConfigNode item : list.items()) {
            String code =
                    item.text(
                            "[A-Za-z0-9][A-Za-z0-9_-]{0,79}", "a code of letters, digits, _ and -");
            if (codes.stream().anyMatch(known -> known.code().equals(code))) {
                item.report("the code '" + code + "' stands twice", "JRN-CODE-TWICE");
            } else if (!code.isEmpty()) {
                codes.add(CodeList.Code.of(code));
            }
        }
        if (codes.size() > MOST_CODES || (list.isList() && codes.isEmpty())) {
            list.report("expected 1 to " + MOST_CODES + " codes", "JRN-CODES");
        }
        return new FieldType.Choice(
                codes.isEmpty() ? CodeList.of(id, "none") : new CodeList(id, codes));
    }
}
