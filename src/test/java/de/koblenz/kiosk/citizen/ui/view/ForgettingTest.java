package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Nodes outlive sessions; words of a citizen do not.
class ForgettingTest {
    @Test
    void nothingOfAFormerPageIsLeftInTheNodes() throws Exception {
        FxToolkit.run(() -> {
            ScreenLook look =
                    new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "de");
            ScreenView view =
                    new ScreenView(
                            Branding.KOBLENZ,
                            _ -> SampleScreens.KEYBOARD,
                            _ -> {},
                            System::nanoTime);
            ScreenPicture picture = new ScreenPicture(view);
            Map<String, Screen> marked = new SampleScreens(look, words -> "Geheim " + words).all();
            for (Screen screen : marked.values()) {
                picture.layOut(screen);
            }
            Screen start = new SampleScreens(look, words -> words).all().get("start");
            if (start != null) {
                picture.layOut(start);
            }
            List<String> left = new ArrayList<>();
            collect(view, left);
            assertEquals(List.of(), left);
        });
    }

    private static void collect(Node node, List<String> left) {
        if (node instanceof Text text && text.getText().contains("Geheim")) {
            left.add(text.getText());
        }
        String name = node.getAccessibleText();
        if (name != null && name.contains("Geheim")) {
            left.add("name: " + name);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, left));
        }
    }
}
