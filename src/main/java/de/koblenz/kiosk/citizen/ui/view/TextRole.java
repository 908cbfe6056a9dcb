package de.koblenz.kiosk.citizen.ui.view;

import java.util.List;

/// What a text is on the page, and so its sizes: the first that fits is taken, and none is smaller
/// than the least of its role (28 px and 24 px; 46 px in large text, which is a capital height of
/// 0.7 degrees at 80 cm, EN 301 549 clause 5.1.4).
enum TextRole {
    /// Greeting of the start page, an amount.
    HERO(true, 1.12, List.of(64, 56, 48), List.of(72, 64, 56, 48)),
    /// The page's question.
    TITLE(true, 1.14, List.of(48, 44, 40), List.of(64, 56, 48)),
    /// Title of a tile.
    TILE(true, 1.06, List.of(36, 34, 32, 30, 28), List.of(48, 46)),
    /// Name of a service in a list.
    CELL(true, 1.04, List.of(30, 28), List.of(46)),
    /// Button, row.
    LABEL(true, 1.12, List.of(32, 30, 28), List.of(48, 46)),
    /// The primary button.
    ACTION(true, 1.12, List.of(36, 32, 28), List.of(52, 48, 46)),
    /// What is typed.
    VALUE(true, 1.12, List.of(48, 40, 34, 28), List.of(64, 56, 48, 46)),
    /// A key of the keyboard.
    KEY(false, 1.1, List.of(38, 34, 30, 28), List.of(50, 46)),
    /// A key with a word on it.
    KEY_WORD(false, 1.1, List.of(28, 26, 24), List.of(46)),
    /// Sentence of a page that has little else.
    LEAD(false, 1.26, List.of(36, 32, 28), List.of(52, 48, 46)),
    /// Heading within a longer text, a little above its sentences.
    HEADING(true, 1.16, List.of(38, 34, 30), List.of(54, 50, 46)),
    /// Hint, paragraph, error.
    BODY(false, 1.26, List.of(30, 28), List.of(46)),
    /// Label of a value that stands beside or below it.
    FACT(false, 1.2, List.of(28), List.of(46)),
    /// Second line: price, example, reason.
    NOTE(false, 1.16, List.of(26, 24), List.of(46)),
    /// Service bar.
    SERVICE(true, 1.1, List.of(28, 26, 24), List.of(46));

    private final boolean strong;
    private final double leading;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> sizes;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> largeSizes;

    TextRole(boolean strong, double leading, List<Integer> sizes, List<Integer> largeSizes) {
        this.strong = strong;
        this.leading = leading;
        this.sizes = sizes;
        this.largeSizes = largeSizes;
    }

    boolean strong() {
        return strong;
    }

    /// Height of a line in em.
    double leading() {
        return leading;
    }

    List<Integer> sizes(boolean large) {
        return large ? largeSizes : sizes;
    }
}
