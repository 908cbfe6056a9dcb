package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.StatusProtocol;
import java.util.List;

/// Reads what a printer sends, one byte at a time, in any interleaving and however the line cuts it into pieces. It
/// never throws and never waits. Not thread-safe.
sealed interface StatusReader permits EscPosStatus, CustomStatus, StarStatus {
    static StatusReader of(StatusProtocol protocol) {
        return switch (protocol) {
            case EPSON_ASB -> new EscPosStatus(true);
            case DLE_EOT, NONE -> new EscPosStatus(false);
            case CUSTOM_FULL_STATUS -> new CustomStatus();
            case STAR_ASB -> new StarStatus();
        };
    }

    /// Takes bytes as they arrive.
    List<PrinterReply> take(byte[] bytes);
}
