package de.koblenz.kiosk.device.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Star line mode (STAR Line Mode Command Specifications, chapters 3 and 5).
final class StarLanguage implements CommandLanguage {
    private static final int ESC = 0x1B;

    private final Machine machine;
    private final byte[] window = new byte[3];
    private final ByteArrayOutputStream raster = new ByteArrayOutputStream();
    private byte[] qrContent = {};
    private int qrCell = 3;
    private int rasterWidth;
    private boolean rasterMode;
    private boolean automatic;
    private long automaticSent;

    StarLanguage(Machine machine) {
        this.machine = machine;
    }

    @Override
    public void restart() {
        Arrays.fill(window, (byte) 0);
        raster.reset();
        rasterMode = false;
        automatic = false;
        qrContent = new byte[0];
        machine.panel().etb = 0;
        machine.panel().etbExecuted = false;
    }

    @Override
    public void arrive(byte value) {
        window[0] = window[1];
        window[1] = window[2];
        window[2] = value;
        // ESC ACK SOH asks for the automatic status at once.
        if (window[0] == ESC && window[1] == 0x06 && value == 0x01) {
            tell(machine.panel().star());
        }
    }

    private void tell(long status) {
        // Header 1: nine bytes; header 2: version 3.
        machine.answer(0x23, 0x06);
        for (int shift = 48; shift >= 0; shift -= 8) {
            machine.answer((int) (status >> shift) & 0xFF);
        }
        machine.panel().etbExecuted = false;
    }

    @Override
    public boolean plain(byte value) {
        if (!rasterMode && (value >= 0x20 || value < 0)) {
            machine.head().type(value);
            return true;
        }
        return value == 0;
    }

    @Override
    public PrinterCommand commandAt(byte[] bytes, int size) {
        return rasterMode ? StarCommand.inRaster(bytes, size) : StarCommand.at(bytes, size);
    }

    @Override
    public boolean obey(byte[] command, byte[] data) {
        PrintHead head = machine.head();
        if (rasterMode) {
            raster(command, data);
            return true;
        }
        switch (command[0]) {
            case 0x0A -> head.printLine();
            case 0x09 -> head.tab();
            case 0x00, 0x0D -> {}
            case 0x17 -> {
                machine.panel().etb = (machine.panel().etb + 1) % 32;
                machine.panel().etbExecuted = true;
            }
            case 0x18 -> {
                head.initialise();
                machine.panel().etb = 0;
                machine.panel().etbExecuted = false;
            }
            case ESC -> {
                return escape(command, data);
            }
            default -> head.type(command[0]);
        }
        return true;
    }

    private boolean escape(byte[] command, byte[] data) {
        PrintHead head = machine.head();
        int n = command.length > 2 ? command[2] & 0xFF : 0;
        switch (command[1]) {
            case '@' -> head.initialise();
            case 'E' -> head.bold = true;
            case 'F' -> head.bold = false;
            case 'i' -> {
                head.high = (command[2] & 7) + 1;
                head.wide = (command[3] & 7) + 1;
            }
            case 'a' -> head.feedLines(n);
            case 'z' -> head.spacing = (n & 1) == 1 ? 32 : 24;
            case 'd' -> {
                if (!machine.panel().moveCutter()) {
                    return false;
                }
                head.cut((n & 0x02) != 0);
                // Star's presenter hands out by itself.
                machine.panel().present();
            }
            case 0x1D -> group(command, data);
            case 0x1E -> {
                if (command[2] == 'a') {
                    automatic = (command[3] & 1) == 1;
                    automaticSent = -1;
                } else if (command[2] == 'E') {
                    machine.panel().etb = 0;
                    machine.panel().etbExecuted = false;
                }
            }
            case '*' -> {
                // ESC * r A enters raster mode, whatever else ESC * r sets outside of it changes
                // nothing.
                if (command[3] == 'A') {
                    rasterMode = true;
                    raster.reset();
                    rasterWidth = 0;
                }
            }
            case 0x16 -> presenter(command[2], command[3]);
            default -> {
                // International set, spacing and the like leave no trace on this paper.
            }
        }
        return true;
    }

    /// ESC SYN 0 0 takes the paper back.
    private void presenter(int function, int n) {
        if (function == '0' && n == 0) {
            machine.panel().retract();
        } else {
            machine.unknown("1b 16 " + function);
        }
    }

    private void group(byte[] command, byte[] data) {
        PrintHead head = machine.head();
        switch (command[2]) {
            case 't' -> head.selectTable(command[3] & 0xFF);
            case 'a' -> head.align = command[3] % 48;
            case 'y' -> {
                if (command[3] == 'S' && command[4] == '2') {
                    qrCell = Math.clamp(command[5], 1, 8);
                } else if (command[3] == 'D') {
                    qrContent = data;
                } else if (command[3] == 'P' && qrContent.length > 0) {
                    EscPosLanguage.printQr(
                            head, new String(qrContent, StandardCharsets.UTF_8), qrCell);
                }
            }
            default -> machine.unknown("1b 1d " + (char) command[2]);
        }
    }

    private void raster(byte[] command, byte[] data) {
        if (command[0] == 'b') {
            rasterWidth = Math.max(rasterWidth, data.length);
            raster.writeBytes(Arrays.copyOf(data, rasterWidth));
        } else if (command[0] == ESC && command[1] == '*' && command[3] == 'C') {
            raster.reset();
            rasterWidth = 0;
        } else if (command[0] == ESC && command[1] == '*' && command[3] == 'B') {
            rasterMode = false;
            int align = machine.head().align;
            // Raster data begins at the left margin, whatever the alignment of text.
            machine.head().align = 0;
            machine.head().picture(raster.toByteArray(), rasterWidth, 1, 1, "");
            machine.head().align = align;
        }
    }

    @Override
    public void tellStatus() {
        long now = machine.panel().star();
        if (automatic && now != automaticSent) {
            automaticSent = now;
            tell(now);
        }
    }
}
