package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A screen scaled to the space that it gets, centred; for a window on a desk and for panels with
/// more pixels. FX thread only.
public final class ScaledScreen extends Region {
    private final ScreenView view;
    private final Scale scale = new Scale(1, 1);

    public ScaledScreen(ScreenView view) {
        this.view = view;
        view.getTransforms().add(scale);
        view.setManaged(false);
        getChildren().add(view);
        view.prefWidthProperty().addListener(_ -> requestLayout());
        setMinSize(100, 100);
    }

    @Override
    protected double computePrefWidth(double height) {
        return view.prefWidth(-1) / 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return view.prefHeight(-1) / 2;
    }

    @Override
    protected void layoutChildren() {
        double width = view.prefWidth(-1);
        double height = view.prefHeight(-1);
        double factor = Math.min(getWidth() / width, getHeight() / height);
        scale.setX(factor);
        scale.setY(factor);
        view.resizeRelocate(
                Math.rint((getWidth() - width * factor) / 2),
                Math.rint((getHeight() - height * factor) / 2),
                width,
                height);
    }
}
