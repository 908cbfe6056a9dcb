package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// What the question belongs to, title, hint and alert. Above the interaction zone the words stand close to it, at the bottom, and
/// the alert at the top; beside it everything starts at the top.
final class ReadingZone extends Region {
    private static final double SPACE = 16;
    private static final double WIDE = 1500;

    private final TextBlock section =
            new TextBlock(TextRole.FACT, "muted").align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock title = new TextBlock(TextRole.TITLE).align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock greeting = new TextBlock(TextRole.HERO).align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock hint = new TextBlock(TextRole.BODY, "muted").align(HPos.LEFT, VPos.TOP);
    private final AlertBox alert = new AlertBox();
    private boolean stacked;
    private boolean alertShown;
    private boolean hintShown;
    private boolean sectionShown;
    private String alertText = "";

    ReadingZone() {
        setMouseTransparent(true);
        getChildren().addAll(section, title, greeting, hint, alert);
    }

    void show(Screen screen, PageStyle style) {
        boolean start = screen.body() instanceof Screen.Start;
        section.show(screen.section(), style.typography());
        title.show(start ? "" : screen.title(), style.typography());
        greeting.show(start ? screen.title() : "", style.typography());
        hint.show(screen.hint(), style.typography());
        screen.alert().ifPresent(a -> alert.show(a, style));
        if (screen.alert().isEmpty()) {
            Forgetful.forgetAll(alert);
        }
        alertText = screen.alert().map(Screen.Alert::text).orElse("");
        stacked = style.zones().stacked();
        requestLayout();
    }

    /// What the alert says; empty without one.
    String alertText() {
        return alertText;
    }

    /// Chooses what is shown. The alert may stay out where the answer says the same, and the hint as the
    /// last resort, after what stands above the title.
    void choose(boolean withAlert, boolean withHint, boolean withSection) {
        alertShown = withAlert && !alertText.isEmpty();
        hintShown = withHint && !hint.isEmpty();
        alert.setVisible(alertShown);
        hint.setVisible(hintShown);
        sectionShown = withSection && !section.isEmpty();
        section.setVisible(sectionShown);
        requestLayout();
    }

    /// Least height of what is chosen.
    double needed(double width) {
        double words = wordsWidth(width);
        TextBlock heading = heading();
        double needed = heading.fit(words, 0) + sectionHeight(words);
        if (hintShown) {
            needed += hint.fit(words, 0) + (heading.isEmpty() ? 0 : SPACE);
        }
        if (!alertShown) {
            return needed;
        }
        double high = alert.needed(alertWidth(width));
        return beside(width) ? Math.max(needed, high) : needed + high + SPACE + 8;
    }

    /// Height of what stands above the title, the distance included.
    private double sectionHeight(double words) {
        return sectionShown ? section.fit(words, 0) + 6 : 0;
    }

    private TextBlock heading() {
        return greeting.isEmpty() ? title : greeting;
    }

    /// A wide zone has the alert beside the words.
    private boolean beside(double width) {
        return alertShown && width > WIDE;
    }

    private double alertWidth(double width) {
        return beside(width) ? Math.floor(width * 0.56) : width;
    }

    private double wordsWidth(double width) {
        return beside(width) ? width - alertWidth(width) - 2 * SPACE : width;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double words = wordsWidth(width);
        double top = 0;
        double room = getHeight();
        if (alertShown) {
            double high = alert.needed(alertWidth(width));
            boolean beside = beside(width);
            alert.resizeRelocate(
                    beside ? words + 2 * SPACE : 0,
                    beside ? Math.max(0, room - high) : 0,
                    alertWidth(width),
                    high);
            top += beside ? 0 : high + SPACE + 8;
        }
        TextBlock heading = heading();
        double rest = room - top - sectionHeight(words) - heading.fit(words, 0) - SPACE;
        double hintHeight = hintShown ? hint.fit(words, Math.min(room * 0.6, rest)) : 0;
        double space = hintHeight > 0 && !heading.isEmpty() ? SPACE : 0;
        double above = sectionHeight(words);
        double headingHeight = heading.fit(words, room - top - above - hintHeight - space);
        double y = stacked ? Math.rint(room - hintHeight - space - headingHeight) : top + above;
        section.resizeRelocate(0, y - above, words, Math.max(0, above - 6));
        heading.resizeRelocate(0, y, words, headingHeight);
        hint.resizeRelocate(0, y + headingHeight + space, words, hintHeight);
    }
}
