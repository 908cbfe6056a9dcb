package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import de.koblenz.kiosk.device.printer.PrinterStatus.Presenter;
import java.util.ArrayList;
import java.util.List;

/// Reads what a printer of Custom sends: full status (`DLE EOT 20` and `GS E0h`: `10 0F`, then paper, user,
/// recoverable and unrecoverable errors) and counters in words (`2376cuts`). Not thread-safe.
final class CustomStatus implements StatusReader {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int DLE = 0x10;

    /// All four bytes of the status.
    private static final int FULL = 0x0F;

    private static final int STATUS_LENGTH = 6;
    private static final int MOST_DIGITS = 7;
    private static final String CUTS = "cuts";

    private final List<Integer> status = new ArrayList<>(STATUS_LENGTH);
    private final StringBuilder words = new StringBuilder();

    @Override
    public List<PrinterReply> take(byte[] bytes) {
        List<PrinterReply> replies = new ArrayList<>();
        for (byte value : bytes) {
            take(value & 0xFF, replies);
        }
        return replies;
    }

    private void take(int value, List<PrinterReply> replies) {
        // Bit 4 is never set in the status itself.
        if (value == XON || value == XOFF) {
            return;
        }
        if (!status.isEmpty()) {
            takeInStatus(value, replies);
        } else if (value == DLE) {
            dropWords(replies);
            status.add(value);
        } else {
            takeInWords(value, replies);
        }
    }

    private void takeInStatus(int value, List<PrinterReply> replies) {
        boolean fits = status.size() == 1 ? value == FULL : (value & 0x10) == 0;
        if (!fits) {
            status.clear();
            replies.add(new PrinterReply.Noise());
            take(value, replies);
            return;
        }
        status.add(value);
        if (status.size() == STATUS_LENGTH) {
            replies.add(
                    new PrinterReply.Automatic(
                            status(status.get(2), status.get(3), status.get(4), status.get(5))));
            status.clear();
        }
    }

    private void takeInWords(int value, List<PrinterReply> replies) {
        int digits = digits();
        boolean digit = value >= '0' && value <= '9';
        boolean letter =
                digits > 0
                        && words.length() - digits < CUTS.length()
                        && value == CUTS.charAt(words.length() - digits);
        if (letter || (digit && words.length() == digits && digits < MOST_DIGITS)) {
            words.append((char) value);
            if (words.length() == digits + CUTS.length() && letter) {
                replies.add(new PrinterReply.Cuts(Integer.parseInt(words.substring(0, digits))));
                words.setLength(0);
            }
            return;
        }
        dropWords(replies);
        if (digit) {
            words.append((char) value);
        } else if (value == 0x00 || value == 0x03 || value == 0x0C || value == 0x0F) {
            replies.add(new PrinterReply.Sensor(value));
        } else {
            replies.add(new PrinterReply.Noise());
        }
    }

    private int digits() {
        int digits = 0;
        while (digits < words.length() && words.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    private void dropWords(List<PrinterReply> replies) {
        if (!words.isEmpty()) {
            words.setLength(0);
            replies.add(new PrinterReply.Noise());
        }
    }

    /// Status of the four bytes after the header.
    ///
    /// @param paper bit 0 none, 2 near end, 5 ticket in the output, 6 virtual end
    /// @param user bit 0 head up, 1 cover open
    /// @param recoverable bit 0 head temperature, 3 voltage, 6 jam
    /// @param unrecoverable bit 0 cutter, 1 cutter's cover, 2 RAM, 3 EEPROM
    static PrinterStatus status(int paper, int user, int recoverable, int unrecoverable) {
        boolean out = (paper & 0x01) != 0;
        boolean low = (paper & 0x44) != 0;
        boolean jammed = (recoverable & 0x40) != 0;
        return new PrinterStatus(
                out ? Paper.OUT : jammed ? Paper.JAMMED : low ? Paper.LOW : Paper.FULL,
                (user & 0x03) != 0 || (unrecoverable & 0x02) != 0,
                (unrecoverable & 0x01) != 0,
                (recoverable & 0x09) != 0,
                (unrecoverable & 0x0C) != 0,
                true,
                jammed
                        ? Presenter.JAMMED
                        : (paper & 0x20) != 0 ? Presenter.PRESENT : Presenter.EMPTY);
    }
}
