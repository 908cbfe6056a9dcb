package de.koblenz.kiosk.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Damages files as accidents and attacks do, in memory, the same way for the same seed: their characters, their words and
/// lines, and the elements of XML as a tree.
public final class Damage {
    /// What attacks and accidents look like anywhere.
    private static final List<String> ANYWHERE =
            List.of(
                    "<",
                    ">",
                    "&",
                    "&amp;",
                    "&#0;",
                    "&#x10FFFF;",
                    "&x;",
                    "<!DOCTYPE x>",
                    "<![CDATA[",
                    "]]>",
                    "<?x?>",
                    "<!--",
                    "-->",
                    "\"",
                    "'",
                    "\u0000",
                    "\uFFFE",
                    "\uD800",
                    "ü",
                    "x".repeat(5_000),
                    "<a>".repeat(150),
                    "99999999999999999999");

    /// Words that leave YAML what it is.
    private static final Pattern PLAIN =
            Pattern.compile("[^\\[\\]{}\"'#&*!:,\\s~|>%@`-][^\\[\\]{}\"'#:,\\n]*");

    private final Random random;
    private final List<String> pieces;
    private final List<String> words;

    /// @param pieces what is put in besides: what stands in files of the kind, right and wrong
    public Damage(Random random, List<String> pieces) {
        this.random = random;
        this.pieces = List.copyOf(pieces);
        this.words = pieces.stream().filter(PLAIN.asMatchPredicate()).toList();
    }

    /// An element of a text: where its tags begin and end.
    private record Element(int start, int inside, int close, int end) {}

