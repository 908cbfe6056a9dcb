package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenZones;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The five zones that every page has. Actions and services never move within a look.
final class KioskFrame extends Region {
    private final HeaderBar header = new HeaderBar();
    private final ReadingZone reading = new ReadingZone();
    private final ActionButton back;
    private final ActionButton next;
    private final Region side = new Region();
    private final IdleBanner banner = new IdleBanner();
    private final Region serviceBand = new Region();
    private final Pool<ActionButton> servicePool;
    private List<ActionButton> services = List.of();
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);
    private @Nullable BodyView<?> body;

    KioskFrame(Console console) {
        back = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        next = new ActionButton(console, TextRole.ACTION, ActionButton.Form.BESIDE, 48, "primary");
        serviceBand.getStyleClass().add("service-band");
        side.getStyleClass().add("side");
        side.setMouseTransparent(true);
        getChildren().addAll(side, header, reading, banner, back, next, serviceBand);
        servicePool =
                new Pool<>(
                        () ->
                                new ActionButton(
                                        console,
                                        TextRole.SERVICE,
                                        ActionButton.Form.ABOVE,
                                        44,
                                        "service"),
                        getChildren());
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> console.send(new SessionEvent.Touched()));
    }

    void brand(Branding branding) {
        header.brand(branding);
    }

    /// Adds a view at its place in the order of focus, before the actions.
    void add(BodyView<?> view) {
        getChildren().add(getChildren().indexOf(back), view);
    }

    void show(Screen screen, PageStyle newStyle, BodyView<?> newBody) {
        style = newStyle;
        body = newBody;
        header.show(screen, newStyle);
        reading.show(screen, newStyle);
        banner.show(screen.idleLine(), newStyle);
        back.setVisible(screen.back().isPresent());
        screen.back().ifPresent(control -> back.show(control, newStyle));
        next.setVisible(screen.next().isPresent());
        screen.next()
                .ifPresent(control -> {
                    next.show(control, newStyle);
                    // Only what leads on is the page's main button.
                    next.emphasise(control.symbol() == Symbol.NEXT);
                });
        serviceBand.setVisible(!screen.services().isEmpty());
        services = servicePool.show(screen.services().size());
        for (int i = 0; i < services.size(); i++) {
            services.get(i).show(screen.services().get(i), newStyle);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ScreenZones zones = style.zones();
        side.setVisible(!zones.stacked());
        place(side, new Area(0, 0, zones.interaction().x() - 20, zones.services().y()));
        place(header, zones.header());
        place(back, zones.back());
        place(next, zones.next());
        place(serviceBand, zones.services());
        double from = zones.back().x();
        place(
                banner,
                new Area(
                        from,
                        zones.back().y(),
                        zones.next().right() - from,
                        zones.back().height()));
        layoutServices(zones.services());
        BodyView<?> shown = body;
        if (shown != null) {
            layoutPage(zones, shown);
        }
    }

    /// The reading zone and what the page asks for. Where the words need more room, an alert stays out that
    /// the answer repeats, then the body gives what it can spare, then what stands above the title stays out, then the hint.
    private void layoutPage(ScreenZones zones, BodyView<?> shown) {
        Area area = zones.reading();
        shown.keepOut(false, false);
        double height = shown.readingHeight(zones);
        boolean alert = true;
        reading.choose(true, true, true);
        double lack = reading.needed(area.width()) - height;
        if (lack > 0 && !zones.stacked()) {
            shown.keepOut(true, !reading.alertText().isEmpty());
            height = shown.readingHeight(zones);
            lack = reading.needed(area.width()) - height;
        }
        if (lack > 0 && shown.error().equals(reading.alertText())) {
            alert = false;
            reading.choose(false, true, true);
            lack = reading.needed(area.width()) - height;
        }
        double moved = 0;
        if (lack > 0 && zones.stacked()) {
            double spare = Math.floor(shown.spare(zones.interaction()));
            moved = Math.clamp(Math.ceil(lack), 0, Math.max(0, spare));
        }
        if (lack > moved) {
            reading.choose(alert, true, false);
            lack = reading.needed(area.width()) - height;
        }
        if (lack > moved) {
            reading.choose(alert, false, false);
        }
        place(reading, new Area(area.x(), area.y(), area.width(), height + moved));
        Area own = zones.interaction();
        place(shown, new Area(own.x(), own.y() + moved, own.width(), own.height() - moved));
    }

    /// Equal shares where every label fits, else shares by need.
    private void layoutServices(Area band) {
        double left = band.x() + ScreenZones.MARGIN;
        double width = band.width() - 2 * ScreenZones.MARGIN;
        double gap = ScreenZones.GAP;
        double room = width - gap * (services.size() - 1);
        double share = Math.floor(room / Math.max(1, services.size()));
        double wished = 0;
        boolean equal = true;
        for (ActionButton service : services) {
            double own = style.portrait() ? service.leastWidth() : service.wishedWidth();
            wished += own;
            equal &= own <= share;
        }
        double x = left;
        double top = band.y() + (style.portrait() ? 14 : 8);
        double height = band.bottom() - top - (style.portrait() ? 14 : 8);
        for (ActionButton service : services) {
            double need = style.portrait() ? service.leastWidth() : service.wishedWidth();
            double own = equal ? share : Math.floor(room * need / wished);
            service.resizeRelocate(x, top, own, height);
            x += own + gap;
        }
    }

    private static void place(Node node, Area area) {
        node.resizeRelocate(area.x(), area.y(), area.width(), area.height());
    }
}
