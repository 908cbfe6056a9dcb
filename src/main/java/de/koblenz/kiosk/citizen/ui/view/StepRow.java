package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.ProgressStep;
import javafx.css.PseudoClass;

/// A step that runs by itself, with its state as an icon and a weight of type.
final class StepRow extends Cell {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final double ICON = 56;

    private final SymbolIcon icon = new SymbolIcon(ICON);
    private final TextBlock label = new TextBlock(TextRole.LABEL);

    StepRow() {
        getStyleClass().addAll("panel", "step");
        getChildren().addAll(icon, label);
        setMouseTransparent(true);
    }

    void show(ProgressStep step, PageStyle style) {
        icon.show(
                switch (step.mark()) {
                    case DONE -> SymbolIcon.DONE;
                    case RUNNING -> SymbolIcon.RUNNING;
                    case WAITING -> SymbolIcon.WAITING;
                    case FAILED -> SymbolIcon.FAILED;
                });
        pseudoClassStateChanged(RUNNING, step.mark() == ProgressStep.Mark.RUNNING);
        pseudoClassStateChanged(DONE, step.mark() == ProgressStep.Mark.DONE);
        pseudoClassStateChanged(FAILED, step.mark() == ProgressStep.Mark.FAILED);
        pseudoClassStateChanged(WAITING, step.mark() == ProgressStep.Mark.WAITING);
        label.show(step.label(), style.typography());
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        return Math.max(88, label.fit(width - ICON - 72, 0) + 24);
    }

    @Override
    protected void layoutChildren() {
        icon.place(24, 0, ICON, getHeight());
        label.resizeRelocate(24 + ICON + 24, 6, getWidth() - ICON - 72, getHeight() - 12);
    }
}
