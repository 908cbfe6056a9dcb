package de.koblenz.kiosk.device.printer;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The fonts that are drawn where a printer's own do not suffice: a fixed-width one for nearly all
/// scripts of Europe, one for Arabic, and whatever the machine has for the rest.
///
/// Loaded at first use; thread-safe. Works without a display.
public final class PrintFonts {
    /// At this size the fixed-width font is 12 dots wide, as Font A of a printer.
    public static final float CELL_SIZE = 20f;

    private static final PrintFonts ONLY = new PrintFonts();

    private final Font plain = load("NotoSansMono-Regular.ttf");
    private final Font bold = load("NotoSansMono-Bold.ttf");
    private final List<Font> others =
            List.of(
                    load("Vazirmatn-Regular.ttf"),
                    new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(CELL_SIZE));

    private PrintFonts() {}

    private static Font load(String name) {
        try (InputStream stream = PrintFonts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("font missing: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(CELL_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font broken: " + name, e);
        }
    }

    /// The fixed-width font at [#CELL_SIZE].
    public static Font cell(boolean bold) {
        return bold ? ONLY.bold : ONLY.plain;
    }

    /// The first font that has the character, if any has.
    static Optional<Font> having(int codePoint, boolean bold) {
        if (cell(bold).canDisplay(codePoint)) {
            return Optional.of(cell(bold));
        }
        return ONLY.others.stream().filter(font -> font.canDisplay(codePoint)).findFirst();
    }
}
