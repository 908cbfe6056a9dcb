package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.text.Locales;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class HalfPictureTest {
    private static final Locales LOCALES = ShippedKiosk.CONFIG.locales();

    private static ScreenView view() {
        return new ScreenView(
                tag -> KeyboardWords.of(LOCALES.texts(tag)),
                _ -> {},
                PinPad.NONE,
                System::nanoTime);
    }

    private static Screen idle() {
        EveryPage page =
                EveryPage.all().stream()
                        .filter(each -> each.name().equals("idle"))
                        .findAny()
                        .orElseThrow();
        return TestTerminal.open()
                .presenter(KioskGeometry.PORTRAIT)
                .present(page.state(), page.now());
    }

    /// How much of a picture is of another colour than its own left upper corner.
    private static int drawn(WritableImage picture, int fromRow) {
        int ground = picture.getPixelReader().getArgb(2, (int) picture.getHeight() / 10);
        int different = 0;
        for (int y = fromRow; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                different += picture.getPixelReader().getArgb(x, y) == ground ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void aScreenThatIsDrawnSmallerAndElsewhereGivesTheSamePicture() throws Exception {
        FxToolkit.run(() -> {
            Screen screen = idle();
            WritableImage straight = ScreenPicture.half(new ScreenPicture(view()).layOut(screen));
            ScreenView scaled = view();
            ScaledScreen place = new ScaledScreen(scaled);
            Scene scene = new Scene(place, 900, 480);
            scaled.render(screen);
            scaled.styleVisible();
            scene.snapshot(null);
            WritableImage picture = ScreenPicture.half(scaled);
            assertEquals(straight.getWidth(), picture.getWidth());
            assertEquals(straight.getHeight(), picture.getHeight());
            // The lower half too, which a picture with the window's own scale leaves white.
            int lower = (int) straight.getHeight() / 2;
            assertEquals(drawn(straight, 0), drawn(picture, 0), 0.02 * drawn(straight, 0));
            assertEquals(
                    drawn(straight, lower), drawn(picture, lower), 0.02 * drawn(straight, lower));
        });
    }
}
