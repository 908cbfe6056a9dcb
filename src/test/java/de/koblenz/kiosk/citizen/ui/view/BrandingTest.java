package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandingTest {
    @Test
    void aCitysCrestAndColoursTakeThePlaceOfTheUsualOnes(@TempDir Path folder) throws Exception {
        Path crest = folder.resolve("crest.png");
        ImageIO.write(new BufferedImage(40, 48, BufferedImage.TYPE_INT_RGB), "png", crest.toFile());
        FxToolkit.run(() -> {
            ScreenView view = PageWalk.view();
            ScreenPicture picture = new ScreenPicture(view);
            for (boolean contrast : new boolean[] {false, true}) {
                ScreenLook look =
                        new ScreenLook(KioskGeometry.PORTRAIT, contrast, false, false, false, "de");
                view.brand(new Branding(Optional.of(crest), Map.of("action-default", "#00542E")));
                picture.layOut(new TouchPages(look).named("choices"));
                // High contrast is the same in every city.
                assertEquals(Color.web(contrast ? "#FFDD00" : "#00542E"), background(view));
                assertEquals(1, view.lookupAll("ImageView").size());
            }
        });
    }

    private static Object background(ScreenView view) {
        Region next = (Region) view.lookup("#next");
        return next.getBackground().getFills().getLast().getFill();
    }
}
