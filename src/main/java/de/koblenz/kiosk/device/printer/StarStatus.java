package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import de.koblenz.kiosk.device.printer.PrinterStatus.Presenter;
import java.util.ArrayList;
import java.util.List;

/// Reads Star's automatic status (STAR Line Mode Command Specifications, chapter 5): a header `0xx0xxx1` that tells
/// the length, a version, then up to seven bytes of printer status, each `0xx0xxx0`. Not thread-safe.
final class StarStatus implements StatusReader {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int FIXED_BITS = 0x91;

    /// Header, version, printer status 1 to 4.
    private static final int SHORTEST = 6;

    private static final int LONGEST = 16;

    /// From this length on there is an ETB counter, from the second one a presenter.
    private static final int WITH_COUNTER = 8;

    private static final int WITH_PRESENTER = 9;

    private final List<Integer> status = new ArrayList<>(WITH_PRESENTER);

    @Override
    public List<PrinterReply> take(byte[] bytes) {
        List<PrinterReply> replies = new ArrayList<>();
        for (byte value : bytes) {
            take(value & 0xFF, replies);
        }
        return replies;
    }

    private void take(int value, List<PrinterReply> replies) {
        if (value == XON || value == XOFF) {
            return;
        }
        boolean header = (value & FIXED_BITS) == 0x01;
        boolean body = (value & FIXED_BITS) == 0x00;
        if (status.isEmpty() ? !header : !body) {
            status.clear();
            replies.add(new PrinterReply.Noise());
            if (!header) {
                return;
            }
        }
        int length = length(status.isEmpty() ? value : status.getFirst());
        if (length < SHORTEST || length > LONGEST) {
            status.clear();
            replies.add(new PrinterReply.Noise());
            return;
        }
        status.add(value);
        if (status.size() == length) {
            tell(replies);
            status.clear();
        }
    }

    /// Bits 1 to 3, 5 and 6 of the header.
    private static int length(int header) {
        return ((header >> 1) & 0x07) | ((header >> 2) & 0x18);
    }

    private void tell(List<PrinterReply> replies) {
        boolean presenter = status.size() >= WITH_PRESENTER;
        replies.add(
                new PrinterReply.Automatic(
                        status(
                                status.get(2),
                                status.get(3),
                                status.get(4),
                                status.get(5),
                                presenter ? status.get(WITH_PRESENTER - 1) : 0)));
        if (status.size() >= WITH_COUNTER) {
            int bits = status.get(WITH_COUNTER - 1);
            replies.add(new PrinterReply.Etb(((bits >> 1) & 0x07) | ((bits >> 2) & 0x18)));
        }
    }

    /// Status of printer status 1 (bit 5 cover), 2 (bit 2 mechanical, 3 cutter, 5 unrecoverable, 6 hot head), 3 (bit 1
    /// head up, 2 jam in the presenter), 4 (bit 3 no paper, 1 and 2 near end) and 7 (bits 1 to 3 paper in the
    /// presenter).
    static PrinterStatus status(int state, int error, int presenter, int sensors, int position) {
        boolean jammed = (error & 0x04) != 0 || (presenter & 0x04) != 0;
        boolean out = (sensors & 0x08) != 0;
        boolean low = (sensors & 0x06) != 0;
        return new PrinterStatus(
                out ? Paper.OUT : jammed ? Paper.JAMMED : low ? Paper.LOW : Paper.FULL,
                (state & 0x20) != 0 || (presenter & 0x02) != 0,
                (error & 0x08) != 0,
                (error & 0x40) != 0,
                (error & 0x20) != 0,
                true,
                (presenter & 0x04) != 0 ? Presenter.JAMMED : mouth(position >> 1 & 0x07));
    }

    private static Presenter mouth(int position) {
        return switch (position) {
            case 1 -> Presenter.ENTERING;
            case 3 -> Presenter.PRESENT;
            case 6 -> Presenter.RETRACTED;
            case 7 -> Presenter.TAKEN;
            default -> Presenter.EMPTY;
        };
    }
}