    /// One to three mutations of the tree and of what stands in it, or of characters; most of the former stay well-formed.
    public String xml(String text) {
        String damaged = text;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            damaged = random.nextInt(5) == 0 ? characters(damaged) : tree(damaged);
        }
        return damaged;
    }

    /// One to three mutations of characters, words and lines.
    public String plain(String text) {
        String damaged = text;
        int times = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            damaged = characters(damaged);
        }
        return damaged;
    }

    /// One to three mutations of which most leave YAML what it is: other words, lines taken away or put elsewhere.
    public String yaml(String text) {
        StringBuilder damaged = new StringBuilder(text);
        int times = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length() + 1);
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 ->
                        word(
                                damaged,
                                at,
                                random.nextInt(8) == 0
                                        ? piece()
                                        : words.get(random.nextInt(words.size())));
                case 4 -> line(damaged, at);
                case 5 -> {
                    // An entry of a list or a pair doubled within its line.
                    int end = damaged.indexOf(",", at);
                    if (end >= 0) {
                        damaged.insert(at, damaged.substring(at, end + 1));
                    }
                }
                default -> damaged = new StringBuilder(characters(damaged.toString()));
            }
        }
        return damaged.toString();
    }

    private String piece() {
        return random.nextInt(4) == 0
                ? ANYWHERE.get(random.nextInt(ANYWHERE.size()))
                : pieces.get(random.nextInt(pieces.size()));
    }

    // ---- characters

    private String characters(String text) {
        StringBuilder damaged = new StringBuilder(text);
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(random.nextInt(8) == 0 ? 300 : 12));
        switch (random.nextInt(6)) {
            case 0 -> damaged.insert(at, piece());
            case 1 -> damaged.delete(at, end);
            case 2 -> damaged.insert(random.nextInt(text.length() + 1), text, at, end);
            case 3 -> word(damaged, at, piece());
            case 4 -> {
                if (at < text.length()) {
                    damaged.setCharAt(at, (char) random.nextInt(32, 256));
                }
            }
            default -> line(damaged, at);
        }
        return damaged.toString();
    }

    /// Another word instead of the one at a place.
    private static void word(StringBuilder text, int near, String put) {
        int at = near;
        while (at < text.length() && !between(text.charAt(at))) {
            at++;
        }
        int from = at;
        int to = at;
        while (from > 0 && between(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && between(text.charAt(to))) {
            to++;
        }
        text.replace(from, to, put);
    }

    private static boolean between(char character) {
        return " \n{}[],:\"<>'=/".indexOf(character) < 0;
    }

    /// A line taken away, or put elsewhere.
    private void line(StringBuilder text, int at) {
        int from = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
        int next = text.indexOf("\n", from);
        int to = next < 0 ? text.length() : next + 1;
        String line = text.substring(from, to);
        text.delete(from, to);
        if (random.nextBoolean()) {
            int where = text.indexOf("\n", random.nextInt(text.length() + 1)) + 1;
            text.insert(where, line);
        }
    }

    // ---- elements

    private String tree(String text) {
        List<Element> all = elements(text);
        if (all.isEmpty()) {
            return characters(text);
        }
        Element one = all.get(random.nextInt(all.size()));
        Element other = all.get(random.nextInt(all.size()));
        String put = text.substring(other.start(), other.end());
        if (put.length() > 20_000) {
            put = "";
        }
        return switch (random.nextInt(9)) {
            case 0 -> spliced(text, one.start(), one.end(), "");
            case 1 -> spliced(text, one.end(), one.end(), put);
            case 2 -> spliced(text, one.inside(), one.inside(), put);
            case 3 -> spliced(text, one.start(), one.end(), put);
            // What stands in an element without children.
            case 4, 5 -> {
                Element leaf = leaf(text, all);
                yield spliced(text, leaf.inside(), leaf.close(), word(text, all));
            }
            case 6 -> {
                Element leaf = leaf(text, all);
                String words = text.substring(leaf.inside(), leaf.close());
                yield spliced(text, leaf.inside(), leaf.close(), characters(words));
            }
            case 7 -> attribute(text, one);
            default -> name(text, one, other);
        };
    }

    /// A piece, or what another element says.
    private String word(String text, List<Element> all) {
        Element other = leaf(text, all);
        return random.nextBoolean() ? piece() : text.substring(other.inside(), other.close());
    }

    private Element leaf(String text, List<Element> all) {
        Element found = all.getFirst();
        for (int i = 0; i < 6; i++) {
            found = all.get(random.nextInt(all.size()));
            int child = text.indexOf('<', found.inside());
            if (child < 0 || child >= found.close()) {
                return found;
            }
        }
        return new Element(found.inside(), found.inside(), found.inside(), found.inside());
    }

    /// The value of an attribute replaced by another one of the file or a piece, or an attribute put in.
    private String attribute(String text, Element element) {
        int quote = text.indexOf('"', element.start());
        for (int skip = random.nextInt(4); skip > 0; skip--) {
            int next = text.indexOf("=\"", quote + 1);
            quote = next < 0 || next >= element.inside() ? quote : next + 1;
        }
        if (quote > 0 && quote < element.inside() && random.nextInt(4) > 0) {
            int end = text.indexOf('"', quote + 1);
            return end < 0 || end > element.inside()
                    ? text
                    : spliced(text, quote + 1, end, value(text));
        }
        int behind = element.start() + 1;
        while (behind < element.inside() && between(text.charAt(behind))) {
            behind++;
        }
        return spliced(text, behind, behind, random.nextBoolean() ? " x=\"1\"" : " id=\"x\"");
    }

    private String value(String text) {
        int from = text.indexOf("=\"", random.nextInt(text.length())) + 2;
        int to = text.indexOf('"', from);
        return from > 1 && to > from && random.nextInt(4) > 0
                ? text.substring(from, to)
                : piece().replace('"', '\'');
    }

    /// The name of another element instead of the own one.
    private static String name(String text, Element one, Element other) {
        String its = tag(text, one);
        String name = tag(text, other);
        if (one.close() == one.end()) {
            return spliced(text, one.start() + 1, one.start() + 1 + its.length(), name);
        }
        String closed = spliced(text, one.close() + 2, one.close() + 2 + its.length(), name);
        return spliced(closed, one.start() + 1, one.start() + 1 + its.length(), name);
    }

    private static String tag(String text, Element element) {
        int end = element.start() + 1;
        while (end < element.inside() && " />\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(element.start() + 1, end);
    }

    private static String spliced(String text, int from, int to, String put) {
        // Tags of what is XML no more may be shorter than their names.
        int behind = Math.min(Math.max(from, to), text.length());
        return new StringBuilder(text.length() + put.length())
                .append(text, 0, Math.min(from, text.length()))
                .append(put)
                .append(text, behind, text.length())
                .toString();
    }

    /// The elements below the root of what may be XML no more.
    private static List<Element> elements(String text) {
        List<Element> all = new ArrayList<>();
        Deque<int[]> open = new ArrayDeque<>();
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length()) {
            int end = text.indexOf('>', at);
            if (end < 0) {
                break;
            }
            char next = text.charAt(at + 1);
            if (next == '/') {
                if (open.size() > 1) {
                    int[] own = open.pop();
                    all.add(new Element(own[0], own[1], at, end + 1));
                }
            } else if (text.charAt(end - 1) == '/') {
                all.add(new Element(at, end + 1, end + 1, end + 1));
            } else if (next != '?' && next != '!') {
                open.push(new int[] {at, end + 1});
            }
            at = text.indexOf('<', end);
        }
        return all;
    }
}
