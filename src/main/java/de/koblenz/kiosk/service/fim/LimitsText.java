package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `praezisierung` of XDatenfelder 2: one flat JSON object (RFC 8259) of texts and numbers, such as
/// `{"minLength":"1","maxLength":"40","pattern":"[0-9]+"}`.
final class LimitsText {
    private static final Set<String> KNOWN =
            Set.of("minLength", "maxLength", "minValue", "maxValue", "pattern");

    private final String text;
    private int at;

    /// The text is no flat object.
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong() {
            super("no flat object", null, false, false);
        }
    }

    private LimitsText(String text) {
        this.text = text;
    }

    /// The limits that it says; unreadable ones are marked, never guessed.
    static Limits read(String text) {
        try {
            Map<String, String> found = new LimitsText(text).object();
            return new Limits(
                    found.getOrDefault("minLength", "").strip(),
                    found.getOrDefault("maxLength", "").strip(),
                    found.getOrDefault("minValue", "").strip(),
                    found.getOrDefault("maxValue", "").strip(),
                    found.getOrDefault("pattern", ""),
                    false,
                    found.entrySet().stream()
                            .filter(entry -> !KNOWN.contains(entry.getKey()))
                            .filter(entry -> !entry.getValue().isBlank())
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList());
        } catch (Wrong e) {
            return new Limits("", "", "", "", "", true, List.of());
        }
    }

    private Map<String, String> object() throws Wrong {
        Map<String, String> found = new HashMap<>();
        expect('{');
        if (next() != '}') {
            do {
                String key = string();
                expect(':');
                found.put(key, next() == '"' ? string() : bare());
            } while (take(','));
        }
        expect('}');
        if (next() != 0) {
            throw new Wrong();
        }
        return found;
    }

    /// The next character that is no white space; 0 at the end.
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        if (next() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) throws Wrong {
        if (!take(wanted)) {
            throw new Wrong();
        }
    }

    /// A number, or a word such as `null`.
    private String bare() throws Wrong {
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw new Wrong();
        }
        String word = text.substring(start, at);
        return word.equals("null") ? "" : word;
    }

    private static boolean isBare(char c) {
        return "+-.".indexOf(c) >= 0 || Character.isLetterOrDigit(c);
    }

    private String string() throws Wrong {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        throw new Wrong();
    }

    private char escaped() throws Wrong {
        if (at >= text.length()) {
            throw new Wrong();
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()
                        || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
                    throw new Wrong();
                }
                char unit = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                at += 4;
                yield unit;
            }
            default -> throw new Wrong();
        };
    }
}
