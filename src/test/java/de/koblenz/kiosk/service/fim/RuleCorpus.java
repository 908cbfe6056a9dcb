package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.Occurrence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Labelled rule sentences; the format stands beside the files (`corpus-format.md`).
final class RuleCorpus {
    private static final Pattern ELEMENT =
            Pattern.compile("([FG][0-9]+):([a-z]+)(?:\\((.*?)\\))?\\s*(?:\"(.*)\")?");

    private RuleCorpus() {}

    /// One rule.
    ///
    /// @param expected `enforce`, `hint` or `none`
    record Line(
            String id,
            String sentence,
            List<FormPart> parts,
            String expected,
            RuleMeaning meaning) {}

    static List<Line> read(String name) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String line :
                    Files.readAllLines(SchemaFixtures.FOLDER.resolve("rules").resolve(name))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The sentences that strangers wrote with examples instead of meanings: with what they are read as.
    ///
    /// @param topic of the files
    static List<Line> readLearned(String topic) {
        try {
            List<String> elements = new ArrayList<>();
            Map<String, List<String>> groups = new LinkedHashMap<>();
            Map<String, String> names = new LinkedHashMap<>();
            for (String row : rows(topic + "-fields.tsv")) {
                String[] part = row.split("\t", -1);
                if (part[2].equals("group")) {
                    names.put(part[0], part[1]);
                    continue;
                }
                groups.computeIfAbsent(part[4], _ -> new ArrayList<>()).add(part[0]);
                String type =
                        switch (part[2]) {
                            case "bool" -> "flag";
                            case "integer" -> "int";
                            case "number" -> "num";
                            case "choice" -> "choice(" + part[3] + ")";
                            default -> part[2];
                        };
                elements.add(part[0] + ":" + type + " \"" + part[1] + "\"");
            }
            names.forEach((id, name) ->
                    elements.add(
                            id
                                    + ":group("
                                    + String.join(", ", groups.getOrDefault(id, List.of()))
                                    + ") \""
                                    + name
                                    + "\""));
            String all = String.join("; ", elements);
            List<Line> lines = new ArrayList<>();
            for (String row : rows(topic + "-learned.tsv")) {
                String[] columns = row.split("\t", -1);
                String sentence = columns[1].replace("\\n", "\n");
                List<FormPart> parts = parts(all);
                try {
                    RuleMeaning meaning =
                            RuleMeaning.of(
                                    RuleReader.read(
                                            sentence, new RuleScope(parts, Optional.empty())));
                    lines.add(
                            new Line(
                                    topic + "-" + columns[0], sentence, parts, "enforce", meaning));
                } catch (RuleMisread _) {
                    // What is not read cannot be changed.
                }
            }
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> rows(String file) throws IOException {
        return Files.readAllLines(SchemaFixtures.FOLDER.resolve("rules").resolve(file)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Line line(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 4 || columns.length > 5) {
            throw new AssertionError("expected five columns: " + line);
        }
        try {
            String effects = columns.length == 5 ? columns[4] : "";
            return new Line(
                    columns[0],
                    columns[1].replace("\\n", "\n"),
                    parts(columns[2]),
                    columns[3].strip(),
                    meaning(effects));
        } catch (IllegalArgumentException | AssertionError e) {
            throw new AssertionError(columns[0] + ": " + e.getMessage(), e);
        }
    }

    // ---- elements

    private static List<FormPart> parts(String written) {
        Map<String, FormPart> fields = new LinkedHashMap<>();
        List<Matcher> groups = new ArrayList<>();
        for (String element : written.split(";\\s*(?=[FG][0-9]+:)", -1)) {
            Matcher matcher = ELEMENT.matcher(element.strip());
            if (!matcher.matches()) {
                throw new AssertionError("no element: " + element);
            }
            if (matcher.group(2).equals("group")) {
                groups.add(matcher);
            } else {
                fields.put(matcher.group(1), field(matcher, FieldPath.of(matcher.group(1))));
            }
        }
        List<FormPart> parts = new ArrayList<>(fields.values());
        for (Matcher group : groups) {
            // Fields keep their paths: conditions of the corpus name them by their ids alone.
            List<FormPart> inside = new ArrayList<>();
            for (String id : Optional.ofNullable(group.group(3)).orElse("").split("[,\\s]+", -1)) {
                if (fields.containsKey(id)) {
                    inside.add(fields.get(id));
                }
            }
            parts.add(
                    new GroupPart(
                            FieldPath.of(group.group(1)),
                            head(group),
                            new Occurrence(0, 1),
                            inside,
                            Condition.always()));
        }
        return parts;
    }

    private static Head head(Matcher element) {
        String label = element.group(4) == null ? "" : element.group(4);
        return new Head(
                element.group(1),
                "1.0.0",
                label,
                label,
                label,
                "",
                "ABS",
                Optional.empty(),
                List.of(),
                new Place("corpus", 1, 1));
    }

    private static FormPart field(Matcher element, FieldPath path) {
        BigDecimal most = new BigDecimal("999999999");
        List<Value> values = new ArrayList<>();
        FieldType type =
                switch (element.group(2)) {
                    case "text" ->
                            new FieldType.Text(0, 4000, Optional.empty(), FieldType.Letters.TEXT);
                    case "flag" -> new FieldType.Flag();
                    case "int" -> new FieldType.WholeNumber(-999_999_999, 999_999_999, "");
                    case "num" -> new FieldType.Decimal(most.negate(), most, 6, "");
                    case "money" -> new FieldType.Money(-99_999_999_999L, 99_999_999_999L);
                    case "date" -> FieldType.DateValue.ANY;
                    case "time" -> new FieldType.TimeValue();
                    case "choice" -> {
                        for (String value : element.group(3).split("\\|", -1)) {
                            String[] both = value.split("=", 2);
                            values.add(
                                    new Value(
                                            both[0].strip(),
                                            both.length == 2 ? both[1].strip() : both[0].strip(),
                                            ""));
                        }
                        yield new FieldType.Choice(
                                CodeList.of(
                                        "list",
                                        values.stream().map(Value::code).toArray(String[]::new)));
                    }
                    default -> throw new AssertionError("no type: " + element.group(2));
                };
        Field field = Field.of(element.group(1), type).requiredIf(Condition.never());
        return new FieldPart(path, head(element), field, values);
    }

    // ---- effects

    private static RuleMeaning meaning(String written) {
        RuleMeaning.Collector collector = new RuleMeaning.Collector();
        for (String effect : written.isBlank() ? new String[0] : written.split("\\s*;;\\s*", -1)) {
            String[] both = effect.strip().split("\\s+when\\s+", 2);
            Condition when = both.length == 2 ? condition(both[1]) : Condition.always();
            String[] words = both[0].split("\\s+", 2);
            switch (words[0]) {
                case "required" -> collector.required(FieldPath.of(words[1].strip()), when);
                case "visible" -> collector.limited(FieldPath.of(words[1].strip()), when);
                case "must" -> collector.must(condition(words[1]), when);
                default -> throw new AssertionError("no effect: " + effect);
            }
        }
        return collector.meaning();
    }

    private static Condition condition(String text) {
        return switch (ConditionText.read(text)) {
            case ConditionText.Read(Condition condition) -> condition;
            case ConditionText.Mistake(int position, String message) ->
                    throw new AssertionError(
                            "no condition: " + text + " at " + position + ": " + message);
        };
    }
}
