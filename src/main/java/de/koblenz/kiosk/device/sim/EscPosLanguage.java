package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.profile.StatusProtocol;
import de.koblenz.kiosk.qr.BarPattern;
import de.koblenz.kiosk.qr.QrMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// ESC/POS as Epson, and as Custom where the profile says so (full status, counters, presenter).
final class EscPosLanguage implements CommandLanguage {
    /// DLE DC4 8, then seven fixed bytes: the first two bytes, and the other eight.
    private static final int CLEAR_FIRST = 0x1014;

    private static final long CLEAR_REST = 0x0801_0314_0106_0208L;

    /// A picture in the printer's memory.
    private static final class Picture {
        private final int bytesPerRow;
        private final byte[] rows;

        Picture(int bytesPerRow, byte[] rows) {
            this.bytesPerRow = bytesPerRow;
            this.rows = rows;
        }
    }

    private final Machine machine;
    private final boolean custom;

    /// The last eight bytes, and those before them.
    private long last;

    private long before;
    private final Map<String, Picture> memory = new TreeMap<>();
    private byte[] qrContent = {};
    private int qrModule = 3;
    private int barHeight = 162;
    private int barModule = 3;
    private int automaticMask;
    private int automaticSent;
    private int fullStatusMask;
    private int fullStatusSent;

    EscPosLanguage(Machine machine) {
        this.machine = machine;
        this.custom = machine.profile().kiosk().status() == StatusProtocol.CUSTOM_FULL_STATUS;
    }

    @Override
    public void restart() {
        last = 0;
        before = 0;
        automaticMask = 0;
        fullStatusMask = 0;
        qrContent = new byte[0];
    }

    @Override
    public void arrive(byte value) {
        before = (before << 8) | (last >>> 56);
        last = (last << 8) | (value & 0xFF);
        switch ((int) (last >> 8 & 0xFFFF)) {
            case 0x1004 -> {
                if (custom && value == 0x14) {
                    tellFullStatus();
                    return;
                }
                int answer = machine.panel().realTime(value);
                if (answer != 0) {
                    machine.answer(answer);
                }
            }
            case 0x1005 -> {
                if (value == 1 || value == 2) {
                    machine.panel().recover();
                }
                if (value == 2) {
                    machine.clearBuffers();
                }
            }
            default -> {
                if (last == CLEAR_REST && (before & 0xFFFF) == CLEAR_FIRST && !custom) {
                    machine.panel().recover();
                    machine.clearBuffers();
                    machine.answer(0x37, 0x25, 0x00);
                }
            }
        }
    }

    @Override
    public boolean plain(byte value) {
        if (value >= 0x20 || value < 0) {
            machine.head().type(value);
            return true;
        }
        return value == 0;
    }

    @Override
    public PrinterCommand commandAt(byte[] bytes, int size) {
        return PrinterCommand.at(bytes, size);
    }

    private static boolean isCut(byte[] command) {
        return command.length >= 2
                && ((command[0] == 0x1D && command[1] == 'V')
                        || (command[0] == 0x1B && (command[1] == 'i' || command[1] == 'm')));
    }

    @Override
    public boolean obey(byte[] command, byte[] data) {
        if (isCut(command) && !machine.panel().moveCutter()) {
            return false;
        }
        PrintHead head = machine.head();
        switch (command[0]) {
            case 0x0A -> head.printLine();
            case 0x00, 0x0D, 0x10 -> {}
            case 0x09 -> head.tab();
            case 0x1B -> escape(command[1], command.length > 2 ? command[2] & 0xFF : 0);
            case 0x1D ->
                    group(
                            command,
                            command[1] & 0xFF,
                            command.length > 2 ? command[2] & 0xFF : 0,
                            data);
            default -> head.type(command[0]);
        }
        return true;
    }

    private void escape(byte kind, int n) {
        PrintHead head = machine.head();
        switch (kind) {
            case '@' -> {
                head.initialise();
                qrContent = new byte[0];
            }
            case '2' -> head.spacing = machine.profile().kiosk().lineSpacingDots();
            case '3' -> head.spacing = n;
            case 'a' -> head.align = n % 48;
            case 'E', 'G' -> head.bold = (n & 1) == 1;
            case '!' -> {
                head.bold = (n & 0x08) != 0;
                head.wide = (n & 0x20) != 0 ? 2 : 1;
                head.high = (n & 0x10) != 0 ? 2 : 1;
            }
            case 't' -> head.selectTable(n);
            case 'd' -> head.feedLines(n);
            case 'J' -> head.printAndFeed(n);
            case 'i', 'm' -> head.cut(false);
            default -> {
                // Drawer, underline and the like leave no trace on this paper.
            }
        }
    }

