package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// The top of every page: crest, office, progress in words, and the aids that are on as icons.
final class HeaderBar extends Region {
    private static final PseudoClass COLUMN = PseudoClass.getPseudoClass("column");
    private static final double CREST = 84;
    private static final double AID = 44;
    private static final double MARGIN = 28;

    private Node crest = new Crest(CREST);
    private final TextBlock office = new TextBlock(TextRole.TILE);
    private final TextBlock progress = new TextBlock(TextRole.FACT, "muted");
    private final Pool<SymbolIcon> aids = new Pool<>(() -> new SymbolIcon(AID), getChildren());
    private List<SymbolIcon> shownAids = List.of();
    private boolean column;

    HeaderBar() {
        getStyleClass().add("header");
        crest.setManaged(false);
        getChildren().addAll(crest, office, progress);
    }

    void brand(Branding branding) {
        Node chosen =
                branding.crest()
                        .<Node>map(path -> image(path.toUri().toString()))
                        .orElseGet(() -> new Crest(CREST));
        chosen.setManaged(false);
        getChildren().set(getChildren().indexOf(crest), chosen);
        crest = chosen;
    }

    void show(Screen screen, PageStyle style) {
        office.show(screen.office(), style.typography());
        progress.show(screen.progress(), style.typography());
        column = !style.zones().stacked();
        pseudoClassStateChanged(COLUMN, column);
        List<Symbol> active = activeAids(style.look());
        shownAids = aids.show(active.size());
        for (int i = 0; i < active.size(); i++) {
            shownAids.get(i).show(active.get(i), false);
        }
        requestLayout();
    }

    private static List<Symbol> activeAids(ScreenLook look) {
        List<Symbol> active = new ArrayList<>();
        if (look.largeText()) {
            active.add(Symbol.LARGE_TEXT);
        }
        if (look.highContrast()) {
            active.add(Symbol.CONTRAST);
        }
        if (look.lowReach()) {
            active.add(Symbol.LOW_REACH);
        }
        return active;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - 4;
        crest.relocate(MARGIN, Math.rint(column ? 26 : (height - CREST) / 2));
        double left = MARGIN + 70 + 20;
        double right = getWidth() - (column ? 16 : MARGIN);
        for (SymbolIcon aid : shownAids) {
            right -= AID + 8;
            aid.place(right, column ? 10 : 0, AID, column ? 44 : height);
        }
        if (column) {
            double officeRight = right;
            double width = officeRight - left - 8;
            double progressHeight = progress.fit(width, 60);
            double officeHeight = office.fit(width, height - progressHeight - 20);
            double middle = 26 + CREST / 2 - (officeHeight + progressHeight) / 2;
            double top = Math.rint(Math.max(14, middle));
            office.align(HPos.LEFT, VPos.CENTER).resizeRelocate(left, top, width, officeHeight);
            progress.align(HPos.LEFT, VPos.CENTER)
                    .resizeRelocate(left, top + officeHeight, width, progressHeight);
        } else {
            double room = right - left - 24;
            double progressWidth =
                    progress.isEmpty() ? 0 : Math.min(progress.lineWidth() + 4, room * 0.5);
            office.resizeRelocate(left, 8, room - progressWidth - 24, height - 16);
            progress.align(HPos.RIGHT, VPos.CENTER)
                    .resizeRelocate(right - 16 - progressWidth, 8, progressWidth, height - 16);
        }
    }

    private static ImageView image(String url) {
        ImageView view = new ImageView(new Image(url, 0, CREST, true, true));
        view.setFitHeight(CREST);
        view.setPreserveRatio(true);
        return view;
    }
}
