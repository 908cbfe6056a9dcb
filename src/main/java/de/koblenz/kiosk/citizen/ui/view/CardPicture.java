package de.koblenz.kiosk.citizen.ui.view;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;

/// The front of an identity card, in outlines; the place of the six-digit access number, at the lower right, may be marked.
final class CardPicture extends Region {
    /// Width of a card by its height (ISO/IEC 7810, ID-1: 85.60 mm × 53.98 mm).
    private static final double SHAPE = 85.60 / 53.98;

    private final Region card = part("card-outline");
    private final Region photo = part("card-photo");
    private final Region head = part("card-line");
    private final Region name = part("card-line");
    private final Region birth = part("card-line");
    private final Region number = part("card-number");

    /// @param marked whether the access number's place is
    CardPicture(boolean marked) {
        number.setVisible(marked);
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(card, photo, head, name, birth, number);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double height = Math.min(getHeight(), getWidth() / SHAPE);
        double width = height * SHAPE;
        double left = Math.rint((getWidth() - width) / 2);
        double top = Math.rint((getHeight() - height) / 2);
        place(card, left, top, width, height, 0, 0, 1, 1);
        place(photo, left, top, width, height, 0.06, 0.24, 0.26, 0.60);
        place(head, left, top, width, height, 0.06, 0.08, 0.60, 0.07);
        place(name, left, top, width, height, 0.38, 0.28, 0.44, 0.07);
        place(birth, left, top, width, height, 0.38, 0.46, 0.34, 0.07);
        place(number, left, top, width, height, 0.64, 0.70, 0.30, 0.20);
    }

    private static void place(
            Region part,
            double left,
            double top,
            double width,
            double height,
            double x,
            double y,
            double w,
            double h) {
        part.resizeRelocate(
                Math.rint(left + width * x),
                Math.rint(top + height * y),
                Math.rint(width * w),
                Math.rint(height * h));
    }
}