    private void group(byte[] command, int kind, int n, byte[] data) {
        PrintHead head = machine.head();
        switch (kind) {
            case '!' -> {
                head.wide = (n >> 4 & 7) + 1;
                head.high = (n & 7) + 1;
            }
            case 'B' -> head.reverse = (n & 1) == 1;
            case 'V' -> {
                if (n > 1 && n != 48 && n != 49 && n != 65 && n != 66) {
                    machine.unknown("1d 56 " + n);
                    return;
                }
                if (n >= 65 && command[3] != 0) {
                    head.feed(command[3] & 0xFF);
                }
                head.cut(n >= 65);
            }
            case 'v' ->
                    head.picture(
                            data,
                            (command[4] & 0xFF) + 256 * (command[5] & 0xFF),
                            (command[3] & 1) + 1,
                            (command[3] >> 1 & 1) + 1,
                            "");
            case 'r' -> machine.answer(n == 1 || n == 49 ? machine.panel().paperSensor() : 0);
            case 'I' -> identify(n);
            case 'a' -> {
                automaticMask = n;
                automaticSent = 0;
            }
            case 'h' -> barHeight = Math.max(1, n);
            case 'w' -> barModule = Math.clamp(n, 1, 6);
            case 'k' -> barcode(n, data);
            case 'e' -> presenter(n);
            case 0xE0 -> {
                fullStatusMask = n & 0x0F;
                fullStatusSent = -1;
            }
            case 0xE2 -> text(machine.panel().cuts() + "cuts");
            case 0xE3 -> text(machine.panel().printedMm() / 10 + "cm");
            case 0xE4 -> text(machine.panel().retracts() + "ret");
            case '(' -> extended(command[2], data);
            default -> {
                // Margins, motion units and bar code settings are not used by this paper.
            }
        }
    }

    private void text(String text) {
        text.chars().forEach(machine::answer);
    }

    private void barcode(int kind, byte[] data) {
        String content = new String(data, StandardCharsets.US_ASCII);
        if (kind != 73 || !content.startsWith("{B")) {
            machine.unknown("1d 6b " + kind);
            return;
        }
        BarPattern bars = BarPattern.code128(content.substring(2));
        machine.head()
                .dots(
                        (x, _) -> bars.isDark(x / barModule),
                        bars.modules() * barModule,
                        barHeight,
                        "[BAR] " + content.substring(2));
    }

    private void presenter(int n) {
        switch (n) {
            case 2 -> machine.panel().retract();
            case 3, 5 -> machine.panel().present();
            case 6 -> machine.answer(machine.panel().ejector());
            default -> machine.unknown("1d 65 " + n);
        }
    }

    private void extended(byte kind, byte[] data) {
        if (kind == 'H' && data.length == 6 && data[0] == 0x30) {
            machine.answer(0x37, 0x22, data[2], data[3], data[4], data[5], 0);
        } else if (kind == 'k' && data.length >= 3 && data[0] == 0x31) {
            qr(data);
        } else if (kind == 'L' && data.length >= 2 && data[0] == 0x30) {
            graphics(data);
        } else {
            machine.unknown("1d 28 " + (char) kind);
        }
    }

    private void qr(byte[] data) {
        switch (data[1]) {
            case 0x43 -> qrModule = Math.clamp(data[2], 1, 16);
            case 0x50 -> qrContent = Arrays.copyOfRange(data, 3, data.length);
            case 0x51 -> {
                if (qrContent.length > 0) {
                    String content = new String(qrContent, StandardCharsets.UTF_8);
                    printQr(machine.head(), content, qrModule);
                }
            }
            default -> {
                // Model 2 and error correction M are what is drawn.
            }
        }
    }

    static void printQr(PrintHead head, String content, int module) {
        QrMatrix matrix = QrMatrix.of(content);
        int side = matrix.size() * module;
        head.dots((x, y) -> matrix.isDark(x / module, y / module), side, side, "[QR] " + content);
    }

    /// GS ( L: pictures in the printer's memory (functions 64, 66, 67 and 69).
    private void graphics(byte[] data) {
        switch (data[1]) {
            case 0x40 -> {
                machine.answer(0x37, 0x72, 0x40);
                memory.keySet().forEach(this::text);
                machine.answer(0);
            }
            case 0x42 -> memory.remove(key(data, 2));
            case 0x43 -> {
                int bytesPerRow = ((data[6] & 0xFF) + 256 * (data[7] & 0xFF) + 7) / 8;
                memory.put(
                        key(data, 3),
                        new Picture(bytesPerRow, Arrays.copyOfRange(data, 11, data.length)));
            }
            case 0x45 -> {
                Picture picture = memory.get(key(data, 2));
                if (picture != null) {
                    machine.head()
                            .picture(picture.rows, picture.bytesPerRow, data[4], data[5], "[logo]");
                }
            }
            default -> machine.unknown("1d 28 L " + data[1]);
        }
    }

    private static String key(byte[] data, int at) {
        return new String(data, at, 2, StandardCharsets.ISO_8859_1);
    }

    private void identify(int n) {
        switch (n) {
            case 1, 49 -> machine.answer(0x20);
            case 2, 50 -> machine.answer(0x02);
            case 3, 51 -> machine.answer(0x01);
            case 66 -> block(machine.profile().vendor());
            case 67 -> block(machine.profile().name());
            default -> block("");
        }
    }

    private void block(String content) {
        machine.answer(0x5F);
        text(content);
        machine.answer(0);
    }

    private void tellFullStatus() {
        int now = machine.panel().fullStatus();
        machine.answer(0x10, 0x0F, now >> 24, now >> 16, now >> 8, now);
    }

    @Override
    public void tellStatus() {
        int now = machine.panel().automatic();
        if (automaticMask != 0 && now != automaticSent) {
            automaticSent = now;
            machine.answer(now >> 24, now >> 16, now >> 8, now);
        }
        int full = machine.panel().fullStatus();
        if (fullStatusMask == 0x0F && full != fullStatusSent) {
            fullStatusSent = full;
            tellFullStatus();
        }
    }
}
