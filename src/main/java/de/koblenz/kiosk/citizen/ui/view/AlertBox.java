package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Alert;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// A message of the page: a bar and an icon in its colour, words in plain ink, the code for the help desk.
final class AlertBox extends Region {
    private static final double LEFT = 26;

    private static final double ICON_ROW = 56;

    private final SymbolIcon icon = new SymbolIcon(44);
    private final TextBlock words = new TextBlock(TextRole.BODY);
    private final TextBlock code = new TextBlock(TextRole.NOTE, "muted");
    private boolean large;

    AlertBox() {
        getStyleClass().add("alert");
        getChildren().addAll(icon, words, code);
    }

    void show(Alert alert, PageStyle style) {
        String level = alert.level().name().toLowerCase(Locale.ROOT);
        if (!getStyleClass().contains(level)) {
            getStyleClass().setAll("alert", level);
        }
        icon.show(
                switch (alert.level()) {
                    case INFO -> Symbol.INFO;
                    case SUCCESS -> Symbol.CHECK;
                    case WARNING -> Symbol.WARNING;
                    case ERROR -> Symbol.ERROR;
                },
                style.rightToLeft());
        large = style.large();
        words.show(alert.text(), style.typography());
        code.show(alert.code(), style.typography());
        requestLayout();
    }

    double needed(double width) {
        if (narrow(width)) {
            return ICON_ROW + words.fit(width - LEFT - 20, 0) + 28;
        }
        double inner = width - LEFT - 64 - 20;
        return Math.max(84, words.fit(inner, 0) + codeHeight(inner) + 32);
    }

    /// In a narrow column at large text the icon and the code stand in a row of their own.
    private boolean narrow(double width) {
        return large && width < 700;
    }

    @Override
    protected void layoutChildren() {
        if (narrow(getWidth())) {
            double wide = getWidth() - LEFT - 20;
            icon.place(LEFT, 12, 48, ICON_ROW);
            code.align(HPos.LEFT, VPos.CENTER).resizeRelocate(LEFT + 64, 12, wide - 64, ICON_ROW);
            words.resizeRelocate(LEFT, 12 + ICON_ROW, wide, getHeight() - ICON_ROW - 28);
            return;
        }
        code.align(HPos.LEFT, VPos.TOP);
        double inner = getWidth() - LEFT - 64 - 20;
        double codeHeight = codeHeight(inner);
        double height = getHeight() - 32 - codeHeight;
        icon.place(LEFT, 16, 48, Math.min(44, getHeight() - 32));
        words.resizeRelocate(LEFT + 64, 16, inner, height);
        code.resizeRelocate(LEFT + 64, 16 + height, inner, codeHeight);
    }

    private double codeHeight(double width) {
        return code.isEmpty() ? 0 : code.fit(width, 0) + 4;
    }
}
