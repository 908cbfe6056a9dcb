package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.profile.CodePages;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A printer at the far end of the wire: it takes the bytes of the real driver, obeys them, answers as a printer
/// does, and draws the paper.
///
/// It stops as a printer stops: without paper, with an open cover or a stuck knife it keeps what comes in its
/// buffer and goes on with the same command afterwards. Real-time codes are obeyed on arrival, even inside a
/// picture. What it does not know it counts. Thread-safe.
public final class SimulatedPrinter {
    /// Size of the buffer; a driver that sends more while the printer waits for paper has to wait.
    public static final int BUFFER = 4096;

    private static final byte[] CLEAR = {
        0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08
    };

    private final DeviceProfile profile;
    private final PrinterPanel panel;
    private final PaperCanvas canvas;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final List<PrintedPaper> papers = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Consumer<PrintedPaper>> listeners = new CopyOnWriteArrayList<>();
    private final byte[] window = new byte[CLEAR.length];
    private byte[] buffer = new byte[2 * BUFFER];
    private int size;
    private boolean powered = true;

    private PrinterCommand pending = new PrinterCommand(0, 0, true);
    private byte[] header = {};
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
    private final List<PaperCanvas.Glyph> line = new ArrayList<>();
    private byte[] qrContent = {};
    private int qrModule = 3;
    private Charset table = StandardCharsets.US_ASCII;
    private boolean bold;
    private boolean reverse;
    private int magnification;
    private int align;
    private int spacing;
    private int automaticMask;
    private int automaticSent;

    public SimulatedPrinter(DeviceProfile profile) {
        this.profile = profile;
        this.panel = new PrinterPanel(profile.kiosk().nearEndMm());
        this.canvas = new PaperCanvas(profile);
        // A new roll lies as far as the knife.
        canvas.feed(headToCutter());
        initialise();
    }

    /// Takes bytes from the line and returns what the printer answers, including changes of its status since
    /// the last call; call it with no bytes to fetch those alone.
    public synchronized byte[] receive(byte[] bytes) {
        if (powered) {
            received.writeBytes(bytes);
            for (byte value : bytes) {
                arrive(value);
            }
            process();
        }
        byte[] out = answers.toByteArray();
        answers.reset();
        return out;
    }

    /// How many more bytes the buffer takes.
    public synchronized int room() {
        return powered ? Math.max(0, BUFFER - size) : BUFFER;
    }

    private void arrive(byte value) {
        if (size == buffer.length) {
            // A driver without flow control overruns a printer that stands still.
            unknown.add("overrun");
            return;
        }
        buffer[size++] = value;
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = value;
        int last = window.length - 1;
        if (window[last - 2] == 0x10 && window[last - 1] == 0x04) {
            int answer = panel.realTime(value);
            if (answer != 0) {
                answers.write(answer);
            }
        } else if (window[last - 2] == 0x10 && window[last - 1] == 0x05 && value == 1) {
            panel.recover();
        } else if (window[last - 2] == 0x10 && window[last - 1] == 0x05 && value == 2) {
            panel.recover();
            clearBuffers();
        } else if (Arrays.equals(window, CLEAR)) {
            panel.recover();
            clearBuffers();
            answers.writeBytes(new byte[] {0x37, 0x25, 0x00});
        }
        if (size >= BUFFER) {
            process();
        }
    }

    private void clearBuffers() {
        size = 0;
        header = new byte[0];
        payload.reset();
        line.clear();
    }

    private void initialise() {
        table = StandardCharsets.US_ASCII;
        bold = false;
        reverse = false;
        magnification = 0;
        align = 0;
        spacing = profile.kiosk().lineSpacingDots();
        line.clear();
        qrContent = new byte[0];
    }

    private void process() {
        int at = 0;
        while (panel.online() && step(at)) {
            at = consumed;
        }
        System.arraycopy(buffer, at, buffer, 0, size - at);
        size -= at;
        tellStatus();
    }

    private int consumed;

