package de.koblenz.kiosk.device.sim;

/// How long an ESC/POS command is, found from its first bytes.
///
/// @param header bytes up to and with the last length byte; 0 while more of them are needed
/// @param payload bytes that follow the header
/// @param known whether the simulated printer knows the command
record PrinterCommand(int header, int payload, boolean known) {
    private static final PrinterCommand INCOMPLETE = new PrinterCommand(0, 0, true);

    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

    private static PrinterCommand of(int header) {
        return new PrinterCommand(header, 0, true);
    }

    private static PrinterCommand unknown(int header) {
        return new PrinterCommand(header, 0, false);
    }

    /// The command at the start of `bytes`, of which `size` are there.
    static PrinterCommand at(byte[] bytes, int size) {
        int first = bytes[0] & 0xFF;
        if (first != DLE && first != ESC && first != GS) {
            boolean known =
                    first >= 0x20 || first == 0x0A || first == 0x0D || first == 0x09 || first == 0;
            return known ? of(1) : unknown(1);
        }
        if (size < 2) {
            return INCOMPLETE;
        }
        int second = bytes[1] & 0xFF;
        PrinterCommand command =
                switch (first) {
                    case DLE -> realTime(second, bytes, size);
                    case ESC -> escape(second, bytes, size);
                    default -> group(second, bytes, size);
                };
        return command.header > size ? INCOMPLETE : command;
    }

    private static PrinterCommand realTime(int second, byte[] bytes, int size) {
        return switch (second) {
            case 0x04, 0x05 -> of(3);
            case 0x14 -> size < 3 ? INCOMPLETE : of(bytes[2] == 8 ? 10 : bytes[2] <= 2 ? 5 : 3);
            default -> unknown(1);
        };
    }

    private static PrinterCommand escape(int second, byte[] bytes, int size) {
        return switch (second) {
            case '@', '2', 'i', 'm', '<' -> of(2);
            case '!', ' ', '-', '3', 'E', 'G', 'J', 'M', 'R', 'V', 'a', 'd', 't', '{', 'r' -> of(3);
            case '$', '\\', 'c' -> of(4);
            case 'p' -> of(5);
            case '*' ->
                    size < 5
                            ? INCOMPLETE
                            : new PrinterCommand(
                                    5,
                                    (bytes[2] >= 32 ? 3 : 1)
                                            * ((bytes[3] & 0xFF) + 256 * (bytes[4] & 0xFF)),
                                    false);
            default -> unknown(2);
        };
    }

    private static PrinterCommand group(int second, byte[] bytes, int size) {
        return switch (second) {
            case '!', 'B', 'H', 'I', 'a', 'b', 'f', 'h', 'r', 'w', 0xE0 -> of(3);
            case 0xE1, 0xE2, 0xE3, 0xE4 -> of(2);
            case 'k' ->
                    size < 4
                            ? INCOMPLETE
                            : new PrinterCommand(4, bytes[3] & 0xFF, (bytes[2] & 0xFF) >= 65);
            case '$', 'L', 'P', 'W', '\\' -> of(4);
            case 'V' -> size < 3 ? INCOMPLETE : of((bytes[2] & 0xFF) >= 65 ? 4 : 3);
            case 'e' -> size < 3 ? INCOMPLETE : of(bytes[2] == 3 ? 4 : 3);
            case '(' ->
                    size < 5
                            ? INCOMPLETE
                            : new PrinterCommand(
                                    5, (bytes[3] & 0xFF) + 256 * (bytes[4] & 0xFF), true);
            case 'v' ->
                    size < 8
                            ? INCOMPLETE
                            : new PrinterCommand(
                                    8,
                                    ((bytes[4] & 0xFF) + 256 * (bytes[5] & 0xFF))
                                            * ((bytes[6] & 0xFF) + 256 * (bytes[7] & 0xFF)),
                                    bytes[2] == '0');
            default -> unknown(2);
        };
    }
}
