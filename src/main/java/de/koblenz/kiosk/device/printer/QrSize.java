package de.koblenz.kiosk.device.printer;

/// How large a QR code becomes that the printer itself draws: making one to find out takes milliseconds.
final class QrSize {
    /// Bytes that versions 1 to 40 hold at error correction M (ISO/IEC 18004:2015, table 7).
    private static final int[] CAPACITY = {
        14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624,
        666, 711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809,
        1911, 1989, 2099, 2213, 2331
    };

    private QrSize() {}

    /// Modules per side at most; a printer may find a shorter way to write the content.
    ///
    /// @throws IllegalArgumentException if no QR code holds so many bytes
    static int modules(int bytes) {
        for (int version = 1; version <= CAPACITY.length; version++) {
            if (bytes <= CAPACITY[version - 1]) {
                return 17 + 4 * version;
            }
        }
        throw new IllegalArgumentException("too long for a QR code: " + bytes);
    }
}
