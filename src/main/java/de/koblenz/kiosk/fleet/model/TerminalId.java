package de.koblenz.kiosk.fleet.model;

/// Which terminal: the Sparkplug group and edge node of its topics.
///
/// @param office lower-case letters, digits and hyphens, at most 40
/// @param terminal unique in its office; lower-case letters, digits and hyphens, at most 40
public record TerminalId(String office, String terminal) implements Comparable<TerminalId> {
    public TerminalId {
        if (!isName(office) || !isName(terminal)) {
            throw new IllegalArgumentException("not a terminal's name");
        }
    }

    /// Whether `text` can be the name of an office, a terminal or a device.
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > 40 || text.charAt(0) == '-') {
            return false;
        }
        return text.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    @Override
    public int compareTo(TerminalId other) {
        int offices = office.compareTo(other.office);
        return offices != 0 ? offices : terminal.compareTo(other.terminal);
    }

    /// `office/terminal`
    @Override
    public String toString() {
        return office + "/" + terminal;
    }
}
