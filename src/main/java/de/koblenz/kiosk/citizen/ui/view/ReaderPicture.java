package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Symbol;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Polygon;
import javafx.util.Duration;

/// A card, an arrow and the reader under the screen, in outlines: down where the card is to be laid on, up where it is to be taken. When the page
/// is new the card shows the way, slowly, twice and for less than five seconds (WCAG 2.2, 2.2.2); with any aid, or where the system asks for
/// reduced motion, it stands still.
final class ReaderPicture extends Region {
    /// Below this nobody recognises anything.
    static final double LEAST_HEIGHT = 150;

    private static final double MOST_HEIGHT = 380;
    private static final double SHAPE = 85.60 / 53.98;
    private static final int WAVES = 3;
    private static final Duration GLIDE = Duration.millis(1_300);
    private static final Duration REST = Duration.millis(1_900);
    private static final Duration BACK = Duration.millis(2_400);

    private final CardPicture card = new CardPicture(false);
    private final Region reader = new Region();
    private final Polygon arrow = new Polygon();
    private final Arc[] waves = new Arc[WAVES];
    private final Timeline motion = new Timeline();
    private boolean takes;
    private boolean moves;
    private double way;

    ReaderPicture() {
        setMouseTransparent(true);
        setManaged(false);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        reader.getStyleClass().add("reader");
        arrow.getStyleClass().add("reader-arrow");
        getChildren().addAll(reader);
        for (int i = 0; i < WAVES; i++) {
            waves[i] = new Arc();
            waves[i].setType(ArcType.OPEN);
            waves[i].setStartAngle(-40);
            waves[i].setLength(80);
            waves[i].getStyleClass().add("reader-wave");
            getChildren().add(waves[i]);
        }
        getChildren().addAll(arrow, card);
        motion.setCycleCount(2);
    }

    /// Whether a symbol is told by this picture.
    static boolean tells(Symbol symbol) {
        return symbol == Symbol.LAY_CARD || symbol == Symbol.TAKE_CARD;
    }

    /// Takes over what the page says.
    void show(Symbol symbol, PageStyle style) {
        setVisible(tells(symbol));
        takes = symbol == Symbol.TAKE_CARD;
        moves =
                !style.large()
                        && !style.low()
                        && !style.look().highContrast()
                        && !Platform.getPreferences().isReducedMotion();
        if (!isVisible() || !moves) {
            rest();
        }
        requestLayout();
    }

    /// The page is new.
    void begin() {
        rest();
        if (isVisible() && moves && way > 0) {
            double end = takes ? -way : way;
            motion.getKeyFrames()
                    .setAll(
                            new KeyFrame(Duration.ZERO, new KeyValue(card.translateYProperty(), 0)),
                            new KeyFrame(
                                    GLIDE,
                                    new KeyValue(
                                            card.translateYProperty(),
                                            end,
                                            Interpolator.EASE_BOTH)),
                            new KeyFrame(REST, new KeyValue(card.translateYProperty(), end)),
                            new KeyFrame(
                                    BACK,
                                    new KeyValue(
                                            card.translateYProperty(), 0, Interpolator.EASE_BOTH)));
            motion.playFromStart();
        }
    }

    /// Whether something moves now.
    boolean moving() {
        return motion.getStatus() == Animation.Status.RUNNING;
    }

    /// Everything where it was.
    void rest() {
        motion.stop();
        card.setTranslateY(0);
    }

    /// At the bottom of a box, as near to the reader as the page allows; not at all where that is too small.
    void place(double x, double y, double width, double height) {
        double own = Math.min(height, MOST_HEIGHT);
        setVisible(isVisible() && own >= LEAST_HEIGHT);
        resizeRelocate(x, y + height - own, width, own);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double cardHeight = Math.rint(height * 0.34);
        double cardWidth = Math.rint(cardHeight * SHAPE);
        double readerHeight = Math.rint(height * 0.42);
        double readerWidth = Math.rint(cardWidth * 1.35);
        double middle = Math.rint(getWidth() / 2);
        double readerTop = height - readerHeight;
        reader.resizeRelocate(middle - readerWidth / 2, readerTop, readerWidth, readerHeight);
        double above = 0;
        double on = readerTop + Math.rint((readerHeight - cardHeight) / 2);
        way = on - above;
        card.resizeRelocate(middle - cardWidth / 2, takes ? on : above, cardWidth, cardHeight);
        layoutArrow(middle, takes ? 0 : cardHeight + 8, readerTop - 8);
        double sign = middle - readerWidth * 0.06;
        double centre = readerTop + readerHeight / 2;
        for (int i = 0; i < WAVES; i++) {
            double radius = readerHeight * (0.14 + 0.12 * i);
            waves[i].setVisible(!takes);
            waves[i].setCenterX(sign);
            waves[i].setCenterY(centre);
            waves[i].setRadiusX(radius);
            waves[i].setRadiusY(radius);
        }
    }

    private void layoutArrow(double middle, double top, double bottom) {
        double tall = Math.min(bottom - top, getHeight() * 0.30);
        double from = (top + bottom - tall) / 2;
        double half = tall * 0.42;
        double shaft = half * 0.42;
        double neck = tall * 0.5;
        arrow.getPoints()
                .setAll(
                        middle,
                        from + tall,
                        middle - half,
                        from + neck,
                        middle - shaft,
                        from + neck,
                        middle - shaft,
                        from,
                        middle + shaft,
                        from,
                        middle + shaft,
                        from + neck,
                        middle + half,
                        from + neck);
        arrow.setRotate(takes ? 180 : 0);
    }
}