    /// Obeys the next command in the buffer.
    ///
    /// @return false if it is not complete, or the printer cannot obey it now
    private boolean step(int at) {
        if (header.length > 0) {
            int take = Math.min(pending.payload() - payload.size(), size - at);
            payload.write(buffer, at, take);
            consumed = at + take;
            if (payload.size() < pending.payload()) {
                at = consumed;
                return take > 0;
            }
            byte[] whole = header;
            header = new byte[0];
            obey(whole, payload.toByteArray(), pending.known());
            payload.reset();
            return true;
        }
        if (at == size) {
            return false;
        }
        byte[] rest = Arrays.copyOfRange(buffer, at, Math.min(size, at + 16));
        PrinterCommand command = PrinterCommand.at(rest, rest.length);
        if (command.header() == 0) {
            return false;
        }
        byte[] whole = Arrays.copyOf(rest, command.header());
        if (command.payload() > 0) {
            pending = command;
            header = whole;
        } else if (isCut(whole) && !panel.moveCutter()) {
            return false;
        } else {
            obey(whole, new byte[0], command.known());
        }
        consumed = at + command.header();
        return true;
    }

    private boolean isCut(byte[] command) {
        return command.length >= 2
                && ((command[0] == 0x1D && command[1] == 'V')
                        || (command[0] == 0x1B && (command[1] == 'i' || command[1] == 'm')));
    }

    private void obey(byte[] command, byte[] data, boolean known) {
        if (!known) {
            unknown.add(HexFormat.ofDelimiter(" ").formatHex(command));
            return;
        }
        switch (command[0]) {
            case 0x0A -> printLine();
            case 0x00, 0x0D, 0x10 -> {}
            case 0x09 -> type(" ".repeat(8 - line.size() % 8));
            case 0x1B -> escape(command[1], command.length > 2 ? command[2] & 0xFF : 0);
            case 0x1D ->
                    group(command, command[1], command.length > 2 ? command[2] & 0xFF : 0, data);
            default -> type(new String(command, 0, 1, table));
        }
    }

    private void type(String text) {
        for (int at = 0; at < text.length(); at++) {
            int wide = (magnification >> 4 & 7) + 1;
            int used = line.stream().mapToInt(PaperCanvas.Glyph::wide).sum();
            if ((used + wide) * profile.mainFont().cellWidth() > profile.dotsWide()) {
                printLine();
            }
            line.add(
                    new PaperCanvas.Glyph(
                            text.charAt(at), bold, wide, (magnification & 7) + 1, reverse));
        }
    }

    private void printLine() {
        fed(canvas.text(List.copyOf(line), align, spacing));
        line.clear();
    }

    private void feed(int dots) {
        canvas.feed(dots);
        fed(dots);
    }

    private void fed(int dots) {
        panel.use(profile.millimetres(dots));
    }

    private void escape(byte kind, int n) {
        switch (kind) {
            case '@' -> initialise();
            case '2' -> spacing = profile.kiosk().lineSpacingDots();
            case '3' -> spacing = n;
            case 'a' -> align = n % 48;
            case 'E', 'G' -> bold = (n & 1) == 1;
            case '!' -> {
                bold = (n & 0x08) != 0;
                magnification = (n & 0x20) >> 1 | (n & 0x10) >> 4;
            }
            case 't' ->
                    table =
                            CodePages.charset(
                                            profile.codePages().getOrDefault(n, CodePages.UNKNOWN))
                                    .orElse(StandardCharsets.US_ASCII);
            case 'd' -> {
                if (!line.isEmpty()) {
                    printLine();
                    feed(Math.max(0, n - 1) * spacing);
                } else {
                    feed(n * spacing);
                }
            }
            case 'J' -> {
                if (!line.isEmpty()) {
                    printLine();
                }
                feed(n);
            }
            case 'i', 'm' -> cut();
            default -> {
                // Drawer, underline and the like leave no trace on this paper.
            }
        }
    }

    private void group(byte[] command, byte kind, int n, byte[] data) {
        switch (kind) {
            case '!' -> magnification = n;
            case 'B' -> reverse = (n & 1) == 1;
            case 'V' -> {
                if (n >= 65) {
                    feed(headToCutter() + (command[3] & 0xFF));
                }
                cut();
            }
            case 'v' ->
                    fed(
                            canvas.picture(
                                    data,
                                    (command[4] & 0xFF) + 256 * (command[5] & 0xFF),
                                    align,
                                    (command[3] & 1) + 1,
                                    (command[3] >> 1 & 1) + 1));
            case 'r' -> answers.write(n == 1 || n == 49 ? panel.paperSensor() : 0);
            case 'I' -> identify(n);
            case 'a' -> {
                automaticMask = n;
                automaticSent = 0;
            }
            case '(' -> extended(command[2], data);
            default -> {
                // Margins, motion units and bar code settings are not used by this paper.
            }
        }
    }

    private int headToCutter() {
        return (int)
                Math.round(
                        profile.kiosk().cutter().headToCutterMm() * profile.media().dpi() / 25.4);
    }

