package de.koblenz.kiosk.citizen.ui.view;

import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// A key of the keyboard: a letter, or a word or an icon for what it does.
final class Key extends TouchTarget {
    private final Runnable pressed;
    private final double units;
    private final boolean secret;
    private final TextBlock label;
    private final SymbolIcon icon = new SymbolIcon(42);
    private final TextBlock brief;
    private String fallback = "";

    /// @param units width in letter keys
    /// @param function whether it does something else than type
    Key(TouchGate gate, double units, boolean function, Runnable pressed) {
        this(gate, units, function, false, pressed);
    }

    /// @param secret whether nobody may see that it is pressed
    Key(TouchGate gate, double units, boolean function, boolean secret, Runnable pressed) {
        super(gate, "key");
        this.secret = secret;
        if (function) {
            getStyleClass().add("function");
        }
        this.units = units;
        this.pressed = pressed;
        label =
                new TextBlock(function ? TextRole.KEY_WORD : TextRole.KEY)
                        .align(HPos.CENTER, VPos.CENTER);
        brief = new TextBlock(TextRole.KEY_WORD).align(HPos.CENTER, VPos.CENTER);
        getChildren().addAll(label, brief, icon);
        icon.show("");
    }

    /// A key with a letter or a word.
    ///
    /// @param character an icon to show instead where the word does not fit
    void showWord(String id, String word, String name, String character, PageStyle style) {
        identify(id, name);
        fallback = character;
        label.show(word, style.typography());
        requestLayout();
    }

    /// A key with a word, and something shorter that stands there where the word does not fit.
    void showWords(String id, String word, String shorter, PageStyle style) {
        showWord(id, word, word, "", style);
        brief.show(shorter, style.typography());
    }

    /// A key with an icon alone.
    void showIcon(String id, String name, String character) {
        identify(id, name);
        fallback = character;
        label.show("", Typography.PLAIN);
        requestLayout();
    }

    double units() {
        return units;
    }

    @Override
    double leastHeight(double width) {
        return 64;
    }

    @Override
    boolean showsPress() {
        return !secret;
    }

    @Override
    void fire() {
        pressed.run();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 16;
        boolean replaceable = !fallback.isEmpty() || !brief.isEmpty();
        boolean words = !label.isEmpty() && (!replaceable || fits(width));
        label.setVisible(words);
        brief.setVisible(!words && !brief.isEmpty());
        icon.show(words || brief.isVisible() ? "" : fallback);
        label.resizeRelocate(8, 2, width, getHeight() - 4);
        brief.resizeRelocate(8, 2, width, getHeight() - 4);
        icon.place(0, 0, getWidth(), getHeight());
    }

    private boolean fits(double width) {
        return label.fit(width, getHeight() - 8) <= getHeight() - 8 && label.leastWidth() <= width;
    }
}
