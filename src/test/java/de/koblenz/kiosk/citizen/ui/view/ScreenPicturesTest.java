package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.EveryPage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pictures of every page in `target/screens/`: all of them in German as most citizens see them, one of each kind (the one
/// with the most words) in all eleven dressings of [Dressing#pairs()].
class ScreenPicturesTest {
    @Test
    void picturesShowEveryPage() throws Exception {
        List<EveryPage> all = EveryPage.all();
        List<EveryPage> kinds = PageKind.longest(all);
        List<Dressing> pairs = Dressing.pairs();
        try (PictureBook book = new PictureBook(Path.of("target", "screens"))) {
            // All of one dressing after each other, because restyling costs most.
            for (Dressing dressing : pairs) {
                for (EveryPage page : dressing.equals(pairs.getFirst()) ? all : kinds) {
                    book.paint(page, dressing);
                }
            }
            assertEquals(all.size() + kinds.size() * (pairs.size() - 1), book.size());
        }
    }
}
