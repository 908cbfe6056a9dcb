package de.koblenz.kiosk.config;

/// The forms that values of several files share.
final class ValueForms {
    /// Lower-case name of a terminal, an office, a topic part.
    static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    /// Id that another party gave out.
    static final String FOREIGN_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private ValueForms() {}

    static String name(ConfigNode node) {
        return node.text(NAME, "a name of lower-case letters, digits and hyphens (at most 40)");
    }

    static String foreignId(ConfigNode node) {
        return node.text(FOREIGN_ID, "an id of letters, digits, '.', '_' and '-' (at most 100)");
    }

    static String filled(ConfigNode node) {
        return node.text("(?s).*\\S.*", "a text: it is empty");
    }

    static LocalizedText filledPerLanguage(ConfigNode node) {
        LocalizedText text = node.localized();
        if (node.present() && text.byLanguage().values().stream().anyMatch(String::isBlank)) {
            node.report("a text here is empty", "CFG-VALUE");
        }
        return text;
    }
}
