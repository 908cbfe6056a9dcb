package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Makes plain blocks of the HTML that descriptions of services carry: paragraphs, headings, items of lists. Nothing else
/// is left: no picture, style or script, links as their address, and nothing that could be marked up again.
final class SafeText {
    /// Longer texts are cut: nobody reads them at a terminal.
    static final int MOST_CHARACTERS = 20_000;

    static final int MOST_BLOCKS = 400;
    private static final int MOST_DEPTH = 60;

    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean cut;

    private SafeText() {}

    /// Blocks of a text.
    ///
    /// @param cut whether the text was longer than is shown
    record Reduced(List<TextBlock> blocks, boolean cut) {
        Reduced {
            blocks = List.copyOf(blocks);
        }
    }

    /// The blocks of `html`, which may be plain text.
    static Reduced of(String html) {
        SafeText text = new SafeText();
        String taken =
                html.length() > 4 * MOST_CHARACTERS ? html.substring(0, 4 * MOST_CHARACTERS) : html;
        text.cut = taken.length() < html.length();
        boolean marked = taken.indexOf('<') >= 0 || taken.indexOf('&') >= 0;
        if (marked) {
            text.walk(Jsoup.parseBodyFragment(taken).body(), 0, 0, false);
        } else {
            for (String paragraph : taken.split("\\R\\s*\\R", -1)) {
                text.line.append(paragraph);
                text.end(0, false);
            }
        }
        text.end(0, false);
        return new Reduced(text.blocks, text.cut);
    }

    private void walk(Node parent, int lists, int depth, boolean heading) {
        if (depth > MOST_DEPTH) {
            cut = true;
            return;
        }
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode words) {
                // Only elements break lines in HTML.
                line.append(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
            } else if (node instanceof Element element) {
                element(element, lists, depth, heading);
            }
        }
    }

    private void element(Element element, int lists, int depth, boolean heading) {
        switch (element.normalName().toLowerCase(Locale.ROOT)) {
            case "script",
                    "style",
                    "template",
                    "iframe",
                    "object",
                    "embed",
                    "svg",
                    "math",
                    "noscript",
                    "title",
                    "head",
                    "select",
                    "textarea",
                    "button",
                    "input",
                    "img",
                    "audio",
                    "video",
                    "canvas" -> {}
            case "br" -> line.append('\n');
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                end(lists, heading);
                walk(element, lists, depth + 1, true);
                end(lists, true);
            }
            case "ul", "ol" -> {
                end(lists, heading);
                walk(element, Math.min(3, lists + 1), depth + 1, heading);
                end(lists, heading);
            }
            case "li",
                    "p",
                    "div",
                    "tr",
                    "table",
                    "section",
                    "article",
                    "blockquote",
                    "dt",
                    "dd",
                    "dl",
                    "pre" -> {
                end(lists, heading);
                walk(element, lists, depth + 1, heading);
                end(lists, heading);
            }
            case "td", "th" -> {
                line.append(' ');
                walk(element, lists, depth + 1, heading);
                line.append(' ');
            }
            case "a" -> {
                int before = line.length();
                walk(element, lists, depth + 1, heading);
                address(element.attr("href"), line.substring(Math.min(before, line.length())));
            }
            default -> walk(element, lists, depth + 1, heading);
        }
    }

    /// Where a link leads is written behind it, as nobody can follow it here.
    private void address(String target, String words) {
        String plain = target.strip().replaceFirst("^(mailto|tel):", "");
        boolean shown = target.strip().matches("(?i)(https?://|mailto:|tel:)[^\\s<>\"]{1,200}");
        if (shown
                && !words.contains(
                        plain.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""))) {
            line.append(" (").append(plain).append(')');
        }
    }

    /// Ends the block that is being written.
    private void end(int lists, boolean heading) {
        String[] lines = line.toString().split("\n", -1);
        line.setLength(0);
        for (String one : lines) {
            String words = PlainWords.of(one);
            if (words.isEmpty()) {
                continue;
            }
            if (blocks.size() >= MOST_BLOCKS || length() + words.length() > MOST_CHARACTERS) {
                cut = true;
                return;
            }
            blocks.add(
                    heading
                            ? new TextBlock.Heading(words)
                            : lists > 0
                                    ? new TextBlock.Item(words, lists)
                                    : new TextBlock.Paragraph(words));
        }
    }

    private int length() {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
