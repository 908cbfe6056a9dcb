package de.koblenz.kiosk.citizen.ui.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;

/// One embedded font file. Used on the FX thread; every file is a family of its
/// own, because two files of one family name would shadow each other.
final class Face {
    static final Face FIRA = new Face("FiraSans-Regular.ttf", false, 1.2, 0, 0);
    static final Face FIRA_STRONG = new Face("FiraSans-SemiBold.ttf", false, 1.2, 0, 0);
    static final Face VAZIRMATN = new Face("Vazirmatn-Regular.ttf", false, 1.5625, 0.16, 0.05);
    static final Face VAZIRMATN_STRONG =
            new Face("Vazirmatn-SemiBold.ttf", true, 1.5625, 0.16, 0.05);
    static final Face NOTO = new Face("NotoSans-Regular.ttf", false, 1.362, 0.08, 0.03);
    static final Face NOTO_STRONG = new Face("NotoSans-SemiBold.ttf", true, 1.362, 0.08, 0.03);

    private final String file;
    private final boolean shapedStrong;
    private final double lineHeight;
    private final double emptyTop;
    private final double emptyBottom;
    private final Map<Double, Font> sizes = new HashMap<>();
    private String family = "";

    /// @param shapedStrong whether it is a strong one with letters that Pango shapes: asked for by its name, JavaFX 26 would paint
    ///     these with the glyphs of the family's regular file, so each size is loaded from the file
    private Face(
            String file,
            boolean shapedStrong,
            double lineHeight,
            double emptyTop,
            double emptyBottom) {
        this.file = file;
        this.shapedStrong = shapedStrong;
        this.lineHeight = lineHeight;
        this.emptyTop = emptyTop;
        this.emptyBottom = emptyBottom;
    }

    /// The font at a size in pixels. The first font asked for loads all files: letters that need shaping
    /// (Arabic, accents on their own, marks of direction) are laid out by Pango, which sees only the files
    /// that were there at the first text.
    Font at(double size) {
        if (family.isEmpty()) {
            List.of(FIRA, FIRA_STRONG, VAZIRMATN, VAZIRMATN_STRONG, NOTO, NOTO_STRONG)
                    .forEach(Face::load);
        }
        return sizes.computeIfAbsent(size, it -> shapedStrong ? load(it) : new Font(family, it));
    }

    /// Natural height of a line in em.
    double lineHeight() {
        return lineHeight;
    }

    /// Height above the highest letter in em, that a tight layout may give away.
    double emptyTop() {
        return emptyTop;
    }

    /// Height below the lowest letter in em.
    double emptyBottom() {
        return emptyBottom;
    }

    InputStream open() {
        InputStream in =
                Face.class.getResourceAsStream("/de/koblenz/kiosk/citizen/ui/fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("font missing: " + file);
        }
        return in;
    }

    private void load() {
        family = load(28).getName();
    }

    private Font load(double size) {
        try (InputStream in = open()) {
            Font font = Font.loadFont(in, size);
            if (font == null) {
                throw new IllegalStateException("font unusable: " + file);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
