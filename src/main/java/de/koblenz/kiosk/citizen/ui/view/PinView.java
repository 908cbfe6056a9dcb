package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.PinEntry;
import java.util.Optional;

/// Dots, keys, and the way on for who has no PIN. Holds no digit.
final class PinView extends BodyView<PinEntry> {
    private static final double DOTS = 96;
    private static final double KEY = 124;
    private static final double LOW_KEY = 92;
    private static final double BOARD = 640;
    private static final double MOST_PICTURE = 260;

    private final PinDots dots = new PinDots();
    private final CardPicture picture = new CardPicture(true);
    private final ActionButton without;
    private final PinBoard board;

    PinView(Console console) {
        super(console);
        without =
                new ActionButton(
                        console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        board = new PinBoard(console);
        board.setNodeOrientation(javafx.geometry.NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(dots, picture, without, board);
    }

    @Override
    void update(PinEntry body, PageStyle style) {
        dots.show(body.digits(), body.count());
        dots.setAccessibleText(body.label());
        picture.setVisible(body.picture());
        without.setVisible(body.without().isPresent());
        body.without().ifPresent(control -> without.show(control, style));
        board.show(console.words().apply(style.look().language()), Optional.empty(), style);
    }

    @Override
    void pageChanged() {
        console.gate().forgetTarget();
    }

    /// A real keypad types, too.
    @Override
    void type(String letters) {
        if (letters.length() == 1 && letters.charAt(0) >= '0' && letters.charAt(0) <= '9') {
            console.pad().press(letters.charAt(0) - '0');
        }
    }

    @Override
    void delete() {
        console.pad().erase();
    }

    @Override
    double overhang() {
        if (!style().low() || !style().portrait()) {
            return 0;
        }
        return DOTS + 16 + (picture.isVisible() ? MOST_PICTURE + 16 : 0);
    }

    @Override
    double spare(Area zone) {
        return style().low() ? 0 : zone.height() - upright(zone) - (picture.isVisible() ? 140 : 0);
    }

    private double upright(Area zone) {
        return DOTS + 16 + withoutHeight(zone.width()) + 24 + 4 * KEY + 3 * KeyBoard.GAP;
    }

    private double withoutHeight(double width) {
        return without.isVisible() ? Math.max(80, without.leastHeight(width)) : 0;
    }

    @Override
    void arrange(Area zone) {
        if (style().portrait()) {
            upright(zone, overhang());
        } else {
            lying(zone);
        }
    }

    private void upright(Area zone, double above) {
        double key = style().low() ? LOW_KEY : KEY;
        double boardHeight = 4 * key + 3 * KeyBoard.GAP;
        double top = zone.y() - above;
        double button = withoutHeight(zone.width());
        board.resizeRelocate(zone.x(), zone.bottom() - boardHeight, zone.width(), boardHeight);
        double buttonTop = zone.bottom() - boardHeight - button - (style().low() ? 8 : 24);
        without.resizeRelocate(zone.x(), buttonTop, zone.width(), button);
        double room = (style().low() ? zone.y() : buttonTop) - top - DOTS - 32;
        double high = picture.isVisible() ? Math.clamp(room, 0, MOST_PICTURE) : 0;
        picture.resizeRelocate(zone.x(), top, zone.width(), high);
        double dotsTop = top + high + (high > 0 ? 16 : 0);
        dots.resizeRelocate(zone.x(), dotsTop, zone.width(), DOTS);
    }

    private void lying(Area zone) {
        double key = Math.min(KEY, (zone.height() - 3 * KeyBoard.GAP) / 4);
        double boardHeight = 4 * key + 3 * KeyBoard.GAP;
        double width = Math.min(BOARD, zone.width() / 2);
        double column = zone.width() - width - 32;
        double left = zone.right() - width;
        board.resizeRelocate(left, zone.y(), width, boardHeight);
        double button = withoutHeight(column);
        double bottom = zone.y() + boardHeight;
        dots.resizeRelocate(zone.x(), zone.y(), column, DOTS);
        without.resizeRelocate(zone.x(), bottom - button, column, button);
        double room = bottom - button - zone.y() - DOTS - 32;
        picture.resizeRelocate(
                zone.x(), zone.y() + DOTS + 16, column, Math.clamp(room, 0, MOST_PICTURE));
    }
}
