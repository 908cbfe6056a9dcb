package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// Title, hint and alert. Above the interaction zone the words stand close to it, at the bottom, and
/// the alert at the top; beside it everything starts at the top.
final class ReadingZone extends Region {
    private static final double SPACE = 16;

    private final TextBlock title = new TextBlock(TextRole.TITLE).align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock greeting = new TextBlock(TextRole.HERO).align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock hint = new TextBlock(TextRole.BODY, "muted").align(HPos.LEFT, VPos.TOP);
    private final AlertBox alert = new AlertBox();
    private boolean stacked;

    ReadingZone() {
        setMouseTransparent(true);
        getChildren().addAll(title, greeting, hint, alert);
    }

    void show(Screen screen, PageStyle style) {
        boolean start = screen.body() instanceof Screen.Start;
        title.show(start ? "" : screen.title(), style.typography());
        greeting.show(start ? screen.title() : "", style.typography());
        hint.show(screen.hint(), style.typography());
        screen.alert().ifPresent(a -> alert.show(a, style));
        if (screen.alert().isEmpty()) {
            Forgetful.forgetAll(alert);
        }
        alert.setVisible(screen.alert().isPresent());
        stacked = style.zones().stacked();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = 0;
        double room = getHeight();
        if (alert.isVisible()) {
            double height = alert.needed(width);
            alert.resizeRelocate(0, top, width, height);
            top += height + SPACE + 8;
        }
        double hintHeight = hint.fit(width, room * 0.6);
        TextBlock heading = greeting.isEmpty() ? title : greeting;
        double space = hintHeight > 0 && !heading.isEmpty() ? SPACE : 0;
        double headingHeight = heading.fit(width, room - top - hintHeight - space);
        double y = stacked ? Math.rint(room - hintHeight - space - headingHeight) : top;
        heading.resizeRelocate(0, y, width, headingHeight);
        hint.resizeRelocate(0, y + headingHeight + space, width, hintHeight);
    }
}
