package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.text.Locales;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class CameraTest {
    private final SessionPresenter presenter =
            TestTerminal.open().presenter(KioskGeometry.PORTRAIT);

    private Screen shown(EveryPage page) {
        return presenter.present(page.state(), page.now());
    }

    @Test
    void onlyAPageThatBelongsToNobodyIsNobodys() {
        List<String> nobodys = new ArrayList<>();
        for (EveryPage page : EveryPage.all()) {
            if (shown(page).isNobodys()) {
                nobodys.add(page.name());
                TerminalState state = page.state();
                assertTrue(state.session().isEmpty() || !state.inService(), page.name());
            }
        }
        // A control: it is not simply none.
        assertTrue(nobodys.contains("idle"), nobodys.toString());
        assertTrue(nobodys.size() <= 6, nobodys.toString());
    }

    @Test
    void aPictureIsTakenOfNobodysPageAndOfNoOther() throws Exception {
        Locales locales = ShippedKiosk.CONFIG.locales();
        ScreenView view =
                FxToolkit.call(() ->
                        new ScreenView(
                                tag -> KeyboardWords.of(locales.texts(tag)),
                                _ -> {},
                                PinPad.NONE,
                                System::nanoTime));
        ScreenPicture stage = FxToolkit.call(() -> new ScreenPicture(view));
        Camera camera = new Camera(view);
        assertEquals(Shot.NO_SCREEN, camera.picture(), "nothing is drawn yet");
        for (EveryPage page : EveryPage.all()) {
            Screen screen = shown(page);
            if (screen.isNobodys()) {
                FxToolkit.run(() -> stage.layOut(screen));
                byte[] png = camera.picture().png().orElseThrow();
                Reply reply = Reply.picture(UUID.randomUUID(), png);
                Image image = new Image(new ByteArrayInputStream(reply.content()));
                assertEquals(screen.look().geometry().width() / 2, image.getWidth());
                assertEquals(screen.look().geometry().height() / 2, image.getHeight());
                assertTrue(png.length < 300_000, () -> png.length + " bytes");
            } else if (page.name().startsWith("card.") || page.name().equals("start")) {
                FxToolkit.run(() -> stage.layOut(screen));
                assertEquals(Shot.SOMEBODYS, camera.picture(), page.name());
            }
        }
    }
}
