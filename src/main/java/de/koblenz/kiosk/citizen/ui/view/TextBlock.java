package de.koblenz.kiosk.citizen.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A text that wraps inside its box and takes the largest size of its role with which it fits. It
/// never ends in an ellipsis and never goes below the least size of its role. FX thread only.
final class TextBlock extends Region implements Forgetful {
    private static final Text METER = new Text();
    private static final int MOST_FITS = 6;

    private final TextRole role;
    private final Text text = new Text();
    private Typography typography = Typography.PLAIN;
    private String words = "";
    private HPos across = HPos.LEFT;
    private VPos down = VPos.CENTER;
    private boolean latin;
    private final List<Fit> fits = new ArrayList<>();
    private @Nullable Fit fitted;

    TextBlock(TextRole role, String... styleClasses) {
        this.role = role;
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.getStyleClass().add("words");
        text.getStyleClass().addAll(styleClasses);
        getChildren().add(text);
        setMouseTransparent(true);
    }

    TextBlock align(HPos newAcross, VPos newDown) {
        across = newAcross;
        down = newDown;
        direct();
        return this;
    }

    /// Words without any letter that runs from right to left keep their own direction on a page that does: the full stop of a
    /// German sentence stands at its end. They begin where the page's lines begin.
    private void direct() {
        boolean against = latin && getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        text.setNodeOrientation(against ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.INHERIT);
        text.setTextAlignment(
                across == HPos.CENTER
                        ? TextAlignment.CENTER
                        : (across == HPos.RIGHT) == against
                                ? TextAlignment.LEFT
                                : TextAlignment.RIGHT);
    }

    void show(String newWords, Typography newTypography) {
        if (newWords.equals(words) && newTypography.equals(typography)) {
            return;
        }
        words = newWords;
        typography = newTypography;
        latin = isLatin(newWords);
        fits.clear();
        fitted = null;
        setVisible(!newWords.isEmpty());
        requestLayout();
    }

    @Override
    public void forget() {
        words = "";
        text.setText("");
        fits.clear();
        fitted = null;
        setVisible(false);
    }

    String words() {
        return words;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// Chooses the size for a box of this size and returns the height that the text then takes,
    /// which is larger than `height` where even the least size does not fit. The text itself changes when
    /// it is laid out.
    double fit(double width, double height) {
        if (words.isEmpty()) {
            return 0;
        }
        fitted = fitInto(width, height);
        return fitted.needed();
    }

    /// Kept for a few sizes of box, because views ask for several before they decide.
    private Fit fitInto(double width, double height) {
        for (Fit fit : fits) {
            if (fit.boxWidth() == width && fit.boxHeight() == height) {
                return fit;
            }
        }
        Fit fit = choose(width, height);
        if (fits.size() == MOST_FITS) {
            fits.remove(0);
        }
        fits.add(fit);
        return fit;
    }

    private Fit choose(double width, double height) {
        Face face = typography.face(words, role.strong());
        List<Integer> sizes = role.sizes(typography.large());
        String plain = Hyphenation.plain(words);
        Fit fit = null;
        for (int size : sizes) {
            boolean last = size == sizes.getLast();
            Font font = face.at(size);
            METER.setFont(font);
            String lines =
                    last
                            ? LineBreaks.wrapHyphenated(words, width, TextBlock::measure)
                            : LineBreaks.wrap(plain, width, TextBlock::measure);
            if (lines.isEmpty()) {
                continue;
            }
            // Arabic lines of the least size stand a little closer.
            double leading = Math.max(role.leading(), face.lineHeight() - (last ? 0.34 : 0.26));
            double spacing = (leading - face.lineHeight()) * size;
            METER.setText(lines);
            METER.setLineSpacing(spacing);
            Bounds bounds = METER.getLayoutBounds();
            double needed = bounds.getHeight() - (face.emptyTop() + face.emptyBottom()) * size;
            fit = new Fit(width, height, lines, font, spacing, face, bounds.getWidth(), needed);
            if (needed <= height + 0.5) {
                break;
            }
        }
        METER.setText("");
        METER.setLineSpacing(0);
        return Objects.requireNonNull(fit, "the least size always yields lines");
    }

    /// The text in lines for a box.
    private record Fit(
            double boxWidth,
            double boxHeight,
            String lines,
            Font font,
            double spacing,
            Face face,
            double width,
            double needed) {
        @Override
        public String toString() {
            return "Fit[" + font.getSize() + "]";
        }
    }

    /// Height of the first of the lines that [#fit] chose.
    double firstLine() {
        if (fitted == null) {
            return 0;
        }
        double empty = fitted.face().emptyTop() + fitted.face().emptyBottom();
        return (fitted.face().lineHeight() - empty) * fitted.font().getSize();
    }

    /// Width of what [#fit] chose.
    double usedWidth() {
        return fitted == null ? 0 : fitted.width();
    }

    /// Where the text ends, in the coordinates of this block: a caret shape of the last letter.
    Bounds caret() {
        Path shape = new Path(text.caretShape(text.getText().length(), false));
        return text.localToParent(shape.getLayoutBounds());
    }

    /// Width of the text on one line at its largest size.
    double lineWidth() {
        METER.setFont(
                typography
                        .face(words, role.strong())
                        .at(role.sizes(typography.large()).getFirst()));
        return Math.ceil(measure(Hyphenation.plain(words)));
    }

    /// Width of the text on one line at its least size.
    double leastLineWidth() {
        METER.setFont(
                typography.face(words, role.strong()).at(role.sizes(typography.large()).getLast()));
        return Math.ceil(measure(Hyphenation.plain(words)));
    }

    /// Width of its longest word at its least size.
    double leastWidth() {
        METER.setFont(
                typography.face(words, role.strong()).at(role.sizes(typography.large()).getLast()));
        return Math.ceil(longestWord(Hyphenation.plain(words)));
    }

    @Override
    protected void layoutChildren() {
        if (words.isEmpty()) {
            return;
        }
        direct();
        Fit fit = fitInto(getWidth(), getHeight());
        if (!fit.lines().equals(text.getText())) {
            text.setText(fit.lines());
        }
        text.setFont(fit.font());
        text.setLineSpacing(fit.spacing());
        double free = getHeight() - fit.needed();
        double top = down == VPos.TOP ? 0 : down == VPos.BOTTOM ? free : Math.floor(free / 2);
        double spare = getWidth() - text.getLayoutBounds().getWidth();
        text.setLayoutX(
                across == HPos.LEFT
                        ? 0
                        : across == HPos.RIGHT ? Math.floor(spare) : Math.rint(spare / 2));
        text.setLayoutY(Math.rint(top - fit.face().emptyTop() * fit.font().getSize()));
    }

    /// Whether there are letters, and none that runs from right to left.
    private static boolean isLatin(String words) {
        boolean letters = false;
        for (int i = 0; i < words.length(); i++) {
            switch (Character.getDirectionality(words.charAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> letters = true;
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return false;
                }
                default -> {}
            }
        }
        return letters;
    }

    private static double longestWord(String plain) {
        double longest = 0;
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || isBreak(plain.charAt(i))) {
                if (i - start > 3 || longest == 0) {
                    longest = Math.max(longest, measure(plain.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return longest;
    }

    private static boolean isBreak(char c) {
        return c == ' ' || c == '\n';
    }

    private static double measure(String piece) {
        METER.setText(piece);
        return METER.getLayoutBounds().getWidth();
    }

    @Override
    public String toString() {
        return "TextBlock[" + role + " " + across + " " + down + "]";
    }
}
