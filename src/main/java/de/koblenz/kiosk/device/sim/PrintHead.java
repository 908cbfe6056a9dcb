package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.profile.CodePages;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Head, knife and line buffer of a simulated printer: what commands of any language come down to. Not thread-safe.
final class PrintHead {
    /// No table of any profile: plain ASCII.
    private static final int NO_TABLE = -1;

    private final DeviceProfile profile;
    private final PrinterPanel panel;
    private final Consumer<PrintedPaper> output;
    private final PaperCanvas canvas;
    private final List<PaperCanvas.Glyph> line = new ArrayList<>();
    private final Map<Integer, char[]> tables = new HashMap<>();
    private char[] table = letters(StandardCharsets.US_ASCII);
    private int used;
    boolean bold;
    boolean reverse;
    int wide = 1;
    int high = 1;
    int align;
    int spacing;

    PrintHead(DeviceProfile profile, PrinterPanel panel, Consumer<PrintedPaper> output) {
        this.profile = profile;
        this.panel = panel;
        this.output = output;
        this.canvas = new PaperCanvas(profile);
        // A new roll lies as far as the knife.
        canvas.feed(headToCutter());
        initialise();
    }

    void initialise() {
        selectTable(NO_TABLE);
        bold = false;
        reverse = false;
        wide = 1;
        high = 1;
        align = 0;
        spacing = profile.kiosk().lineSpacingDots();
        forgetLine();
    }

    void forgetLine() {
        line.clear();
        used = 0;
    }

    void selectTable(int number) {
        table =
                tables.computeIfAbsent(
                        number,
                        _ ->
                                CodePages.charset(
                                                profile.codePages()
                                                        .getOrDefault(number, CodePages.UNKNOWN))
                                        .map(PrintHead::letters)
                                        .orElseGet(() -> letters(StandardCharsets.US_ASCII)));
    }

    /// The letters of all 256 bytes.
    private static char[] letters(Charset charset) {
        char[] letters = new char[256];
        for (int value = 0; value < letters.length; value++) {
            letters[value] = new String(new byte[] {(byte) value}, charset).charAt(0);
        }
        return letters;
    }

    /// One byte of text in the selected table.
    void type(byte value) {
        if ((used + wide) * profile.mainFont().cellWidth() > profile.dotsWide()) {
            printLine();
        }
        line.add(new PaperCanvas.Glyph(table[value & 0xFF], bold, wide, high, reverse));
        used += wide;
    }

    void tab() {
        for (int left = 8 - line.size() % 8; left > 0; left--) {
            type((byte) ' ');
        }
    }

    void printLine() {
        fed(canvas.text(List.copyOf(line), align, spacing));
        forgetLine();
    }

    private void printRest() {
        if (!line.isEmpty()) {
            printLine();
        }
    }

    /// Prints the line, if there is one, as the first of `lines` line feeds.
    void feedLines(int lines) {
        int rest = lines;
        if (!line.isEmpty()) {
            printLine();
            rest = Math.max(0, rest - 1);
        }
        feed(rest * spacing);
    }

    void feed(int dots) {
        canvas.feed(dots);
        fed(dots);
    }

    /// Prints the line, if there is one, then feeds.
    void printAndFeed(int dots) {
        printRest();
        feed(dots);
    }

    private void fed(int dots) {
        panel.use(profile.millimetres(dots));
    }

    /// Prints a pattern of dots.
    void dots(PaperCanvas.Dots dots, int across, int down, String text) {
        printRest();
        fed(canvas.dots(dots, across, down, align, text));
    }

    /// Prints rows of eight dots per byte, the leftmost highest, each dot `scaleX` by `scaleY` dots.
    void picture(byte[] rows, int bytesPerRow, int scaleX, int scaleY, String text) {
        if (bytesPerRow == 0) {
            return;
        }
        dots(
                (x, y) -> {
                    int at = y / scaleY * bytesPerRow + x / scaleX / 8;
                    return (rows[at] & 0x80 >> x / scaleX % 8) != 0;
                },
                bytesPerRow * 8 * scaleX,
                rows.length / bytesPerRow * scaleY,
                text);
    }

    int headToCutter() {
        return (int)
                Math.round(
                        profile.kiosk().cutter().headToCutterMm() * profile.media().dpi() / 25.4);
    }

    /// Cuts.
    ///
    /// @param feed whether the last line is brought to the knife first
    void cut(boolean feed) {
        printRest();
        if (feed) {
            feed(headToCutter());
        }
        boolean knife = profile.kiosk().cutter().cut() != Cutter.Cut.NONE;
        if (knife) {
            panel.cutOnce();
        }
        output.accept(canvas.take(headToCutter(), knife));
        if (profile.kiosk().presenter().isEmpty()) {
            return;
        }
        panel.supply();
    }

    boolean anythingHangs() {
        return canvas.position() > headToCutter();
    }

    /// Somebody tears off what hangs out.
    void tearOff() {
        if (anythingHangs()) {
            output.accept(canvas.take(headToCutter(), false));
        }
    }

    /// Somebody takes the old roll out, with all that hangs on it, and puts in a new one.
    void newRoll() {
        if (anythingHangs()) {
            output.accept(canvas.take(0, false));
            canvas.feed(headToCutter());
        }
    }

    PrintedPaper hanging() {
        return canvas.hanging();
    }
}
