package de.koblenz.kiosk.app;

import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import de.koblenz.kiosk.service.fim.SchemaIdentity;
import de.koblenz.kiosk.service.fim.Validity;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The report on a package as one page of HTML, which needs nothing but its neighbours.
///
/// @param pictures of the pages, in order
/// @param drawings file names of the process as drawings
/// @param lacking keys that a language lacks, by language
record PreviewReport(
        ServicePackage pack,
        List<Picture> pictures,
        List<String> drawings,
        Map<String, List<String>> lacking) {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.45 "Fira Sans", sans-serif; margin: 32px; max-width: 1500px; color: #131525; }
            h2 { margin-top: 40px; }
            table { border-collapse: collapse; }
            td, th { border: 1px solid #8187A7; padding: 6px 10px; text-align: left; vertical-align: top; }
            figure { display: inline-block; margin: 0 16px 24px 0; width: 270px; vertical-align: top; }
            figure img { width: 268px; border: 1px solid #8187A7; }
            figcaption { font-size: 14px; overflow-wrap: anywhere; }
            .no { color: #9E0000; } .yes { color: #005741; } .hint { color: #734000; }
            code { overflow-wrap: anywhere; }
            </style>
            <h1>%1$s</h1>
            """;

    PreviewReport {
        pictures = List.copyOf(pictures);
        drawings = List.copyOf(drawings);
        lacking = new TreeMap<>(lacking);
    }

    /// A picture of a page.
    ///
    /// @param file relative to the report
    record Picture(String file, String title, String page) {}

    /// How many rules became what, in words.
    String rules() {
        Map<RuleOutcome.Kind, Long> counts = new EnumMap<>(RuleOutcome.Kind.class);
        for (RuleOutcome.Kind kind : RuleOutcome.Kind.values()) {
            counts.put(kind, pack.rules().stream().filter(r -> r.kind() == kind).count());
        }
        return counts.get(RuleOutcome.Kind.ENFORCED)
                + " enforced, "
                + counts.get(RuleOutcome.Kind.HINT)
                + " shown as a hint, "
                + counts.get(RuleOutcome.Kind.NOT_ENFORCED)
                + " not enforced";
    }

    /// How many notes of each weight, in words.
    String weights() {
        return Arrays.stream(ImportNote.Weight.values())
                .map(weight -> count(weight) + " " + name(weight))
                .collect(Collectors.joining(", "));
    }

    private long count(ImportNote.Weight weight) {
        return pack.notes().stream().filter(note -> note.weight() == weight).count();
    }

    private static String name(ImportNote.Weight weight) {
        return switch (weight) {
            case BLOCKING -> "blocking";
            case LOST -> "lost";
            case CHANGED -> "changed";
            case TOLD -> "to know";
        };
    }

    private static String meaning(ImportNote.Weight weight) {
        return switch (weight) {
            case BLOCKING -> "The authority would not get what it needs: decide in the overlay";
            case LOST -> "Not supported: not asked or not checked";
            case CHANGED -> "Asked or sent in another way";
            case TOLD -> "To know";
        };
    }

    String html() {
        StringBuilder html =
                new StringBuilder(HEAD.replace("%1$s", escaped("Preview of " + pack.id())));
        state(html);
        process(html);
        pages(html);
        ruleTable(html);
        notes(html);
        languages(html);
        return html.append("</html>\n").toString();
    }

    private static void schema(StringBuilder html, SchemaIdentity schema) {
        String release = schema.release().map(it -> ", " + it.german()).orElse("");
        html.append("<p>")
                .append(
                        escaped(
                                schema.name()
                                        + ": "
                                        + schema.id()
                                        + ", version "
                                        + schema.version()
                                        + release
                                        + valid(schema.validity())
                                        + " ("
                                        + schema.standard()
                                        + "). For service.yaml:"))
                .append(" <code>sha256: \"")
                .append(escaped(schema.sha256()))
                .append("\"</code></p>\n");
    }

    private static String valid(Validity validity) {
        return validity.from().map(limit -> ", valid from " + limit.day()).orElse("")
                + validity.until().map(limit -> ", valid until " + limit.day()).orElse("");
    }

    private void state(StringBuilder html) {
        pack.imported().ifPresent(form -> schema(html, form.identity()));
        if (pack.startable()) {
            html.append("<p class=\"yes\">Citizens can start it.</p>\n");
        } else if (pack.forwards()) {
            html.append("<p class=\"yes\">It leads to the site of somebody else.</p>\n");
        } else {
            html.append("<p class=\"no\">It cannot be started yet:</p>\n<ul>\n");
            pack.problems().forEach(problem -> item(html, problem.toString()));
            html.append("</ul>\n");
        }
        html.append("<p>").append(escaped("Rules: " + rules() + ". Notes: " + weights() + "."));
        html.append("</p>\n");
    }

    private void process(StringBuilder html) {
        html.append("<h2>Process</h2>\n");
        for (String drawing : drawings) {
            html.append("<p>")
                    .append(
                            drawing.startsWith("drawn")
                                    ? "As it was drawn"
                                    : "As the terminal goes through it (<a href=\"process.bpmn\">process.bpmn</a>)")
                    .append("</p>\n<p><img alt=\"process\" style=\"max-width: 100%\" src=\"")
                    .append(drawing)
                    .append("\"></p>\n");
        }
        pack.process()
                .ifPresent(drawn -> {
                    html.append("<table><tr><th>Element<th>Name<th>Understood as\n");
                    drawn.readings()
                            .forEach(reading ->
                                    row(html, reading.element(), reading.name(), reading.as()));
                    html.append("</table>\n");
                });
    }

    private void pages(StringBuilder html) {
        html.append("<h2>Pages</h2>\n<p>Conditions hide no page here; each repeated group has one")
                .append(" entry.</p>\n");
        for (Picture picture : pictures) {
            html.append("<figure><a href=\"").append(picture.file()).append("\"><img alt=\"");
            html.append(escaped(picture.title())).append("\" loading=\"lazy\" src=\"");
            html.append(picture.file()).append("\"></a><figcaption>");
            html.append(escaped(picture.title())).append("<br><code>");
            html.append(escaped(picture.page())).append("</code></figcaption></figure>\n");
        }
    }

    private void ruleTable(StringBuilder html) {
        html.append("<h2>Rules</h2>\n<p>").append(escaped(rules())).append("</p>\n");
        if (pack.rules().isEmpty()) {
            return;
        }
        html.append("<table><tr><th>Rule<th>Sentence<th>What becomes of it<th>Why, or what\n");
        for (RuleOutcome rule : pack.rules()) {
            String became =
                    switch (rule.kind()) {
                        case ENFORCED -> "<span class=\"yes\">enforced</span>";
                        case HINT -> "<span class=\"hint\">shown as a hint</span>";
                        case NOT_ENFORCED -> "<span class=\"no\">not enforced</span>";
                    };
            html.append("<tr><td><code>").append(escaped(rule.id())).append("</code> ");
            html.append(escaped(rule.name())).append("<td>").append(escaped(rule.text()));
            html.append("<td>").append(became).append("<td>").append(escaped(rule.reason()));
            html.append("\n");
        }
        html.append("</table>\n");
    }

    private void notes(StringBuilder html) {
        html.append("<h2>What did not become what the files say</h2>\n");
        for (ImportNote.Weight weight : ImportNote.Weight.values()) {
            if (count(weight) > 0) {
                html.append("<h3>").append(escaped(meaning(weight))).append("</h3>\n<ul>\n");
                pack.notes().stream()
                        .filter(note -> note.weight() == weight)
                        .forEach(note -> item(html, note.toString()));
                html.append("</ul>\n");
            }
        }
    }

    private void languages(StringBuilder html) {
        lacking.forEach((tag, keys) -> {
            html.append("<h2>Shown in German in '").append(escaped(tag)).append("'</h2>\n<p>");
            html.append(keys.size()).append(" texts</p>\n<ul>\n");
            keys.forEach(key -> item(html, key));
            html.append("</ul>\n");
        });
    }

    private static void item(StringBuilder html, String words) {
        html.append("<li><code>").append(escaped(words)).append("</code>\n");
    }

    private static void row(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(escaped(cell));
        }
        html.append("\n");
    }

    /// Whatever a file says is text here.
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
