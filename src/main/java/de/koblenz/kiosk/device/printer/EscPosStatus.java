package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads what an ESC/POS printer sends: answers to real-time requests, automatic status, echoes of process ids
/// and blocks, in any interleaving, one byte at a time.
///
/// The kinds are told apart by their fixed bits (Epson ESC/POS reference, "Transmission status"):
/// `0xx1xx10` real-time answer, `0xx1xx00` first of four bytes of automatic status, `0xx0xxxx` its other bytes or
/// the answer to `GS r`, `37 … 00` and `5F … 00` blocks, `11` and `13` XON and XOFF. Not thread-safe.
final class EscPosStatus implements StatusReader {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int BLOCK = 0x37;
    private static final int TEXT_BLOCK = 0x5F;
    private static final int PROCESS_ID = 0x22;
    private static final int CLEARED = 0x25;
    private static final int PICTURES = 0x72;

    /// Header, name, status, 80 characters, end.
    private static final int LONGEST_BLOCK = 84;

    private final boolean automatic;
    private final Deque<Integer> requests = new ArrayDeque<>();
    private final List<Integer> four = new ArrayList<>(4);
    private final List<Integer> block = new ArrayList<>();

    /// @param automatic whether the printer has been asked for automatic status
    EscPosStatus(boolean automatic) {
        this.automatic = automatic;
    }

    /// `DLE EOT request` goes out: the next real-time answer belongs to it.
    void expect(int request) {
        requests.addLast(request);
    }

    /// Answers that have not come will not come.
    void expectNothing() {
        requests.clear();
    }

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
        if (!block.isEmpty()) {
            takeInBlock(value, replies);
        } else if (value == BLOCK || value == TEXT_BLOCK) {
            dropFour(replies);
            block.add(value);
        } else if ((value & 0x93) == 0x12) {
            realTime(value, replies);
        } else if ((value & 0x93) == 0x10 && automatic) {
            dropFour(replies);
            four.add(value);
        } else if ((value & 0x90) == 0 && !four.isEmpty()) {
            four.add(value);
            if (four.size() == 4) {
                replies.add(
                        new PrinterReply.Automatic(
                                ofAutomatic(four.get(0), four.get(1), four.get(2))));
                four.clear();
            }
        } else if (value == 0x00 || value == 0x03 || value == 0x0C || value == 0x0F) {
            replies.add(new PrinterReply.Sensor(value));
        } else {
            replies.add(new PrinterReply.Noise());
        }
    }

    private void dropFour(List<PrinterReply> replies) {
        if (!four.isEmpty()) {
            four.clear();
            replies.add(new PrinterReply.Noise());
        }
    }

    private void realTime(int value, List<PrinterReply> replies) {
        Integer request = requests.pollFirst();
        replies.add(
                request == null
                        ? new PrinterReply.Noise()
                        : new PrinterReply.RealTime(request, value));
    }

    private void takeInBlock(int value, List<PrinterReply> replies) {
        block.add(value);
        if (value == 0) {
            replies.add(ofBlock());
            block.clear();
        } else if (block.size() > LONGEST_BLOCK || !mayStand(value)) {
            // No block after all: what looked like its header was noise, the rest is read again
            // without it.
            List<Integer> again = List.copyOf(block.subList(1, block.size()));
            block.clear();
            replies.add(new PrinterReply.Noise());
            again.forEach(next -> take(next, replies));
        }
    }

    private boolean mayStand(int value) {
        boolean printable = value >= 0x20 && value <= 0x7E;
        if (block.getFirst() == TEXT_BLOCK || block.size() == 2) {
            return printable;
        }
        return switch (block.get(1)) {
            // Four characters, then only the end may follow, which is handled before.
            case PROCESS_ID -> printable && block.size() <= 6;
            case CLEARED -> false;
            default -> printable;
        };
    }

    private PrinterReply ofBlock() {
        byte[] text = new byte[block.size() - 2];
        for (int at = 0; at < text.length; at++) {
            text[at] = block.get(at + 1).byteValue();
        }
        if (block.getFirst() == BLOCK && text.length == 5 && text[0] == PROCESS_ID) {
            return new PrinterReply.ProcessId(new String(text, 1, 4, StandardCharsets.US_ASCII));
        }
        if (block.getFirst() == BLOCK && text.length == 1 && text[0] == CLEARED) {
            return new PrinterReply.Cleared();
        }
        if (block.getFirst() == BLOCK && text.length >= 2 && text[0] == PICTURES) {
            // Status 40h: the last block, or 41h: more could be asked for; 40 keys are enough.
            return new PrinterReply.Pictures(
                    new String(text, 2, text.length - 2, StandardCharsets.US_ASCII));
        }
        if (block.getFirst() == BLOCK) {
            return new PrinterReply.Noise();
        }
        return new PrinterReply.Text(new String(text, StandardCharsets.US_ASCII));
    }

    /// Status of the first three of the four bytes of automatic status back; the fourth is reserved.
    static PrinterStatus ofAutomatic(int first, int second, int third) {
        return new PrinterStatus(
                paper((third & 0x0C) != 0, (third & 0x03) != 0, (second & 0x04) != 0),
                (first & 0x20) != 0,
                (second & 0x08) != 0,
                (second & 0x40) != 0,
                (second & 0x20) != 0,
                true);
    }

    /// Status of the answers to `DLE EOT 2`, `3` and `4`.
    static PrinterStatus ofRealTime(int offline, int error, int roll) {
        return new PrinterStatus(
                paper(
                        (roll & 0x60) != 0 || (offline & 0x20) != 0,
                        (roll & 0x0C) != 0,
                        (error & 0x04) != 0),
                (offline & 0x04) != 0,
                (error & 0x08) != 0,
                (error & 0x40) != 0,
                (error & 0x20) != 0,
                true);
    }

    /// A mechanical error that a person can clear is, at these printers, paper that is stuck.
    private static Paper paper(boolean out, boolean nearEnd, boolean stuck) {
        return out ? Paper.OUT : stuck ? Paper.JAMMED : nearEnd ? Paper.LOW : Paper.FULL;
    }
}