    private void extended(byte kind, byte[] data) {
        if (kind == 'H' && data.length == 6 && data[0] == 0x30) {
            answers.write(0x37);
            answers.write(0x22);
            answers.write(data, 2, 4);
            answers.write(0);
        } else if (kind == 'k' && data.length >= 3 && data[0] == 0x31) {
            switch (data[1]) {
                case 0x43 -> qrModule = data[2];
                case 0x50 -> qrContent = Arrays.copyOfRange(data, 3, data.length);
                case 0x51 -> {
                    if (qrContent.length > 0) {
                        String content = new String(qrContent, StandardCharsets.UTF_8);
                        fed(canvas.qr(content, Math.clamp(qrModule, 1, 16), align));
                    }
                }
                default -> {
                    // Model 2 and error correction M are what is drawn.
                }
            }
        } else {
            unknown.add("1d 28 " + HexFormat.of().toHexDigits(kind));
        }
    }

    private void identify(int n) {
        switch (n) {
            case 1, 49 -> answers.write(0x20);
            case 2, 50 -> answers.write(0x02);
            case 3, 51 -> answers.write(0x01);
            case 66 -> block(profile.vendor());
            case 67 -> block(profile.name());
            default -> block("");
        }
    }

    private void block(String text) {
        answers.write(0x5F);
        answers.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        answers.write(0);
    }

    private void cut() {
        if (!line.isEmpty()) {
            printLine();
        }
        hand(canvas.take(headToCutter(), profile.kiosk().cutter().cut() != Cutter.Cut.NONE));
    }

    private void hand(PrintedPaper paper) {
        papers.add(paper);
        listeners.forEach(listener -> listener.accept(paper));
    }

    /// Automatic status: at every change, where the terminal has asked for it.
    private void tellStatus() {
        int now = panel.automatic();
        if (powered && automaticMask != 0 && now != automaticSent) {
            automaticSent = now;
            answers.writeBytes(
                    new byte[] {
                        (byte) (now >> 24), (byte) (now >> 16), (byte) (now >> 8), (byte) now
                    });
        }
    }

    private synchronized void change(Runnable change) {
        change.run();
        process();
    }

    /// Takes out the old roll with all that hangs on it and puts in a new one.
    ///
    /// @param millimetres length of the roll
    public void loadPaper(int millimetres) {
        change(() -> {
            if (canvas.position() > headToCutter()) {
                hand(canvas.take(0, false));
                canvas.feed(headToCutter());
            }
            panel.load(millimetres);
        });
    }

    /// How much paper is left, in millimetres.
    public synchronized int paperLeft() {
        return (int) panel.paperLeftMm();
    }

    /// Changes how much paper is left on the roll, without touching it.
    public void shortenPaper(int millimetres) {
        change(() -> panel.load(millimetres));
    }

    /// Tears off what hangs out of the printer, if anything does.
    public void tearOff() {
        change(() -> {
            if (canvas.position() > headToCutter()) {
                hand(canvas.take(headToCutter(), false));
            }
        });
    }

    public void openCover(boolean open) {
        change(() -> panel.cover(open));
    }

    /// Lets the knife get stuck at its next cut, or frees it (the terminal must then tell the printer to go on).
    public void stickCutter(boolean stuck) {
        change(() -> panel.stickCutter(stuck));
    }

    /// The print head is too hot for a while.
    public void overheat(boolean hot) {
        change(() -> panel.heat(hot));
    }

    /// Switches the printer off or on. Switched off it forgets everything that it has not printed.
    public synchronized void power(boolean on) {
        if (on != powered) {
            powered = on;
            clearBuffers();
            initialise();
            panel.restart();
            automaticMask = 0;
            answers.reset();
            Arrays.fill(window, (byte) 0);
        }
    }

    public synchronized boolean powered() {
        return powered;
    }

    /// Calls `listener` whenever paper comes out, on the thread that caused it.
    public void observePaper(Consumer<PrintedPaper> listener) {
        listeners.add(listener);
    }

    /// All paper that has come out, in order.
    public synchronized List<PrintedPaper> papers() {
        return List.copyOf(papers);
    }

    /// What is printed and still hangs in the printer.
    public synchronized BufferedImage hanging() {
        return canvas.hanging();
    }

    /// Every byte that has arrived.
    public synchronized byte[] received() {
        return received.toByteArray();
    }

    /// Commands that the printer does not know, in hexadecimal, in order.
    public synchronized List<String> unknownCommands() {
        return List.copyOf(unknown);
    }
}
