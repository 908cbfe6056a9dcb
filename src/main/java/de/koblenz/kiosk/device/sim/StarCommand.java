package de.koblenz.kiosk.device.sim;

/// How long a command of Star line mode is, found from its first bytes.
final class StarCommand {
    private static final PrinterCommand INCOMPLETE = new PrinterCommand(0, 0, true);
    private static final int ESC = 0x1B;

    private StarCommand() {}

    private static PrinterCommand of(int header, int size) {
        return header > size ? INCOMPLETE : new PrinterCommand(header, 0, true);
    }

    private static PrinterCommand unknown(int header) {
        return new PrinterCommand(header, 0, false);
    }

    /// The command at the start of `bytes`, of which `size` are there.
    static PrinterCommand at(byte[] bytes, int size) {
        int first = bytes[0] & 0xFF;
        if (first != ESC) {
            boolean known =
                    first >= 0x20
                            || first == 0x0A
                            || first == 0x0D
                            || first == 0x09
                            || first == 0x17
                            || first == 0x18
                            || first == 0;
            return new PrinterCommand(1, 0, known);
        }
        if (size < 2) {
            return INCOMPLETE;
        }
        return switch (bytes[1] & 0xFF) {
            case '@', 'E', 'F' -> of(2, size);
            case 0x06, 'a', 'd', 'z', 'R', ' ', 'J', '-' -> of(3, size);
            case 'i', 0x1E, 0x16 -> of(4, size);
            case '*' -> rasterCommand(bytes, size);
            case 0x1D -> group(bytes, size);
            default -> unknown(2);
        };
    }

    private static PrinterCommand group(byte[] bytes, int size) {
        if (size < 3) {
            return INCOMPLETE;
        }
        return switch (bytes[2] & 0xFF) {
            case 't', 'a' -> of(4, size);
            case 'y' -> {
                if (size < 4) {
                    yield INCOMPLETE;
                }
                yield switch (bytes[3]) {
                    case 'S' -> of(6, size);
                    case 'P' -> of(4, size);
                    case 'D' ->
                            size < 8
                                    ? INCOMPLETE
                                    : new PrinterCommand(
                                            8, (bytes[6] & 0xFF) + 256 * (bytes[7] & 0xFF), true);
                    default -> unknown(4);
                };
            }
            default -> unknown(3);
        };
    }

    /// ESC * r X, of which some have a number in ASCII that ends with NUL.
    private static PrinterCommand rasterCommand(byte[] bytes, int size) {
        if (size < 4) {
            return INCOMPLETE;
        }
        if (bytes[2] != 'r') {
            return unknown(2);
        }
        return switch (bytes[3]) {
            case 'A', 'B', 'C', 'R' -> of(4, size);
            case 'm', 'P', 'Q', 'E', 'F', 'T', 'K', 'Y' -> {
                for (int at = 4; at < size; at++) {
                    if (bytes[at] == 0) {
                        yield of(at + 1, size);
                    }
                }
                yield size >= 12 ? unknown(4) : INCOMPLETE;
            }
            default -> unknown(4);
        };
    }

    /// The command inside raster mode: `b n1 n2 data` or ESC * r.
    static PrinterCommand inRaster(byte[] bytes, int size) {
        int first = bytes[0] & 0xFF;
        if (first == ESC) {
            // ESC ACK SOH was obeyed on arrival.
            return size > 1 && bytes[1] == 0x06
                    ? of(3, size)
                    : size < 2 ? INCOMPLETE : inEscape(bytes, size);
        }
        if (first == 'b') {
            return size < 3
                    ? INCOMPLETE
                    : new PrinterCommand(3, (bytes[1] & 0xFF) + 256 * (bytes[2] & 0xFF), true);
        }
        return new PrinterCommand(1, 0, first == 0);
    }

    private static PrinterCommand inEscape(byte[] bytes, int size) {
        return bytes[1] == '*' ? rasterCommand(bytes, size) : unknown(2);
    }
}
