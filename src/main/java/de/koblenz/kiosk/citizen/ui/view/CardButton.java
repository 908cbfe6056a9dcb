package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// A card that can be touched: icon, title, a second line, small icons at the end. Tiles, services,
/// answers, switches and languages are cards.
final class CardButton extends ControlTarget {
    private static final double BETWEEN = 2;

    private final Region plate = new Region();
    private final SymbolIcon icon = new SymbolIcon(44);
    private final TextBlock title;
    private final TextBlock note = new TextBlock(TextRole.NOTE, "muted");
    private final Pool<SymbolIcon> badges =
            new Pool<>(() -> new SymbolIcon(badge()), getChildren());
    private List<SymbolIcon> shownBadges = List.of();
    private boolean plated;
    private boolean noteOptional;
    private boolean noteHidden;
    private boolean badgesOptional;
    private boolean badgesShown = true;
    private double badgeSize = 36;
    private double scale = 1;
    private double padding = 20;

    CardButton(Console console, TextRole role, String... classes) {
        super(console, classes);
        title = new TextBlock(role);
        plate.getStyleClass().add("plate");
        plate.setManaged(false);
        plate.setMouseTransparent(true);
        getChildren().addAll(plate, icon, title, note);
    }

    /// Puts the icon on a coloured plate.
    CardButton plated() {
        plated = true;
        return this;
    }

    /// Size of the icons at the end.
    CardButton badgeSize(double size) {
        badgeSize = size;
        return this;
    }

    /// Leaves the icons at the end out where the title would need another line beside them in large text.
    CardButton badgesOptional() {
        badgesOptional = true;
        return this;
    }

    /// Keeps the second line out, because it stands somewhere else.
    void setNoteHidden(boolean hidden) {
        noteHidden = hidden;
        note.setVisible(!hidden && !note.isEmpty());
        requestLayout();
    }

    private boolean withNote() {
        return !noteHidden && !note.isEmpty();
    }

    private double badge() {
        return Math.rint(badgeSize * scale);
    }

    /// Leaves the second line out where it does not fit.
    CardButton noteOptional() {
        noteOptional = true;
        return this;
    }

    void show(Control control, String noteWords, String iconCharacter, PageStyle style) {
        show(control, noteWords, iconCharacter, List.of(), "", style);
    }

    /// @param badgeCharacters icons at the end
    /// @param state words that its accessible name gets beside label and note
    void show(
            Control control,
            String noteWords,
            String iconCharacter,
            List<String> badgeCharacters,
            String state,
            PageStyle style) {
        title.show(control.label(), style.typography());
        note.show(noteWords, style.typography());
        icon.show(iconCharacter);
        plate.setVisible(plated && !iconCharacter.isEmpty());
        shownBadges = badges.show(badgeCharacters.size());
        scale = style.large() ? 1.2 : 1;
        for (int i = 0; i < shownBadges.size(); i++) {
            shownBadges.get(i).setSize(badge());
            shownBadges.get(i).show(badgeCharacters.get(i));
        }
        padding = style.large() ? 14 : 20;
        StringBuilder name = new StringBuilder(Hyphenation.plain(control.label()));
        for (String more : List.of(noteWords, state)) {
            if (!more.isEmpty()) {
                name.append(", ").append(Hyphenation.plain(more));
            }
        }
        become(control, name.toString());
        requestLayout();
    }

    private void chooseBadges(double width) {
        badgesShown = true;
        if (badgesOptional && scale > 1 && !shownBadges.isEmpty()) {
            double beside = title.fit(wordsWidth(width), 0);
            badgesShown = false;
            badgesShown = beside <= title.fit(wordsWidth(width), 0);
        }
        for (SymbolIcon badge : shownBadges) {
            badge.setVisible(badgesShown);
        }
    }

    @Override
    double leastHeight(double width) {
        chooseBadges(width);
        double words = wordsWidth(width);
        double height = title.fit(words, 0);
        if (withNote() && !noteOptional) {
            height += BETWEEN + note.fit(words, 0);
        }
        return Math.max(64, height + margin());
    }

    @Override
    protected void layoutChildren() {
        if (icon.isVisible() && plated && getHeight() > 0.8 * getWidth()) {
            layoutUpright();
            return;
        }
        chooseBadges(getWidth());
        double words = wordsWidth(getWidth());
        double left = padding;
        if (icon.isVisible()) {
            placeIcon(left, (getHeight() - iconBox()) / 2);
            left += iconBox() + (plated ? 20 : 12);
        }
        layoutWords(left, margin() / 2, words, getHeight() - margin(), VPos.CENTER);
        double right = getWidth() - padding;
        for (SymbolIcon badge : shownBadges) {
            right -= badge();
            badge.place(right, 0, badge(), getHeight());
            right -= 8;
        }
    }

    private void layoutUpright() {
        placeIcon(padding + 4, padding + 8);
        double top = padding + 8 + iconBox() + 16;
        layoutWords(
                padding + 4, top, getWidth() - 2 * padding - 8, getHeight() - top - 12, VPos.TOP);
    }

    private void placeIcon(double left, double top) {
        double box = iconBox();
        plate.resizeRelocate(left, Math.rint(top), box, box);
        icon.setSize(plated ? Math.rint(box * 0.58) : box);
        icon.place(left, Math.rint(top), box, box);
    }

    private void layoutWords(double left, double top, double width, double height, VPos down) {
        double aside = !withNote() ? 0 : note.lineWidth() + 4;
        boolean low = height < 88 && aside > 0 && aside < width * 0.4 && down == VPos.CENTER;
        if (low && title.fit(width - aside - 24, height) <= height + 0.5) {
            title.resizeRelocate(left, top, width - aside - 24, height);
            note.align(HPos.RIGHT, VPos.CENTER)
                    .resizeRelocate(left + width - aside, top, aside, height);
            note.setVisible(true);
            return;
        }
        note.align(HPos.LEFT, VPos.CENTER);
        double noteHeight = !withNote() ? 0 : note.fit(width, height * 0.6);
        double titleHeight = title.fit(width, height - noteHeight - (noteHeight > 0 ? BETWEEN : 0));
        boolean withNote = noteHeight > 0;
        if (withNote && noteOptional && titleHeight + BETWEEN + noteHeight > height + 0.5) {
            withNote = false;
            titleHeight = title.fit(width, height);
        }
        note.setVisible(withNote);
        double total = titleHeight + (withNote ? BETWEEN + noteHeight : 0);
        double y = down == VPos.TOP ? top : Math.rint(top + (height - total) / 2);
        title.resizeRelocate(left, y, width, titleHeight);
        note.resizeRelocate(left, y + titleHeight + BETWEEN, width, noteHeight);
    }

    /// Room above and below the words that a full card still has.
    private double margin() {
        return padding < 20 ? 4 : 12;
    }

    private double wordsWidth(double width) {
        double used = 2 * padding + (badgesShown ? shownBadges.size() * (badge() + 8) : 0);
        if (icon.isVisible()) {
            used += iconBox() + (plated ? 20 : 12);
        }
        return width - used;
    }

    private double iconBox() {
        if (!plated) {
            return Math.rint(44 * scale);
        }
        return getHeight() < 120 ? 56 : 88;
    }
}
